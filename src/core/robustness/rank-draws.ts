/** Counts how often each law has each rank. */
export class RankDraws {
  readonly #laws: number;
  /** The laws in the order of the last draw. The next order is usually similar, which makes insertion sort fast. */
  readonly #order: Int32Array;
  /** Row: law; column: rank. */
  readonly #counts: Float64Array;
  #draws = 0;

  constructor(laws: number) {
    this.#laws = laws;
    this.#order = Int32Array.from({ length: laws }, (_, law) => law);
    this.#counts = new Float64Array(laws * laws);
  }

  /** @param scores the score of each law in one draw; NaN ranks last */
  count(scores: Float64Array): void {
    const order = this.#order;
    sortByScore(order, scores);
    for (let first = 0; first < order.length; ) {
      const score = sortKey(scores, order[first] as number);
      let end = first + 1;
      while (end < order.length && sortKey(scores, order[end] as number) === score) end++;
      // Tied laws share their ranks evenly, so that the probabilities of each law and of each rank add up to 1.
      for (let tied = first; tied < end; tied++) {
        const row = (order[tied] as number) * this.#laws;
        for (let rank = first; rank < end; rank++)
          this.#counts[row + rank] = (this.#counts[row + rank] as number) + 1 / (end - first);
      }
      first = end;
    }
    this.#draws++;
  }

  /** The probability of each rank, 0..1, first rank first. */
  probabilities(law: number): number[] {
    return Array.from(this.#counts.subarray(law * this.#laws, (law + 1) * this.#laws), (count) => count / this.#draws);
  }
}

/** Insertion sort, highest score first. */
function sortByScore(order: Int32Array, scores: Float64Array): void {
  for (let index = 1; index < order.length; index++) {
    const law = order[index] as number;
    const score = sortKey(scores, law);
    let position = index;
    while (position > 0 && sortKey(scores, order[position - 1] as number) < score) {
      order[position] = order[position - 1] as number;
      position--;
    }
    order[position] = law;
  }
}

/** Less than every score. */
const noScore = -1;

function sortKey(scores: Float64Array, law: number): number {
  const score = scores[law] as number;
  return Number.isNaN(score) ? noScore : score;
}
