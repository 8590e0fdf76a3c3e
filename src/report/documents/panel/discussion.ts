import type { Evidence } from '../../../core/answers.ts';
import type { PanelResult, View } from '../../../core/panel/result.ts';
import type { Question, Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showPoints } from '../../../text/number.ts';
import type { Block, Table } from '../../document/blocks.ts';
import { type Blocks, code, heading, paragraph, section, strong, toned } from '../../document/build.ts';
import { left, tableOf } from '../../document/table.ts';
import { pieceRuns } from '../../words/evidence.ts';
import { guidingTexts, questionsOf, textsOf } from '../../words/rubric.ts';

/** How many questions a brief document shows; a full one shows all. */
const questionsShown = 8;

/** One reviewer's view, in the parts that a table has columns for. */
interface ViewRow {
  readonly reviewer: string;
  /** The view in a word or two. */
  readonly lead: string;
  /** The words of the level, or why there is none. */
  readonly text?: string;
  readonly reason: string;
  /** Undefined if reviewers can't name evidence for it. */
  readonly evidence?: readonly Evidence[];
}

/** What the reviewers disagree on: a question, a red flag or a guiding question. */
interface Entry {
  readonly id: string;
  readonly text: string;
  readonly number?: number;
  /** What distinguishes it from the other entries. */
  readonly marks: string;
  readonly views: readonly ViewRow[];
}

/** The questions that were not answered alike, in the order in which to discuss them, each with every reviewer's view. */
export function discussSection({ agreement, discuss }: PanelResult, rubric: Rubric, isFull: boolean): Block[] {
  if (agreement.overall.percent === null) return [];
  const questions = questionsOf(rubric);
  const compared = new Map(agreement.questions.map((each) => [each.id, each]));
  const entries = discuss.flatMap(({ question: id, points, contestedCritical }, index): Entry[] => {
    const question = questions.get(id);
    const { mixed, views = [] } = compared.get(id) ?? {};
    if (!question) return [];
    const critical = contestedCritical ? 'contested' : question.critical && 'critical';
    const marks = [
      phrase('panel', 'discuss-points', { points: showPoints(points) }),
      critical && phrase('panel', critical),
      mixed && phrase('panel', 'split-on-applicability'),
    ];
    const rows = views.map((view) => questionView(view, question));
    return [{ id, text: question.text, number: index + 1, marks: marks.filter(Boolean).join(', '), views: rows }];
  });
  const shown = isFull ? entries : entries.slice(0, questionsShown);
  const rest = entries.slice(shown.length).map(({ id }) => id);
  const about =
    discuss.length === 0 ? paragraph(phrase('panel', 'discuss-none')) : paragraph(phrase('panel', 'discuss-about'), 'about');
  return section('discuss', phrase('panel', 'discuss'), [
    about,
    shown.map(isFull ? fullEntry : briefEntry),
    rest.length > 0 && paragraph(phrase('panel', 'discuss-more', { n: rest.length, ids: rest.join(', ') }), 'entry'),
  ]);
}

function questionView(view: View, { levels }: Question): ViewRow {
  const { reviewer, level, state, because, rationale, confidence, review, evidence } = view;
  const reasons = [
    rationale,
    confidence && `(${phrase('panel', 'confidence', { confidence })})`,
    review !== undefined && phrase('panel', 'view-marked', { because: review }),
  ];
  const reason = reasons.filter(Boolean).join(' ');
  if (level !== null) {
    const lead = phrase('panel', 'view-level', { level, top: levels.length - 1 });
    return { reviewer, lead, text: levels[level] ?? '', reason, evidence };
  }
  const lead = phrase('panel', `view-${state === 'scored' ? 'unanswered' : state}`);
  return { reviewer, lead, text: because ?? '', reason, evidence };
}

/** Red flags on which the reviewers who looked for them disagree. */
export function flagSection({ flags }: PanelResult, rubric: Rubric, isFull: boolean): Block[] {
  const texts = textsOf(rubric);
  const entries = flags.map(({ id, severity, views }): Entry => {
    const rows = views.map(({ reviewer, present, rationale = '', evidence }) => {
      const lead = present === null ? 'view-not-looked' : present ? 'present' : 'not-present';
      return { reviewer, lead: phrase('panel', lead), reason: rationale, evidence };
    });
    return { id, text: texts.get(id) ?? id, marks: phrase('report', `severity-${severity}`), views: rows };
  });
  return section('flags', phrase('panel', 'flags'), entries.map(isFull ? fullEntry : briefNote));
}

/** Guiding questions that were not answered alike. */
export function stepSection({ steps }: PanelResult, rubric: Rubric, isFull: boolean): Block[] {
  const texts = guidingTexts(rubric);
  const entries = steps.map(({ id, views }): Entry => {
    const rows = views.map(({ reviewer, status, notes = '' }) => {
      return { reviewer, lead: phrase('panel', status === null ? 'view-unanswered' : `status-${status}`), reason: notes };
    });
    return { id, text: texts.get(id) ?? id, marks: '', views: rows };
  });
  return section('steps', phrase('panel', 'steps'), entries.map(isFull ? fullEntry : briefNote));
}

function fullEntry({ id, text, number, marks, views }: Entry): Blocks {
  return [heading(3, text, id, number), paragraph([code(id), marks && `, ${marks}`], 'ids'), viewTable(text, views)];
}

function viewTable(about: string, views: readonly ViewRow[]): Table {
  const columns = [
    left<ViewRow>(phrase('panel', 'table-reviewer'), 16, ({ reviewer }) => reviewer),
    left<ViewRow>(phrase('panel', 'table-view'), 34, ({ lead, text }) => [strong(lead), text && `: ${text}`]),
    left<ViewRow>(phrase('panel', 'table-rationale'), 25, ({ reason }) => reason),
    views.some(({ evidence }) => evidence !== undefined) &&
      left<ViewRow>(phrase('panel', 'table-evidence'), 25, ({ evidence = [] }) => ({ kind: 'lines', lines: linesOf(evidence) })),
  ];
  return tableOf(about, columns, views);
}

function linesOf(evidence: readonly Evidence[]) {
  return evidence.map(pieceRuns).filter((runs) => runs.length > 0);
}

function briefEntry({ id, text, number, marks, views }: Entry): Blocks {
  return [
    paragraph([`${number}. `, strong(id), `  ${marks}`], 'entry'),
    paragraph(toned(text, 'dim'), 'detail'),
    views.map((view) => [
      viewLine(view, view.text),
      [view.reason, ...linesOf(view.evidence ?? [])].map((line) => paragraph(line, 'sub-detail')),
    ]),
  ];
}

/** An entry with little to say: its id and text in one line. */
function briefNote({ id, text, marks, views }: Entry): Blocks {
  return [
    paragraph([strong(id), `  ${[marks, text].filter(Boolean).join('  ')}`]),
    views.map((view) => viewLine(view, view.reason)),
  ];
}

function viewLine({ reviewer, lead }: ViewRow, text: string | undefined): Block {
  return paragraph([`${reviewer}: ${lead}`, text].filter(Boolean).join('. '), 'detail');
}
