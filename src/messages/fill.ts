/** What fills the placeholders of a message, by name. */
export type Args = Readonly<Record<string, string | number>>;

/**
 * A message of the catalogue with its `{name}` placeholders filled. `{n|question|questions}` is the number followed by the word that
 * fits it; `{n?is|are}` is the word alone.
 * A placeholder without an argument is left, so that a test finds it.
 */
export function fill(template: string, args: Args): string {
  const placeholder = /\{(\w+)(?:([|?])([^|}]*)\|([^|}]*))?\}/g;
  return template.replace(placeholder, (whole, name: string, ...[kind, single, plural]: (string | undefined)[]) => {
    const value = args[name];
    if (value === undefined) return whole;
    if (kind === undefined) return String(value);
    const word = value === 1 ? single : plural;
    return kind === '?' ? String(word) : `${value} ${word}`;
  });
}
