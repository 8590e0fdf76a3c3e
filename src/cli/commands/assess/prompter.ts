import type { Input } from '../../../interview/state.ts';
import type { Screen } from './screen/frame.ts';

/** What the interview needs of a terminal. A test can play the person behind it. */
export interface Prompter {
  /** Columns to wrap at. */
  readonly width: () => number;
  /** Says something: on the screen of the next question, and before the first one also where the command was typed. */
  readonly tell: (line: string) => void;
  /**
   * Shows a screen until the reviewer has answered.
   * @throws Interrupted with the text that was typed
   */
  readonly ask: (screen: Screen) => Promise<Input>;
  /** Gives the screen back as it was before the first question. What was not shown yet is printed. */
  readonly leave: () => void;
}
