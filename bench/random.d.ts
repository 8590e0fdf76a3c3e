export function generator(seed: number): () => number;
export function integersFrom(seed: number): (below: number) => number;
