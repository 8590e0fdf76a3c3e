import type { Assessment } from '../answers.ts';
import { severityOfCap } from '../bands.ts';
import { exponential, naturalLog } from '../logarithm.ts';
import type { Cap, Flag, PreparedRubric } from '../rubric.ts';
import { noParent, type RubricLayout } from '../rubric-layout.ts';
import type { Weights } from './weight-draws.ts';

/**
 * Values that stand for a missing level. They are negative numbers, and not names, because levels are kept in an Int32Array:
 * `unanswered` is a question that still has to be answered, `leftOut` one that is not asked or not applicable.
 */
const unanswered = -1;
const leftOut = -2;
const isLevel = (levelOrState: number): boolean => levelOrState >= 0;

/** Stands for "no band" where bands are numbered, 0 for the highest. */
export const noBand = -1;

/**
 * One law, prepared to be scored many times with different weights and levels (scoring rules 1 to 5). Scores are 0..100, or NaN
 * if nothing counts. They are rounded to nine decimals, which removes the error of floating-point addition, so that a score of
 * exactly 60 reaches the band that starts at 60.
 */
export class DrawnLaw {
  /** The level of each question that `score` uses; initially the reviewer's, and meant to be overwritten. */
  readonly levels: Int32Array;
  /**
   * The reviewer's level for each question, including questions that are not asked; `unanswered` or `leftOut` if there is none.
   */
  readonly stated: Int32Array;
  /** Indices of the questions whose answer has low confidence. */
  readonly unsure: Int32Array;
  readonly #layout: RubricLayout;
  /** The level at which each question counted when last scored, or `unanswered` or `leftOut`. */
  readonly #states: Int32Array;
  /** For each feature: sum of weight times value over its answered questions, and sum of their weights. */
  readonly #weightedValues: Float64Array;
  readonly #answeredWeights: Float64Array;
  readonly #deducted: number;
  /** The critical questions at 0 that each cap for them needs, and the highest band that it allows. */
  readonly #criticalCaps: readonly { readonly atLeast: number; readonly band: number }[];
  /** The highest band that the caps for flags allow, since no draw changes a flag; `noBand` if none applies. */
  readonly #flagCap: number;
  /** Sum of weight times mean over the features with answers, and sum of their weights. */
  #weightedMeans = 0;
  #weights = 0;
  #criticalZeros = 0;

  constructor(prepared: PreparedRubric, layout: RubricLayout, assessment: Assessment) {
    const present = [...prepared.flags.values()].filter((flag) => assessment.flags.get(flag.id)?.present);
    this.#layout = layout;
    this.stated = statedLevels(prepared, assessment);
    this.levels = this.stated.slice();
    this.unsure = unsureQuestions(prepared, assessment, this.stated);
    this.#states = new Int32Array(this.stated.length);
    this.#weightedValues = new Float64Array(layout.features);
    this.#answeredWeights = new Float64Array(layout.features);
    this.#deducted = present.reduce((sum, flag) => sum + flag.deduct, 0);
    const { bands, caps } = prepared.rubric;
    const bandOf = (cap: Cap): number => bands.findIndex(({ id }) => id === cap.band);
    this.#criticalCaps = caps
      .filter(({ when }) => when === 'critical-at-zero')
      .map((cap) => ({ atLeast: cap.atLeast ?? 1, band: bandOf(cap) }));
    this.#flagCap = Math.max(noBand, ...caps.filter((cap) => isTriggeredBy(cap, present)).map(bandOf));
  }

