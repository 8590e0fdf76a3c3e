import numbering from '../structure/numbering.json' with { type: 'json' };
import { fold } from '../structure/numbers/markers.ts';
import acts from './acts.json' with { type: 'json' };
import { readCitations } from './citation.ts';
import { actsIn } from './other-act.ts';
import type { OwnNames } from './own-names.ts';
import type { Citation } from './types.ts';

/** What a reviewer wrote as the place of a quote. */
export interface CitedPlace {
  /** The provisions of the draft that it names; the words may stand in any of them. */
  readonly citations: readonly Citation[];
  /** If it names some: the parts of it that cite another act, as written. */
  readonly others?: readonly string[];
  /** Why it names none; absent if it names one, or if it is empty. */
  readonly unread?: Unread;
}

/** `page`: a page or line. `act`: a provision of another act. `form`: what can't be read. */
export type Unread = { readonly code: 'page' } | { readonly code: 'form' } | { readonly code: 'act'; readonly act: string };

/** Characters that are read. */
const longest = 1000;
const { words, reporters, gazettes } = acts.notProvisions;
const numbers = '\\d+(?:\\s*(?:[-–—,&]|and|to|et|a|y|e|und|bis)\\s*\\d+)*';
/** `page 3, lines 4-6`, `125 Stat. 753`, `46 U.S.C. 55102`, `OJ L 277, p. 1`. */
const inPrint = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:${words.join('|')})\\s*${numbers}(?:\\s+(?:of|de|del|do|der|des|von|zu|to)(?![\\p{L}]))?|\\d+\\s+(?:${reporters})\\s*(?:§+\\s*)?\\d[\\d\\p{L}.-]*(?:\\([\\p{L}\\d]+\\))*|(?:${gazettes})\\s+(?:[lc]|i{1,3})\\s*\\d+(?:/\\d+)?)(?![\\p{L}\\d])`,
  'gu',
);
const otherwise = new RegExp(`;|(?<!\\p{L})(?:${acts.otherwise.patterns.join('|')})(?!\\p{L})`, 'u');

/**
 * Reads the place of a quote. What names another act, or a page, names no provision of the draft.
 * @param columns the names of the columns of a draft that sets versions side by side
 */
export function readPlace(at: string, own: OwnNames, columns: readonly string[] = []): CitedPlace {
  if (at.trim() === '') return { citations: [] };
  const ofColumn = readCitations(at, columns).filter((citation) => citation.columns);
  if (ofColumn.length > 0) return { citations: ofColumn };
  const clauses = clausesOf(at.slice(0, longest).normalize('NFC'));
  const readings = clauses.map((clause) => readClause(clause, own));
  const citations = readings.flatMap((reading) => reading.citations);
  if (citations.length > 0) {
    const others = clauses.filter((_, index) => readings[index]?.unread?.code === 'act').map((clause) => clause.trim());
    return { citations, ...(others.length > 0 && { others }) };
  }
  const unread = readings.map((reading) => reading.unread);
  return {
    citations,
    unread: unread.find((each) => each?.code === 'act') ?? unread.find((each) => each?.code === 'page') ?? { code: 'form' },
  };
}

const amendment = new RegExp(
  `(?<!\\p{L})(?:${[...numbering.amending.inserted, ...acts.amending.words].join('|')})(?!\\p{L})`,
  'u',
);

/** What stands before the words that name the amended act: `clause 2(2)` in `clause 2(2), new section 7A of the Housing Act`. */
function beforeAmendment(clause: string): string {
  const before = clause.slice(0, amendment.exec(sameLength(clause))?.index);
  return /\d/.test(before) ? before : clause;
}

function readClause(whole: string, own: OwnNames): CitedPlace {
  const before = beforeAmendment(whole);
  const clause = numbering.amending.inserted.some((word) => whole.slice(before.length).toLowerCase().startsWith(word))
    ? whole
    : before;
  const printed = [...sameLength(clause).matchAll(inPrint)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  const named = actsIn(without(before, printed), own);
  const other = named.find(({ isOwn }) => !isOwn);
  if (other) return { citations: [], unread: { code: 'act', act: other.text } };
  const citations = readCitations(without(clause, [...printed, ...named]).replace(/^[\s,.]+|[\s,]+$/gu, ''));
  if (citations.length > 0) return { citations };
  return { citations, unread: { code: printed.length > 0 ? 'page' : 'form' } };
}

/** A text with spaces in place of some parts. */
function without(text: string, parts: readonly { readonly start: number; readonly end: number }[]): string {
  return parts.reduce(
    (rest, { start, end }) =>
      rest.slice(0, start) + ' '.repeat(Math.max(0, Math.min(end, rest.length) - start)) + rest.slice(end),
    text,
  );
}

/** The folded text if each of its characters stands where it stood, so that what is found in it can be cut out. */
function sameLength(text: string): string {
  const folded = fold(text);
  return folded.length === text.length ? folded : text.toLowerCase();
}

/** Parts of a citation that name their acts apart: `art. 14; art. 6 GDPR`. */
function clausesOf(at: string): string[] {
  const clauses: string[] = [];
  let rest = at;
  for (let match = otherwise.exec(sameLength(rest)); match; match = otherwise.exec(sameLength(rest))) {
    clauses.push(rest.slice(0, match.index));
    rest = rest.slice(match.index + match[0].length);
  }
  return [...clauses, rest].filter((clause) => clause.trim() !== '');
}
