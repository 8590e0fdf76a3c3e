import type { Block } from '../block.ts';
import { structureMarkers } from '../structure/numbers/markers.ts';
import { codeSection } from '../structure/numbers/numbered.ts';
import { pointMarker } from '../structure/numbers/point-markers.ts';
import type { Place } from '../structure/provision.ts';

/** A line as printed on the page. */
export interface Line {
  readonly text: string;
  readonly place: Place;
  /** Whether the format itself marks it as a heading. */
  readonly heading?: boolean;
  /** Whether vertical space separates it from the line before. */
  readonly gap?: boolean;
}

/**
 * Joins lines into paragraphs. A new paragraph begins after a blank line or a gap, at a heading, and at a numbered line if the
 * line before it can end a paragraph.
 */
export function blocksOfLines(lines: Iterable<Line>): Block[] {
  const blocks: { text: string; place: Place; heading?: boolean }[] = [];
  let previous: Line | undefined;
  let afterBlank = false;
  for (const line of lines) {
    const text = line.text.trim();
    if (text === '') {
      afterBlank = true;
      continue;
    }
    const current = blocks.at(-1);
    const startsBlock =
      !current ||
      !previous ||
      afterBlank ||
      line.gap ||
      line.heading ||
      previous.heading ||
      startsParagraph(text, previous.text.trim());
    if (startsBlock) blocks.push({ text, place: line.place, ...(line.heading && { heading: true }) });
    else current.text += `\n${text}`;
    previous = line;
    afterBlank = false;
  }
  return blocks;
}

function startsParagraph(line: string, previous: string): boolean {
  // Each paragraph that an amending law quotes may begin with a quotation mark.
  const unquoted = line.replace(/^["“„«‘](?=\(?\w{1,4}[.)])/u, '');
  const previousMarker = structureMarkers(previous)[0];
  const afterEnd = canEndParagraph(previous);
  // A line that begins with "Article 14." may continue a sentence: "... as laid down in / Article 14."
  if (structureMarkers(line).length > 0 && (afterEnd || previousMarker?.rest === '')) return !/^\p{Ll}/u.test(line);
  if (previousMarker?.rest === '' && /^[^\p{Ll}]/u.test(line)) return true;
  if ((isShortTitle(previous) || afterEnd) && isHeading(line)) return true;
  // "Aim / Article 1- (1) This Act ...": the title stands above the number.
  const marker = structureMarkers(line)[0];
  if (isShortTitle(previous) && marker?.type === 'unit' && marker.separated && marker.rest.startsWith('(1)')) return true;
  if (afterEnd ? isCapitals(line) : isCapitals(previous) && !isCapitals(line) && /^[\p{Lu}(]/u.test(line)) return true;
  const isTitled =
    (previousMarker !== undefined && /^\p{Lu}/u.test(previousMarker.rest)) || /^\d{1,3}[A-Z]{0,2}\s+\p{Lu}/u.test(previous);
  const underTitle = isTitled && previous.length <= 120;
  // Items of Japanese and Chinese lists often have no final punctuation.
  if (/^(?:[〇一二三四五六七八九十]{1,3}[　、]|[０-９]{1,2}　|[（(][一二三四五六七八九十]{1,3}[)）])/u.test(line)) return true;
  return (pointMarker(unquoted) !== undefined || codeSection(line) !== undefined) && (afterEnd || underTitle);
}

/** `STATEMENT OF OBJECTS AND REASONS`: several words in capitals, with nothing else on the line. */
function isCapitals(line: string): boolean {
  return /^\p{Lu}{2}[\p{Lu}\s,’'-]*\s\p{Lu}{3,}$/u.test(line) && line.length <= 120;
}

/** Titles are short and end without punctuation. */
function isShortTitle(line: string): boolean {
  return line.length <= 60 && /^[\p{Lu}\d]/u.test(line) && !canEndParagraph(line);
}

/** `2 Overview`, `PART 2`, `Schedule 1 - Fines`. */
function isHeading(line: string): boolean {
  const marker = structureMarkers(line)[0];
  if (marker) return marker.type !== 'unit' && (marker.rest === '' || marker.separated);
  return /^\d{1,3}[A-Z]{0,2}\.?\s+(?:\p{Lu}|\(1\))/u.test(line);
}

/** Whether the line ends in punctuation, or in an "and" or "or" between the points of a list. */
function canEndParagraph(line: string): boolean {
  return (
    /[.;:,!?—–\])”"»。；：！？）」』]$/.test(line) ||
    /(?:^|\s)(?:and|or|und|oder|et|ou|y|e|o|u|og|eller|dan|atau|ve|veya|и|или|và)$/i.test(line)
  );
}
