import type { Evidence } from '../../../core/answers.ts';
import type { Discussion, MarkDecision, PanelResult, QuestionAgreement, View } from '../../../core/panel/result.ts';
import type { Question, Rubric } from '../../../core/rubric.ts';
import { aside, comma, inSentences, listed, withColon } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showPoints } from '../../../text/number.ts';
import type { Block, Table } from '../../document/blocks.ts';
import { type Blocks, code, heading, list, paragraph, section, strong, type Text, toned } from '../../document/build.ts';
import { left, tableOf } from '../../document/table.ts';
import { pieceRuns } from '../../words/evidence.ts';
import { numbersOf } from '../../words/numbers.ts';
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
  readonly about: string;
  /** The marks on which the reviewers differ, with who ticked them, a line each. */
  readonly divided?: readonly Text[];
  /** Whether all reviewers gave the same level, so that only marks differ. */
  readonly isSameLevel?: boolean;
  readonly views: readonly ViewRow[];
}

/** The questions that were not answered alike, in the order in which to discuss them, each with every reviewer's view. */
export function discussSection({ agreement, discuss }: PanelResult, rubric: Rubric, isFull: boolean): Block[] {
  if (agreement.overall.percent === null) return [];
  const questions = questionsOf(rubric);
  const compared = new Map(agreement.questions.map((each) => [each.id, each]));
  const entries = discuss.flatMap((discussion, index): Entry[] => {
    const question = questions.get(discussion.question);
    const found = compared.get(discussion.question);
    return question && found ? [questionEntry(discussion, index + 1, question, found)] : [];
  });
  const shown = isFull ? entries : entries.slice(0, questionsShown);
  const rest = entries.slice(shown.length).map(({ id }) => id);
  const hasMarksOnly = entries.some(({ isSameLevel }) => isSameLevel);
  const sentences = [phrase('panel', 'discuss-about'), ...(hasMarksOnly ? [phrase('panel', 'marks-about')] : [])];
  const about = discuss.length === 0 ? paragraph(phrase('panel', 'discuss-none')) : paragraph(inSentences(sentences), 'about');
  return section('discuss', phrase('panel', 'discuss'), [
    about,
    shown.map(isFull ? fullEntries(rubric) : briefEntry),
    rest.length > 0 && paragraph(phrase('panel', 'discuss-more', { n: rest.length, ids: listed(rest) }), 'entry'),
  ]);
}

function questionEntry(
  { points, contestedCritical, marks: differing = [] }: Discussion,
  number: number,
  question: Question,
  { mixed, percent, views, marks }: QuestionAgreement,
): Entry {
  const critical = contestedCritical ? 'contested' : question.critical && 'critical';
  const isSameLevel = percent === null || percent === 100;
  const about = [
    isSameLevel ? phrase('panel', 'discuss-marks') : phrase('panel', 'discuss-points', { points: showPoints(points) }),
    critical && phrase('panel', critical),
    mixed && phrase('panel', 'split-on-applicability'),
  ];
  const isMarked = views.some((view) => view.marks);
  const rows = views.map((view) => questionView(view, question, isMarked));
  const divided = (marks?.each ?? []).filter(({ id }) => differing.includes(id)).map((each) => dividedLine(each, question));
  const entry = { id: question.id, text: question.text, number, about: listed(about.filter(Boolean)), divided, isSameLevel };
  // Where the level is the same, its words are not repeated for each reviewer.
  return { ...entry, views: isSameLevel ? rows.map(({ text: _, ...row }) => row) : rows };
}

/** A mark, who ticked it and who did not. */
function dividedLine({ id, ticked, unticked }: MarkDecision, { marks = [] }: Question): Text {
  const mark = marks.find((each) => each.id === id)?.text ?? id;
  return phrase('panel', 'mark-split', { mark, ticked: listed(ticked), unticked: listed(unticked) });
}

