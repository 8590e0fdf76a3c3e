import type { Block } from '../block.ts';
import numbering from './numbering.json' with { type: 'json' };
import { fold, type StructureMarker, structureMarkers } from './numbers/markers.ts';
import { isLoneNumber } from './numbers/point-markers.ts';

/** Characters. A longer line is a heading only if the format marks it as one. */
export const headingLength = 160;

/** A block with the headings that its first line may be. They are read once, because every pass over the draft needs them. */
export interface MarkedBlock extends Block {
  readonly markers: readonly StructureMarker[];
}

const directionMark = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const directionMarks = new RegExp(directionMark, 'g');

/** A block without the marks of direction that Arabic texts have around their numbers. They print nothing. */
export function withoutDirectionMarks<Line extends { readonly text: string }>(block: Line): Line {
  return directionMark.test(block.text) ? { ...block, text: block.text.replace(directionMarks, '') } : block;
}

export function withMarkers(block: Block, index: number, blocks: readonly Block[]): MarkedBlock {
  const markers = structureMarkers(firstLine(block.text));
  // "(Purpose)" / "Article 1 The purpose of this Act is ...": a Japanese article has its title above it.
  const isBelowTitle = markers.length > 0 && /^\(\p{Lu}[^()\n]{2,100}\)$/u.test(blocks[index - 1]?.text ?? '');
  return {
    ...block,
    markers: isBelowTitle
      ? markers.map((marker) => ({ ...marker, separated: marker.separated || marker.type === 'unit' }))
      : markers,
  };
}

/**
 * Splits a paragraph that begins with a heading on a line of its own: `Article 5` and the title below it, or `PART 1` and the
 * entries below it in a table of contents.
 */
