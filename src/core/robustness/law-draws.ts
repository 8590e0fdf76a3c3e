import type { RubricLayout } from '../rubric-layout.ts';
import { type DrawnLaw, noBand } from './drawn-law.ts';
import type { Weights } from './weight-draws.ts';

export interface LawDrawsOptions {
  readonly law: DrawnLaw;
  readonly layout: RubricLayout;
  /** Indices of the questions below their top level. */
  readonly gaps: Int32Array;
  /** The index of the draft's own band, or `noBand`. */
  readonly statedBand: number;
  /** How many draws there will be. */
  readonly draws: number;
  /** Decides whether unsure answers move up or down; returns 0 <= x < 1. */
  readonly random: () => number;
}

/** Scores one law draw by draw, and accumulates the results. */
export class LawDraws {
  /** The score of each draw, and the score by the geometric mean. */
  readonly scores: Float64Array;
  readonly geometric: Float64Array;
  /** How many draws end in each band, with and without the caps; the last element counts draws without a band. */
  readonly bands: Int32Array;
  readonly uncappedBands: Int32Array;
  /**
   * For each gap, if it alone were closed: the points gained, summed over all draws; and how many draws end in a better band than
   * the draft's.
   */
  readonly gained: Float64Array;
  readonly better: Int32Array;
  /** By how many levels (-1, 0 or 1) each unsure answer was changed in the last draw. */
  readonly moves: Int32Array;
  readonly #law: DrawnLaw;
  readonly #layout: RubricLayout;
  readonly #gaps: Int32Array;
  /** How many bands are better than the draft's, and the score at which the lowest of them begins. */
  readonly #betterBands: number;
  readonly #nextBandFrom: number;
  /** The score with each gap closed, in the last draw. */
  readonly #scoresAtTop: Float64Array;
  readonly #random: () => number;

  constructor({ law, layout, gaps, statedBand, draws, random }: LawDrawsOptions) {
    this.#law = law;
    this.#layout = layout;
    this.#gaps = gaps;
    this.#betterBands = statedBand === noBand ? layout.bandFrom.length : statedBand;
    this.#nextBandFrom = layout.bandFrom[this.#betterBands - 1] ?? Number.POSITIVE_INFINITY;
    this.#scoresAtTop = new Float64Array(gaps.length);
    this.#random = random;
    this.scores = new Float64Array(draws);
    this.geometric = new Float64Array(draws);
    this.bands = new Int32Array(layout.bandFrom.length + 1);
    this.uncappedBands = new Int32Array(layout.bandFrom.length + 1);
    this.gained = new Float64Array(gaps.length);
    this.better = new Int32Array(gaps.length);
    this.moves = new Int32Array(law.unsure.length);
  }

  /**
   * Scores the law with these weights.
   * @param draw the index of the draw
   * @returns the score, 0..100, or NaN if no question counts
   */
  draw(draw: number, weights: Weights): number {
    const law = this.#law;
    this.#moveUnsure();
    const score = law.score(weights);
    this.scores[draw] = score;
    this.geometric[draw] = law.geometric(weights);
    const band = law.band(score);
    increment(this.uncappedBands, band);
    increment(this.bands, law.capped(band));
    this.#closeEachGap(score, weights);
    return score;
  }

  #moveUnsure(): void {
    const { levels, stated, unsure } = this.#law;
    for (let index = 0; index < unsure.length; index++) {
      const question = unsure[index] as number;
      const moved = (stated[question] as number) + (this.#random() < 0.5 ? -1 : 1);
      levels[question] = Math.min(Math.max(moved, 0), this.#layout.top[question] as number);
      this.moves[index] = (levels[question] as number) - (stated[question] as number);
    }
  }

  #closeEachGap(score: number, weights: Weights): void {
    const { isParent, top } = this.#layout;
    const { levels } = this.#law;
    this.#law.scoreEachAtTop(this.#gaps, weights, this.#scoresAtTop);
    for (let gap = 0; gap < this.#gaps.length; gap++) {
      const question = this.#gaps[gap] as number;
      if (isParent[question] === 0) this.#recordGap(gap, score, this.#scoresAtTop[gap] as number, question);
    }
    // Raising a question that a `when` refers to may change which questions count, so the whole law is scored again. This comes
    // last, because it overwrites the state of the law that the loop above uses.
    for (let gap = 0; gap < this.#gaps.length; gap++) {
      const question = this.#gaps[gap] as number;
      if (isParent[question] === 0) continue;
      const before = levels[question] as number;
      levels[question] = top[question] as number;
      this.#recordGap(gap, score, this.#law.score(weights));
      levels[question] = before;
    }
  }

  #recordGap(gap: number, score: number, scoreAtTop: number, question?: number): void {
    if (!Number.isNaN(scoreAtTop - score)) this.gained[gap] = (this.gained[gap] as number) + scoreAtTop - score;
    // Most scores don't reach the next band: skip the more expensive test of the caps. The negation also covers NaN.
    if (!(scoreAtTop >= this.#nextBandFrom)) return;
    if (this.#law.capped(this.#law.band(scoreAtTop), question) < this.#betterBands)
      this.better[gap] = (this.better[gap] as number) + 1;
  }
}

function increment(counts: Int32Array, band: number): void {
  const index = band === noBand ? counts.length - 1 : band;
  counts[index] = (counts[index] as number) + 1;
}
