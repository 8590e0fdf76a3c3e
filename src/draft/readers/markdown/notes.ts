import type { Block } from '../../block.ts';

/** `^[words]`, a note where it is referred to. */
const inlineNote = /(?<=\S)\^\[([^\][]{1,1000})\]/g;

/**
 * Takes the definitions of footnotes (`[^1]: words`, `^[words]`) out of the lines of a file.
 * @param first the number of the first line
 * @returns the lines, with an empty one in the place of each line of a note, and the notes
 */
export function takeOutNotes(
  lines: readonly string[],
  first: number,
): { readonly lines: readonly string[]; readonly notes: readonly Block[] } {
  const notes: { text: string; readonly place: { readonly line: number }; readonly number: string }[] = [];
  let isOpen = false;
  let afterBlank = false;
  if (!lines.some((line) => line.includes('[^') || line.includes('^['))) return { lines, notes: [] };
  const rest = lines.map((written, index) => {
    const line = written.replace(inlineNote, (_, text: string) => {
      notes.push({ text, place: { line: first + index }, number: '' });
      return '';
    });
    const [whole, label = ''] = /^\s{0,3}\[\^([^\][]{1,50})\]:\s*/.exec(line) ?? [];
    if (whole !== undefined) {
      notes.push({ text: line.slice(whole.length), place: { line: first + index }, number: /^\d+$/.test(label) ? label : '' });
      isOpen = true;
      afterBlank = false;
      return '';
    }
    if (!isOpen) return line;
    const isBlank = line.trim() === '';
    // After a blank line a note goes on if the line is indented.
    if (!isBlank && afterBlank && !/^(?:\s{2,}|\t)/.test(line)) {
      isOpen = false;
      return line;
    }
    const note = notes.at(-1);
    if (!isBlank && note) note.text += `\n${line.trim()}`;
    afterBlank = isBlank;
    return '';
  });
  return {
    lines: rest,
    notes: notes.map(({ number, ...note }): Block => ({ ...note, role: 'note', ...(number && { number }) })),
  };
}
