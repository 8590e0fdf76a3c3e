/**
 * Numbers that look random and are the same for the same seed, on any machine.
 *
 * sfc32 by Chris Doty-Humphrey (PractRand, public domain), seeded as PractRand does: 128 bits of state, and nothing but sums and
 * shifts of 32-bit integers, which every engine does alike.
 * @param seed a whole number, 0..2^53 - 1
 * @param stream 0..2^32 - 1: sequences of one seed that have nothing to do with each other; 0 is PractRand's own
 * @returns a function that gives the next number, 0 <= x < 1, in steps of 2^-32
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
