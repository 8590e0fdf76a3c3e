import type { Word } from '../paint/page.ts';
import type { Row } from './rows.ts';

/** The type in which words are set. */
export interface Style {
  readonly font: string;
  readonly size: number;
  readonly italic: boolean;
  readonly bold: boolean;
}

/** The type of most letters. */
export function styleOf(words: readonly Word[]): Style {
  const counts = new Map<string, { count: number; word: Word }>();
  for (const word of words) {
    const key = `${word.font} ${Math.round(word.size * 4)}`;
    const known = counts.get(key);
    if (known) known.count += word.text.length;
    else counts.set(key, { count: word.text.length, word });
  }
  let best: { count: number; word: Word } | undefined;
  for (const each of counts.values()) if (!best || each.count > best.count) best = each;
  const { font = '', size = 0, italic = false, bold = false } = best?.word ?? {};
  return { font, size, italic, bold };
}

/** The type of the text: that of most letters in the document. */
export function bodyStyle(pages: readonly (readonly Row[])[]): Style {
  return styleOf(pages.flatMap((rows) => rows.flatMap(({ words }) => words)));
}
