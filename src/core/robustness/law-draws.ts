import type { RubricLayout } from '../rubric-layout.ts';
import type { DrawnLaw } from './drawn-law.ts';
import type { Weights } from './weight-draws.ts';

/** What the draws of one law come to, added up draw by draw. */
export class LawDraws {
  readonly scores: Float64Array;
  readonly geometric: Float64Array;
  /** Draws that end in each band, with and without the caps; last those that end in none. */
  readonly bands: Int32Array;
  readonly uncappedBands: Int32Array;
  /** For each gap: points gained over all draws, and draws that end in a better band than the draft's. */
  readonly gained: Float64Array;
  readonly better: Int32Array;
  readonly moves: Int32Array;
  readonly #law: DrawnLaw;
  readonly #layout: RubricLayout;
  readonly #gaps: Int32Array;
  /** How many bands are better than the draft's, and where the lowest of them begins. */
  readonly #bandsAbove: number;
  readonly #nextBand: number;
  readonly #mended: Float64Array;
  readonly #dice: () => number;

  /**
   * @param gaps places of the questions below their top level
   * @param statedBand the place of the draft's own band; -1 for none
   * @param dice decides which way unsure answers move
   */
  constructor(law: DrawnLaw, layout: RubricLayout, gaps: Int32Array, statedBand: number, draws: number, dice: () => number) {
    this.#law = law;
    this.#layout = layout;
    this.#gaps = gaps;
    this.#bandsAbove = statedBand < 0 ? layout.bandFrom.length : statedBand;
    this.#nextBand = layout.bandFrom[this.#bandsAbove - 1] ?? Number.POSITIVE_INFINITY;
    this.#mended = new Float64Array(gaps.length);
    this.#dice = dice;
    this.scores = new Float64Array(draws);
    this.geometric = new Float64Array(draws);
    this.bands = new Int32Array(layout.bandFrom.length + 1);
    this.uncappedBands = new Int32Array(layout.bandFrom.length + 1);
    this.gained = new Float64Array(gaps.length);
    this.better = new Int32Array(gaps.length);
    this.moves = new Int32Array(law.unsure.length);
  }

  /** Scores the law under these weights. Returns the score, 0..100, or NaN where nothing counts. */
  draw(draw: number, weights: Weights): number {
    const law = this.#law;
    this.#moveUnsure();
    const score = law.score(weights);
    this.scores[draw] = score;
    this.geometric[draw] = law.geometric(weights);
    const band = law.band(score);
    increment(this.uncappedBands, band);
    increment(this.bands, law.capped(band));
    this.#mendEach(score, weights);
    return score;
  }

  #moveUnsure(): void {
    const { levels, stated, unsure } = this.#law;
    for (let index = 0; index < unsure.length; index++) {
      const question = unsure[index] as number;
      const moved = (stated[question] as number) + (this.#dice() < 0.5 ? -1 : 1);
      levels[question] = Math.min(Math.max(moved, 0), this.#layout.top[question] as number);
      this.moves[index] = (levels[question] as number) - (stated[question] as number);
    }
  }

  #mendEach(score: number, weights: Weights): void {
    const { isParent, top } = this.#layout;
    const { levels } = this.#law;
    this.#law.mendEach(this.#gaps, weights, this.#mended);
    for (let gap = 0; gap < this.#gaps.length; gap++) {
      const question = this.#gaps[gap] as number;
      if (isParent[question] === 0) this.#note(gap, score, this.#mended[gap] as number, question);
    }
    // A condition's parent at its top level changes which questions count: the whole law is scored anew, after all others.
    for (let gap = 0; gap < this.#gaps.length; gap++) {
      const question = this.#gaps[gap] as number;
      if (isParent[question] === 0) continue;
      const before = levels[question] as number;
      levels[question] = top[question] as number;
      this.#note(gap, score, this.#law.score(weights), -1);
      levels[question] = before;
    }
  }

  #note(gap: number, score: number, mended: number, question: number): void {
    if (!Number.isNaN(mended - score)) this.gained[gap] = (this.gained[gap] as number) + mended - score;
    // Most don't reach the next band, and for these the caps need not be looked at.
    if (!(mended >= this.#nextBand)) return;
    if (this.#law.capped(this.#law.band(mended), question) < this.#bandsAbove)
      this.better[gap] = (this.better[gap] as number) + 1;
  }
}

function increment(counts: Int32Array, band: number): void {
  const place = band < 0 ? counts.length - 1 : band;
  counts[place] = (counts[place] as number) + 1;
}
