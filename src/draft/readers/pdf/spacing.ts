import { type Row, textOfRow } from './layout/rows.ts';

/** Words longer than this are rare in languages that put spaces between words. */
const longWord = 22;
/** Chinese, Japanese, Thai, Lao, Khmer and Burmese have no spaces. */
const withoutSpaces = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;

/** Whether the words of a page run together. */
export function lacksSpaces(rows: readonly Row[]): boolean {
  const text = rows.map((row) => textOfRow(row).text).join('\n');
  if (withoutSpaces.test(text)) return false;
  const words = text.match(/\p{L}+/gu) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const inLongWords = words.filter(({ length }) => length > longWord).reduce((sum, word) => sum + word.length, 0);
  return letters >= 60 && inLongWords > letters * 0.25;
}
