import type { Difference, QuoteStatus } from '../../core/answers.ts';
import type { DraftText, Place, Provision } from '../structure/provision.ts';
import { canonical, joint } from './canonical.ts';
import { commonPath, type DraftWords, placeAt, segmentAt, withoutHyphens, wordsOf } from './draft-words.ts';
import { nearestWords } from './near.ts';

/** A place where a quote stands. */
export interface QuotePlace {
  /** From the outside in; the last is the narrowest that holds all of it. */
  readonly path: readonly Provision[];
  readonly place: Place;
}

export interface FoundQuote {
  readonly status: QuoteStatus;
  /** Every place, in the order of the text; of a near one, the nearest alone; none of a missing one. */
  readonly places: readonly QuotePlace[];
  /** Of a near one: the draft's words, on one line. */
  readonly words?: string;
  /** Of a near one: its words against the draft's. */
  readonly differences?: readonly Difference[];
  /** Whether its parts all stand in the draft, but not in one provision. */
  readonly apart?: true;
}

/** Finds quotes in a draft. Making one reads the draft through once; each search is fast. */
export interface QuoteFinder {
  readonly find: (quote: string) => FoundQuote;
}

interface Hit {
  /** In the text of the words. */
  readonly start: number;
  readonly end: number;
  readonly exact: boolean;
}

const missing: FoundQuote = { status: 'missing', places: [] };
/** `[...]` and `(…)`, the usual marks for words left out. */
const ellipsis = /\[\s*(?:\.{3}|…)\s*\]|\(\s*(?:\.{3}|…)\s*\)/u;
const bareEllipsis = /\.{3}|…/u;
/** What leaves out more is no quote, and each part is looked for in the whole draft. */
const mostParts = 40;

export function quoteFinder(draft: DraftText): QuoteFinder {
  // A quote may have been copied with the numbers of points or without them.
  const readings = [wordsOf(draft, true), wordsOf(draft, false)];
  const countsLines = draft.format === 'text' || draft.format === 'markdown';
  const cache = new Map<string, FoundQuote>();

  const search = (quote: string): FoundQuote => {
    const whole = inReadings(readings, [quote], countsLines);
    if (whole) return whole;
    for (const mark of [ellipsis, bareEllipsis]) {
      const parts = quote.split(mark).filter((part) => /[\p{L}\p{N}]/u.test(part));
      if (parts.length === 0 || parts.length > mostParts || parts[0] === quote) continue;
      const found = inReadings(readings, parts, countsLines);
      if (found) return found;
      const near = nearParts(readings, parts, countsLines);
      if (near) return near;
    }
    return nearQuote(readings, quote, countsLines);
  };
  return {
    find: (quote) => {
      const found = cache.get(quote) ?? search(quote);
      cache.set(quote, found);
      return found;
    },
  };
}

/** All parts, one after the other, in one provision; or all of them, but apart. */
function inReadings(readings: readonly DraftWords[], parts: readonly string[], countsLines: boolean): FoundQuote | undefined {
  let apart = false;
  for (const [index, words] of readings.entries()) {
    const hits = parts.map((part) => hitsOf(words, part));
    if (hits.some((each) => each.length === 0)) continue;
    const chains = (hits[0] ?? []).map((first) => chainFrom(words, first, hits.slice(1))).filter((chain) => chain !== undefined);
    if (chains.length === 0) {
      apart = true;
      continue;
    }
    // Numbers that were left out are a difference of layout.
    const exact = index === 0 && chains.some((chain) => chain.exact);
    return {
      status: exact ? 'exact' : 'layout',
      places: chains.map(({ start, end }) => placeOf(words, start, end, countsLines)),
    };
  }
  return apart ? { ...missing, apart: true } : undefined;
}

/** From the first part of a quote to its last, all after one another within one unit. */
function chainFrom(words: DraftWords, first: Hit, rest: readonly (readonly Hit[])[]): Hit | undefined {
  let chain = first;
  for (const hits of rest) {
    // What stands behind the next one is even further from the first.
    const next = firstFrom(hits, chain.end);
    if (!next || !isOneProvision(words, first.start, next.end)) return undefined;
    chain = { start: first.start, end: next.end, exact: chain.exact && next.exact };
  }
  return chain;
}

/** The first hit that begins at a place or behind it; they stand in their order. */
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
  return (
    from !== undefined &&
    to !== undefined &&
    (from.provision === to.provision ||
      commonPath(from, to).some(({ kind }) => kind !== 'group' && kind !== 'preamble' && kind !== 'annex'))
  );
}

