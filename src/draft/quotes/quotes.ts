import type { Difference, QuoteStatus } from '../../core/answers.ts';
import { type Absence, absenceFinder } from '../citations/absence.ts';
import { columnNames } from '../citations/columns.ts';
import type { Position, Span } from '../citations/counted.ts';
import { type OwnNames, ownNamesOf } from '../citations/own-names.ts';
import type { Citation } from '../citations/types.ts';
import { withBreaks } from '../structure/glued.ts';
import type { DraftText, Place, Provision, StruckText } from '../structure/provision.ts';
import { commonPath, type DraftWords, placeAt, type Segment, segmentAt, segmentEnd, wordsOf } from './draft-words.ts';
import { type Chain, chainFrom, hitsOf } from './exact.ts';
import { type NearSearch, nearSearch } from './near.ts';
import { negationsIn, sentenceAfter, sentenceBefore } from './omissions.ts';
import { splitWords } from './word-index.ts';

/** A place where a quote was found. */
export interface QuotePlace {
  /** The provisions around it, outermost first; the last is the innermost that contains the whole quote. */
  readonly path: readonly Provision[];
  readonly place: Place;
  /** The first and the last character of it in the own text of their provisions; undefined outside of all provisions. */
  readonly span?: Span;
  /** Negations and exceptions that the quote leaves out here: in an ellipsis, or in the rest of the sentence. */
  readonly omits?: readonly string[];
}

export interface FoundQuote {
  /** The columns of the draft that set versions of the law side by side; absent if it has none. */
  readonly columns?: readonly string[];
  readonly status: QuoteStatus;
  /** Every place in document order; only the best one of a near quote; none of a missing one. */
  readonly places: readonly QuotePlace[];
  /** For a near quote, the words of the draft on one line. */
  readonly words?: string;
  /** For a near quote, how the words of the draft differ from it. */
  readonly differences?: readonly Difference[];
  /** Whether a near quote is words of two provisions, the later one within the same article, without an ellipsis between them. */
  readonly joins?: true;
  /** Whether the draft has all parts of a quote with an ellipsis, but not in one provision. */
  readonly apart?: true;
  /** For a missing quote: whether the draft was read with warnings, so that it may be in a part that could not be read. */
  readonly incomplete?: true;
}

/** Finds quotes in a draft. Creating one reads the whole draft; each search is fast. */
export interface QuoteFinder {
  readonly find: (quote: string) => FoundQuote;
  /** What the draft calls itself. */
  readonly names: OwnNames;
  /** Why none of the cited provisions is in the draft; undefined if one is, or if it can't be told. */
  readonly absence: (cited: readonly Citation[]) => Absence | { readonly code: 'unfound'; readonly cited: string } | undefined;
}

/** The text of a draft, prepared for exact and near search. */
interface Reading {
  readonly words: DraftWords;
  readonly nearest: NearSearch;
}

/** `[...]` and `(…)`, the usual marks for words left out; some write `[. . .]`. */
const bracketedEllipsis = /\[\s*(?:\.\s*\.\s*\.|…+)\s*\]|\(\s*(?:\.\s*\.\s*\.|…+)\s*\)/u;
const bareEllipsis = /\.{3}|…+|\s\. \. \.(?=\s|$)/u;
/** A quote with more ellipses is not searched for in parts, because each part takes a search of the whole draft. */
const maxParts = 40;
/** Of a longer quote it is not said that it joins two provisions, because each word takes a search. */
const maxJoined = 60;