  /** Scores `levels`. The methods below refer to the levels and weights of the last call. */
  score(weights: Weights): number {
    this.#updateStates();
    const { featureOf, valuesAt, values, critical, features } = this.#layout;
    const [weightedValues, answeredWeights] = [this.#weightedValues, this.#answeredWeights];
    weightedValues.fill(0);
    answeredWeights.fill(0);
    this.#criticalZeros = 0;
    for (let question = 0; question < featureOf.length; question++) {
      const state = this.#states[question] as number;
      if (!isLevel(state)) continue;
      const feature = featureOf[question] as number;
      const weight = weights.questions[question] as number;
      const value = values[(valuesAt[question] as number) + state] as number;
      weightedValues[feature] = (weightedValues[feature] as number) + weight * value;
      answeredWeights[feature] = (answeredWeights[feature] as number) + weight;
      if (state === 0 && critical[question] === 1) this.#criticalZeros++;
    }
    this.#weightedMeans = 0;
    this.#weights = 0;
    for (let feature = 0; feature < features; feature++) {
      const answered = answeredWeights[feature] as number;
      if (answered === 0) continue;
      this.#weightedMeans += ((weights.features[feature] as number) * (weightedValues[feature] as number)) / answered;
      this.#weights += weights.features[feature] as number;
    }
    return this.#toScore(this.#weightedMeans / this.#weights);
  }

  /**
   * The score with the geometric mean of the features instead of the arithmetic mean. A single feature at 0 would make the mean
   * 0, so features are mapped to the scale 1..100 first, and the mean is mapped back to 0..100.
   */
  geometric(weights: Weights): number {
    let logs = 0;
    for (let feature = 0; feature < this.#weightedValues.length; feature++) {
      const answered = this.#answeredWeights[feature] as number;
      if (answered === 0) continue;
      logs += (weights.features[feature] as number) * naturalLog(1 + (99 * (this.#weightedValues[feature] as number)) / answered);
    }
    return this.#toScore(this.#weights === 0 ? Number.NaN : (exponential(logs / this.#weights) - 1) / 99);
  }

  /**
   * Computes for each of these questions the score if this question alone were at its top level. Skips questions that a `when`
   * refers to: raising one may change which questions count, so it takes a full `score`.
   * @param into receives the scores, in the order of `questions`
   */
  scoreEachAtTop(questions: Int32Array, weights: Weights, into: Float64Array): void {
    const { featureOf, valuesAt, values, top, isParent } = this.#layout;
    const [states, weightedValues, answeredWeights] = [this.#states, this.#weightedValues, this.#answeredWeights];
    const [sum, weightSum] = [this.#weightedMeans, this.#weights];
    const score = this.#toScore(sum / weightSum);
    for (let index = 0; index < questions.length; index++) {
      const question = questions[index] as number;
      if (isParent[question] === 1) continue;
      const state = states[question] as number;
      const weight = weights.questions[question] as number;
      if (state === leftOut || weight === 0) {
        into[index] = score;
        continue;
      }
      const feature = featureOf[question] as number;
      const featureWeight = weights.features[feature] as number;
      const firstValue = valuesAt[question] as number;
      const before = weightedValues[feature] as number;
      const answered = answeredWeights[feature] as number;
      const atTop = weight * (values[firstValue + (top[question] as number)] as number);
      const now = state === unanswered ? 0 : weight * (values[firstValue + state] as number);
      const mean = (before + atTop - now) / (state === unanswered ? answered + weight : answered);
      into[index] =
        answered === 0
          ? this.#toScore((sum + featureWeight * mean) / (weightSum + featureWeight))
          : this.#toScore((sum + featureWeight * (mean - before / answered)) / weightSum);
    }
  }

  /** Whether a question counted with a level. */
  isAnswered(question: number): boolean {
    return isLevel(this.#states[question] as number);
  }

  /** The index of a score's band before caps, or `noBand`. */
  band(score: number): number {
    const { bandFrom } = this.#layout;
    for (let band = 0; band < bandFrom.length; band++) if (score >= (bandFrom[band] as number)) return band;
    return noBand;
  }

  /**
   * The index of the band after the caps.
   * @param band the index of the band before the caps
   * @param atTop a question that is taken to be at its top level, so that it triggers no cap
   */
  capped(band: number, atTop?: number): number {
    if (band === noBand) return noBand;
    const excused = atTop !== undefined && this.#states[atTop] === 0 ? (this.#layout.critical[atTop] as number) : 0;
    let capped = Math.max(band, this.#flagCap);
    for (const cap of this.#criticalCaps)
      if (this.#criticalZeros - excused >= cap.atLeast && cap.band > capped) capped = cap.band;
    return capped;
  }

  /** Scoring rule 2, as in `questionStates`. */
  #updateStates(): void {
    const { questionsInTopologicalOrder, parent, atLeast } = this.#layout;
    for (let index = 0; index < questionsInTopologicalOrder.length; index++) {
      const question = questionsInTopologicalOrder[index] as number;
      const condition = parent[question] as number;
      const state = condition === noParent ? unanswered : (this.#states[condition] as number);
      const asked = state === unanswered || state >= (atLeast[question] as number);
      this.#states[question] = asked ? (this.levels[question] as number) : leftOut;
    }
  }

  /** @param mean 0..1 */
  #toScore(mean: number): number {
    return Math.round(Math.max(0, 100 * mean - this.#deducted) * 1e9) / 1e9;
  }
}

function statedLevels({ questions }: PreparedRubric, { answers, features }: Assessment): Int32Array {
  return Int32Array.from(questions.values(), ({ question, feature }) => {
    const answer = answers.get(question.id);
    if (features.has(feature.id) || answer?.notApplicable) return leftOut;
    return answer?.level ?? unanswered;
  });
}

function unsureQuestions({ questions }: PreparedRubric, { answers }: Assessment, stated: Int32Array): Int32Array {
  const indices = [...questions.keys()].flatMap((id, index) => (answers.get(id)?.confidence === 'low' ? [index] : []));
  return Int32Array.from(indices.filter((index) => isLevel(stated[index] as number)));
}

/** Whether a cap for flags applies if these are present. */
function isTriggeredBy({ when, atLeast = 1 }: Cap, present: readonly Flag[]): boolean {
  if (when === 'critical-at-zero') return false;
  return present.filter(({ severity }) => severity === severityOfCap[when]).length >= atLeast;
}
