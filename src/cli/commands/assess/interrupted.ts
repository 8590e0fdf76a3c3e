/** What can end an interview from outside, with the exit code that a shell knows it by. */
export const interruptions = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export type Interruption = keyof typeof interruptions;

/** The reviewer, or the system, ends the interview in the middle of a prompt. */
export class Interrupted extends Error {
  readonly by: Interruption;
  /** Text typed at the prompt and not sent; empty if there is none, or if it equals the saved text. */
  readonly typed: string;
  /** The id of the entry in which the typed text was saved, if any. */
  keptIn: string | undefined;

  constructor(by: Interruption, typed = '') {
    super(`interrupted by ${by}`);
    this.name = 'Interrupted';
    this.by = by;
    this.typed = typed;
  }
}