export function splitHeadingLines(block: Block): Block[] {
  const end = block.text.indexOf('\n');
  if (end === -1) return [block];
  const [first, following] = [block.text.slice(0, end), block.text.slice(end + 1)];
  const marker = structureMarkers(first)[0];
  const numberFollows =
    marker?.type === 'group' && /^(?:\d|\()|^$/.test(following) && looksLikeHeading({ ...block, text: first }, marker);
  const isTitled = marker?.type === 'unit' && isTitleLine(marker, first) && /^[\p{Lu}("“„«]/u.test(following);
  if (marker?.rest !== '' && !numberFollows && !isTitled) return [block];
  const heading = { ...block, text: first, ...(isTitled && { heading: true }) };
  return [heading, ...splitHeadingLines({ ...block, text: following, place: nextLine(block) })];
}

/** `Article 2 Definitions`: a word, a number and a title. The line is short and does not end in a short word (`National Agency of`). */
function isTitleLine({ written, rest }: StructureMarker, line: string): boolean {
  return (
    /^\p{Lu}\p{L}+\.?\s/u.test(written) &&
    line.length <= 60 &&
    /^\p{Lu}[^\d()[\]]*$/u.test(rest) &&
    // Vietnamese words are short.
    (/(?<!\p{L})\p{L}{4,}$/u.test(rest) || written.startsWith('Điều'))
  );
}

function nextLine({ place }: Block): Block['place'] {
  return place.line === undefined || place.page !== undefined ? place : { ...place, line: place.line + 1 };
}

/** Joins a number that is alone in a table cell or on a line with the words after it. */
export function joinLoneMarkers(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (let index = 0; index < blocks.length; index++) {
    let block = blocks[index] as Block;
    const above = joined.at(-1);
    if (above?.heading && isNumberOfHeading(block, blocks[index + 1], above)) {
      joined[joined.length - 1] = { ...above, text: `${block.text.trim()} ${above.text}` };
      continue;
    }
    for (let next = blocks[index + 1]; next && isLoneMarker(block.text) && !next.heading; next = blocks[index + 1]) {
      block = { ...block, text: `${block.text.trim()} ${next.text}` };
      index += 1;
    }
    joined.push(block);
  }
  return joined;
}

/** Whether a number on a line of its own is that of the heading above it: `Appeals` / `9` / `9.1`. */
function isNumberOfHeading({ text }: Block, next: Block | undefined, above: Block): boolean {
  const number = text.trim().replace(/\.$/, '');
  return /^\d{1,3}$/.test(number) && /^\p{L}/u.test(above.text) && next?.text.startsWith(`${number}.`) === true;
}

function isLoneMarker(text: string): boolean {
  if (text.length > 20) return false;
  if (/^\d{1,3}(?:\.\d{1,3}){1,4}(?:\.[a-z])?[.)]?$|^\d{1,3}[A-Z]{1,3}\.?$/.test(text.trim())) return true;
  if (/^[—–•·]$/.test(text.trim())) return true;
  return isLoneNumber(text);
}

export function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

/** A remark in brackets after a number: `(nouveau)`, `(zu § 2)`, `(s. 4)`; or the section that a British schedule belongs to. */
const remark =
  /^(?:[([][^()[\]]{1,60}(?:\([^()]{1,20}\))?[^()[\]]{0,20}[)\]]|(?:sections?|clauses?|regulations?|articles?)\s\d[\w(), ]*)$/i;

/** Whether the words after a number are a remark, so that the title is still to come. */
export function isRemark(rest: string, { type }: StructureMarker): boolean {
  return (type === 'annex' || /^[([]/.test(rest)) && remark.test(rest);
}

/** `(Duties of Providers)`: the title of a Korean article. */
const bracketedTitle =
  /^\((?!(?:New|Nouveau|Nouvelle|Nuevo|Nueva|Novo|Nova|Neu|Cont|Suite|See)\b)\p{Lu}\p{Ll}+(?:[ ,-]+\p{L}+)*\)$/u;

/** Whether the words after the number of a unit are its title in brackets, as in Korea, rather than a remark. */
export function isTitleInBrackets(rest: string, { type }: StructureMarker): boolean {
  return type === 'unit' && bracketedTitle.test(rest);
}

/** Whether a line that begins with a provision's name is its heading rather than a sentence that cites it. */
export function looksLikeHeading({ text, heading }: Block, marker: StructureMarker): boolean {
  const { type, kind, rest, separated, number } = marker;
  if (heading || rest === '') return firstLine(text) === text || rest !== '';
  if (/^[\p{Ll},;)]/u.test(rest)) return false;
  if (isRemark(rest, marker)) return text.length <= headingLength;
  // "Art. 2. (VETADO)." is the whole article; without a sign after the number, "Article 2 (as amended)" is a citation.
  if (/^\((?!\d)/u.test(rest)) return (separated || /[º°]$/.test(marker.written)) && type === 'unit' && /^\(\p{Lu}/u.test(rest);
  if (type === 'annex' && !separated) return rest.length <= headingLength && !/[.;:,؛،]$/.test(text);
  if (separated) return type !== 'group' || text.length <= headingLength;
  // The text of a unit may follow its number directly: "Art. 1º Esta Lei dispõe ...", "§ 3 Begriffe", "Section 4 (1) ...".
  if (type === 'unit' && (/^(?:Art\.|ART\.|§|\d+\s?[a-zåäö]?\s?§)/.test(text) || /^\(\d/.test(rest))) return true;
  const isSentence = /[.;:,؛،]$/.test(text.trim());
  return text.length <= headingLength && !isSentence && !(kind === 'section' && /^[A-Z]$/.test(number));
}

/** Whether the text begins with a quotation mark, as words that an amending law inserts into another law do. */
export function beginsQuoted(text: string): boolean {
  return /^["'“„«‘`]/.test(text);
}

/** Whether the text is the heading of a preamble, such as "Whereas". */
export function isPreambleWord(text: string): boolean {
  return text.length <= 30 && numbering.preamble.includes(fold(text.replace(/[:.]$/, '').trim()));
}

const opening = new RegExp(`^(?:${numbering.opening.join('|')})`, 'u');

/** Whether the text is an opening formula, such as "BE IT ENACTED by Parliament as follows:". */
export function isOpening({ text }: Block): boolean {
  return text.length <= 250 && opening.test(fold(text.trim())) && !/[.;]$/.test(text.trim());
}

/** A title on one line, without surrounding dashes, full stops or the dot leaders of a table of contents. */
export function tidyTitle(text: string): string {
  // No title is this long, and the patterns below are slow on very long texts.
  if (text.length > 2000) return text.trim();
  return withoutLetterSpaces(text)
    .replace(/\s+/g, ' ')
    .replace(/^[-–—.:\s]+/, '')
    .replace(/^[(（]([^()（）]+)[)）][.:]?$/, '$1')
    .replace(/(?<![.\s]\p{L})[.:]$/u, '')
    .replace(/(?:\s?\.){4,}\s*\d*$/, '')
    .trim();
}

/** A Chinese heading without the spaces that spread its characters over the line: `总　　则`. */
export function withoutLetterSpaces(text: string): string {
  return /[\u3400-\u9fff]\s/.test(text) && /^\p{Script=Han}(?:\s+\p{Script=Han})+$/u.test(text.trim())
    ? text.replace(/\s+/g, '')
    : text;
}

/** The words of a block after the number in its heading. */
export function textAfter({ rest }: Pick<StructureMarker, 'rest'>, { text }: Pick<Block, 'text'>): string {
  const end = text.indexOf('\n');
  return (end === -1 ? rest : [rest, text.slice(end + 1)].filter(Boolean).join('\n')).trim();
}

export function withRemark(marker: StructureMarker, remark: string): StructureMarker {
  return { ...marker, written: `${marker.written} ${remark}` };
}
