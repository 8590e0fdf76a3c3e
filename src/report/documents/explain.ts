import { applies, type QuestionState } from '../../core/applicability.ts';
import { type Bounds, boundsOf, type Filling } from '../../core/bounds.ts';
import type { AssessmentResult, FeatureResult, QuestionResult, Result } from '../../core/result.ts';
import { type Feature, prepareRubric, type Question, type Rubric } from '../../core/rubric.ts';
import { comma, listed, withColon } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import { withDecimalSign } from '../../text/language.ts';
import { showScore } from '../../text/number.ts';
import type { Detail, Document, Heading, Table } from '../document/blocks.ts';
import { type Blocks, code, heading, list, paragraph, type Text } from '../document/build.ts';
import { left, right, tableOf } from '../document/table.ts';
import type { Input } from '../reporter.ts';
import { draftName, failureSection, madeWithNote } from '../words/draft.ts';
import { documentOf } from '../words/rubric.ts';
import { bandTitle, capSentences, counted, shownScore } from '../words/score.ts';
import { type Explained, isMarked, markBlocks } from './explain-marks.ts';

/** All that the arithmetic of scores is made from. */
export interface ExplainInput extends Input<Result> {
  /** A question or a feature; undefined for all. */
  readonly id: string | undefined;
}

/** The arithmetic of one assessment. */
interface Sums {
  readonly assessment: AssessmentResult;
  readonly rubric: Rubric;
  readonly id: string | undefined;
  readonly isFull: boolean;
  /** The level of a feature's heading: one further down if several drafts have a heading each. */
  readonly level: Heading['level'];
}

/** The arithmetic of a score, number by number, so that anyone can redo it with a pencil. */
export function explainDocument(input: ExplainInput, detail: Detail): Document {
  const { result, rubric, id } = input;
  const isFull = detail === 'full';
  const { assessments, failures } = result;
  const [only] = assessments;
  const one = assessments.length === 1 && failures.length === 0 ? only : undefined;
  const title = one ? phrase('report', 'explain-title', { draft: draftName(one) }) : phrase('report', 'explain-titles');
  const head = [
    heading(1, title),
    paragraph(phrase('report', 'explain-about')),
    paragraph(phrase('report', 'explain-range'), 'about'),
  ];
  return documentOf(rubric, title, {
    blocks: [
      isFull && head,
      assessments.map((assessment) => [
        (!isFull || !one) && heading(isFull ? 2 : 1, draftName(assessment)),
        assessmentSums({ assessment, rubric, id, isFull, level: isFull && !one ? 3 : 2 }),
      ]),
      marksNote(input, isFull),
      isFull
        ? failureSection(result)
        : counted('report', { failures: failures.length }).map((line) => paragraph(line, 'verdict')),
    ],
    closing: madeWithNote(result, rubric, detail),
  });
}

function assessmentSums(sums: Sums): Blocks {
  const { rubric, id } = sums;
  return [chosenFeatures(rubric, id).map((feature) => featureSums(feature, sums)), id === undefined && overallSums(sums)];
}

/** All features, or the one with this id or with the question of this id. */
function chosenFeatures({ features }: Rubric, id: string | undefined): Feature[] {
  return features.filter((feature) => id === undefined || id === feature.id || id.startsWith(`${feature.id}.`));
}

/** What marks mean for a score, said once; on a screen that lists all features, only where to see the marks. */
function marksNote({ result, rubric, id }: ExplainInput, isFull: boolean): Blocks {
  const explained = result.assessments.flatMap((assessment) =>
    chosenFeatures(rubric, id).flatMap((feature) => pairsOf(feature, assessment, id)),
  );
  const isLeftOut = !isFull && id === undefined;
  const note = phrase('report', isLeftOut ? 'explain-marks-hint' : 'explain-marks-about');
  return explained.some(isMarked) && paragraph(note, 'entry');
}

function featureSums(feature: Feature, { assessment, rubric, id, isFull, level }: Sums): Blocks {
  const isWhole = id === undefined || id === feature.id;
  const pairs = pairsOf(feature, assessment, id);
  const totals = isWhole ? assessment.features.find((each) => each.id === feature.id) : undefined;
  const sums = sumsOf(pairs.map(({ found }) => found));
  const total = [phrase('report', 'explain-sum'), '', '', figure(sums.known), figure(sums.got)];
  const rows = pairs.map(({ question, found }) => questionRow(question, found, isFull));
  const aside = pairs
    .filter(({ found: { state } }) => state === 'not-applicable' || state === 'not-asked')
    .map(({ question, found: { because = '' } }) => phrase('report', 'explain-aside', { question: nameOf(question), because }));
  return [
    heading(level, `${feature.title} (${feature.id})`),
    sumTable(feature.title, totals && sums.all > 0 ? [...rows, total] : rows),
    list(aside),
    totals && meanLines(totals, sums, endsOf(feature, rubric, assessment)),
    (isFull || id !== undefined) && markBlocks(pairs, id !== undefined && !isWhole),
  ];
}

