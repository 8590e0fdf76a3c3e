/**
 * A seeded pseudorandom number generator: the same seed gives the same sequence on any machine.
 *
 * This is sfc32 by Chris Doty-Humphrey (PractRand, public domain), seeded as PractRand does it. It has 128 bits of state and uses
 * only sums, shifts, and bitwise or and exclusive or of 32-bit integers, which all JavaScript engines compute alike.
 * @param seed an integer, 0..2^53 - 1
 * @param stream an integer, 0..2^32 - 1, that selects one of several independent sequences for the seed; 0 is PractRand's own
 * @returns a function that returns the next number, 0 <= x < 1, a multiple of 2^-32
 */
export function randomFrom(seed: number, stream = 0): () => number {
  let a = stream | 0;
  let b = seed | 0;
  let c = Math.floor(seed / 2 ** 32) | 0;
  let counter = 1;
  const next = (): number => {
    const out = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
    return (out >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}
