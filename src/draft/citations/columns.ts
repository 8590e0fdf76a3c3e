import numbering from '../structure/numbering.json' with { type: 'json' };
import { fold } from '../structure/numbers/markers.ts';
import type { Provision } from '../structure/provision.ts';
import { conjunctions, innerWords, labelOfWord } from './vocabulary.ts';

const { rows, same } = numbering.comparison;
/** Letters. Shorter words, unless they are written in capitals, are particles. */
const shortestWord = 4;
/** More than the comparisons of a draft have. Limits the work on hostile drafts. */
const mostColumns = 40;
const rowNumber = new RegExp(`(?<!\\p{L})(?:${rows.join('|')})\\.?\\s*\\d+(?:\\s*[-–]\\s*\\d+)?`, 'giu');

/** The names of the columns that set versions of the law side by side. */
export function columnNames(provisions: readonly Provision[]): string[] {
  return provisions.flatMap(({ isColumn, label }) => (isColumn ? [label] : [])).slice(0, mostColumns);
}

/** What is left of a citation without the names of columns, and the columns that it names. */
export interface ColumnCitation {
  readonly rest: string;
  /** Folded, as in a citation's `columns`. */
  readonly columns: readonly string[];
}

/**
 * Finds the columns that a citation names: by the whole name, as in `Art. 9(2), EP mandate`, or by a word that no other column has
 * (`EP`). A word such as "amended" that is not the name of a column is left to the reader of citations.
 * @param names the columns of the draft
 */
export function withoutColumns(at: string, names: readonly string[]): ColumnCitation {
  if (names.length === 0) return { rest: at, columns: [] };
  let rest = at.replace(rowNumber, ' ');
  const columns: string[] = [];
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const words = wordsOf(name);
    const whole = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`, 'giu');
    const folded = fold(rest);
    const hits = words.length === 0 ? [] : [...folded.matchAll(whole)];
    if (hits.length === 0) continue;
    rest = without(folded.length === rest.length ? rest : folded, hits);
    columns.push(fold(name));
  }
  if (columns.length === 0) {
    const said = new Set(wordsOf(rest));
    columns.push(...names.filter((name) => ownWords(name, names).some((word) => said.has(word))).map(fold));
    if (columns.length > 0) {
      const known = new Set(names.flatMap((name) => ownWords(name, names)));
      rest = rest.replace(/[\p{L}\p{M}]+/gu, (word) => (known.has(fold(word)) ? ' ' : word));
    }
  }
  return { rest: rest.replace(/\(\s*\)/g, ' ').replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, ''), columns };
}

/** A text without some of its parts, each replaced by a space. */
function without(text: string, hits: readonly RegExpExecArray[]): string {
  let [kept, position] = ['', 0];
  for (const { 0: found, index } of hits) {
    kept += `${text.slice(position, index)} `;
    position = index + found.length;
  }
  return kept + text.slice(position);
}

/** The words, and those that mean the same, by which one column alone can be known. */
function ownWords(name: string, names: readonly string[]): string[] {
  const others = new Set(names.filter((each) => each !== name).flatMap(withSame));
  return withSame(name).filter((word) => !others.has(word));
}

function withSame(name: string): string[] {
  const words = name
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word.length >= shortestWord || (word.length > 1 && word === word.toUpperCase()))
    .map(fold)
    .filter((word) => !labelOfWord.has(word) && !innerWords.has(word) && !conjunctions.has(word));
  return [...words, ...same.filter((each) => each.some((word) => words.includes(word))).flat()];
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
