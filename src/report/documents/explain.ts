import { applies, type QuestionState } from '../../core/applicability.ts';
import { type Bounds, boundsOf, type Filling } from '../../core/bounds.ts';
import type { AssessmentResult, FeatureResult, QuestionResult, Result } from '../../core/result.ts';
import { type Feature, prepareRubric, type Question, type Rubric } from '../../core/rubric.ts';
import { phrase } from '../../messages/phrases.ts';
import { showScore } from '../../text/number.ts';
import type { Block, Cell, Detail, Document, Heading } from '../document/blocks.ts';
import { code, listOf, paragraph, plain, words } from '../document/build.ts';
import { left, right, tableOf } from '../document/table.ts';
import { bandBounds, bandTitle, capSentences, draftName, frameOf } from '../words/phrases.ts';

/** All that the arithmetic of scores is made from. */
export interface ExplainInput {
  readonly result: Result;
  readonly rubric: Rubric;
  /** A question or a feature; undefined for all. */
  readonly id: string | undefined;
}

/** The arithmetic of one assessment. */
interface Sums {
  readonly assessment: AssessmentResult;
  readonly rubric: Rubric;
  readonly id: string | undefined;
  readonly isFull: boolean;
  /** The level of a feature's heading: one further down where several drafts have a heading each. */
  readonly level: Heading['level'];
}

/** The arithmetic of a score, number by number, so that anyone can redo it with a pencil. */
export function explainDocument({ result, rubric, id }: ExplainInput, detail: Detail): Document {
  const isFull = detail === 'full';
  const { assessments } = result;
  const [only] = assessments;
  const isOne = only !== undefined && assessments.length === 1;
  const title = isOne ? phrase('report', 'explain-title', { draft: draftName(only) }) : phrase('report', 'explain-titles');
  const head: Block[] = [
    { kind: 'heading', level: 1, text: title },
    paragraph(phrase('report', 'explain-about')),
    paragraph(phrase('report', 'explain-range'), 'about'),
  ];
  return {
    title,
    ...frameOf(rubric),
    blocks: [
      ...(isFull ? head : []),
      ...assessments.flatMap((assessment): Block[] => {
        const isHead = !isFull || !isOne;
        const level = isFull && !isOne ? 3 : 2;
        return [
          ...(isHead ? [{ kind: 'heading', level: isFull ? 2 : 1, text: draftName(assessment) } as const] : []),
          ...assessmentSums({ assessment, rubric, id, isFull, level }),
        ];
      }),
    ],
  };
}

function assessmentSums(sums: Sums): Block[] {
  const { rubric, id } = sums;
  const chosen = rubric.features.filter((feature) => id === undefined || id === feature.id || id.startsWith(`${feature.id}.`));
  return [...chosen.flatMap((feature) => featureSums(feature, sums)), ...(id === undefined ? overallSums(sums) : [])];
}

function featureSums(feature: Feature, { assessment, rubric, id, isFull, level }: Sums): Block[] {
  const results = new Map(assessment.questions.map((question) => [question.id, question]));
  const isWhole = id === undefined || id === feature.id;
  const pairs = feature.questions
    .filter((question) => isWhole || id === question.id)
    .flatMap((question) => {
      const found = results.get(question.id);
      return found ? [{ question, found }] : [];
    });
  const totals = isWhole ? assessment.features.find((each) => each.id === feature.id) : undefined;
  const sums = totals && sumsOf(feature, results);
  const rows = pairs.map(({ question, found }) => questionRow(question, found, isFull));
  if (sums && sums.all > 0)
    rows.push([phrase('report', 'explain-sum'), '', '', figure(sums.known), figure(sums.got)].map((text) => words(text)));
  const aside = pairs.flatMap(({ question, found: { because, state } }) =>
    state === 'not-applicable' || state === 'not-asked'
      ? [phrase('report', 'explain-aside', { question: nameOf(question), because: because ?? '' })]
      : [],
  );
  return [
    { kind: 'heading', level, text: `${feature.title} (${feature.id})` },
    sumTable(feature.title, rows),
    ...(aside.length > 0 ? [listOf(aside)] : []),
    ...(totals && sums ? meanLines(totals, sums, endsOf(feature, rubric, assessment)) : []),
  ];
}

function sumTable(about: string, rows: readonly (readonly Cell[])[]): Block {
  type Row = readonly Cell[];
  const titles = ['level', 'value', 'weight', 'product'] as const;
  const columns = [
    left<Row>(phrase('report', 'explain-question'), 48, ([name = []]) => name),
    ...titles.map((key, index) => right<Row>(phrase('report', `explain-${key}`), 13, (cells) => cells[index + 1] ?? [])),
  ];
  return tableOf(about, columns, rows);
}

function questionRow(question: Question, { state, level, value, weight }: QuestionResult, isFull: boolean): Cell[] {
  const name: Cell = isFull ? [plain(`${question.text} (`), code(question.id), plain(')')] : words(nameOf(question));
  const figures = (texts: readonly string[]): Cell[] => [name, ...texts.map((text) => words(text))];
  switch (state) {
    case 'scored': {
      const points = `${question.values[level ?? 0]}/${question.values.at(-1)}`;
      return figures([String(level), points, figure(weight), figure(weight * (value ?? 0))]);
    }
    case 'unanswered':
      return figures([phrase('report', 'explain-blank'), '-', figure(weight), '-']);
    case 'not-applicable':
    case 'not-asked':
      return figures(['n/a', '', '', '']);
  }
}

