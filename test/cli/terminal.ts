import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import { root } from '../fixtures/bundled.ts';

/** Who the person is, where it is not whoever runs the tests. */
interface Who {
  readonly uid?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** A person at a real terminal: waits for words on the screen, types, and reads what is printed. */
export class Person {
  readonly exited: Promise<number>;
  #seen = '';
  #all = '';
  readonly #pty: IPty;

  constructor(args: readonly string[], cwd: string, columns = 80, { uid, env }: Who = {}) {
    this.#pty = spawn(process.execPath, [join(root, 'bin', 'compass.js'), ...args], {
      cols: columns,
      rows: 30,
      cwd,
      // From 22 on Node keeps compiled code in the folder for temporary files, into which some tests look.
      env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm', NO_COLOR: '1', NODE_DISABLE_COMPILE_CACHE: '1', ...env },
      ...(uid !== undefined && { uid, gid: uid }),
    });
    this.#pty.onData((data) => {
      this.#seen += data;
      this.#all += data;
    });
    this.exited = new Promise((resolve) => this.#pty.onExit(({ exitCode, signal }) => resolve(signal ? 128 + signal : exitCode)));
  }

  /** Waits until the words have been printed since the last time something was typed. */
  async sees(words: string): Promise<void> {
    const until = Date.now() + 10_000;
    while (!this.text().includes(words)) {
      if (Date.now() > until) throw new Error(`"${words}" was not printed; the screen says:\n${this.text()}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async types(keys: string, after: string): Promise<void> {
    await this.sees(after);
    this.#seen = '';
    this.#pty.write(keys);
  }

  /** What was printed since the last key, without control sequences. */
  text(): string {
    return this.#seen.replace(/\u001b\[[0-9;?]*[A-Za-z]|\r/g, '');
  }

  /** Whether pastes are still marked as such: a shell would not know what to do with the marks. */
  marksPastes(): boolean {
    return this.#all.lastIndexOf('\u001b[?2004h') > this.#all.lastIndexOf('\u001b[?2004l');
  }

  kill(signal: string): void {
    this.#pty.kill(signal);
  }

  /** The window is closed: the terminal is gone. */
  closesWindow(): void {
    (this.#pty as IPty & { destroy: () => void }).destroy();
  }
}

export const enter = '\r';
export const escapeKey = '\u001b';
export const controlC = '\u0003';
export const down = '\u001b[B';
