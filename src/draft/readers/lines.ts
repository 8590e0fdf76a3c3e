import type { Block } from '../block.ts';
import { isContentsWord } from '../structure/contents-entries.ts';
import { withoutDirectionMarks } from '../structure/headings.ts';
import { type StructureMarker, structureMarkers, transitionalMarker } from '../structure/numbers/markers.ts';
import { codeSection } from '../structure/numbers/numbered.ts';
import { isLoneNumber, pointMarker } from '../structure/numbers/point-markers.ts';
import type { Place } from '../structure/provision.ts';
import { isTitleBefore } from '../structure/titles.ts';

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
  const all = [...lines].map(withoutDirectionMarks);
  const isUnwrapped = hasParagraphLines(all);
  let previous: Line | undefined;
  let afterBlank = false;
  for (const [index, line] of all.entries()) {
    const text = line.text.trim();
    if (text === '') {
      afterBlank = true;
      continue;
    }
    const current = blocks.at(-1);
    const endsParagraph = isUnwrapped && chineseEnd.test(previous?.text.trim() ?? '');
    const startsBlock =
      endsParagraph ||
      !current ||
      !previous ||
      afterBlank ||
      line.gap ||
      line.heading ||
      previous.heading ||
      startsParagraph(text, previous.text.trim()) ||
      beginsList(all, index) ||
      (canEndParagraph(previous.text.trim()) && isTitleAboveUnit(all, index));
    if (startsBlock) blocks.push({ text, place: line.place, ...(line.heading && { heading: true }) });
    else current.text += `\n${text}`;
    previous = line;
    afterBlank = false;
  }
  return blocks;
}

/** What ends a paragraph of a Chinese text, or its opening words above a list. */
const chineseEnd = /\p{Script=Han}[”’」』）]?[。；：:;][”’」』）]?$/u;
/** Characters. A shorter line is not as wide as a page. */
const shortestLine = 20;
/** Of the long lines of a Chinese text, the greatest share that may end within a sentence if each line is a paragraph. */
const mostBroken = 0.1;

/** Whether each line of a Chinese text is a paragraph: hardly any long line ends within a sentence, as it would at the edge of a page. */
function hasParagraphLines(lines: readonly Line[]): boolean {
  let [chinese, long, broken] = [0, 0, 0];
  for (const { text } of lines) {
    const line = text.trim();
    if (!/^[\u3400-\u9fff]/.test(line)) continue;
    chinese += 1;
    if (line.length < shortestLine) continue;
    long += 1;
    if (!/[。；：，、！？”」』）.;:]$/.test(line)) broken += 1;
  }
  return chinese > 0 && broken <= long * mostBroken;
}

/** Words that a number at the beginning of the next line belongs to. */
const beforeNumber =
  /(?:^|\s)(?:\p{L}{1,5}\.|(?:am|vom|zum|bis|the|paragraph|point|section|article|artikel|nummer|absatz|punkt))$/iu;

