/** The text of the lines below `|` and `>`, as the header says. */
export function blockText(lines: readonly string[], folded: boolean, chomping: string): string {
  return chomped(folded ? foldedText(lines) : lines, chomping);
}

/** Lines of folded text: one line break is a space, each more of them stays. */
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

/** The text of a block of lines; `-` leaves no line break at its end, `+` all. */
function chomped(lines: readonly string[], chomping: string): string {
  if (chomping === '+') return `${lines.join('\n')}\n`;
  let last = lines.length;
  while (last > 0 && lines[last - 1] === '') last--;
  const text = lines.slice(0, last).join('\n');
  return chomping === '-' || text === '' ? text : `${text}\n`;
}