/** A question's id without that of its feature. */
function nameOf({ id }: Question): string {
  return id.slice(id.indexOf('.') + 1);
}

/**
 * What a feature's score is worked out from.
 * @returns `known`: weights of the questions that are answered; `all`: of all that apply; `got`: weights times values of those answered
 */
function sumsOf(feature: Feature, results: ReadonlyMap<string, QuestionResult>) {
  const own = feature.questions.map((question) => results.get(question.id)).filter((each) => each !== undefined);
  const answered = own.filter((each) => each.state === 'scored');
  const open = own.filter((each) => each.state === 'unanswered');
  const weightOf = (some: readonly QuestionResult[]): number => some.reduce((sum, each) => sum + each.weight, 0);
  const known = weightOf(answered);
  const got = answered.reduce((sum, each) => sum + each.weight * (each.value ?? 0), 0);
  return { known, all: known + weightOf(open), got };
}

/** The sums of a feature's low and high, in the weights of the rubric. */
interface EndSums {
  readonly top: number;
  readonly bottom: number;
  /** The questions that apply now and would not count. */
  readonly without: readonly string[];
}

/** How the low and the high of a feature are reached; null if no question of it can count. */
function endsOf(feature: Feature, rubric: Rubric, assessment: AssessmentResult): Record<'low' | 'high', EndSums> | null {
  const prepared = prepareRubric(rubric, '');
  const states = statesOf(assessment);
  const index = prepared.features.findIndex((each) => each.feature.id === feature.id);
  const [scored, bounds] = [prepared.features[index], boundsOf(prepared, states).features[index]];
  const weighty = scored?.questions.find(({ units }) => units > 0n);
  if (!scored || !bounds || !weighty) return null;
  const perUnit = weighty.question.weight / Number(weighty.units);
  const endSums = ({ got, units, counted }: Filling): EndSums => ({
    top: (Number(got) / Number(scored.parts)) * perUnit,
    bottom: Number(units) * perUnit,
    without: counted
      ? scored.questions.flatMap(({ question }) => {
          const state = states.get(question.id);
          return state && applies(state) && !counted.has(question.id) ? [nameOf(question)] : [];
        })
      : [],
  });
  return { low: endSums(bounds.low), high: endSums(bounds.high) };
}

function statesOf({ questions }: AssessmentResult): Map<string, QuestionState> {
  return new Map(questions.map((question) => [question.id, stateOf(question)]));
}

function stateOf({ state, level, because = '' }: QuestionResult): QuestionState {
  switch (state) {
    case 'scored':
      return { kind: state, level: level ?? 0 };
    case 'unanswered':
      return { kind: state };
    case 'not-applicable':
      return { kind: state, reason: because };
    case 'not-asked':
      return { kind: state, because };
  }
}

function meanLines(
  totals: FeatureResult,
  { known, got }: ReturnType<typeof sumsOf>,
  ends: Record<'low' | 'high', EndSums> | null,
): Block[] {
  if (!ends) return [listOf([phrase('report', 'explain-feature-out')])];
  const line = (name: string, top: number, bottom: number, score: number | null): string =>
    phrase('report', 'explain-mean', { name, top: figure(top), bottom: figure(bottom), score: showScore(score) });
  return [
    listOf([
      known === 0 ? phrase('report', 'explain-no-score') : line('score', got, known, totals.score),
      ...(['low', 'high'] as const).flatMap((name) => {
        const { top, bottom, without } = ends[name];
        const sums = line(name, top, bottom, totals[name]);
        return without.length === 0
          ? [sums]
          : [sums, phrase('report', 'explain-without', { name, questions: without.join(', ') })];
      }),
    ]),
  ];
}

function overallSums({ assessment, rubric, level }: Sums): Block[] {
  const bounds = boundsOf(prepareRubric(rubric, ''), statesOf(assessment));
  return [
    { kind: 'heading', level, text: phrase('report', 'explain-overall') },
    listOf([
      ...(['score', 'low', 'high'] as const).map((key) => overallLine(key, assessment, { rubric, bounds })),
      phrase('report', 'explain-band', { band: bandTitle(rubric, assessment.uncappedBand) }),
      ...capSentences(rubric, assessment),
    ]),
  ];
}

function overallLine(
  key: 'score' | 'low' | 'high',
  assessment: AssessmentResult,
  { rubric, bounds }: { readonly rubric: Rubric; readonly bounds: Bounds },
): string {
  const isIn = (feature: FeatureResult): boolean => key === 'score' || bounds[key].counted.has(feature.id);
  const counted = assessment.features.filter((feature) => feature[key] !== null && feature.weight > 0 && isIn(feature));
  if (counted.length === 0) return `${key}: ${phrase('report', 'no-score')}`;
  const weights = counted.reduce((sum, feature) => sum + feature.weight, 0);
  const terms = counted.map((feature) => `${figure(feature.weight)} x ${figure(feature[key] ?? 0)}`).join(' + ');
  const less = assessment.deducted > 0 ? ` - ${figure(assessment.deducted)}` : '';
  const floor = assessment.deducted > 0 && assessment[key] === 0 ? `, ${phrase('report', 'explain-floor')}` : '';
  return `${key} = (${terms}) / ${figure(weights)}${less} = ${showScore(assessment[key], bandBounds(rubric))}${floor}`;
}

/** Up to four decimals, without trailing zeros. */
function figure(number: number): string {
  return String(Number(number.toFixed(4)));
}
