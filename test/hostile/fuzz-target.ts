/** Code that handles untrusted input. */
export interface Target {
  /** The first inputs. */
  readonly seeds: readonly Uint8Array[];
  /** Returns, or throws a CompassError. Any other error is a bug. */
  readonly run: (bytes: Uint8Array) => void | Promise<void>;
}
