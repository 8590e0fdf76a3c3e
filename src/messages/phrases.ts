import messages from './en.json' with { type: 'json' };
import { type Args, fill } from './fill.ts';

/** The sections of the catalogue whose entries are single sentences. */
export type Section = Exclude<keyof typeof messages, 'problems' | 'topics' | 'unwritable'>;

/**
 * A sentence of the catalogue: the one way to what compass says.
 * @returns the entry with its placeholders filled; a placeholder without an argument stays as it is
 */
export function phrase<S extends Section>(section: S, key: keyof (typeof messages)[S] & string, args: Args = {}): string {
  return fill(String((messages[section] as Readonly<Record<string, unknown>>)[key]), args);
}
