import numbering from '../structure/numbering.json' with { type: 'json' };
import type { Provision } from '../structure/provision.ts';
import type { CountedParagraph, CountedPart, CountedSentence } from './parts.ts';

/** An offset in the own text of a provision. */
export interface Position {
  readonly provision: Provision;
  readonly offset: number;
}

/** Where words stand. */
export interface Span {
  readonly start: Position;
  /** The place of the last character. */
  readonly end: Position;
}

/** A paragraph of a provision or of one of its points, without the number. */
interface Line {
  readonly provision: Provision;
  readonly offset: number;
  readonly text: string;
  readonly isPoint: boolean;
}

/** The least and the greatest number that a sentence or paragraph may have, because not every full stop ends a sentence. */
interface Bounds {
  readonly least: number;
  readonly greatest: number;
}

/**
 * Whether words may stand in the part that a citation names. What cannot be counted with certainty is given the benefit of the
 * doubt.
 * @param span without it, only whether the provision has such a part
 */
export function hasPart(provision: Provision, part: CountedPart, span?: Span): boolean {
  const ends = span ? [span.start, span.end] : [];
  if (part.kind === 'opening') return ends.every((end) => end.provision === provision);
  if (part.kind === 'closing') return ends.every((end) => isClosing(provision, end.provision));
  const lines = linesOf(provision);
  if (part.kind === 'marked') return ends.every((end) => markAt(lines, end) === part.mark);
  if (part.kind !== 'sentence')
    return paragraphsOf(provision, lines, part).some((each) => ends.every((end) => isAmong(each, end)));
  const groups = part.inside ? paragraphsOf(provision, lines, part.inside) : [lines];
  return groups.some((group) => hasSentence(group, part, ends));
}

/** The greatest number of sentences or unnumbered paragraphs that a provision may have. */
export function countOf(provision: Provision, part: CountedSentence | CountedParagraph): number {
  const lines = linesOf(provision);
  if (part.kind !== 'sentence') return part.kind === 'line' ? lines.length : paragraphGroups(lines).length;
  const groups = part.inside ? paragraphsOf(provision, lines, part.inside) : [lines];
  return Math.max(0, ...groups.map((group) => lastSentence(group).greatest));
}

function isClosing(provision: Provision, inner: Provision): boolean {
  return provision.children.some((child) => child.kind === 'closing' && child === inner);
}

function hasSentence(lines: readonly Line[], { number, to, last }: CountedSentence, ends: readonly Position[]): boolean {
  if (lines.length === 0) return false;
  const all = lastSentence(lines);
  const [from, until] = last ? [all.least, all.greatest] : [number, to ?? number];
  if (from > all.greatest) return false;
  return ends.every((end) => {
    const { least, greatest } = sentenceAt(lines, end);
    return isAmong(lines, end) && least <= until && from <= greatest;
  });
}

function lastSentence(lines: readonly Line[]): Bounds {
  const last = lines.at(-1);
  if (!last) return { least: 0, greatest: 0 };
  return sentenceAt(lines, { provision: last.provision, offset: last.provision.text.length });
}

/** The lines of each paragraph that a citation may mean. */
function paragraphsOf(
  provision: Provision,
  lines: readonly Line[],
  { kind, number, to, last, outer }: CountedParagraph,
): Line[][] {
  const byNumber = (groups: Line[][]): Line[][] => (last ? groups.slice(-1) : groups.slice(number - 1, to ?? number));
  const numbered = last ? provision.children.findLast(isNumbered) : undefined;
  if (numbered) return [linesOf(numbered)];
  const groups = byNumber(paragraphGroups(lines));
  // Points may count as paragraphs, as in France.
  return kind === 'line' && !outer ? [...groups, ...byNumber(lines.map((line) => [line]))] : groups;
}

/** The number of an item in a Chinese list: paragraphs have none. */
const chineseItem = /^[(（]?[〇零一二三四五六七八九十]/u;

/** Whether a provision has an Arabic number in brackets, so that its paragraphs are cited by numbers. */
export function isNumbered({ label, marker = '' }: Provision): boolean {
  return /\(\d+\p{L}{0,2}\)$/u.test(label) && !chineseItem.test(marker);
}

/** Each paragraph with the points after it. */
function paragraphGroups(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const current = groups.at(-1);
    if (line.isPoint && current) current.push(line);
    else groups.push([line]);
  }
  return groups;
}