/** @param isMarked whether a reviewer gave marks */
function questionView(view: View, { levels, marks = [] }: Question, isMarked: boolean): ViewRow {
  const { reviewer, level, state, marks: ticked, because, rationale, confidence, review, evidence } = view;
  const reasons = [
    rationale,
    confidence && aside(phrase('panel', 'confidence', { confidence: phrase('report', `confidence-${confidence}`) })).trimStart(),
    review !== undefined && phrase('panel', 'view-marked', { because: review }),
  ];
  const reason = inSentences(reasons);
  if (level !== null) {
    const words = phrase('panel', 'view-level', { level, top: levels.length - 1 });
    const counts = { level: words, ticked: ticked?.length ?? 0, n: marks.length };
    const lead = isMarked ? phrase('panel', ticked ? 'view-marks' : 'view-no-marks', counts) : words;
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
    return { id, text: texts.get(id) ?? id, about: phrase('report', `severity-${severity}`), views: rows };
  });
  return section('flags', phrase('panel', 'flags'), entries.map(isFull ? fullEntries(rubric) : briefNote));
}

/** Guiding questions that were not answered alike. */
export function stepSection({ steps }: PanelResult, rubric: Rubric, isFull: boolean): Block[] {
  const texts = guidingTexts(rubric);
  const entries = steps.map(({ id, views }): Entry => {
    const rows = views.map(({ reviewer, status, notes = '' }) => {
      return { reviewer, lead: phrase('panel', status === null ? 'view-unanswered' : `status-${status}`), reason: notes };
    });
    return { id, text: texts.get(id) ?? id, about: '', views: rows };
  });
  return section('steps', phrase('panel', 'steps'), entries.map(isFull ? fullEntries(rubric) : briefNote));
}

/** Makes the entries of a full document. */
function fullEntries(rubric: Rubric): (entry: Entry) => Blocks {
  const numbers = numbersOf(rubric);
  return (entry) => fullEntry(entry, numbers.get(entry.id));
}

/** @param name the number that the form shows; that of the heading says what to discuss first */
function fullEntry({ id, text, number, about, divided = [], views }: Entry, name: string | undefined): Blocks {
  return [
    heading(3, text, id, number === undefined ? undefined : `${number}.`),
    paragraph([name !== undefined && `${name}${comma()}`, code(id), about && `${comma()}${about}`], 'ids'),
    divided.length > 0 && [paragraph(phrase('panel', 'marks-differ')), list(divided)],
    viewTable(text, views),
  ];
}

function viewTable(about: string, views: readonly ViewRow[]): Table {
  const columns = [
    left<ViewRow>(phrase('panel', 'table-reviewer'), 16, ({ reviewer }) => reviewer),
    left<ViewRow>(phrase('panel', 'table-view'), 34, ({ lead, text }) => [
      strong(lead),
      text && `${phrase('values', 'label-separator')}${text}`,
    ]),
    left<ViewRow>(phrase('panel', 'table-rationale'), 25, ({ reason }) => reason),
    views.some(({ evidence }) => evidence !== undefined) &&
      left<ViewRow>(phrase('panel', 'table-evidence'), 25, ({ evidence = [] }) => ({ kind: 'lines', lines: linesOf(evidence) })),
  ];
  return tableOf(about, columns, views);
}

function linesOf(evidence: readonly Evidence[]) {
  return evidence.map(pieceRuns).filter((runs) => runs.length > 0);
}

function briefEntry({ id, text, number, about, divided = [], views }: Entry): Blocks {
  return [
    paragraph([`${number}. `, strong(id), `  ${about}`], 'entry'),
    paragraph(toned(text, 'dim'), 'detail'),
    divided.length > 0 && [
      paragraph(phrase('panel', 'marks-differ'), 'detail'),
      divided.map((line) => paragraph(line, 'sub-detail')),
    ],
    views.map((view) => [
      viewLine(view, view.text),
      [view.reason, ...linesOf(view.evidence ?? [])].map((line) => paragraph(line, 'sub-detail')),
    ]),
  ];
}

/** An entry with little to say: its id and text in one line. */
function briefNote({ id, text, about, views }: Entry): Blocks {
  return [
    paragraph([strong(id), `  ${[about, text].filter(Boolean).join('  ')}`]),
    views.map((view) => viewLine(view, view.reason)),
  ];
}

function viewLine({ reviewer, lead }: ViewRow, text: string | undefined): Block {
  return paragraph([withColon(reviewer, lead), text].filter(Boolean).join(phrase('values', 'stop-separator')), 'detail');
}
