import type { Io } from '../run/io.ts';
import { removeUnfinished, setHandlesSignals } from '../source/unfinished.ts';
import { type Interruption, interruptions } from './commands/assess/interrupted.ts';

/** Milliseconds: a signal that comes again within them is the same one, passed on by npx or a shell. */
const echo = 100;

const names = Object.keys(interruptions) as Interruption[];

/**
 * Listens for what interrupts an interview: SIGTERM, the closing of the terminal, Ctrl-C between two prompts. At the first one, a
 * save that is under way is finished; a second one ends the process at once.
 * @param interruption is aborted by the first one, with its name as the reason
 * @returns a function that stops listening
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
    // On a closed terminal this method throws, which would break off the last save.
    stdin.setRawMode = () => stdin;
    stop('SIGHUP');
  };
  // Nothing can be printed on a closed terminal; that is no reason to lose an answer.
  const ignore = (): void => {};
  const outputs = [stdout, stderr] as unknown as NodeJS.WriteStream[];
  setHandlesSignals(true);
  for (const name of names) process.on(name, stop);
  for (const event of ['end', 'close', 'error']) stdin.on(event, hangUp);
  for (const output of outputs) output.on('error', ignore);
  return () => {
    setHandlesSignals(false);
    for (const name of names) process.off(name, stop);
    // After a hang-up, the rest of the run still writes to the closed terminal.
    if (interruption.signal.reason === 'SIGHUP') return;
    for (const event of ['end', 'close', 'error']) stdin.off(event, hangUp);
    for (const output of outputs) output.off('error', ignore);
  };
}

/** Ends the process, and resets the terminal: echo on, bracketed paste off, cursor visible. */
function leaveAtOnce(stdin: Io['stdin'], stderr: Io['stderr'], name: Interruption): never {
  removeUnfinished();
  if (stdin.isTTY) stdin.setRawMode(false);
  stderr.write('\u001b[?2004l\u001b[?25h\n');
  process.exit(interruptions[name]);
}
