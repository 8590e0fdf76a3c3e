/** A seeded generator of integers 0..2^32 - 1 (mulberry32). */
function wordsFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** A seeded generator of numbers 0 <= x < 1. */
export function generator(seed) {
  const next = wordsFrom(seed);
  return () => next() / 2 ** 32;
}

/** A seeded generator of integers 0..below - 1; 0 if `below` is 0. */
export function integersFrom(seed) {
  const next = wordsFrom(seed);
  return (below) => next() % Math.max(1, below);
}
