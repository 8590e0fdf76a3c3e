import type { Word } from '../paint/page.ts';

/** So many letters in a row with equal gaps are one word that is set with wide spacing. */
const minLetters = 4;
/** The widest gap between such letters, or between two words of them, in sizes. */
const maxGap = 1.1;

/** Joins letters that are painted one by one with wide gaps, as in `S E C T I O N`. A wider gap separates two words. */
export function withoutTracking(words: readonly Word[]): readonly Word[] {
  if (words.filter(isLetter).length < minLetters) return words;
  const found: Word[] = [];
  let run: Word[] = [];
  for (const word of words) {
    if (run.length > 0 && !goesOn(run.at(-1), word)) {
      for (const each of joined(run)) found.push(each);
      run = [];
    }
    run.push(word);
  }
  return [...found, ...joined(run)];
}

function isLetter({ text }: Word): boolean {
  return /^\p{L}$/u.test(text);
}

function goesOn(last: Word | undefined, word: Word): boolean {
  if (!last || !isLetter(last) || !isLetter(word) || last.spaceAfter || word.spaceBefore) return false;
  return last.font === word.font && last.struck === word.struck && word.x - last.right < word.size * maxGap;
}

/** The words of a run of letters. */
function joined(run: readonly Word[]): readonly Word[] {
  if (run.length < minLetters) return run;
  const gaps = run.slice(1).map((word, index) => word.x - (run[index]?.right ?? 0));
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  const found: Word[] = [];
  let start = 0;
  for (let index = 1; index <= run.length; index++) {
    if (index < run.length && (gaps[index - 1] ?? 0) <= usual * 1.6) continue;
    found.push(merged(run.slice(start, index)));
    start = index;
  }
  return found;
}

/** Letters as one word. There is at least one. */
function merged(letters: readonly Word[]): Word {
  const [first, last] = [letters[0], letters.at(-1)] as [Word, Word];
  if (first === last) return first;
  const text = letters.map((letter) => letter.text).join('');
  return { ...first, text, starts: letters.flatMap(({ starts }) => starts), right: last.right, spaceAfter: last.spaceAfter };
}
