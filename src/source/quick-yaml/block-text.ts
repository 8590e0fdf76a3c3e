/**
 * The value of a block scalar.
 * @param lines without their indentation
 * @param folded whether the header is `>`, not `|`
 * @param chomping the header's chomping indicator: `-`, `+` or empty
 */
export function blockText(lines: readonly string[], folded: boolean, chomping: string): string {
  return chomped(folded ? foldedText(lines) : lines, chomping);
}

/** Folds lines: a single line break becomes a space; of several line breaks in a row, all but the first are kept. */
function foldedText(lines: readonly string[]): string[] {
  let last = lines.length - 1;
  while (last > 0 && lines[last] === '') last--;
  const out: string[] = [];
  let breaks = -1;
  for (const line of lines.slice(0, last + 1)) {
    if (line === '') breaks++;
    else if (out.length === 0) {
      for (let count = 0; count <= breaks; count++) out.push('');
      out.push(line);
      breaks = 0;
    } else if (breaks === 0) out[out.length - 1] += ` ${line}`;
    else {
      for (let count = 1; count < breaks; count++) out.push('');
      out.push(line);
      breaks = 0;
    }
  }
  return [...out, ...lines.slice(last + 1)];
}

/** Joins lines. `-` drops the line breaks at the end, `+` keeps all of them, and the default keeps one. */
function chomped(lines: readonly string[], chomping: string): string {
  if (chomping === '+') return `${lines.join('\n')}\n`;
  let last = lines.length;
  while (last > 0 && lines[last - 1] === '') last--;
  const text = lines.slice(0, last).join('\n');
  return chomping === '-' || text === '' ? text : `${text}\n`;
}
