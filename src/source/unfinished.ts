import { unlinkSync } from 'node:fs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Temporary files that are deleted if the process is terminated: partial outputs and locks. */
const unfinished = new Set<string>();

/** Whether an interview handles signals itself. */
let endsInOrder = false;

/** While an interview runs, it handles signals itself: it finishes its writes before the process ends. */
export function endInOrder(inOrder: boolean): void {
  endsInOrder = inOrder;
}

/** Registers a temporary file. To be called before the file is created. */
export function begin(path: string): void {
  // Listen only as long as necessary: with a listener, a signal cannot interrupt a long calculation.
  if (unfinished.size === 0) for (const signal of signals) process.on(signal, endBySignal);
  unfinished.add(path);
}

/** Unregisters a temporary file that was renamed or deleted. */
export function finish(path: string): void {
  unfinished.delete(path);
  if (unfinished.size === 0) for (const signal of signals) process.off(signal, endBySignal);
}

/** Deletes all registered files, synchronously. */
export function removeUnfinished(): void {
  for (const path of unfinished) {
    try {
      unlinkSync(path);
    } catch {
      // It was not created yet, or was already renamed or deleted.
    }
  }
}

/** Ends the process with the signal itself, so that the shell sees it and stops a loop, for example. */
function endBySignal(signal: NodeJS.Signals): void {
  if (endsInOrder) return;
  removeUnfinished();
  for (const each of signals) process.off(each, endBySignal);
  process.kill(process.pid, signal);
}
