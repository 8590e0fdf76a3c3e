import { phrase } from '../../messages/phrases.ts';
import type { Stream } from '../io.ts';

/** Milliseconds: a shorter run shows no progress. */
const showAfter = 500;
/** Milliseconds between two updates. */
const showEvery = 100;

/** One line on standard error that says how far a long run is. */
export interface Progress {
  readonly step: (count?: number) => void;
  readonly clear: () => void;
}

/**
 * Shows progress if standard error is a terminal.
 * @param total how many steps there will be; undefined if that is not known
 */
export function showProgress(stderr: Stream, total: number | undefined, quiet: boolean): Progress {
  if (quiet || !stderr.isTTY || (total !== undefined && total < 2)) return { step: () => {}, clear: () => {} };
  const start = performance.now();
  let done = 0;
  let shownAt = 0;
  let isShown = false;
  return {
    step: (count = 1) => {
      done += count;
      const now = performance.now();
      if (now - start < showAfter || now - shownAt < showEvery) return;
      shownAt = now;
      isShown = true;
      stderr.write(`\r\u001b[K${total === undefined ? done : phrase('notes', 'progress', { done, total })}`);
    },
    clear: () => {
      if (isShown) stderr.write('\r\u001b[K');
      isShown = false;
    },
  };
}
