import { writeSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { Frame, Size } from '../screen/frame.ts';
import type { Press } from '../screen/local.ts';
import { Decoder, escapeDelay, type Token } from './decode.ts';

type Input = NodeJS.ReadStream;
type Output = NodeJS.WriteStream & { readonly fd: number };

/** The alternate screen without wrapping at the last column, and pastes between marks. */
const enterScreen = '\u001b[?1049h\u001b[?7l\u001b[?2004h\u001b[H\u001b[2J';
const leaveScreen = '\u001b[?2004l\u001b[?7h\u001b[?25h\u001b[?1049l';

/** What a prompt gets its key presses from, in place of standard input. The events are our own: nothing is decoded twice. */
export class Keyboard extends PassThrough {
  readonly isTTY = true;

  /** The terminal stays in raw mode from the first prompt to the last. */
  setRawMode(): this {
    return this;
  }

  press(press: Press): void {
    this.emit('keypress', undefined, { name: 'press', press });
  }

  /** Ctrl-C, as readline expects it. */
  interrupt(): void {
    this.emit('keypress', undefined, { name: 'c', ctrl: true });
  }
}

/** What waits for key presses. */
export interface Listener {
  /** Whether characters that arrive together are one text. */
  readonly isText: boolean;
  /** Draws the screen again: it was cleared, or its size has changed. */
  readonly redraw: () => void;
}

/** A terminal whose whole screen is drawn at once. Key presses that nothing waits for yet are kept. */
export class Terminal {
  readonly keyboard = new Keyboard();
  readonly #input: Input;
  readonly #output: Output;
  readonly #decoder = new Decoder();
  readonly #bytes = new StringDecoder('utf8');
  #queue: Token[] = [];
  #listener: Listener | undefined;
  #isEntered = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(input: Input, output: Output) {
    this.#input = input;
    this.#output = output;
  }

  size(): Size {
    const { rows, columns } = this.#output;
    return { rows: rows > 0 ? rows : 24, columns: columns > 0 ? columns : 80 };
  }

  /** Whether the alternate screen is shown. */
  get isEntered(): boolean {
    return this.#isEntered;
  }

  /** Shows the alternate screen and begins to read keys. */
  enter(): void {
    if (this.#isEntered) return;
    this.#isEntered = true;
    this.#input.setRawMode(true);
    this.#input.on('data', this.#read);
    this.#input.resume();
    this.#output.on('resize', this.#redraw);
    process.on('exit', this.#restore);
    process.on('SIGCONT', this.#continued);
    this.#output.write(enterScreen);
  }

  /** Shows the screen that was there before, and leaves the keys to whatever reads them next. */
  leave(): void {
    if (!this.#isEntered) return;
    this.#isEntered = false;
    clearTimeout(this.#timer);
    this.#input.off('data', this.#read);
    this.#input.pause();
    this.#output.off('resize', this.#redraw);
    process.off('exit', this.#restore);
    process.off('SIGCONT', this.#continued);
    this.#output.write(leaveScreen);
    this.#input.setRawMode(false);
  }

  /** Draws a screen. In a window with fewer rows its end is shown, where the prompt is. */
  draw({ lines, cursor }: Frame): void {
    const { rows } = this.size();
    const cut = Math.max(0, lines.length - rows);
    const text = lines
      .slice(cut)
      .map((line) => `${line}\u001b[K`)
      .join('\r\n');
    const place = `\u001b[${Math.max(0, cursor.row - cut) + 1};${cursor.column + 1}H`;
    this.#output.write(`\u001b[?25l\u001b[H${text}\u001b[J${place}\u001b[?25h`);
  }

  /** Hands key presses to a prompt, beginning with those that were kept. */
  listen(listener: Listener): void {
    this.#listener = listener;
    setImmediate(() => this.#deliver());
  }

  /** Keeps further key presses for the next prompt. */
  stopListening(): void {
    this.#listener = undefined;
  }

  readonly #read = (chunk: Buffer | string): void => {
    clearTimeout(this.#timer);
    const text = typeof chunk === 'string' ? chunk : this.#bytes.write(chunk);
    this.#take(this.#decoder.feed(text, performance.now()));
    if (this.#decoder.isWaiting) this.#timer = setTimeout(() => this.#take(this.#decoder.settle()), escapeDelay);
  };

  #take(tokens: readonly Token[]): void {
    this.#queue.push(...tokens);
    // Ctrl-C between two prompts: what listens for signals decides.
    if (!this.#listener && this.#queue.some(({ kind }) => kind === 'interrupt')) {
      this.#queue = [];
      process.kill(process.pid, 'SIGINT');
      return;
    }
    this.#deliver();
  }

  /** A key press may end the prompt: the next one then waits for the next prompt. */
  #deliver(): void {
    for (let listener = this.#listener; listener; listener = this.#listener) {
      const token = this.#queue.shift();
      if (!token) return;
      this.#hand(token, listener);
    }
  }

  #hand(token: Token, listener: Listener): void {
    switch (token.kind) {
      case 'characters':
        this.#type(token.text, listener);
        break;
      case 'line':
        this.keyboard.press({ paste: token.text });
        if (token.isClosed && listener.isText) this.keyboard.press({ key: 'enter' });
        break;
      case 'key':
        this.keyboard.press({ key: token.key });
        break;
      case 'paste':
        this.keyboard.press({ paste: token.text });
        break;
      case 'interrupt':
        this.#queue = [];
        this.keyboard.interrupt();
        break;
      case 'redraw':
        this.#redraw();
        break;
      case 'suspend':
        this.#suspend();
        break;
    }
  }

  /** Characters that arrived together are inserted at once into a text, and are single keys otherwise. */
  #type(text: string, { isText }: Listener): void {
    if (isText) {
      this.keyboard.press({ paste: text });
      return;
    }
    const [first = '', ...others] = text;
    if (others.length > 0) this.#queue.unshift({ kind: 'characters', text: others.join('') });
    this.keyboard.press({ key: first });
  }

  /** Ctrl-Z: gives the terminal back to the shell, and goes on at the same prompt after `fg`. Windows has no such signal. */
  #suspend(): void {
    if (process.platform === 'win32') return;
    this.#output.write(leaveScreen);
    this.#input.setRawMode(false);
    // To the whole group, as the terminal does it: npx or a script may be in between.
    process.kill(0, 'SIGTSTP');
    // Where nothing can stop the process, as without job control in the shell, no SIGCONT comes.
    setTimeout(this.#continued, 200);
  }

  readonly #continued = (): void => {
    if (!this.#isEntered) return;
    this.#input.setRawMode(true);
    this.#output.write(enterScreen);
    this.#listener?.redraw();
  };

  readonly #redraw = (): void => {
    this.#output.write('\u001b[H\u001b[2J');
    this.#listener?.redraw();
  };

  /** The process ends within a prompt: by a second Ctrl-C, or by a fault. */
  readonly #restore = (): void => {
    try {
      this.#input.setRawMode(false);
      writeSync(this.#output.fd, leaveScreen);
    } catch {
      // The terminal is closed.
    }
  };
}