function isAmong(lines: readonly Line[], { provision, offset }: Position): boolean {
  return lines.some((line) => {
    if (line.provision !== provision) return false;
    const isFirst = line.provision.text.slice(0, line.offset).trim() === '';
    return (isFirst || line.offset <= offset) && offset <= line.offset + line.text.length;
  });
}

/** The number at the beginning of the last line before a position that begins with one: `1.3` in `1.3. Costs`. */
function markAt(lines: readonly Line[], { provision, offset }: Position): string | undefined {
  const before = lines.filter((line) => line.provision === provision && line.offset <= offset);
  const text = before.map((line) => line.text.slice(0, Math.max(0, offset - line.offset + 1))).join('\n');
  return [...text.matchAll(/^\s*\(?(\d{1,3}(?:\.\d{1,3})*)[.)]?\s/gmu)].at(-1)?.[1];
}

function linesOf(provision: Provision, isPoint = false): Line[] {
  const { text, paragraphs = [], children } = provision;
  const starts = [0, ...paragraphs.map(({ offset }) => offset).filter((offset) => offset > 0)];
  const own = starts.map((offset, index): Line => ({ provision, offset, text: text.slice(offset, starts[index + 1]), isPoint }));
  const below = children.flatMap((child) => linesOf(child, child.kind === 'closing' ? isPoint : true));
  return [...own.filter((line) => line.text.trim() !== ''), ...below];
}

/** The number of the sentence at a position. */
function sentenceAt(lines: readonly Line[], { provision, offset }: Position): Bounds {
  const found = lines.findLastIndex((line) => line.provision === provision && line.offset <= offset);
  // A number or heading alone belongs to the first line of its provision.
  const first = lines.findIndex((line) => line.provision === provision);
  const index = found === -1 ? Math.max(0, first) : found;
  const before = lines.slice(0, index + 1);
  let bounds: Bounds = { least: 1, greatest: 1 };
  for (const [at, { text, offset: start }] of before.entries()) {
    const isLast = at === index;
    bounds = plus(bounds, endsWithin(text, isLast ? Math.max(0, offset - start) : text.length));
    if (!isLast) bounds = plus(bounds, endOf(text, before[at + 1]?.isPoint === true));
  }
  return bounds;
}

function plus(a: Bounds, b: Bounds): Bounds {
  return { least: a.least + b.least, greatest: a.greatest + b.greatest };
}

/** Whether a bracket is open at the end of a text. That of a point, as in `a)`, was never opened. */
function isInBrackets(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[()]/g)) depth = bracket === '(' ? depth + 1 : Math.max(0, depth - 1);
  return depth > 0;
}

const abbreviations = new Set(numbering.countedParts.abbreviations);
const months = new Set(numbering.countedParts.months);

/** A full stop, the word or number before it, and what begins after it. */
const stop = /([\p{L}\p{N}]*)([)\]”"»]*)[.!?]["”»)]*\s+(?=["“„«(]?(.\p{L}*))/gu;

/** Sentences that end before an offset of a line. */
function endsWithin(line: string, offset: number): Bounds {
  let [least, greatest] = [0, 0];
  for (const match of line.matchAll(stop)) {
    if (match.index + match[0].length > offset) break;
    const [, word = '', brackets = '', next = ''] = match;
    // "(ABl. L 178 vom 17.7.2000, S. 1)": what is in brackets belongs to the sentence around them.
    if (isInBrackets(line.slice(0, match.index + word.length + brackets.length)) || abbreviations.has(word.toLowerCase()))
      continue;
    const isShort = brackets === '' && word.length < 4;
    // "Nr. 5", "Art. 3", "§ 2 Abs. 1" and "am 3. März" go on.
    if (!(isShort ? /^\p{Lu}/u : /^[\p{Lu}\d§]/u).test(next) || (/^\d+$/.test(word) && months.has(next))) continue;
    greatest += 1;
    if (!isShort && /^\p{Ll}+$/u.test(word.slice(1)) && /^\p{Lu}/u.test(next)) least += 1;
  }
  return { least, greatest };
}

const goesOn = new RegExp(`[,;:—–-]$|(?:^|\\s)(?:${numbering.joining.join('|')})$`, 'iu');

/** Whether a sentence ends with a line. Words without a full stop before a point introduce it. */
function endOf(line: string, isBeforePoint: boolean): Bounds {
  const text = line.trim();
  const isEnd = /[.!?]["”»)\]]*$/.test(text);
  if (isEnd || isBeforePoint) return { least: isEnd ? 1 : 0, greatest: isEnd ? 1 : 0 };
  return { least: 0, greatest: goesOn.test(text) ? 0 : 1 };
}
