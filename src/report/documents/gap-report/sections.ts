import type { Assessment, StepAnswer } from '../../../core/answers.ts';
import type { LineUnit } from '../../../core/reading.ts';
import type { AssessmentResult, Result, StepResult } from '../../../core/result.ts';
import type { GuidingQuestion, Rubric } from '../../../core/rubric.ts';
import { after, aside, comma, inSentences, listed, withColon } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Block, Detail, Lines } from '../../document/blocks.ts';
import {
  type Blocks,
  code,
  emphasis,
  heading,
  idOf,
  list,
  paragraph,
  runsOf,
  section,
  strong,
  type Text,
} from '../../document/build.ts';
import { left, tableOf } from '../../document/table.ts';
import { gravestFirst, severityRun } from '../../words/draft.ts';
import { quotedUnit } from '../../words/evidence.ts';
import { numbered, numbersOf } from '../../words/numbers.ts';
import { conventionBlocks, principleWords, textsOf } from '../../words/rubric.ts';
import { counted } from '../../words/score.ts';
import { dissentDetails } from '../panel/record.ts';
import { evidenceItem, evidenceList, reviewNote } from './answers.ts';

/** The answers that need another look before the report is handed in. */
export function reviewSection({ review, panel }: AssessmentResult, rubric: Rubric, detail: Detail): Block[] {
  const about = phrase('report', panel ? 'review-about-panel' : 'review-about', { n: review.length });
  const numbers = numbersOf(rubric);
  const items = review.map(({ kind, id, because }) => [
    detail === 'full' && numbers.has(id) && `${numbers.get(id)} `,
    kind === 'flag' ? { ...code(id), to: `flag-${id}` } : idOf(id),
    `${phrase('values', 'label-separator')}${because}`,
  ]);
  return section('review', phrase('report', 'review-title'), [
    detail === 'full' && items.length > 0 && paragraph(about, 'about'),
    list(items),
  ]);
}

/** Red flags that are present, the gravest first, and those that were not found or not looked for. */
export function flagSection({ flags, evidence: checked }: AssessmentResult, assessment: Assessment, rubric: Rubric): Block[] {
  if (rubric.flags.length === 0) return [];
  const numbers = numbersOf(rubric);
  const byId = new Map(rubric.flags.map((flag) => [flag.id, flag]));
  const entries = gravestFirst(flags).map(({ id, severity, because, review, evidence, dissent }): Blocks => {
    const { text = id, principles = [], help } = byId.get(id) ?? {};
    const cited = principles.length > 0 && `${comma()}${principleWords(principles)}`;
    return [
      heading(3, text, `flag-${id}`, numbers.get(id)),
      paragraph([code(id), comma(), { ...severityRun(severity), style: 'strong' }, cited], 'ids'),
      paragraph(because ?? phrase('report', 'no-reason')),
      reviewNote(review),
      evidenceList(evidence, quotedUnit(checked)),
      dissentDetails(dissent),
      help && paragraph([emphasis(phrase('report', 'flag-help')), after(phrase('report', 'flag-help'), help)], 'note'),
    ];
  });
  const looked = rubric.flags.filter((flag) => (assessment.flags.get(flag.id)?.present ?? null) !== null);
  const absent = looked.filter((flag) => !assessment.flags.get(flag.id)?.present).map(({ id }) => numbered(numbers, id, id));
  const closing = [
    ...(absent.length > 0 ? [phrase('report', 'flags-absent', { n: absent.length, ids: listed(absent) })] : []),
    ...counted('report', { 'flags-unchecked': rubric.flags.length - looked.length }),
  ];
  const about = paragraph(phrase('report', 'flags-about'), 'about');
  return section('flags', phrase('report', 'flags'), [about, entries, paragraph(inSentences(closing))]);
}

/** The same in two lines for each flag. */
export function briefFlags({ flags, flagsChecked }: AssessmentResult, rubric: Rubric): Block[] {
  if (rubric.flags.length === 0) return [];
  const texts = textsOf(rubric);
  const none = paragraph(phrase('report', flagsChecked === 0 ? 'flags-not-looked' : 'flags-none'));
  const entries = gravestFirst(flags).map(({ id, severity, because }) => [
    paragraph([severityRun(severity), '  ', strong(id), `  ${texts.get(id) ?? ''}`]),
    paragraph(because ?? phrase('report', 'no-reason'), 'detail'),
  ]);
  return section('flags', phrase('report', 'flags'), flags.length === 0 ? none : entries);
}

