/** What fills the placeholders of a message, by name. */
export type Args = Readonly<Record<string, string | number>>;

/**
 * A message of the catalogue with its `{name}` placeholders filled. `{n|question|questions}` is the number followed by the word that
 * fits it.
 * A placeholder without an argument is left, so that a test finds it.
 */
export function fill(template: string, args: Args): string {
  return template.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (whole, name: string, single?: string, plural?: string) => {
    const value = args[name];
    if (value === undefined) return whole;
    return single === undefined ? String(value) : `${value} ${value === 1 ? single : plural}`;
  });
}
