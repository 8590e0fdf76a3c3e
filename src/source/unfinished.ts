import { unlinkSync } from 'node:fs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Files that are worth nothing unless this process lives on: halves of outputs, locks. */
const unfinished = new Set<string>();

/** Whether somebody else sees to the end of the process, with the writes that are under way. */
let endsInOrder = false;

/** Says whether an interview listens to signals, and ends in order when one comes. */
export function endInOrder(inOrder: boolean): void {
  endsInOrder = inOrder;
}

/** Notes a file, before it is made, that has to go if the process is told to end. */
export function begin(path: string): void {
  // Only while there is one: with a listener, a long calculation could not be interrupted at once.
  if (unfinished.size === 0) for (const signal of signals) process.on(signal, leave);
  unfinished.add(path);
}

/** The file is in its place, or gone. */
export function finish(path: string): void {
  unfinished.delete(path);
  if (unfinished.size === 0) for (const signal of signals) process.off(signal, leave);
}

/** Takes away what is unfinished, at once. */
export function removeUnfinished(): void {
  for (const path of unfinished) {
    try {
      unlinkSync(path);
    } catch {
      // It was not made yet, or is in its place already.
    }
  }
}

/** Ends the process by the signal itself, as it would have ended without us: a shell's loop then stops too. */
function leave(signal: NodeJS.Signals): void {
  if (endsInOrder) return;
  removeUnfinished();
  for (const each of signals) process.off(each, leave);
  process.kill(process.pid, signal);
}
