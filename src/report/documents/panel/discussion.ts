import type { Evidence } from '../../../core/answers.ts';
import type { Discussion, PanelResult, QuestionAgreement, View } from '../../../core/panel/result.ts';
import type { Question, Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Block, Run, Table } from '../../document/blocks.ts';
import { code, paragraph, plain, section, strong, words } from '../../document/build.ts';
import { type ColumnOf, left, tableOf } from '../../document/table.ts';
import { pieceRuns, questionsOf, textsOf } from '../../words/phrases.ts';
import { discussionMarks, flagViewWords, reasonWords, stepViewWords, viewWords } from './words.ts';

/** How many questions a brief document tells; a full one tells all. */
const questionsShown = 8;

/** One reviewer's view, in the parts that a table has columns for. */
interface ViewRow {
  readonly reviewer: string;
  /** What the view is, in a word or two. */
  readonly lead: string;
  /** What stands behind it. */
  readonly text: string;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
}

/** What the reviewers disagree on: a question, a red flag or a guiding question. */
interface Entry {
  readonly id: string;
  readonly text: string;
  readonly number?: number;
  /** What sets it apart from the other entries. */
  readonly marks: string;
  readonly views: readonly ViewRow[];
}

/** The questions that were not answered alike, the first to be discussed first, each with every reviewer's view. */
export function discussSection({ agreement, discuss }: PanelResult, rubric: Rubric, isFull: boolean): Block[] {
  if (agreement.overall.percent === null) return [];
  const head = section('discuss', phrase('panel', 'discuss'));
  if (discuss.length === 0) return [head, paragraph(phrase('panel', 'discuss-none'))];
  const questions = questionsOf(rubric);
  const found = new Map(agreement.questions.map((each) => [each.id, each]));
  const shown = isFull ? discuss : discuss.slice(0, questionsShown);
  const rest = discuss.slice(shown.length);
  const entries = shown.flatMap((entry, index) => {
    const question = questions.get(entry.question);
    const compared = found.get(entry.question);
    return question && compared ? [questionEntry(entry, index + 1, question, compared)] : [];
  });
  const more = phrase('panel', 'discuss-more', { n: rest.length, ids: rest.map(({ question }) => question).join(', ') });
  return [
    head,
    paragraph(phrase('panel', 'discuss-about'), 'about'),
    ...entries.flatMap((entry) => (isFull ? fullEntry(entry) : briefEntry(entry))),
    ...(rest.length > 0 ? [paragraph(more, 'entry')] : []),
  ];
}

function questionEntry(entry: Discussion, number: number, question: Question, { mixed, views }: QuestionAgreement): Entry {
  const marks = discussionMarks(entry, question, mixed).join(', ');
  return { id: question.id, text: question.text, number, marks, views: views.map((view) => questionView(view, question)) };
}

function questionView(view: View, question: Question): ViewRow {
  return {
    reviewer: view.reviewer,
    ...viewWords(view, question),
    reason: reasonWords(view).join(' '),
    evidence: view.evidence,
  };
}

/** Red flags that not all who looked saw alike. */
export function flagSection({ flags }: PanelResult, rubric: Rubric, isFull: boolean): Block[] {
  const texts = textsOf(rubric);
  const entries = flags.map(
    ({ id, severity, views }): Entry => ({
      id,
      text: texts.get(id) ?? id,
      marks: phrase('report', `severity-${severity}`),
      views: views.map((view) => ({
        reviewer: view.reviewer,
        lead: flagViewWords(view),
        text: '',
        reason: view.rationale ?? '',
        evidence: view.evidence,
      })),
    }),
  );
  return disagreements('flags', entries, isFull);
}

/** Guiding questions that were not answered alike. */
export function stepSection({ steps }: PanelResult, rubric: Rubric, isFull: boolean): Block[] {
  const texts = new Map(rubric.steps.flatMap((step) => step.questions.map((question) => [question.id, question.text])));
  const entries = steps.map(
    ({ id, views }): Entry => ({
      id,
      text: texts.get(id) ?? id,
      marks: '',
      views: views.map((view) => ({
        reviewer: view.reviewer,
        lead: stepViewWords(view),
        text: '',
        reason: view.notes ?? '',
        evidence: [],
      })),
    }),
  );
  return disagreements('steps', entries, isFull);
}

function disagreements(kind: 'flags' | 'steps', entries: readonly Entry[], isFull: boolean): Block[] {
  if (entries.length === 0) return [];
  const head = section(kind, phrase('panel', kind));
  return [head, ...entries.flatMap((entry) => (isFull ? fullEntry(entry, kind === 'flags') : briefNote(entry)))];
}

/** @param withEvidence whether reviewers can name evidence for it */
function fullEntry({ id, text, number, marks, views }: Entry, withEvidence = true): Block[] {
  const ids: Run[] = [code(id), ...(marks ? [plain(`, ${marks}`)] : [])];
  return [
    { kind: 'heading', level: 3, text, id, ...(number !== undefined && { number }) },
    paragraph(ids, 'ids'),
    viewTable(text, views, withEvidence),
  ];
}

function viewTable(about: string, views: readonly ViewRow[], withEvidence: boolean): Table {
  const columns: ColumnOf<ViewRow>[] = [
    left(phrase('panel', 'table-reviewer'), 16, ({ reviewer }) => words(reviewer)),
    left(phrase('panel', 'table-view'), 34, ({ lead, text }) => [strong(lead), ...(text ? [plain(`: ${text}`)] : [])]),
    left(phrase('panel', 'table-rationale'), 25, ({ reason }) => words(reason)),
  ];
  const pieces = left(phrase('panel', 'table-evidence'), 25, ({ evidence }: ViewRow) => ({
    kind: 'lines',
    lines: evidence.map(pieceRuns).filter((runs) => runs.length > 0),
  }));
  return tableOf(about, withEvidence ? [...columns, pieces] : columns, views);
}

function briefEntry({ id, text, number, marks, views }: Entry): Block[] {
  return [
    paragraph([plain(`${number}. `), strong(id), plain(`  ${marks}`)], 'entry'),
    paragraph([{ text, tone: 'dim' }], 'detail'),
    ...views.flatMap((view) => [viewLine(view, view.text), ...reasonLines(view)]),
  ];
}

/** An entry with little to tell: its id and text in one line. */
function briefNote({ id, text, marks, views }: Entry): Block[] {
  return [
    paragraph([strong(id), plain(`  ${[marks, text].filter(Boolean).join('  ')}`)]),
    ...views.map((view) => viewLine(view, view.reason)),
  ];
}

function viewLine({ reviewer, lead }: ViewRow, text: string): Block {
  return paragraph([`${reviewer}: ${lead}`, text].filter(Boolean).join('. '), 'detail');
}

function reasonLines({ reason, evidence }: ViewRow): Block[] {
  const lines = [reason ? [plain(reason)] : [], ...evidence.map(pieceRuns)].filter((runs) => runs.length > 0);
  return lines.map((runs) => paragraph(runs, 'sub-detail'));
}
