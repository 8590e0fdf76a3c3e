import type { Block } from '../block.ts';
import { plain, pointMarker, type StructureMarker, structureMarker } from './markers.ts';
import numbering from './numbering.json' with { type: 'json' };

/** A line longer than this is no heading, unless its format says so. */
export const headingLength = 160;

/** `Article 5` and its title in one paragraph, separated by a line break, are two lines; so are `PART 1` and the list under it in a table of contents. */
export function splitHeadingLines(block: Block): Block[] {
  const end = block.text.indexOf('\n');
  if (end === -1) return [block];
  const [first, more] = [block.text.slice(0, end), block.text.slice(end + 1)];
  const marker = structureMarker(first)[0];
  const numberFollows =
    marker?.type === 'group' && /^(?:\d|\()|^$/.test(more) && looksLikeHeading({ ...block, text: first }, marker);
  const isTitled = marker?.type === 'unit' && isTitleLine(marker, first) && /^[\p{Lu}("“„«]/u.test(more);
  if (marker?.rest !== '' && !numberFollows && !isTitled) return [block];
  const head = { ...block, text: first, ...(isTitled && { heading: true }) };
  return [head, ...splitHeadingLines({ ...block, text: more, place: nextLine(block) })];
}

/** `Article 2 Beta`: a word, a number and a title, which stops well before the margin and not at a small word (`National Agency of`). */
function isTitleLine({ written, rest }: StructureMarker, line: string): boolean {
  return (
    /^\p{Lu}\p{L}+\.?\s/u.test(written) &&
    line.length <= 60 &&
    /^\p{Lu}[^\d()[\]]*$/u.test(rest) &&
    /(?<!\p{L})\p{L}{4,}$/u.test(rest)
  );
}

function nextLine({ place }: Block): Block['place'] {
  return place.line === undefined || place.page !== undefined ? place : { ...place, line: place.line + 1 };
}

/** A number alone in a table's cell or on a line belongs to the words after it. */
export function joinLoneMarkers(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (let index = 0; index < blocks.length; index++) {
    let block = blocks[index] as Block;
    for (let next = blocks[index + 1]; next && isLoneMarker(block.text) && !next.heading; next = blocks[index + 1]) {
      block = { ...block, text: `${block.text.trim()} ${next.text}` };
      index += 1;
    }
    joined.push(block);
  }
  return joined;
}

function isLoneMarker(text: string): boolean {
  if (text.length > 20) return false;
  if (/^[—–•·]$/.test(text.trim())) return true;
  const marker = pointMarker(`${text.trim()} `);
  return marker !== undefined && marker.rest.trim() === '' && marker.number !== 'único';
}

const known = new WeakMap<Block, readonly StructureMarker[]>();

/** The structure that a paragraph's first line names. It is asked for over and over. */
export function markersOf(block: Block): readonly StructureMarker[] {
  const found = known.get(block) ?? structureMarker(firstLine(block.text));
  known.set(block, found);
  return found;
}

export function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

/** What stands in brackets after a number: `(nouveau)`, `(zu § 2)`, `(s. 4)`; and what a British schedule gives effect to. */
const remark =
  /^(?:[([][^()[\]]{1,60}(?:\([^()]{1,20}\))?[^()[\]]{0,20}[)\]]|(?:sections?|clauses?|regulations?|articles?)\s\d[\w(), ]*)$/i;

/** Whether the words after a number are only a remark, so that the title is still to come. */
export function isRemark(rest: string, { type }: StructureMarker): boolean {
  return (type === 'annex' || /^[([]/.test(rest)) && remark.test(rest);
}

/** Whether a line that names a provision is its heading, and not a sentence that cites it. */
export function looksLikeHeading({ text, heading }: Block, marker: StructureMarker): boolean {
  const { type, kind, rest, separated, number } = marker;
  if (heading || rest === '') return firstLine(text) === text || rest !== '';
  if (/^[\p{Ll},;)]/u.test(rest)) return false;
  if (isRemark(rest, marker)) return text.length <= headingLength;
  if (/^\((?!\d)/u.test(rest)) return false;
  if (type === 'annex' && !separated) return rest.length <= headingLength && !/[.;:,]$/.test(text);
  if (separated) return type !== 'group' || text.length <= headingLength;
  // "Art. 1º Esta Lei dispõe ...", "§ 3 Begriffe", "Section 4 (1) ...": the words of a unit may follow its number.
  if (type === 'unit' && (/^(?:Art\.|ART\.|§)/.test(text) || /^\(\d/.test(rest))) return true;
  const sentence = /[.;:,]$/.test(text.trim());
  return text.length <= headingLength && !sentence && !(kind === 'section' && /^[A-Z]$/.test(number));
}

/** What an amending law puts into another one stands in quotation marks. */
export function beginsQuoted(text: string): boolean {
  return /^["'“„«‘`]/.test(text);
}

export function isPreambleWord(text: string): boolean {
  return text.length <= 30 && numbering.preamble.includes(plain(text.replace(/[:.]$/, '').trim()));
}

/** A title on one line, without the full stop or the dash around it. */
export function tidyTitle(text: string): string {
  // No title is this long; what is meant as one must not be gone through over and over.
  if (text.length > 2000) return text.trim();
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[-–—.:\s]+/, '')
    .replace(/(?<![.\s]\p{L})[.:]$/u, '')
    .replace(/(?:\s?\.){4,}\s*\d*$/, '')
    .trim();
}
