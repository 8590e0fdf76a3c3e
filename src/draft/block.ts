import type { Place } from './structure/provision.ts';

/** A paragraph, heading or list item of a draft. Readers of text formats produce blocks; `structure/` turns them into provisions. */
export interface Block {
  /** Line breaks are those of the source. */
  readonly text: string;
  readonly place: Place;
  /** Whether the format itself marks it as a heading. */
  readonly heading?: boolean;
}
