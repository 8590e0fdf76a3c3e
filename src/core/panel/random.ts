/** Draws whole numbers from 0 up to, not including, `below`. */
export type DrawBelow = (below: number) => number;

/**
 * xoshiro128** (D. Blackman and S. Vigna, 2018), its four words filled by splitmix32 from the seed. Written here because the
 * language's own generator can't be seeded: the same seed gives the same draws on any machine.
 */
export function seededDraws(seed: number): DrawBelow {
  const next = xoshiro128(splitmix32(seed));
  return (below) => Math.floor((next() / 2 ** 32) * below);
}

/** The generator itself: whole numbers of 32 bits. The four words must not all be 0. */
export function xoshiro128(words: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = words;
  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result;
  };
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function splitmix32(seed: number): [number, number, number, number] {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
  return [next(), next(), next(), next()];
}
