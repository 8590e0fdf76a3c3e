import type { Assessment } from '../answers.ts';
import { exponential, naturalLog } from '../logarithm.ts';
import type { CapCondition, PreparedRubric } from '../rubric.ts';
import type { RubricLayout } from '../rubric-layout.ts';
import type { Weights } from './weight-draws.ts';

/** Where a question stands in place of a level: still to be answered, or left out (not asked, not applicable). */
const unanswered = -1;
const leftOut = -2;

/**
 * One law, to be scored again and again under other weights and levels (rules 1 to 5). Scores are 0..100, NaN where nothing counts,
 * and rounded to nine decimals: far below what anyone reads, and above the error of adding up binary fractions, so that a score of
 * exactly 60 reaches the band that starts at 60.
 */
export class DrawnLaw {
  /** The levels that `score` looks at, by the question's place; the reviewer's until they are changed. */
  readonly levels: Int32Array;
  /** The reviewer's levels, also of questions that are not asked; below 0 where there is none. */
  readonly stated: Int32Array;
  /** Places of the questions with an answer of low confidence. */
  readonly unsure: Int32Array;
  readonly #layout: RubricLayout;
  readonly #states: Int32Array;
  readonly #got: Float64Array;
  readonly #answered: Float64Array;
  readonly #deducted: number;
  /** The highest bands that the caps leave, by their place; -1 where a cap does not bite. */
  readonly #criticalFloor: number;
  readonly #severeFloor: number;
  #sum = 0;
  #weight = 0;
  #criticalZeros = 0;

  constructor(prepared: PreparedRubric, layout: RubricLayout, assessment: Assessment) {
    const present = [...prepared.flags.values()].filter((flag) => assessment.flags.get(flag.id)?.present);
    this.#layout = layout;
    this.stated = statedLevels(prepared, assessment);
    this.levels = this.stated.slice();
    this.unsure = unsurePlaces(prepared, assessment, this.stated);
    this.#states = new Int32Array(this.stated.length);
    this.#got = new Float64Array(layout.features);
    this.#answered = new Float64Array(layout.features);
    this.#deducted = present.reduce((sum, flag) => sum + flag.deduct, 0);
    this.#criticalFloor = floorOf(prepared, 'critical-at-zero');
    this.#severeFloor = present.some((flag) => flag.severity === 'severe') ? floorOf(prepared, 'severe-flag') : -1;
  }

  /** Scores the levels as they are now. What follows below is about what was scored last. */
  score(weights: Weights): number {
    this.#settle();
    const { featureOf, valuesAt, values, critical, features } = this.#layout;
    this.#got.fill(0);
    this.#answered.fill(0);
    this.#criticalZeros = 0;
    for (let question = 0; question < featureOf.length; question++) {
      const state = this.#states[question] as number;
      if (state < 0) continue;
      const feature = featureOf[question] as number;
      const own = weights.questions[question] as number;
      this.#got[feature] = (this.#got[feature] as number) + own * (values[(valuesAt[question] as number) + state] as number);
      this.#answered[feature] = (this.#answered[feature] as number) + own;
      if (state === 0 && critical[question] === 1) this.#criticalZeros++;
    }
    this.#sum = 0;
    this.#weight = 0;
    for (let feature = 0; feature < features; feature++) {
      const answered = this.#answered[feature] as number;
      if (answered === 0) continue;
      this.#sum += ((weights.features[feature] as number) * (this.#got[feature] as number)) / answered;
      this.#weight += weights.features[feature] as number;
    }
    return this.#finish(this.#sum / this.#weight);
  }

  /**
   * The same from the geometric mean of the features. A feature at zero would make it zero whatever the others are, so features are
   * put on a scale of 1 to 100 first, and the mean back on 0 to 100.
   */
  geometric(weights: Weights): number {
    let logs = 0;
    for (let feature = 0; feature < this.#got.length; feature++) {
      const answered = this.#answered[feature] as number;
      if (answered === 0) continue;
      logs += (weights.features[feature] as number) * naturalLog(1 + (99 * (this.#got[feature] as number)) / answered);
    }
    return this.#finish(this.#weight === 0 ? Number.NaN : (exponential(logs / this.#weight) - 1) / 99);
  }

  /**
   * For each of these questions the score if it alone were at its top level. Questions that a condition looks at are passed over:
   * with them the whole law is to be scored anew.
   */
  mendEach(questions: Int32Array, weights: Weights, into: Float64Array): void {
    const { featureOf, valuesAt, values, top, isParent } = this.#layout;
    const [states, got, answered, sum, weight] = [this.#states, this.#got, this.#answered, this.#sum, this.#weight];
    const score = this.#finish(sum / weight);
    for (let index = 0; index < questions.length; index++) {
      const question = questions[index] as number;
      if (isParent[question] === 1) continue;
      const state = states[question] as number;
      const own = weights.questions[question] as number;
      if (state === leftOut || own === 0) {
        into[index] = score;
        continue;
      }
      const feature = featureOf[question] as number;
      const share = weights.features[feature] as number;
      const at = valuesAt[question] as number;
      const had = got[feature] as number;
      const under = answered[feature] as number;
      const best = own * (values[at + (top[question] as number)] as number);
      const now = state === unanswered ? 0 : own * (values[at + state] as number);
      const mean = (had + best - now) / (state === unanswered ? under + own : under);
      into[index] =
        under === 0
          ? this.#finish((sum + share * mean) / (weight + share))
          : this.#finish((sum + share * (mean - had / under)) / weight);
    }
  }

  /** Whether a question counted with a level. */
  isAnswered(question: number): boolean {
    return (this.#states[question] as number) >= 0;
  }

  /** The place of a score's band, -1 for none. */
  band(score: number): number {
    const { bandFrom } = this.#layout;
    for (let place = 0; place < bandFrom.length; place++) if (score >= (bandFrom[place] as number)) return place;
    return -1;
  }

  /** The place of the band that the caps leave of one; `mended` is a question to be taken as at its top level. */
  capped(band: number, mended = -1): number {
    if (band < 0) return band;
    const one = mended >= 0 && this.#states[mended] === 0 ? (this.#layout.critical[mended] as number) : 0;
    return Math.max(band, this.#severeFloor, this.#criticalZeros > one ? this.#criticalFloor : -1);
  }

  /** Rule 2, as `questionStates` has it. */
  #settle(): void {
    const { inOrderOfConditions, parent, atLeast } = this.#layout;
    for (let place = 0; place < inOrderOfConditions.length; place++) {
      const question = inOrderOfConditions[place] as number;
      const above = parent[question] as number;
      const state = above < 0 ? unanswered : (this.#states[above] as number);
      const asked = state === unanswered || state >= (atLeast[question] as number);
      this.#states[question] = asked ? (this.levels[question] as number) : leftOut;
    }
  }

  #finish(mean: number): number {
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

function unsurePlaces({ questions }: PreparedRubric, { answers }: Assessment, stated: Int32Array): Int32Array {
  const places = [...questions.keys()].map((id, place) => (answers.get(id)?.confidence === 'low' ? place : -1));
  return Int32Array.from(places.filter((place) => place >= 0 && (stated[place] as number) >= 0));
}

function floorOf({ rubric }: PreparedRubric, when: CapCondition): number {
  const places = rubric.caps.filter((cap) => cap.when === when).map((cap) => rubric.bands.findIndex(({ id }) => id === cap.band));
  return Math.max(-1, ...places);
}
