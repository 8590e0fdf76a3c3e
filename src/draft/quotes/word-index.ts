import { canonical, lineEndHyphen } from './canonical.ts';

export interface Word {
  /** As printed, without the break if it is divided at the end of a line. */
  readonly text: string;
  /** The same for words that differ only by layout. */
  readonly canonical: string;
  /** Lower case, without punctuation: for finding candidates. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text. In arrays of numbers, because a law has a hundred thousand of them but few thousand different ones. */
export interface WordIndex {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** For each word, the index of its form in `forms`. */
  readonly formOf: Int32Array;
  readonly forms: readonly Form[];
  /** The indexes of the words with each key. */
  readonly positions: ReadonlyMap<string, readonly number[]>;
}

/** What all words that are written in the same way have in common. */
export type Form = Pick<Word, 'text' | 'canonical' | 'key'>;

/** Prepares the words of a text for search. */
export function indexOf(text: string): WordIndex {
  const spans = wordSpans(text);
  const count = spans.length;
  const index = { starts: new Int32Array(count), ends: new Int32Array(count), formOf: new Int32Array(count) };
  const forms: Form[] = [];
  const byWritten = new Map<string, number>();
  const positions = new Map<string, number[]>();
  for (const [position, [start, end]] of spans.entries()) {
    const written = text.slice(start, end);
    let form = byWritten.get(written);
    if (form === undefined) {
      form = forms.push(formOf(written)) - 1;
      byWritten.set(written, form);
    }
    index.starts[position] = start;
    index.ends[position] = end;
    index.formOf[position] = form;
    const key = forms[form]?.key ?? '';
    const list = positions.get(key);
    if (list) list.push(position);
    else positions.set(key, [position]);
  }
  return { text, count, ...index, forms, positions };
}

/** The words of a text between two indexes. */
export function wordsBetween(index: WordIndex, from: number, to: number): Word[] {
  return Array.from({ length: to - from }, (_, offset) => wordAt(index, from + offset));
}

function wordAt({ starts, ends, formOf, forms }: WordIndex, position: number): Word {
  const form = forms[formOf[position] ?? 0] as Form;
  return { ...form, start: starts[position] ?? 0, end: ends[position] ?? 0 };
}

/** Splits a text into words. A word divided at the end of a line is one word. */
export function splitWords(text: string): Word[] {
  return wordSpans(text).map(([start, end]) => ({ ...formOf(text.slice(start, end)), start, end }));
}

/** Chinese and Japanese characters count as words of one character, with the punctuation after them: no spaces divide them. */
const piece =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}](?:[^\S\n]*[\u3001\u3002，：；！？”’」』）])*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/** Where the words of a text begin and end. */
function wordSpans(text: string): [start: number, end: number][] {
  const spans: [number, number][] = [];
  for (const { index, 0: word } of text.matchAll(hasUnspaced.test(text) ? piece : /\S+/g)) {
    const last = spans.at(-1);
    const end = index + word.length;
    if (last && isDivided(text, last[1], index)) last[1] = end;
    else spans.push([index, end]);
  }
  return spans;
}

/** Whether a word is divided between two stretches of text: a hyphen after a letter, a line break, a small letter. */
function isDivided(text: string, end: number, next: number): boolean {
  const hyphen = text.charCodeAt(end - 1);
  if (hyphen !== hyphenCode && hyphen !== softHyphenCode) return false;
  return (
    /\p{L}/u.test(text.charAt(end - 2)) && /^\n\s*$/.test(text.slice(end, next)) && /^\p{Ll}/u.test(text.slice(next, next + 2))
  );
}

/** Ranges rather than scripts, which take ten times as long to look for in a long text. */
const hasUnspaced = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;
const [hyphenCode, softHyphenCode] = [0x2d, 0xad];

function formOf(written: string): Form {
  const canonicalWord = isPlain.test(written) ? written : canonical(written).text.replaceAll(lineEndHyphen, '');
  return {
    text: written.replace(/[-\u00ad]\n\s*/g, ''),
    canonical: canonicalWord,
    key: canonicalWord.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
  };
}

/** Words that are their own canonical form: no quotation marks, no dashes. */
const isPlain = /^[!#-&(-,./0-9:-_a-~]+$/;
