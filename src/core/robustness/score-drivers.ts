/** Computes the correlation of the score with each input of a simulation, from running sums over the draws. */
export class ScoreDrivers {
  readonly #sums: Float64Array;
  readonly #squares: Float64Array;
  readonly #products: Float64Array;
  #draws = 0;
  #sum = 0;
  #square = 0;

  constructor(inputs: number) {
    this.#sums = new Float64Array(inputs);
    this.#squares = new Float64Array(inputs);
    this.#products = new Float64Array(inputs);
  }

  /**
   * Adds one draw. Both arguments are deviations from the undrawn values: sums of small numbers lose less precision.
   * @param inputs the deviation of each input
   * @param output the deviation of the score
   */
  add(inputs: Float64Array, output: number): void {
    this.#draws++;
    this.#sum += output;
    this.#square += output * output;
    for (let index = 0; index < inputs.length; index++) {
      const input = inputs[index] as number;
      this.#sums[index] = (this.#sums[index] as number) + input;
      this.#squares[index] = (this.#squares[index] as number) + input * input;
      this.#products[index] = (this.#products[index] as number) + input * output;
    }
  }

  /**
   * The squared correlation of an input with the output, 0..1. If the output is nearly a linear function of independent inputs,
   * this is the share of its variance that the input explains.
   */
  share(input: number): number {
    const [sum, square] = [this.#sums[input] as number, this.#squares[input] as number];
    const product = this.#draws * (this.#products[input] as number) - sum * this.#sum;
    const variances = (this.#draws * square - sum * sum) * (this.#draws * this.#square - this.#sum * this.#sum);
    return variances > 0 ? Math.min(1, (product * product) / variances) : 0;
  }
}
