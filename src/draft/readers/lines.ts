import type { Block } from '../block.ts';
import { pointMarker, structureMarker } from '../structure/markers.ts';
import type { Place } from '../structure/provision.ts';

/** A line of a text, as it is seen on a page. */
export interface Line {
  readonly text: string;
  readonly place: Place;
  /** Whether the format says that it is a heading. */
  readonly heading?: boolean;
  /** Whether white space parts it from the line before. */
  readonly gap?: boolean;
}

/** Puts the lines of a text together to paragraphs. A numbered line begins one where the line before has come to an end. */
export function blocksOfLines(lines: Iterable<Line>): Block[] {
  const blocks: { text: string; place: Place; heading?: boolean }[] = [];
  let before: Line | undefined;
  let gap = false;
  for (const line of lines) {
    const text = line.text.trim();
    if (text === '') {
      gap = true;
      continue;
    }
    const current = blocks.at(-1);
    const begins =
      !current || !before || gap || line.gap || line.heading || before.heading || startsParagraph(text, before.text.trim());
    if (begins) blocks.push({ text, place: line.place, ...(line.heading && { heading: true }) });
    else current.text += `\n${text}`;
    before = line;
    gap = false;
  }
  return blocks;
}

function startsParagraph(text: string, before: string): boolean {
  const previous = structureMarker(before)[0];
  // "... as laid down in / Article 14." is a sentence that goes on.
  if (structureMarker(text).length > 0 && (ended(before) || previous?.rest === '')) return !/^\p{Ll}/u.test(text);
  if (previous && previous.rest === '' && /^[^\p{Ll}]/u.test(text)) return true;
  if ((isShortTitle(before) || ended(before)) && isHeading(text)) return true;
  const titled = (previous !== undefined && /^\p{Lu}/u.test(previous.rest)) || /^\d{1,3}[A-Z]{0,2}\s+\p{Lu}/u.test(before);
  const underTitle = titled && before.length <= 120;
  return pointMarker(text) !== undefined && (ended(before) || underTitle);
}

/** A line that is no sentence and stops well before the margin, as titles do. */
function isShortTitle(line: string): boolean {
  return line.length <= 60 && /^[\p{Lu}\d]/u.test(line) && !ended(line);
}

/** `2 Overview`, `PART 2`, `Schedule 1 - Fines`. */
function isHeading(line: string): boolean {
  const marker = structureMarker(line)[0];
  if (marker) return marker.type !== 'unit' && (marker.rest === '' || marker.parted);
  return /^\d{1,3}[A-Z]{0,2}\.?\s+(?:\p{Lu}|\(1\))/u.test(line);
}

/** Whether a line's last character lets a new paragraph follow. */
function ended(line: string): boolean {
  return /[.;:,!?—–\])”"»]$/.test(line) || /(?:^|\s)(?:and|or|und|oder|et|ou|y|e|o|u)$/i.test(line);
}
