import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../../../../run/io.ts';

/** The reviewer's editor as a command line; undefined if none is set. */
export function editorOf(env: Io['env']): string | undefined {
  return env['VISUAL'] || env['EDITOR'] || undefined;
}

/** What came of a text in an editor. */
export interface Edited {
  /** The text as the editor left it. */
  readonly text: string;
  /** Whether the editor ended with an error. */
  readonly failed: boolean;
  /** Whether there is no such editor. */
  readonly isMissing: boolean;
}

/**
 * Opens a text in an editor, in a temporary file that only the user can read, and waits for its end.
 * @param signal ends the editor
 */
export async function editText(editor: string, text: string, signal: AbortSignal): Promise<Edited> {
  const folder = await mkdtemp(join(tmpdir(), 'compass-'));
  const file = join(folder, 'reason.txt');
  try {
    await writeFile(file, text === '' ? '' : `${text}\n`, { mode: 0o600 });
    const code = await run(editor, file, signal);
    // The shell's code for a command that it does not find.
    return { text: await readFile(file, 'utf8'), failed: code !== 0 && !signal.aborted, isMissing: code === 127 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs the editor as git does: its command line is the user's own, and may have options. */
function run(editor: string, file: string, signal: AbortSignal): Promise<number> {
  const isWindows = process.platform === 'win32';
  // The editor's Ctrl-C is its own.
  const handlers = process.listeners('SIGINT');
  process.removeAllListeners('SIGINT');
  process.on('SIGINT', ignore);
  return new Promise<number>((resolve) => {
    const child = isWindows
      ? spawn(`${editor} "${file}"`, { stdio: 'inherit', shell: true })
      : spawn('/bin/sh', ['-c', `${editor} "$@"`, editor, file], { stdio: 'inherit' });
    const stop = (): void => void child.kill('SIGTERM');
    signal.addEventListener('abort', stop, { once: true });
    const end = (code: number): void => {
      signal.removeEventListener('abort', stop);
      resolve(code);
    };
    child.on('error', () => end(1));
    child.on('close', (code) => end(code ?? 1));
  }).finally(() => {
    process.off('SIGINT', ignore);
    for (const handler of handlers) process.on('SIGINT', handler);
  });
}

function ignore(): void {}