export function quoteFinder(draft: DraftText): QuoteFinder {
  const search = new QuoteSearch(draft);
  const cache = new Map<string, FoundQuote>();
  const columns = columnNames(draft.provisions);
  const absenceIn = absenceFinder(draft.provisions);
  return {
    names: ownNamesOf(draft),
    absence: (cited) => {
      const absence = absenceIn(cited);
      const isWhole = draft.reading.warnings.length === 0;
      return absence?.code === 'absent' && !isWhole ? { ...absence, code: 'unfound' } : absence;
    },
    find: (quote) => {
      const found = cache.get(quote) ?? { ...search.find(quote), ...(columns.length > 0 && { columns }) };
      cache.set(quote, found);
      return found;
    },
  };
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

class QuoteSearch {
  /** With numbers and headings, and without them: a quote may have been copied either way. */
  readonly #readings: readonly (() => Reading)[];
  /** The words that are deleted, struck or hidden; undefined if there are none. */
  readonly #struck: DraftWords | undefined;
  readonly #missing: FoundQuote;
  readonly #countsLines: boolean;
  readonly #language: string;

  constructor(draft: DraftText) {
    const { provisions } = draft;
    this.#readings = [lazyReading(provisions, true), lazyReading(provisions, false)];
    this.#struck = draft.struck.length === 0 ? undefined : wordsOf(draft.struck.map(asProvision), false);
    this.#missing = { status: 'missing', places: [], ...(draft.reading.warnings.length > 0 && { incomplete: true as const }) };
    this.#language = draft.reading.language;
    this.#countsLines = draft.format === 'text' || draft.format === 'markdown';
  }

  find(quote: string): FoundQuote {
    const restored = withBreaks(quote);
    const exact = this.#exact([quote]) ?? (restored === quote ? undefined : this.#exact([restored]));
    return exact ?? this.#withEllipsis(quote) ?? this.#amongStruck(quote) ?? this.#near(quote);
  }

  /** Finds a quote among the words that are not the law. */
  #amongStruck(quote: string): FoundQuote | undefined {
    const words = this.#struck;
    const hits = words ? hitsOf(words, quote) : [];
    if (!words || hits.length === 0) return undefined;
    return { status: 'struck', places: hits.map(({ start, end }) => this.#placeOf(words, start, end)) };
  }

  /** Finds all parts of a quote, one after the other, in one provision; undefined if a part is not in the draft. */
  #exact(parts: readonly string[]): FoundQuote | undefined {
    let apart = false;
    for (const [index, reading] of this.#readings.entries()) {
      const { words } = reading();
      const hits = parts.map((part) => hitsOf(words, part));
      if (hits.some((each) => each.length === 0)) continue;
      const chains = (hits[0] ?? []).flatMap((first) => chainFrom(words, first, hits.slice(1)) ?? []);
      if (chains.length === 0) {
        apart = true;
        continue;
      }
      // Numbers left out by the quote are a difference in layout.
      const isExact = index === 0 && chains.some(({ exact }) => exact);
      const places = chains.map((chain) => this.#withOmissions(words, chain));
      return { status: isExact ? 'exact' : 'layout', places };
    }
    return apart ? { status: 'missing', places: [], apart: true } : undefined;
  }

  #withEllipsis(quote: string): FoundQuote | undefined {
    for (const ellipsis of [bracketedEllipsis, bareEllipsis]) {
      const parts = quote.split(ellipsis).filter(hasWords);
      if (parts.length === 0 || parts.length > maxParts || parts[0] === quote) continue;
      const found = this.#exact(parts) ?? this.#nearParts(parts);
      if (found) return found;
    }
    return undefined;
  }

  #near(quote: string): FoundQuote {
    const found = this.#readings.flatMap((reading) => {
      const { words, nearest } = reading();
      const near = nearest(quote);
      return near ? [{ near, words }] : [];
    });
    const best = found.sort((a, b) => a.near.edits - b.near.edits)[0];
    if (!best) return this.#missing;
    const { near, words } = best;
    return {
      status: 'near',
      ...(this.#joins(quote) && { joins: true as const }),
      places: [this.#placeOf(words, near.start, near.end)],
      words: words.text.slice(near.start, near.end).replace(/\s+/g, ' '),
      differences: near.differences,
    };
  }

  /** Whether a quote is the opening words of a list and, without an ellipsis, the words of one of its points. */
  #joins(quote: string): boolean {
    const starts = splitWords(quote).map(({ start }) => start);
    const words = this.#readings[1]?.().words;
    if (!words || starts.length > maxJoined) return false;
    return starts.some((start, index) => {
      const heads = index === 0 ? [] : hitsOf(words, quote.slice(0, start));
      const tails = heads.length === 0 ? [] : hitsOf(words, quote.slice(start));
      const chains = tails.length === 0 ? [] : heads.flatMap((head) => chainFrom(words, head, [tails]) ?? []);
      return chains.some(({ start, end }) => segmentAt(words, start) !== segmentAt(words, end - 1));
    });
  }

  /** Finds the parts of a quote with an ellipsis, at least one of which is only near; undefined if a part is missing. */
  #nearParts(parts: readonly string[]): FoundQuote | undefined {
    const found = parts.map((part) => this.#exact([part]) ?? this.#near(part));
    const near = found.find(({ status }) => status === 'near');
    if (!near || found.some(({ status }) => status === 'missing')) return undefined;
    const { words: _, ...rest } = near;
    return { ...rest, places: found.flatMap(({ places }) => places).slice(0, 1) };
  }

  /** The place of a quote, with the negations and exceptions that it leaves out there: in its ellipses and around it in its sentence. */
  #withOmissions(words: DraftWords, { start, end, omitted }: Chain): QuotePlace {
    const place = this.#placeOf(words, start, end);
    const segment = segmentAt(words, start);
    const before = segment ? sentenceBefore(words.text, start, segment) : [];
    const after = sentenceAfter(words.text, end, segmentEnd(words, end - 1));
    const omits = new Set([
      ...negationsIn(before, this.#language, 'before'),
      ...negationsIn(omitted, this.#language),
      ...negationsIn([after], this.#language, 'after'),
    ]);
    return omits.size === 0 ? place : { ...place, omits: [...omits] };
  }

  #placeOf(words: DraftWords, start: number, end: number): QuotePlace {
    const [from, to] = [segmentAt(words, start), segmentAt(words, Math.max(start, end - 1))];
    const common = from && to ? commonPath(from, to) : [];
    const path = common.length > 0 ? common : from ? [...from.above, from.provision] : [];
    const span = from && to && { start: positionIn(from, start), end: positionIn(to, Math.max(start, end - 1)) };
    return { path, place: placeAt(words, start, this.#countsLines), ...(span && { span }) };
  }
}

/** Numbers and headings have the position of the text after them. */
function positionIn({ start, lead, provision }: Segment, offset: number): Position {
  return { provision, offset: Math.max(0, offset - start - lead) };
}

/** A reading that is made when it is first needed: most quotes are found with numbers and headings. */
function lazyReading(provisions: readonly Provision[], numbered: boolean): () => Reading {
  let made: Reading | undefined;
  return () => {
    if (!made) {
      const words = wordsOf(provisions, numbered);
      made = { words, nearest: nearSearch(words.text) };
    }
    return made;
  };
}

/** Struck words as a provision, to be searched in the same way. */
function asProvision({ text, label, place }: StruckText): Provision {
  return { kind: 'closing', label, text, place, children: [] };
}