/** The steps: how far the groundwork of the draft is covered, reported apart from the score. */
export function stepSection({ steps, evidence: checked }: AssessmentResult, assessment: Assessment, rubric: Rubric): Block[] {
  const unit = quotedUnit(checked);
  const numbers = numbersOf(rubric);
  const entries = rubric.steps.map(({ id, title, questions }): Blocks => {
    const found = steps.find((each) => each.id === id);
    const answerTo = (question: GuidingQuestion) => assessment.steps.get(question.id);
    const columns = [
      left<GuidingQuestion>(phrase('report', 'table-guiding'), 40, ({ id, text }) => numbered(numbers, id, text)),
      left<GuidingQuestion>(phrase('report', 'table-status'), 15, (question) =>
        phrase('report', `status-${answerTo(question)?.status ?? 'open'}`),
      ),
      left<GuidingQuestion>(phrase('report', 'table-notes'), 45, (question) => notesCell(answerTo(question), unit)),
    ];
    return found && [heading(3, withColon(title, stepWords(found))), found.answered > 0 && tableOf(title, columns, questions)];
  });
  const about = paragraph(phrase('report', 'steps-about'), 'about');
  return section('steps', phrase('report', 'steps-title'), steps.length > 0 && [about, entries]);
}

/** The notes on a guiding question, and its evidence below them. */
function notesCell({ notes, evidence = [] }: Partial<StepAnswer> = {}, unit: LineUnit): Lines | Text {
  if (evidence.length === 0) return notes;
  const lines = [notes, ...evidence.map((piece) => evidenceItem(piece, unit))].map(runsOf);
  return { kind: 'lines', lines: lines.filter(({ length }) => length > 0) };
}

/** The same in a line for each step. */
export function briefSteps({ steps }: AssessmentResult): Block[] {
  const title = `${phrase('report', 'steps')}${aside(phrase('report', 'steps-note'))}`;
  const columns = [left<StepResult>('', 50, (step) => step.title), left<StepResult>('', 30, stepWords)];
  return section('steps', title, tableOf(title, columns, steps));
}

/** How far a step is covered, in a few words. */
function stepWords({ coverage, answered, questions: n }: StepResult): string {
  if (answered === 0) return phrase('report', 'step-open', { n });
  const share = coverage === null ? phrase('report', 'no-score') : coverage.toFixed(0);
  return phrase('report', 'step-line', { coverage: share, answered, n });
}

/** Answers in the file that do not count, and the effects of another version of the rubric. */
export function notCountedSection({ ignored, carried }: AssessmentResult, rubric: Rubric, detail: Detail): Blocks {
  const { version } = rubric;
  const numbers = numbersOf(rubric);
  const items = ignored.map(({ question, because }) => [
    detail === 'full' && `${numbers.get(question)} `,
    idOf(question),
    `${phrase('values', 'label-separator')}${because}`,
  ]);
  const { renamed = [], dropped = [], unanswered = [], from = '' } = carried ?? {};
  const ids = listed(unanswered);
  const lines = [
    ...renamed.map(({ from: old, to }) => phrase('report', 'carried-renamed', { from: old, to })),
    ...dropped.map(({ question, reason }) => phrase('report', 'carried-dropped', { question, reason })),
    ...(ids === '' ? [] : [phrase('report', 'carried-unanswered', { n: unanswered.length, ids })]),
  ];
  return [
    section('ignored', phrase('report', 'ignored'), list(items)),
    carried && [heading(2, phrase('report', 'carried', { from, version }), 'carried'), list(lines)],
  ];
}

/** How the score came about, the sources of the rubric, and the limits of the score. */
export function methodSection({ source, questions, evidence }: AssessmentResult, rubric: Rubric, run: Result): Block[] {
  const { title, version, features, caps, sources } = rubric;
  const bands = listed(rubric.bands.map((band) => `${band.title}${aside(phrase('report', 'band-from', { from: band.from }))}`));
  const n = features.reduce((sum, feature) => sum + feature.questions.length, 0);
  const elsewhere = questions.filter((question) => question.elsewhere).length;
  const isSerious = caps.some(({ when }) => when === 'serious-flags');
  const made = { title, version, digest: run.rubric.digest, tool: run.tool.version, source };
  return section('method', phrase('report', 'method'), [
    paragraph(phrase('report', 'method-score', { n, features: features.length, bands })),
    paragraph(phrase('report', 'method-range')),
    caps.length > 0 && paragraph(phrase('report', isSerious ? 'method-caps-serious' : 'method-caps')),
    elsewhere > 0 && paragraph(phrase('report', 'method-context', { n: elsewhere })),
    conventionBlocks(rubric),
    paragraph(phrase('report', 'method-limits')),
    sources.length > 0 && paragraph(phrase('report', 'sources'), 'about'),
    list(sources.map(({ about, ...dated }) => withColon(listed([dated.title, dated.year].filter(Boolean)), about))),
    evidence &&
      'quotes' in evidence &&
      evidence.quotes > 0 &&
      paragraph(phrase('report', 'method-quotes', { text: evidence.text })),
    paragraph(phrase('report', 'made-by', made)),
  ]);
}