/** Every place where the words of a quote stand as they are, layout aside, and begin and end as words do. */
function hitsOf(words: DraftWords, quote: string): Hit[] {
  const wanted = canonical(quote.normalize('NFC')).text;
  const { bare } = withoutHyphens(wanted);
  if (!/[\p{L}\p{N}]/u.test(bare)) return [];
  const hits: Hit[] = [];
  for (let from = words.bare.indexOf(bare); from !== -1; from = words.bare.indexOf(bare, from + 1)) {
    const begin = words.bareAt[from] ?? 0;
    const end = matchEnd(words.canonical, begin, wanted);
    if (end === undefined) continue;
    const [start, stop] = [words.at[begin] ?? 0, (words.at[end - 1] ?? 0) + 1];
    if (!isWhole(words.text, start, stop)) continue;
    // A dash at the head of the quote stands before the start.
    hits.push({ start, end: stop, exact: words.text.endsWith(quote.trim(), stop) });
  }
  return hits;
}

/** Where a quote that begins here ends, if its hyphens are the draft's too; a hyphen at the end of a line may be one or none. */
function matchEnd(text: string, begin: number, wanted: string): number | undefined {
  let index = begin;
  let of = 0;
  // Leading hyphens of the quote stand before the first letter that was looked for.
  while (isHyphen(wanted[of])) of += 1;
  while (of < wanted.length) {
    const [mine, theirs] = [wanted[of], text[index]];
    if (mine === theirs || (isHyphen(mine) && isHyphen(theirs))) {
      of += 1;
      index += 1;
    } else if (theirs === joint) index += 1;
    else if (mine === joint) of += 1;
    else if (mine === '-' && of === wanted.length - 1) of += 1;
    else return undefined;
  }
  return index;
}

function isHyphen(character: string | undefined): boolean {
  return character === '-' || character === joint;
}

/** Whether no word or number is cut off at either end: "compliance" is not in "non-compliance", nor "5 days" in "2.5 days". */
function isWhole(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 12), start), text.slice(end, end + 12)];
  const [first, last] = [text.charAt(start), text.charAt(end - 1)];
  // Most quotes stand between spaces or points: to tell letters of every script from the rest takes long the first time.
  if (/^(?:|[^-‐‑]*[ \n"(])$/.test(before) && /^(?:$|[ \n";)])/.test(after)) return true;
  if (/[\p{L}\p{N}]/u.test(first)) {
    if (/[\p{L}\p{N}]\u00ad?$/u.test(before)) return false;
    if (/\p{Ll}/u.test(first) && /\p{L}[-‐‑](?:[^\S\n]*\n\s*)?$/u.test(before)) return false;
    if (/\d/.test(first) && /\d[.,]$/.test(before)) return false;
  }
  if (/[\p{L}\p{N}]/u.test(last)) {
    if (/^\u00ad?[\p{L}\p{N}]/u.test(after)) return false;
    if (/^[-‐‑](?:[^\S\n]*\n\s*)?\p{Ll}/u.test(after)) return false;
    if (/\d/.test(last) && /^[.,]\d/.test(after)) return false;
  }
  return true;
}

function placeOf(words: DraftWords, start: number, end: number, countsLines: boolean): QuotePlace {
  const [from, to] = [segmentAt(words, start), segmentAt(words, Math.max(start, end - 1))];
  const common = from && to ? commonPath(from, to) : [];
  const path = common.length > 0 ? common : from ? [...from.above, from.provision] : [];
  return { path, place: placeAt(words, start, countsLines) };
}

function nearQuote(readings: readonly DraftWords[], quote: string, countsLines: boolean): FoundQuote {
  const found = readings.flatMap((words) => {
    const near = nearestWords(words, quote);
    return near ? [{ near, words }] : [];
  });
  const best = found.sort((a, b) => a.near.edits - b.near.edits)[0];
  if (!best) return missing;
  const { near, words } = best;
  return {
    status: 'near',
    places: [placeOf(words, near.start, near.end, countsLines)],
    words: words.text.slice(near.start, near.end).replace(/\s+/g, ' '),
    differences: near.differences,
  };
}

/** A quote with an ellipsis, one of whose parts is only nearly in the draft. */
function nearParts(readings: readonly DraftWords[], parts: readonly string[], countsLines: boolean): FoundQuote | undefined {
  const each = parts.map((part) => inReadings(readings, [part], countsLines) ?? nearQuote(readings, part, countsLines));
  const near = each.find(({ status }) => status === 'near');
  if (!near || each.some(({ status }) => status === 'missing')) return undefined;
  const { words: _, ...rest } = near;
  return { ...rest, places: each.flatMap(({ places }) => places).slice(0, 1) };
}
