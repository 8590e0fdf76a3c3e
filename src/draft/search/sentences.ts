import { fold } from '../structure/numbers/markers.ts';
import type { Lexicon } from './lexicon.ts';

/** A part of a text. */
export interface Sentence {
  readonly text: string;
  /** Where it begins. */
  readonly offset: number;
}

/** Characters. No abbreviation and no month is longer. */
const longWord = 24;
/** After the end of a sentence or clause there is a space, but none after the marks of Chinese. */
const ends = /(?<=[.!?;:。！？؛؟]["'”’»)\]]?)\s+(?=\S)|(?<=[。！？；：]["”’»）」』】]?)(?!["”’»）」』】])(?=\S)/gu;

type Marks = Pick<Lexicon, 'abbreviations' | 'months'>;

/**
 * Splits a text into sentences; a semicolon or a colon ends one too. A full stop does not after an abbreviation, an initial or a
 * day ("10. März"), nor before a small letter or a digit, unless that is the number of the next paragraph.
 */
export function sentencesOf(text: string, marks: Marks): Sentence[] {
  const sentences: Sentence[] = [];
  let offset = 0;
  for (const { 0: space, index } of text.matchAll(ends)) {
    const next = index + space.length;
    if (!endsSentence(text.slice(Math.max(offset, index - longWord), index), text.slice(next, next + longWord), marks)) continue;
    sentences.push({ text: text.slice(offset, index), offset });
    offset = next;
  }
  return [...sentences, { text: text.slice(offset), offset }].filter((sentence) => sentence.text !== '');
}

/** A paragraph that begins with its number (`2. The Minister`), and such a number alone. */
const numbered = /^\d{1,3}\.\s+\p{Lu}/u;
const loneNumber = /^\s*\d{1,3}\.$/;

function endsSentence(before: string, after: string, { abbreviations, months }: Marks): boolean {
  if (!before.endsWith('.')) return true;
  const next = /^[\p{L}\p{N}]+/u.exec(after)?.[0] ?? '';
  if (/^[\p{Ll}\p{N}]/u.test(next) && !numbered.test(after)) return false;
  if (loneNumber.test(before)) return false;
  const word = /([\p{L}\p{M}\p{N}]+)\.$/u.exec(before)?.[1] ?? '';
  const isDay = /^\d{1,2}$/.test(word) && months.has(fold(next));
  const isInitial = /^\p{L}$/u.test(word);
  return !isDay && !isInitial && !abbreviations.has(fold(word));
}
