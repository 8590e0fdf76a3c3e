import type { Io } from '../run/io.ts';
import { endInOrder, removeUnfinished } from '../source/unfinished.ts';
import { type Interruption, interruptions } from './commands/assess/interrupted.ts';

/** Milliseconds within which a signal that comes again is the same one, passed on by npx or a shell. */
const echo = 100;

const names = Object.keys(interruptions) as Interruption[];

/**
 * Listens for what ends an interview: a request to end, a terminal that is closed, Ctrl-C between two prompts. The first one lets the
 * save that is under way come to its end; the second ends the process at once.
 * @param interruption is set off by the first one, with its name
 * @returns how to stop listening
 */
export function listenForInterruption({ stdin, stderr, stdout }: Io, interruption: AbortController): () => void {
  let since = 0;
  const stop = (name: Interruption): void => {
    if (!interruption.signal.aborted) {
      since = performance.now();
      interruption.abort(name);
    } else if (name !== 'SIGHUP' && performance.now() - since > echo) leaveAtOnce(stdin, stderr, name);
  };
  const hangUp = (): void => {
    // A terminal that is gone has no modes; asked for one, it would throw in the middle of the last save.
    stdin.setRawMode = () => stdin;
    stop('SIGHUP');
  };
  // To a terminal that has gone away nothing can be said any more; that is no reason to lose an answer.
  const ignore = (): void => {};
  const outputs = [stdout, stderr] as unknown as NodeJS.WriteStream[];
  endInOrder(true);
  for (const name of names) process.on(name, stop);
  for (const event of ['end', 'close', 'error']) stdin.on(event, hangUp);
  for (const output of outputs) output.on('error', ignore);
  return () => {
    endInOrder(false);
    for (const name of names) process.off(name, stop);
    // After a hang-up the rest of the run still meets a terminal that is not there.
    if (interruption.signal.reason === 'SIGHUP') return;
    for (const event of ['end', 'close', 'error']) stdin.off(event, hangUp);
    for (const output of outputs) output.off('error', ignore);
  };
}

/** The terminal must be fit for use again: keys are echoed, pastes come as they are, the cursor is there. */
function leaveAtOnce(stdin: Io['stdin'], stderr: Io['stderr'], name: Interruption): never {
  removeUnfinished();
  if (stdin.isTTY) stdin.setRawMode(false);
  stderr.write('\u001b[?2004l\u001b[?25h\n');
  process.exit(interruptions[name]);
}
