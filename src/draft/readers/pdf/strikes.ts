import type { Box } from './paint/matrix.ts';
import type { Word } from './paint/page.ts';

/** Where a line crosses letters instead of running below or above them: heights above the baseline, in sizes. */
const lowest = 0.1;
const highest = 0.5;

/** Marks the words, or parts of words, that a line is drawn through. */
export function withStrikes(words: readonly Word[], rules: readonly Box[]): Word[] {
  if (rules.length === 0) return [...words];
  const byHeight = [...rules].sort((a, b) => a.top - b.top);
  return words.flatMap((word) => {
    const crossing = word.angle === 0 ? rulesAcross(word, byHeight) : [];
    return crossing.length === 0 ? [word] : parts(word, crossing);
  });
}

function rulesAcross({ x, right, y, size }: Word, byHeight: readonly Box[]): Box[] {
  const [top, bottom] = [y - size * highest, y - size * lowest];
  const found: Box[] = [];
  for (let index = firstFrom(byHeight, top - 3); index < byHeight.length; index++) {
    const rule = byHeight[index];
    if (!rule || rule.top > bottom) break;
    const middle = (rule.top + rule.bottom) / 2;
    if (middle >= top && middle <= bottom && rule.left < right && rule.right > x) found.push(rule);
  }
  return found;
}

/** The index of the first rule that begins at the height or below. */
function firstFrom(byHeight: readonly Box[], height: number): number {
  let [low, high] = [0, byHeight.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((byHeight[middle]?.top ?? 0) < height) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Splits a word where the lines begin and end. */
function parts(word: Word, rules: readonly Box[]): Word[] {
  const { text, starts, right } = word;
  const isStruckAt = starts.map((_, index) => {
    const middle = ((starts[index] ?? 0) + (starts[index + 1] ?? right)) / 2;
    return rules.some((rule) => rule.left <= middle && rule.right >= middle);
  });
  const found: Word[] = [];
  let from = 0;
  for (let index = 1; index <= text.length; index++) {
    if (index < text.length && isStruckAt[index] === isStruckAt[from]) continue;
    found.push({ ...slice(word, from, index), struck: isStruckAt[from] === true });
    from = index;
  }
  return found;
}

function slice(word: Word, from: number, to: number): Word {
  const { text, starts, right, spaceBefore, spaceAfter } = word;
  return {
    ...word,
    text: text.slice(from, to),
    starts: starts.slice(from, to),
    x: starts[from] ?? word.x,
    right: starts[to] ?? right,
    spaceBefore: from === 0 && spaceBefore,
    spaceAfter: to === text.length && spaceAfter,
  };
}
