/** How fast a reviewer answers in this session. */
export interface Pace {
  /** An item comes up. */
  readonly arrive: (id: string) => void;
  /** An item got its answer. */
  readonly answer: (id: string) => void;
  /** The median of seconds for an answer; undefined until enough were given. */
  readonly seconds: () => number | undefined;
}

/** Answers that a median needs. */
const enough = 5;

/** @param now milliseconds, of a clock that never goes back */
export function paceBy(now: () => number): Pace {
  const taken: number[] = [];
  let current: { readonly id: string; readonly since: number } | undefined;
  return {
    arrive: (id) => {
      if (current?.id !== id) current = { id, since: now() };
    },
    answer: (id) => {
      if (current?.id !== id) return;
      taken.push((now() - current.since) / 1000);
      current = undefined;
    },
    seconds: () => (taken.length < enough ? undefined : median(taken)),
  };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}