/** The questions of a feature with their results; if `id` is that of a question, only this one. */
function pairsOf(feature: Feature, { questions }: AssessmentResult, id: string | undefined): Explained[] {
  const results = new Map(questions.map((question) => [question.id, question]));
  return feature.questions.flatMap((question) => {
    const found = results.get(question.id);
    return found && (id === undefined || id === feature.id || id === question.id) ? [{ question, found }] : [];
  });
}

type Row = readonly Text[];

function sumTable(about: string, rows: readonly Row[]): Table {
  const figures = (['level', 'value', 'weight', 'product'] as const).map((key, index) =>
    right<Row>(phrase('report', `explain-${key}`), 13, (cells) => cells[index + 1]),
  );
  return tableOf(about, [left<Row>(phrase('report', 'explain-question'), 48, ([name]) => name), ...figures], rows);
}

function questionRow(question: Question, { state, level, value, weight }: QuestionResult, isFull: boolean): Row {
  const name = isFull ? [`${question.text} (`, code(question.id), ')'] : nameOf(question);
  const points = `${question.values[level ?? 0]}/${question.values.at(-1)}`;
  if (state === 'scored') return [name, level, points, figure(weight), figure(weight * (value ?? 0))];
  return state === 'unanswered' ? [name, phrase('report', 'explain-blank'), '-', figure(weight), '-'] : [name, 'n/a'];
}

/** A question's id without that of its feature. */
function nameOf({ id }: Question): string {
  return id.slice(id.indexOf('.') + 1);
}

/**
 * What a feature's score is calculated from.
 * @returns `known`: weights of the questions that are answered; `all`: of all that apply; `got`: weights times values of those answered
 */
function sumsOf(questions: readonly QuestionResult[]) {
  const sum = (state: QuestionResult['state'], of: (each: QuestionResult) => number): number =>
    questions.filter((each) => each.state === state).reduce((total, each) => total + of(each), 0);
  const known = sum('scored', ({ weight }) => weight);
  return {
    known,
    all: known + sum('unanswered', ({ weight }) => weight),
    got: sum('scored', ({ weight, value }) => weight * (value ?? 0)),
  };
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
  const endSums = ({ got, units, counted: inMean }: Filling): EndSums => ({
    top: (Number(got) / Number(scored.parts)) * perUnit,
    bottom: Number(units) * perUnit,
    without: inMean
      ? scored.questions.flatMap(({ question }) => {
          const state = states.get(question.id);
          return state && applies(state) && !inMean.has(question.id) ? [nameOf(question)] : [];
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

type Key = 'score' | 'low' | 'high';

function meanLines(
  totals: FeatureResult,
  { known, got }: ReturnType<typeof sumsOf>,
  ends: Record<'low' | 'high', EndSums> | null,
): Blocks {
  if (!ends) return list([phrase('report', 'explain-feature-out')]);
  const line = (key: Key, top: number, bottom: number, mean: number | null): string =>
    phrase('report', 'explain-mean', {
      name: phrase('report', `explain-${key}`),
      top: figure(top),
      bottom: figure(bottom),
      score: showScore(mean),
    });
  return list([
    known === 0 ? phrase('report', 'explain-no-score') : line('score', got, known, totals.score),
    ...(['low', 'high'] as const).flatMap((key) => {
      const { top, bottom, without } = ends[key];
      const sums = line(key, top, bottom, totals[key]);
      const name = phrase('report', `explain-${key}`);
      return without.length === 0 ? [sums] : [sums, phrase('report', 'explain-without', { name, questions: listed(without) })];
    }),
  ]);
}

function overallSums({ assessment, rubric, level }: Sums): Blocks {
  const bounds = boundsOf(prepareRubric(rubric, ''), statesOf(assessment));
  return [
    heading(level, phrase('report', 'explain-overall')),
    list([
      ...(['score', 'low', 'high'] as const).map((key) => overallLine(key, assessment, { rubric, bounds })),
      phrase('report', 'explain-band', { band: bandTitle(rubric, assessment.uncappedBand) }),
      ...capSentences(rubric, assessment),
    ]),
  ];
}

function overallLine(
  key: Key,
  assessment: AssessmentResult,
  { rubric, bounds }: { readonly rubric: Rubric; readonly bounds: Bounds },
): string {
  const isIn = (feature: FeatureResult): boolean => key === 'score' || bounds[key].counted.has(feature.id);
  const counting = assessment.features.filter((feature) => feature[key] !== null && feature.weight > 0 && isIn(feature));
  const name = phrase('report', `explain-${key}`);
  if (counting.length === 0) return withColon(name, phrase('report', 'no-score'));
  const weights = counting.reduce((sum, feature) => sum + feature.weight, 0);
  const terms = counting.map((feature) => `${figure(feature.weight)} x ${figure(feature[key] ?? 0)}`).join(' + ');
  const less = assessment.deducted > 0 ? ` - ${figure(assessment.deducted)}` : '';
  const floor = assessment.deducted > 0 && assessment[key] === 0 ? `${comma()}${phrase('report', 'explain-floor')}` : '';
  return `${name} = (${terms}) / ${figure(weights)}${less} = ${shownScore(assessment[key], rubric)}${floor}`;
}

/** Up to four decimals, without trailing zeros. */
function figure(number: number): string {
  return withDecimalSign(String(Number(number.toFixed(4))));
}
