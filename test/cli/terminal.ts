import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import { root } from '../fixtures/bundled.ts';

/** The user to run as, if it is not the user of the tests. */
interface Who {
  readonly uid?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** The folder of the package. */
  readonly package?: string;
}

/** A person at a real terminal: waits for words on the screen, types, and reads what is printed. */
export class Person {
  readonly exited: Promise<number>;
  #seen = '';
  #all = '';
  readonly #pty: IPty;

  constructor(args: readonly string[], cwd: string, columns = 80, { uid, env, package: folder = root }: Who = {}) {
    this.#pty = spawn(process.execPath, [join(folder, 'bin', 'compass.js'), ...args], {
      cols: columns,
      rows: 30,
      cwd,
      // Node 22 and later keep compiled code in the folder for temporary files, which some tests look at.
      env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm', NO_COLOR: '1', NODE_DISABLE_COMPILE_CACHE: '1', ...env },
      ...(uid !== undefined && { uid, gid: uid }),
    });
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
    return this.#seen.replace(/\u001b\[[0-9;?]*[A-Za-z]|\r/g, '');
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

export const enter = '\r';
export const escapeKey = '\u001b';
export const controlC = '\u0003';
export const down = '\u001b[B';
