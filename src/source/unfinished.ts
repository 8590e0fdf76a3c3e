import { unlinkSync } from 'node:fs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Temporary files that are deleted if the process is terminated: partial outputs and locks. */
const unfinished = new Set<string>();

/** Whether an interview handles signals, so that this module must not. */
let handlesSignals = false;

/** Called when an interview begins and ends. It handles signals itself: it finishes its writes before the process ends. */
export function setHandlesSignals(interviewRuns: boolean): void {
  handlesSignals = interviewRuns;
}

/** Registers a temporary file. Call it before the file is created. */
export function trackTemporaryFile(path: string): void {
  // Listen only as long as necessary: with a listener, a signal cannot interrupt a long calculation.
  if (unfinished.size === 0) for (const signal of signals) process.on(signal, endBySignal);
  unfinished.add(path);
}

/** Unregisters a temporary file that was renamed or deleted. */
export function untrackTemporaryFile(path: string): void {
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

/** Re-raises the signal, so that the shell sees that the process was killed by it, and stops a loop. */
function endBySignal(signal: NodeJS.Signals): void {
  if (handlesSignals) return;
  removeUnfinished();
  for (const each of signals) process.off(each, endBySignal);
  process.kill(process.pid, signal);
}
