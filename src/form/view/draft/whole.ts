import type { DraftLine } from '../../draft/lines.ts';

/** A provision with everything that is in it. */
export interface Whole {
  readonly label: string;
  /** Its words on one line, with the numbers and headings of what is in it, as a quote has them. */
  readonly quote: string;
  /** The numbers of the first and the last provision right in it; empty if it has none. */
  readonly from: string;
  readonly to: string;
}

/** @param index of the provision's own line */
export function wholeProvision(lines: readonly DraftLine[], index: number): Whole {
  const provision = lines[index]?.provision;
  const inside = lines.slice(index + 1, lastOf(lines, index) + 1);
  const children = inside.flatMap(({ above, provision: { marker = '' } }) =>
    above.at(-1) === provision && marker !== '' ? [marker] : [],
  );
  const texts = [provision?.text ?? '', ...inside.flatMap(({ provision: { marker, heading, text } }) => [marker, heading, text])];
  return {
    label: provision?.label ?? '',
    quote: texts.filter(Boolean).join(' ').replace(/\s+/g, ' ').trim(),
    from: children[0] ?? '',
    to: children.at(-1) ?? '',
  };
}

/** The provisions whose last line this is, the innermost first. */
export function endingAt(lines: readonly DraftLine[], index: number): readonly number[] {
  const line = lines[index];
  if (!line) return [];
  const found: number[] = [];
  for (let begin = index; begin >= 0; begin -= 1) {
    const provision = lines[begin]?.provision;
    if (begin === index || (provision && line.above.includes(provision))) {
      if (lastOf(lines, begin) === index) found.push(begin);
    } else if (lines[begin]?.above.length === 0) break;
  }
  return found;
}

/** The index of the last line of the provision that begins at a line. */
function lastOf(lines: readonly DraftLine[], index: number): number {
  const provision = lines[index]?.provision;
  let last = index;
  while (provision && lines[last + 1]?.above.includes(provision)) last += 1;
  return last;
}
