import { phrase } from '../messages/phrases.ts';
import type { Stream } from './io.ts';

/** A run shorter than this shows no progress. */
const patience = 500;

/** One line that says how far a long run is; silent where there is no terminal. */
/** @param total undefined where that shows only at the end */
export function progressOn(
  stderr: Stream,
  total: number | undefined,
  quiet: boolean,
): { step: (count?: number) => void; clear: () => void } {
  if (quiet || !stderr.isTTY || (total !== undefined && total < 2)) return { step: () => {}, clear: () => {} };
  const start = performance.now();
  let done = 0;
  let shownAt = 0;
  let visible = false;
  return {
    step: (count = 1) => {
      done += count;
      const now = performance.now();
      if (now - start < patience || now - shownAt < 100) return;
      shownAt = now;
      visible = true;
      stderr.write(`\r\u001b[K${total === undefined ? done : phrase('notes', 'progress', { done, total })}`);
    },
    clear: () => {
      if (visible) stderr.write('\r\u001b[K');
      visible = false;
    },
  };
}
