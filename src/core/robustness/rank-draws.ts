/** Counts which law comes first, second and so on in each draw. */
export class RankDraws {
  readonly #laws: number;
  /** From law to law in the order of the last draw: the next one is seldom far from it. */
  readonly #order: Int32Array;
  readonly #counts: Float64Array;
  #draws = 0;

  constructor(laws: number) {
    this.#laws = laws;
    this.#order = Int32Array.from({ length: laws }, (_, law) => law);
    this.#counts = new Float64Array(laws * laws);
  }

  /** @param scores of one draw; NaN comes last */
  count(scores: Float64Array): void {
    const order = this.#order;
    sortByScore(order, scores);
    for (let first = 0; first < order.length; ) {
      const score = at(scores, order[first] as number);
      let end = first + 1;
      while (end < order.length && at(scores, order[end] as number) === score) end++;
      // Laws that tie share their ranks evenly, so that every law's and every rank's probabilities add up to 1.
      for (let place = first; place < end; place++) {
        const row = (order[place] as number) * this.#laws;
        for (let rank = first; rank < end; rank++)
          this.#counts[row + rank] = (this.#counts[row + rank] as number) + 1 / (end - first);
      }
      first = end;
    }
    this.#draws++;
  }

  /** The probability of each rank, from the first on. */
  probabilities(law: number): number[] {
    return Array.from(this.#counts.subarray(law * this.#laws, (law + 1) * this.#laws), (count) => count / this.#draws);
  }
}

/** Highest first. By insertion, since the order is nearly right already. */
function sortByScore(order: Int32Array, scores: Float64Array): void {
  for (let index = 1; index < order.length; index++) {
    const law = order[index] as number;
    const score = at(scores, law);
    let place = index;
    while (place > 0 && at(scores, order[place - 1] as number) < score) {
      order[place] = order[place - 1] as number;
      place--;
    }
    order[place] = law;
  }
}

function at(scores: Float64Array, law: number): number {
  const score = scores[law] as number;
  return Number.isNaN(score) ? -1 : score;
}
