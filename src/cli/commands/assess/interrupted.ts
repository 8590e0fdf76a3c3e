/** The signals that can end an interview, each with its usual exit code: 128 and the number of the signal. */
export const interruptions = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export type Interruption = keyof typeof interruptions;

/** The reviewer, or the system, ends the interview in the middle of a prompt. */
export class Interrupted extends Error {
  readonly by: Interruption;
  /** Text typed at the prompt but not confirmed with Enter; empty if there is none, or if it equals the saved text. */
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
