import { translated } from './active.ts';
import texts from './en/help.json' with { type: 'json' };
import { type Args, fill } from './fill.ts';

/** `program`, `options` that several commands have, and one section for each command. */
type HelpSection = keyof typeof texts;

/**
 * A text of the catalogue for `--help`. It has a file of its own, since every start reads it and most runs read no other sentence.
 * @returns the entry with its placeholders filled; an entry of several lines joined by line breaks
 */
export function helpText<S extends HelpSection>(section: S, key: keyof (typeof texts)[S] & string, args: Args = {}): string {
  const own = translated('help', section) as Readonly<Record<string, unknown>> | undefined;
  const lines: unknown = own?.[key] || (texts[section] as Readonly<Record<string, unknown>>)[key];
  return fill([lines].flat().join('\n'), args);
}
