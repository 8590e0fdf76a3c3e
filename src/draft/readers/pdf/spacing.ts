import type { Row } from './layout/rows.ts';

/** No language that puts spaces between words has many words as long. */
const longWord = 34;
/** Chinese, Japanese, Thai, Lao, Khmer and Burmese have no spaces. */
const withoutSpaces = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;

/** Whether the words of a page run together. */
export function lacksSpaces(rows: readonly Row[]): boolean {
  let [letters, inLongWords] = [0, 0];
  for (const { words } of rows) {
    for (const { text } of words) {
      letters += text.length;
      if (text.length <= longWord) continue;
      if (withoutSpaces.test(text)) return false;
      for (const [part] of text.matchAll(/\p{L}+/gu)) if (part.length > longWord) inLongWords += part.length;
    }
  }
  return letters >= 60 && inLongWords > letters * 0.25;
}
