import { type Place, type Provision, placeIn, walk } from '../structure/provision.ts';
import { canonical, lineEndHyphen } from './canonical.ts';

/** A part of the draft's text that belongs to one provision. */
export interface Segment {
  /** Offset of its beginning in the draft's text. */
  readonly start: number;
  readonly provision: Provision;
  /** The ancestors of the provision, outermost first. */
  readonly above: readonly Provision[];
  /** Length of the number before the provision's own text. The whole length, if the segment is only a number or a heading. */
  readonly lead: number;
}

/** The whole text of a draft in one string, prepared for exact search. */
export interface DraftWords {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly canonical: string;
  /** The offset in `text` of each character of `canonical`. */
  readonly offsets: Int32Array;
  /** `canonical` without hyphens. */
  readonly bare: string;
  /** The offset in `canonical` of each character of `bare`. */
  readonly bareOffsets: Int32Array;
  /** Where the pieces of `bare` between spaces begin. Undefined for the first searches, which are faster without this index. */
  readonly pieces: () => ReadonlyMap<string, readonly number[]> | undefined;
}

/** So many searches are made before an index is worth its while. */
const searchesWithoutIndex = 10;

/**
 * Joins the text of provisions in document order.
 * @param numbered whether to include numbers and headings; quotes are often copied without them
 */
export function wordsOf(provisions: readonly Provision[], numbered: boolean): DraftWords {
  const parts: string[] = [];
  const segments: Segment[] = [];
  let length = 0;
  const add = (part: string, provision: Provision, above: readonly Provision[], lead = part.length): void => {
    const composed = part.normalize('NFC');
    segments.push({ start: length, provision, above, lead });
    parts.push(composed);
    length += composed.length + 1;
  };
  for (const { provision, above } of walk(provisions)) {
    const { kind, marker, heading, text } = provision;
    const inline = kind === 'point' || kind === 'recital';
    if (numbered && !inline && marker) add(marker, provision, above);
    if (numbered && heading) add(inline && marker ? `${marker} ${heading}` : heading, provision, above);
    const before = numbered && inline && marker && !heading ? `${marker} ` : '';
    if (text) add(before + text, provision, above, before.length);
    else if (numbered && inline && marker && !heading) add(marker, provision, above);
  }
  const text = parts.join('\n');
  const { text: canonicalText, offsets } = canonical(text);
  const { bare, bareOffsets } = withoutHyphens(canonicalText);
  let searches = 0;
  let index: Map<string, number[]> | undefined;
  const pieces = (): Map<string, number[]> | undefined => {
    searches += 1;
    if (searches > searchesWithoutIndex) index ??= indexPieces(bare);
    return index;
  };
  return { text, segments, canonical: canonicalText, offsets, bare, bareOffsets, pieces };
}

function indexPieces(text: string): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (let start = 0; start <= text.length; ) {
    const space = text.indexOf(' ', start);
    const end = space === -1 ? text.length : space;
    const piece = text.slice(start, end);
    const places = index.get(piece);
    if (places) places.push(start);
    else index.set(piece, [start]);
    start = end + 1;
  }
  return index;
}

/** Removes the hyphens from a canonical text. */
export function withoutHyphens(text: string): Pick<DraftWords, 'bare' | 'bareOffsets'> {
  const bareOffsets = new Int32Array(text.length + 1);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '-' || text[index] === lineEndHyphen) continue;
    bareOffsets[length] = index;
    length += 1;
  }
  bareOffsets[length] = text.length;
  return { bare: text.replace(/[-\u0001]/g, ''), bareOffsets: bareOffsets.subarray(0, length + 1) };
}

/** The segment at an offset of the text. */
export function segmentAt(words: DraftWords, offset: number): Segment | undefined {
  return words.segments[segmentIndex(words, offset)];
}

/** The offset at which the segment of an offset ends. */
export function segmentEnd(words: DraftWords, offset: number): number {
  return words.segments[segmentIndex(words, offset) + 1]?.start ?? words.text.length;
}

/** Found by binary search. */
function segmentIndex({ segments }: DraftWords, offset: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The provisions that contain both segments, outermost first; empty if there is none. */
export function commonPath(from: Segment, to: Segment): Provision[] {
  const [a, b] = [
    [...from.above, from.provision],
    [...to.above, to.provision],
  ];
  const path: Provision[] = [];
  for (const [index, provision] of a.entries()) {
    if (b[index] !== provision) break;
    path.push(provision);
  }
  return path;
}

/** The place in the file of an offset: that of its paragraph, or of the provision for numbers and headings. */
export function placeAt(words: DraftWords, offset: number, countsLines: boolean): Place {
  const segment = segmentAt(words, offset);
  if (!segment) return {};
  const within = offset - segment.start - segment.lead;
  return within < 0 ? segment.provision.place : placeIn(segment.provision, within, countsLines);
}
