import type { Input } from '../../../../interview/state.ts';
import { phrase } from '../../../../messages/phrases.ts';
import type { Io } from '../../../../run/io.ts';
import { visible, wrapped } from '../../../../text/plain-text.ts';
import { Interrupted, type Interruption } from '../interrupted.ts';
import type { Prompter } from '../prompter.ts';
import { type Screen, widthFor } from '../screen/frame.ts';
import { asAnswer, fromEditor } from '../screen/typing.ts';
import { editorOf, editText } from './editor.ts';
import { type Outcome, promptWith } from './prompt.ts';
import { Terminal } from './terminal.ts';

/** Asks on a real terminal. Screens are drawn on standard error, so that standard output holds the result alone. */
export class TerminalPrompter implements Prompter {
  readonly #output: NodeJS.WriteStream & { readonly fd: number };
  readonly #env: Io['env'];
  readonly #terminal: Terminal;
  readonly #interruption: AbortController;
  /** What the next screen has to say. */
  #remarks: string[] = [];

  /**
   * @param interruption aborting it ends the current prompt; its reason is the name of the signal. Ctrl-C at a prompt aborts it with
   *   SIGINT
   */
  constructor({ stdin, stderr, env }: Io, interruption: AbortController) {
    this.#output = stderr as unknown as NodeJS.WriteStream & { readonly fd: number };
    this.#env = env;
    this.#terminal = new Terminal(stdin, this.#output);
    this.#interruption = interruption;
  }

  width(): number {
    return widthFor(this.#terminal.size());
  }

  tell(line: string): void {
    this.#remarks.push(line);
    if (!this.#terminal.isEntered) this.#print(line);
  }

  async ask(screen: Screen): Promise<Input> {
    this.#terminal.enter();
    if (screen.ask.kind === 'edit') {
      const text = await this.#inEditor(screen.ask.text);
      return text === undefined ? { kind: 'back' } : { kind: 'text', text };
    }
    let text: string | undefined;
    for (;;) {
      const said = this.#remarks;
      this.#remarks = [];
      const outcome = await this.#prompt({ ...screen, remarks: [...said, ...screen.remarks] }, text);
      if ('input' in outcome) return outcome.input;
      text = (await this.#inEditor(outcome.edit)) ?? outcome.edit;
    }
  }

  leave(): void {
    const unsaid = this.#terminal.isEntered ? this.#remarks : [];
    this.#terminal.leave();
    this.#remarks = [];
    for (const line of unsaid) this.#print(line);
  }

  #print(line: string): void {
    this.#output.write(`${wrapped(visible(line), this.width())}\n`);
  }

  /** One prompt. The typed text is in the error if the prompt is interrupted. */
  async #prompt(screen: Screen, text: string | undefined): Promise<Outcome> {
    const { signal } = this.#interruption;
    const initial = screen.ask.kind === 'text' ? screen.ask.initial : '';
    let atPrompt = text ?? initial;
    const typed = (now: string): void => {
      atPrompt = now;
    };
    if (signal.aborted) throw new Interrupted(this.#reason());
    try {
      return await promptWith({ screen, terminal: this.#terminal, typed, ...(text !== undefined && { text }) }, signal);
    } catch (error) {
      if (!(error instanceof Error) || !['ExitPromptError', 'AbortPromptError'].includes(error.name)) throw error;
      if (!signal.aborted) this.#interruption.abort('SIGINT');
      throw new Interrupted(this.#reason(), atPrompt === initial ? '' : asAnswer(atPrompt, initial));
    }
  }

  /** The text as the reviewer's editor leaves it; undefined if there is no editor or it failed, of which a remark tells. */
  async #inEditor(text: string): Promise<string | undefined> {
    const { signal } = this.#interruption;
    const editor = editorOf(this.#env);
    if (editor === undefined) {
      this.#remarks.push(phrase('interview', 'notice-no-editor'));
      return undefined;
    }
    this.#terminal.leave();
    const edited = await editText(editor, text, signal);
    this.#terminal.enter();
    const isSame = fromEditor(edited.text) === fromEditor(text);
    if (signal.aborted) throw new Interrupted(this.#reason(), isSame ? '' : fromEditor(edited.text));
    if (!edited.failed) return isSame ? text : fromEditor(edited.text);
    this.#remarks.push(phrase('interview', edited.isMissing ? 'notice-editor-missing' : 'notice-editor-failed', { editor }));
    return undefined;
  }

  #reason(): Interruption {
    return this.#interruption.signal.reason as Interruption;
  }
}