/** Whether a line below the end of a paragraph is a title: an empty line and the number of a unit follow. */
function isTitleAboveUnit(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text.trim() ?? '';
  const next = lines[index + 1];
  const isApart = isInCapitals(text) || next?.text.trim() === '' || next?.gap === true;
  if (!isApart || !isTitleBefore(text)) return false;
  const below =
    lines
      .slice(index + 1, index + 4)
      .find((line) => line.text.trim() !== '')
      ?.text.trim() ?? '';
  const isUnit = structureMarkers(below).some(({ type }) => type === 'unit' || type === 'supplement');
  return isUnit || (isInCapitals(text) && transitionalMarker(below) !== undefined);
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
  if (previousMarker && follows(unitMarker(line), unitMarker(previous))) return true;
  // "Aim / Article 1- (1) This Act ...": the title stands above the number.
  const marker = structureMarkers(line)[0];
  const isTitleAbove = isShortTitle(previous) && (marker?.rest.startsWith('(1)') || isInCapitals(previous));
  if (isTitleAbove && marker?.type === 'unit' && marker.separated) return true;
  if ((afterEnd || isInCapitals(previous)) && transitionalMarker(line)) return true;
  if (afterEnd ? isCapitals(line) : isCapitals(previous) && !isCapitals(line) && /^[\p{Lu}(]/u.test(line)) return true;
  const isTitled =
    (previousMarker !== undefined && /^\p{Lu}/u.test(previousMarker.rest)) || /^\d{1,3}[A-Z]{0,2}\s+\p{Lu}/u.test(previous);
  const underTitle = isTitled && previous.length <= 120 && !beforeNumber.test(previous);
  // Items of Japanese and Chinese lists often have no final punctuation.
  if (/^(?:[〇一二三四五六七八九十]{1,3}[　、]|[０-９]{1,2}　|[（(][一二三四五六七八九十]{1,3}[)）])/u.test(line)) return true;
  // "XVIII - edit rules" is an item, even below words that have lost their end.
  if (/^[IVXL]+\s[-–—]\s/u.test(line) && /^\p{L}/u.test(pointMarker(line)?.rest ?? '')) return true;
  return (beginsPoint(unquoted) || codeSection(line) !== undefined) && (afterEnd || underTitle);
}

/** Whether a line begins with the number of a point, or is one: `§ 6º`, `IV -`. */
function beginsPoint(line: string): boolean {
  return pointMarker(line) !== undefined || isLoneNumber(line);
}

/** Lines. No point of a list that is looked ahead in is longer. */
const longestPoint = 12;
/** Whether a line is the first point of a list whose second one follows, although no colon introduces it. */
function beginsList(lines: readonly Line[], index: number): boolean {
  const first = pointMarker(lines[index]?.text.trim() ?? '')?.readings.find(
    ({ ordinal, suffix }) => ordinal === 1 && suffix === '',
  );
  if (!first || !/[.)°]$/.test(first.style) || beforeNumber.test(lines[index - 1]?.text.trim() ?? '')) return false;
  return lines
    .slice(index + 1, index + longestPoint)
    .some(({ text }) => pointMarker(text.trim())?.readings.some(({ style, ordinal }) => style === first.style && ordinal === 2));
}

/** Whether a line begins with the unit after that of the line above, as in a table of contents. */
function follows(marker: StructureMarker | undefined, previous: StructureMarker | undefined): boolean {
  if (!marker || !previous) return false;
  return marker.word === previous.word && Number(marker.number) === Number(previous.number) + 1 && /^\p{Lu}/u.test(marker.rest);
}

function unitMarker(line: string): StructureMarker | undefined {
  return structureMarkers(line).find(({ type }) => type === 'unit');
}

/** `STATEMENT OF OBJECTS AND REASONS`: several words in capitals, with nothing else on the line. */
function isCapitals(line: string): boolean {
  return /^\p{Lu}{2}[\p{Lu}\s,’'-]*\s\p{Lu}{3,}$/u.test(line) && line.length <= 120;
}

/** Titles are short and end without punctuation. */
function isShortTitle(line: string): boolean {
  return line.length <= 60 && /^[\p{Lu}\d]/u.test(line) && !canEndParagraph(line);
}

function isInCapitals(line: string): boolean {
  return /\p{Lu}{4}/u.test(line) && line === line.toUpperCase();
}

/** `2 Overview`, `PART 2`, `Schedule 1 - Fines`. */
function isHeading(line: string): boolean {
  const marker = structureMarkers(line)[0];
  if (marker) return marker.type !== 'unit' && (marker.rest === '' || marker.separated);
  return /^\d{1,3}[A-Z]{0,2}\.?\s+(?:\p{Lu}|\(1\))/u.test(line);
}

/** Dot leaders and the number of a page. */
const contentsEntry = /(?:[.…_·]\s?){3}\s*(?:\d{1,4}|[ivxl]{1,6})$/;

/** Whether the line ends in punctuation, in dot leaders and a page number, or in an "and" or "or" between the points of a list. */
function canEndParagraph(line: string): boolean {
  return (
    /[.;:,!?—–\])”"»。；：！？）」』؛،؟]$/.test(line) ||
    contentsEntry.test(line) ||
    isContentsWord(line) ||
    /;\s(?:na|au|hoặc)$/i.test(line) ||
    /(?:^|\s)(?:and|or|und|oder|et|ou|y|e|o|u|og|och|eller|samt|ja|tai|en|of|ed|od|oraz|albo|lub|i|sau|și|dan|atau|ve|veya|и|или|và)$/i.test(
      line,
    )
  );
}
