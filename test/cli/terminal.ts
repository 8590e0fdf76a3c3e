import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import { root } from '../fixtures/bundled.ts';

/** Where the interviews of a test file remember their places. */
const stateFolder = mkdtempSync(join(tmpdir(), 'compass-state-'));
process.on('exit', () => rmSync(stateFolder, { recursive: true, force: true }));

/** The user to run as, if it is not the user of the tests. */
interface Who {
  readonly uid?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether they begin at a shell, which runs the command as a job. */
  readonly shell?: true;
  /** The folder of the package. */
  readonly package?: string;
}

/** A person at a real terminal: waits for words on the screen, types, and reads what is printed. */
export class Person {
  readonly exited: Promise<number>;
  #seen = '';
  #all = '';
  readonly #pty: IPty;

  constructor(args: readonly string[], cwd: string, columns = 80, { uid, env, shell, package: folder = root }: Who = {}) {
    const command = [join(folder, 'bin', 'compass.js'), ...args];
    // The interview is a job of an interactive shell, which can stop it and let it go on.
    const [file, words] = shell ? ['bash', ['--norc', '--noediting', '-i']] : [process.execPath, command];
    this.#pty = spawn(file, words, {
      cols: columns,
      rows: 30,
      cwd,
      // Node 22 and later keep compiled code in the folder for temporary files, which some tests look at.
      env: {
        PATH: process.env['PATH'] ?? '',
        TERM: 'xterm',
        NO_COLOR: '1',
        NODE_DISABLE_COMPILE_CACHE: '1',
        XDG_STATE_HOME: stateFolder,
        ...env,
      },
      ...(uid !== undefined && { uid, gid: uid }),
    });
    if (shell) this.#pty.write(`${[process.execPath, ...command].map((word) => `'${word}'`).join(' ')}\r`);
    this.#pty.onData((data) => {
      this.#seen += data;
      this.#all += data;
    });
    this.exited = new Promise((resolve) => this.#pty.onExit(({ exitCode, signal }) => resolve(signal ? 128 + signal : exitCode)));
  }

  /** Waits until the words have been printed since the last key. */
  async sees(words: string): Promise<void> {
    const until = Date.now() + 10_000;
    while (!this.text().includes(words)) {
      if (Date.now() > until) throw new Error(`"${words}" was not printed; the screen says:\n${this.text()}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Waits until `after` is on the screen, then types the keys. */
  async types(keys: string, after: string): Promise<void> {
    await this.sees(after);
    this.#seen = '';
    this.#pty.write(keys);
  }

  /** What was printed since the last key, without control sequences. */
  text(): string {
    return plain(this.#seen);
  }

  /** The lines on the screen, as they were drawn last. */
  screen(): string[] {
    const drawn = this.#all.slice(this.#all.lastIndexOf(drawing));
    return plain(drawn).replace(/\n+$/, '').split('\n');
  }

  /** Whether the alternate screen is shown, and the shell's own screen covered. */
  isCovered(): boolean {
    return this.#all.lastIndexOf('\u001b[?1049h') > this.#all.lastIndexOf('\u001b[?1049l');
  }

  resize(columns: number, rows: number): void {
    this.#pty.resize(columns, rows);
  }

  /** Whether bracketed paste is still on, which a shell may not understand. */
  marksPastes(): boolean {
    return this.#all.lastIndexOf('\u001b[?2004h') > this.#all.lastIndexOf('\u001b[?2004l');
  }

  kill(signal: string): void {
    this.#pty.kill(signal);
  }

  /** Closes the window. */
  closesWindow(): void {
    (this.#pty as IPty & { destroy: () => void }).destroy();
  }
}

/** With these, the interview begins to draw a screen. */
const drawing = '\u001b[?25l\u001b[H';

/** Output without its control sequences. */
function plain(output: string): string {
  return output.replace(/\u001b\[[0-9;?]*[A-Za-z]|\r/g, '');
}

export const enter = '\r';
export const escapeKey = '\u001b';
export const controlC = '\u0003';
