/** The definition of a link: `[name]: address "title"`. A note has a `^`. */
const definition = /^\s{0,3}\[([^\][^][^\][]{0,100})\]:\s{1,9}(\S{1,2000})(?:\s{1,9}["'(].{0,300}["')])?\s{0,9}$/;
/** Words that are no address are text. */
const address = /^<?(?:[a-z][a-z\d+.-]{1,20}:|[/#.]|www\.)|^<?[^\s/]{1,200}\.[a-z]{2,20}(?:[/#?]|>?$)/i;

/** The name that a line defines; undefined if it defines none. */
function nameIn(line: string): string | undefined {
  const [, name, target = ''] = (line.includes(']:') && definition.exec(line)) || [];
  return address.test(target) ? name : undefined;
}

/** Lines without the definitions of links, each with an empty line in its place; `[words][name]` and `[words][]` become the words. */
export function resolvedLinks(lines: readonly string[]): string[] {
  const names = new Set<string>();
  for (const line of lines) {
    const name = nameIn(line);
    if (name !== undefined) names.add(name.toLowerCase());
  }
  if (names.size === 0) return [...lines];
  return lines.map((line) => {
    if (nameIn(line) !== undefined) return '';
    if (!line.includes('][')) return line;
    return line.replace(/\[([^\][]{1,400})\]\[([^\][]{0,100})\]/g, (whole, words: string, name: string) =>
      names.has((name || words).toLowerCase()) ? words : whole,
    );
  });
}
