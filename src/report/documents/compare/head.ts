import type { Heading } from '../../document/blocks.ts';

/** Makes the heading of a part of a comparison: a section where there is one comparison, else an entry of its section. */
export type Head = (id: string, text: string) => Heading;

/** An entry has no anchor: each comparison has parts of the same names. */
export function entry(_id: string, text: string): Heading {
  return { kind: 'heading', level: 3, text };
}
