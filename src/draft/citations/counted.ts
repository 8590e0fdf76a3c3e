import numbering from '../structure/numbering.json' with { type: 'json' };
import type { Provision } from '../structure/provision.ts';
import type { CountedPart } from './parts.ts';

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
 * Whether words may stand in the sentence or paragraph that a citation names. What cannot be counted with certainty is given the
 * benefit of the doubt.
 * @param span without it, only whether the provision has so many sentences or paragraphs
 */
export function hasPart(provision: Provision, part: CountedPart, span?: Span): boolean {
  const lines = linesOf(provision);
  const last = lines.at(-1);
  if (!last) return false;
  const isIn = (position: Position): boolean => {
    const { least, greatest } = boundsAt(lines, part, position);
    return least <= (part.to ?? part.number) && part.number <= greatest;
  };
  if (span) return isIn(span.start) && isIn(span.end);
  return part.number <= boundsAt(lines, part, { provision: last.provision, offset: last.provision.text.length }).greatest;
}

function linesOf(provision: Provision, isPoint = false): Line[] {
  const { text, paragraphs = [], children } = provision;
  const starts = [0, ...paragraphs.map(({ offset }) => offset).filter((offset) => offset > 0)];
  const own = starts.map((offset, index): Line => ({ provision, offset, text: text.slice(offset, starts[index + 1]), isPoint }));
  const below = children.flatMap((child) => linesOf(child, child.kind === 'closing' ? isPoint : true));
  return [...own.filter((line) => line.text.trim() !== ''), ...below];
}

function boundsAt(lines: readonly Line[], { kind, outer }: CountedPart, { provision, offset }: Position): Bounds {
  const found = lines.findLastIndex((line) => line.provision === provision && line.offset <= offset);
  // A number or heading alone belongs to the first line of its provision.
  const index =
    found === -1
      ? Math.max(
          0,
          lines.findIndex((line) => line.provision === provision),
        )
      : found;
  const before = lines.slice(0, index + 1);
  if (kind === 'paragraph') return paragraphBounds(before, outer === true);
  let bounds: Bounds = { least: 1, greatest: 1 };
  for (const [at, { text, offset: start }] of before.entries()) {
    const isLast = at === index;
    bounds = plus(bounds, endsWithin(text, isLast ? Math.max(0, offset - start) : text.length));
    if (!isLast) bounds = plus(bounds, endOf(text, before[at + 1]?.isPoint === true));
  }
  return bounds;
}

/** Points may count as paragraphs, as in France, or belong to the one before them, as in the Union and in Norway. */
function paragraphBounds(lines: readonly Line[], isOuter: boolean): Bounds {
  const least = Math.max(1, lines.filter(({ isPoint }) => !isPoint).length);
  return { least, greatest: isOuter ? least : Math.max(1, lines.length) };
}

function plus(a: Bounds, b: Bounds): Bounds {
  return { least: a.least + b.least, greatest: a.greatest + b.greatest };
}

const months = new Set(numbering.countedParts.months);

/** A full stop, the word or number before it, and what begins after it. */
const stop = /([\p{L}\p{N}]*)([)\]”"»]*)[.!?]["”»)]*\s+(?=["“„«(]?(.\p{L}*))/gu;

/** Sentences that end before an offset of a line. */
function endsWithin(line: string, offset: number): Bounds {
  let [least, greatest] = [0, 0];
  for (const match of line.matchAll(stop)) {
    if (match.index + match[0].length > offset) break;
    const [, word = '', brackets = '', next = ''] = match;
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
