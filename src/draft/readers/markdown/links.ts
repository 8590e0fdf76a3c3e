/** The definition of a link: `[name]: address "title"`. A note has a `^`, and words that are no address are text. */
const definition =
  /^\s{0,3}\[([^\][^][^\][]{0,100})\]:\s{1,9}<?(?:[a-z][a-z\d+.-]{1,20}:|[/#]|\.{1,2}\/|www\.|[\w-]{1,60}(?:\.[\w-]{1,60})+\/?)[^\s>]{0,2000}>?(?:\s+["'(].{0,300}["')])?\s*$/i;

/** Lines without the definitions of links, each with an empty line in its place; `[words][name]` and `[words][]` become the words. */
export function resolvedLinks(lines: readonly string[]): string[] {
  const names = new Set<string>();
  for (const line of lines) {
    const name = line.includes(']:') ? definition.exec(line)?.[1] : undefined;
    if (name !== undefined) names.add(name.toLowerCase());
  }
  if (names.size === 0) return [...lines];
  return lines.map((line) => {
    if (line.includes(']:') && definition.test(line)) return '';
    if (!line.includes('][')) return line;
    return line.replace(/\[([^\][]{1,400})\]\[([^\][]{0,100})\]/g, (whole, words: string, name: string) =>
      names.has((name || words).toLowerCase()) ? words : whole,
    );
  });
}
