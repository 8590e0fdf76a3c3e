import type { Place } from './structure/provision.ts';

/** A paragraph, heading or list item of a draft, as a reader of its format found it; the structure is worked out from these. */
export interface Block {
  /** Line breaks within it are those of the source. */
  readonly text: string;
  readonly place: Place;
  /** Whether the format itself says that it is a heading. */
  readonly heading?: boolean;
}
