/** The reviewer wants to go one prompt back. */
export const back = Symbol('back');
export type Back = typeof back;

export interface Choice<Value> {
  readonly name: string;
  readonly value: Value;
}

/** What the interview needs of a terminal. A test can play the person behind it. Whatever asks throws `Interrupted` when it is. */
export interface Prompter {
  /** Columns to wrap at. */
  readonly width: () => number;
  readonly print: (text: string) => void;
  /** One key out of those named, without Enter. */
  readonly key: (message: string, keys: readonly string[]) => Promise<string>;
  /** A line of text; pasted line breaks become spaces. Esc goes back. */
  readonly text: (message: string, initial: string) => Promise<string | Back>;
  readonly choose: <Value>(message: string, choices: readonly Choice<Value>[]) => Promise<Value>;
}
