/** What fills the placeholders of a message, by name. */
export type Args = Readonly<Record<string, string | number>>;

/**
 * A message of the catalogue with its `{name}` places filled. `{n|question|questions}` is the number followed by the word that fits it.
 * A place without an argument stays as it is, so that a test sees it.
 */
export function fill(template: string, args: Args): string {
  return template.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (whole, name: string, single?: string, plural?: string) => {
    const value = args[name];
    if (value === undefined) return whole;
    return single === undefined ? String(value) : `${value} ${value === 1 ? single : plural}`;
  });
}
