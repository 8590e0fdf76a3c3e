import type { Assessment } from './answers.ts';
import { applies, type QuestionState, questionStates } from './applicability.ts';
import { bandFor, capBand, triggeredCaps } from './bands.ts';
import { boundsOf, type FeatureBounds, meanOfFilling } from './bounds.ts';
import { isWithoutCase } from './cases.ts';
import { inContext } from './context.ts';
import { add, divide, multiply, type Ratio, ratio, reduce, subtract, toNumber, zero } from './exact.ts';
import { findGaps } from './gaps.ts';
import type { AssessmentResult, ContextFigures, FeatureResult, FlagResult, QuestionResult, StepResult } from './result.ts';
import type { PreparedRubric, ScoredFeature, ScoredQuestion, Step } from './rubric.ts';
import type { Writable } from './writable.ts';

const hundred = ratio(100);

/**
 * Scores one assessment by the scoring rules, which docs/methodology.md numbers.
 * @param source the name of the answers file, copied to the result
 * @returns scores 0..100, unrounded; `score` is null if nothing is answered, and all three are null if nothing applies
 */
export function scoreAssessment(prepared: PreparedRubric, assessment: Assessment, source: string): AssessmentResult {
  const deducted = deduction(prepared, assessment);
  const { states, bounds, perFeature, figures } = overall(prepared, assessment, deducted);
  const raised = inContext(assessment);
  const counts = { scored: 0, unanswered: 0, 'not-applicable': 0, 'not-asked': 0 };
  for (const { kind } of states.values()) counts[kind] += 1;
  return {
    source,
    draft: assessment.draft,
    reviewer: assessment.reviewer,
    score: figures.score,
    low: figures.low,
    high: figures.high,
    answered: counts.scored,
    applicable: counts.scored + counts.unanswered,
    notApplicable: counts['not-applicable'],
    notAsked: counts['not-asked'],
    band: figures.band,
    uncappedBand: figures.uncappedBand,
    caps: figures.caps,
    deducted: toNumber(deducted),
    features: perFeature.map((feature) => featureResult(prepared, feature, states, assessment)),
    gaps: findGaps(prepared, assessment, states, bounds),
    flags: flagsPresent(prepared, assessment),
    flagsChecked: [...prepared.flags.keys()].filter((id) => (assessment.flags.get(id)?.present ?? null) !== null).length,
    steps: prepared.rubric.steps.map((step) => stepCoverage(step, assessment)),
    ignored: ignoredAnswers(prepared, assessment, states),
    questions: Array.from(prepared.questions.values(), (scored) => questionResult(prepared, scored, { assessment, states })),
    ...(raised && { inContext: overall(prepared, raised, deducted).figures }),
    gates: [],
    review: reviewList(prepared, assessment),
    ...(assessment.carried && { carried: assessment.carried }),
    ...(assessment.panel && { panel: assessment.panel }),
  };
}

/**
 * Scores one assessment with what other law in force gives, in every part of the result.
 * @returns undefined if no answer names other law
 */
export function scoreInContext(prepared: PreparedRubric, assessment: Assessment, source: string): AssessmentResult | undefined {
  const raised = inContext(assessment);
  return raised && scoreAssessment(prepared, raised, source);
}

/** The overall figures of an assessment, and what they are calculated from. */
function overall(prepared: PreparedRubric, assessment: Assessment, deducted: Ratio) {
  const states = questionStates(prepared, assessment);
  const bounds = boundsOf(prepared, states);
  const perFeature = prepared.features.map((scored, index) => meansOf(scored, states, bounds.features[index] ?? null));
  const finish = (mean: Ratio | null): Ratio | null => mean && afterDeduction(mean, deducted);
  const score = finish(overallScore(perFeature));
  const caps = triggeredCaps(prepared, states, assessment);
  const uncappedBand = bandFor(prepared.bands, score);
  const figures: ContextFigures = {
    score: asNumber(score),
    low: asNumber(finish(bounds.low.mean)),
    high: asNumber(finish(bounds.high.mean)),
    band: capBand(prepared.rubric.bands, uncappedBand, caps),
    uncappedBand,
    caps,
  };
  return { states, bounds, perFeature, figures };
}

/** Score, low and high of a feature as exact fractions, 0..1; null if no question counts towards the mean. */
interface Means {
  readonly scored: ScoredFeature;
  readonly score: Ratio | null;
  readonly low: Ratio | null;
  readonly high: Ratio | null;
}

/** Scoring rule 3. A feature whose applicable questions all have weight 0 is treated like one without applicable questions. */
function meansOf(scored: ScoredFeature, states: ReadonlyMap<string, QuestionState>, bounds: FeatureBounds | null): Means {
  return {
    scored,
    score: answeredMean(scored, states),
    low: bounds && meanOfFilling(bounds.low, scored),
    high: bounds && meanOfFilling(bounds.high, scored),
  };
}

/** The mean of the answered questions, 0..1; null if none of them counts. */
export function answeredMean({ questions, parts }: ScoredFeature, states: ReadonlyMap<string, QuestionState>): Ratio | null {
  // In whole units and parts (see `ScoredQuestion`), so that there is a single division at the end.
  let [got, answered] = [0n, 0n];
  for (const { question, units, levelParts } of questions) {
    const state = states.get(question.id);
    if (state?.kind !== 'scored') continue;
    answered += units;
    got += levelParts[state.level] ?? 0n;
  }
  return answered === 0n ? null : reduce({ num: got, den: parts * answered });
}

/** Scoring rule 4, before deductions. A feature without a score is left out. */
function overallScore(features: readonly Means[]): Ratio | null {
  let [sum, weights] = [zero, zero];
  for (const { scored, score } of features) {
    if (!score) continue;
    sum = add(sum, multiply(scored.weight, score));
    weights = add(weights, scored.weight);
  }
  return weights.num === 0n ? null : divide(sum, weights);
}

