import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { root } from '../fixtures/bundled.ts';

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Options {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Record<string, string>;
  /** The folder of the package. */
  readonly root?: string;
  /** Columns of standard output and standard error. */
  readonly columns?: number;
}

type Main = (io: unknown, argv: readonly string[], root: string) => Promise<number>;

/**
 * Runs the built command line without a terminal, in this process: a process of its own takes longer to start than most runs take.
 * Signals, threads and pipes are tested with `compassProcess`.
 */
export async function compass(args: readonly string[], options: Options = {}): Promise<Run> {
  const { main } = (await import(pathToFileURL(join(root, 'dist', 'cli.js')).href)) as { main: Main };
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({
    write: (chunk: string | Uint8Array, done?: () => void) => {
      written[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      done?.();
      return true;
    },
    once: () => {},
    ...(options.columns !== undefined && { columns: options.columns }),
  });
  const io = {
    stdin: Readable.from(options.input === undefined ? [] : [Buffer.from(options.input)]),
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    env: { PATH: process.env['PATH'] ?? '', ...options.env },
    cwd: () => options.cwd ?? root,
  };
  return { code: await main(io, args, options.root ?? root), ...written };
}

/** Runs the built command in a process of its own, without a terminal. */
export function compassProcess(args: readonly string[], options: Options = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env['PATH'] ?? '', ...options.env };
    const child = spawn(process.execPath, [join(root, 'bin', 'compass.js'), ...args], { cwd: options.cwd ?? root, env });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(options.input ?? '');
  });
}
