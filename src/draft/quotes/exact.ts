import { canonical, lineEndHyphen } from './canonical.ts';
import { commonPath, type DraftWords, segmentAt, withoutHyphens } from './draft-words.ts';
import { isWhole } from './edges.ts';
import { endOfLetter, haveSameVowels } from './vowel-signs.ts';

/** Where a quote is in the text of a draft. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  /** Whether the quote is the same letter by letter, layout included. */
  readonly exact: boolean;
}

/** Finds every place where the words of a quote stand, regardless of layout, and do not begin or end within a word. */
export function hitsOf(words: DraftWords, quote: string): Hit[] {
  const wanted = canonical(quote.normalize('NFC')).text;
  const { bare } = withoutHyphens(wanted);
  if (!/[\p{L}\p{N}]/u.test(bare)) return [];
  const hits: Hit[] = [];
  for (const from of placesOf(words, bare)) {
    const canonicalStart = words.bareOffsets[from] ?? 0;
    const canonicalEnd = matchEnd(words.canonical, canonicalStart, wanted);
    if (canonicalEnd === undefined) continue;
    const start = words.offsets[canonicalStart] ?? 0;
    const end = endOfLetter(words.text, (words.offsets[canonicalEnd - 1] ?? 0) + 1);
    if (!isWhole(words.text, start, end, quote) || !haveSameVowels(words.text.slice(start, end), quote)) continue;
    // Compare from the end, because `start` is after a dash at the beginning of the quote.
    hits.push({ start, end, exact: words.text.endsWith(quote.trim(), end) });
  }
  return hits;
}

/** Every offset in `words.bare` at which a text stands. */
function* placesOf({ bare, pieces }: DraftWords, wanted: string): Generator<number> {
  const [first, ...inner] = wanted.split(' ').slice(0, -1);
  const index = inner.length > 0 ? pieces() : undefined;
  if (!index || first === undefined) {
    for (let from = bare.indexOf(wanted); from !== -1; from = bare.indexOf(wanted, from + 1)) yield from;
    return;
  }
  // The pieces between the first and the last are whole in the draft, too: look only where the rarest of them is.
  let offset = first.length + 1;
  let rarest: { readonly places: readonly number[]; readonly offset: number } | undefined;
  for (const piece of inner) {
    const places = index.get(piece) ?? [];
    if (!rarest || places.length < rarest.places.length) rarest = { places, offset };
    offset += piece.length + 1;
  }
  for (const place of rarest?.places ?? []) {
    const from = place - (rarest?.offset ?? 0);
    if (from >= 0 && bare.startsWith(wanted, from)) yield from;
  }
}

/** The hits of all parts of a quote, and the words between them that the quote leaves out. */
export interface Chain extends Hit {
  readonly omitted: readonly string[];
}

/**
 * Joins hits of all parts of a quote, one after the other within one provision, beginning with this hit of the first part.
 * @param rest the hits of the other parts
 */
export function chainFrom(words: DraftWords, first: Hit, rest: readonly (readonly Hit[])[]): Chain | undefined {
  if (!isOneProvision(words, first.start, first.end)) return undefined;
  let chain: Chain = { ...first, omitted: [] };
  for (const hits of rest) {
    // If the nearest hit is in another provision, a later one is too.
    const next = firstFrom(hits, chain.end);
    if (!next || !isOneProvision(words, first.start, next.end)) return undefined;
    const omitted = [...chain.omitted, words.text.slice(chain.end, next.start)];
    chain = { start: first.start, end: next.end, exact: chain.exact && next.exact, omitted };
  }
  return chain;
}

/** The first hit that begins at an offset or after it. Hits are in document order. */
function firstFrom(hits: readonly Hit[], start: number): Hit | undefined {
  let [low, high] = [0, hits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return hits[low];
}

function isOneProvision(words: DraftWords, start: number, end: number): boolean {
  const [from, to] = [segmentAt(words, start), segmentAt(words, end - 1)];
  if (from === undefined || to === undefined) return false;
  if (from.provision === to.provision) return true;
  return commonPath(from, to).some(({ kind }) => kind !== 'group' && kind !== 'preamble' && kind !== 'annex');
}

/** The end of a quote that begins here, if its hyphens are those of the draft. A hyphen at the end of a line is optional. */
function matchEnd(text: string, begin: number, wanted: string): number | undefined {
  let index = begin;
  let quoteIndex = 0;
  // `begin` is at the first letter, after hyphens at the beginning of the quote.
  while (isHyphen(wanted[quoteIndex])) quoteIndex += 1;
  while (quoteIndex < wanted.length) {
    const [own, theirs] = [wanted[quoteIndex], text[index]];
    if (own === theirs || (isHyphen(own) && isHyphen(theirs))) {
      quoteIndex += 1;
      index += 1;
    } else if (theirs === lineEndHyphen) index += 1;
    else if (own === lineEndHyphen) quoteIndex += 1;
    else if (own === '-' && quoteIndex === wanted.length - 1) quoteIndex += 1;
    else return undefined;
  }
  return index;
}

function isHyphen(character: string | undefined): boolean {
  return character === '-' || character === lineEndHyphen;
}
