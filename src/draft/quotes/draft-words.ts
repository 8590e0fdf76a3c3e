import { type DraftText, type Place, type Provision, placeIn, walk } from '../structure/provision.ts';
import { canonical } from './canonical.ts';

/** A stretch of the draft's text that belongs to one provision. */
export interface Segment {
  readonly start: number;
  readonly provision: Provision;
  readonly above: readonly Provision[];
  /** How much stands before the provision's own text in it: its number. All of it, where it is a number or a heading alone. */
  readonly lead: number;
}

/** The whole text of a draft in one string, ready to be searched word for word. */
export interface DraftWords {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly canonical: string;
  /** From `canonical` to `text`. */
  readonly at: Int32Array;
  /** `canonical` without hyphens and joints, and the way from it to `canonical`. */
  readonly bare: string;
  readonly bareAt: Int32Array;
}

/**
 * Puts the words of all provisions together in their order.
 * @param numbered with the numbers and headings of provisions, as the draft reads; a quote may also have left them out
 */
export function wordsOf({ provisions }: DraftText, numbered: boolean): DraftWords {
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
  const { text: canonicalText, at } = canonical(text);
  const { bare, bareAt } = withoutHyphens(canonicalText);
  return { text, segments, canonical: canonicalText, at, bare, bareAt };
}

export function withoutHyphens(text: string): { bare: string; bareAt: Int32Array } {
  const bareAt = new Int32Array(text.length + 1);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // The hyphen and the joint.
    if (code === 45 || code === 1) continue;
    bareAt[length] = index;
    length += 1;
  }
  bareAt[length] = text.length;
  return { bare: text.replace(/[-\u0001]/g, ''), bareAt: bareAt.subarray(0, length + 1) };
}

/** The segment that an offset of the text stands in. */
export function segmentAt({ segments }: DraftWords, offset: number): Segment | undefined {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return segments[low];
}

/** The narrowest provisions from the outside in that hold both segments; empty where they have none in common. */
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

/** Where an offset stands in the file: words with their paragraph, numbers and headings with their provision. */
export function placeAt(words: DraftWords, offset: number, countsLines: boolean): Place {
  const segment = segmentAt(words, offset);
  if (!segment) return {};
  const within = offset - segment.start - segment.lead;
  return within < 0 ? segment.provision.place : placeIn(segment.provision, within, countsLines);
}