function deduction({ flags }: PreparedRubric, assessment: Assessment): Ratio {
  let sum = zero;
  for (const [id, flag] of flags) if (assessment.flags.get(id)?.present) sum = add(sum, ratio(flag.deduct));
  return sum;
}

/** A mean (0..1) minus the deducted points (0..100), but not below zero. */
function afterDeduction(mean: Ratio, deducted: Ratio): Ratio {
  const left = subtract(mean, divide(deducted, hundred));
  return left.num < 0n ? zero : left;
}

function asNumber(mean: Ratio | null): number | null {
  return mean && toNumber(multiply(mean, hundred));
}

function featureResult(
  { bands }: PreparedRubric,
  { scored: { feature, questions }, ...means }: Means,
  states: ReadonlyMap<string, QuestionState>,
  assessment: Assessment,
): FeatureResult {
  const ofFeature = questions.map(({ question }) => states.get(question.id)).filter((state) => state !== undefined);
  const notApplicable = assessment.features.get(feature.id)?.notApplicable;
  return {
    id: feature.id,
    title: feature.title,
    weight: feature.weight,
    score: asNumber(means.score),
    low: asNumber(means.low),
    high: asNumber(means.high),
    band: bandFor(bands, means.score),
    answered: ofFeature.filter((state) => state.kind === 'scored').length,
    applicable: ofFeature.filter(applies).length,
    ...(notApplicable !== undefined && { notApplicable }),
  };
}

function flagsPresent({ flags }: PreparedRubric, assessment: Assessment): FlagResult[] {
  return [...flags.values()].flatMap((flag) => {
    const answer = assessment.flags.get(flag.id);
    return answer?.present
      ? [
          {
            id: flag.id,
            severity: flag.severity,
            because: answer.rationale ?? null,
            evidence: answer.evidence,
            ...(answer.review !== undefined && { review: answer.review }),
            ...(answer.dissent && { dissent: answer.dissent }),
          },
        ]
      : [];
  });
}

function reviewList(prepared: PreparedRubric, { answers, steps, flags }: Assessment): AssessmentResult['review'] {
  type Entry = AssessmentResult['review'][number];
  const marked: Entry[] = [];
  const look = (kind: Entry['kind'], ids: Iterable<string>, entries: ReadonlyMap<string, { readonly review?: string }>): void => {
    for (const id of ids) {
      const because = entries.get(id)?.review;
      if (because !== undefined) marked.push({ kind, id, because });
    }
  };
  look('question', prepared.questions.keys(), answers);
  look('guiding', prepared.guidingQuestions.keys(), steps);
  look('flag', prepared.flags.keys(), flags);
  return marked;
}

/** Scoring rule 8. */
function stepCoverage(step: Step, assessment: Assessment): StepResult {
  const statuses = step.questions.map((question) => assessment.steps.get(question.id)?.status ?? null);
  const halves = statuses.reduce((sum, status) => sum + (status === 'addressed' ? 2 : status === 'partly' ? 1 : 0), 0);
  return {
    id: step.id,
    title: step.title,
    coverage: statuses.length === 0 ? null : (50 * halves) / statuses.length,
    answered: statuses.filter((status) => status !== null).length,
    questions: statuses.length,
  };
}

/** Answers that are in the file but do not count, because their question is not asked or not applicable (scoring rule 2). */
function ignoredAnswers(
  prepared: PreparedRubric,
  assessment: Assessment,
  states: ReadonlyMap<string, QuestionState>,
): { question: string; because: string }[] {
  const ignored: { question: string; because: string }[] = [];
  for (const { question, feature } of prepared.questions.values()) {
    const state = states.get(question.id);
    if (state?.kind !== 'not-asked' && state?.kind !== 'not-applicable') continue;
    const answer = assessment.answers.get(question.id);
    if (!answer || (answer.level === null && answer.notApplicable === null)) continue;
    if (state.kind === 'not-asked') ignored.push({ question: question.id, because: state.because });
    else if (answer.level !== null) ignored.push({ question: question.id, because: `${feature.id} is not applicable` });
  }
  return ignored;
}

function questionResult(
  prepared: PreparedRubric,
  { question, feature, shownValues }: ScoredQuestion,
  { assessment, states }: { readonly assessment: Assessment; readonly states: ReadonlyMap<string, QuestionState> },
): QuestionResult {
  const state = states.get(question.id) ?? { kind: 'unanswered' };
  const answer = assessment.answers.get(question.id);
  const because = state.kind === 'not-applicable' ? state.reason : state.kind === 'not-asked' ? state.because : undefined;
  const result = {
    id: question.id,
    feature: feature.id,
    state: state.kind,
    level: state.kind === 'scored' ? state.level : null,
    top: question.levels.length - 1,
    value: state.kind === 'scored' ? (shownValues[state.level] ?? 0) : null,
    weight: question.weight,
    critical: question.critical,
  } as Writable<QuestionResult>;
  if (answer?.marks) result.marks = answer.marks;
  if (answer?.elsewhere) result.elsewhere = answer.elsewhere;
  if (because !== undefined) result.because = because;
  if (state.kind === 'not-applicable' && isWithoutCase(prepared, assessment, question.id)) result.noCase = true;
  if (answer?.rationale !== undefined) result.rationale = answer.rationale;
  result.evidence = answer?.evidence ?? [];
  if (answer?.confidence) result.confidence = answer.confidence;
  if (answer?.review !== undefined) result.review = answer.review;
  if (answer?.dissent) result.dissent = answer.dissent;
  return result;
}
