import type { Word } from '../paint/page.ts';
import type { Row } from './rows.ts';

/** The type in which words are set. */
export interface Style {
  readonly font: string;
  readonly size: number;
  readonly italic: boolean;
  readonly bold: boolean;
}

/** Counts the letters in each type. */
class StyleCount {
  readonly #counts = new Map<string, { letters: number; readonly word: Word }>();
  #last: { letters: number; readonly word: Word } | undefined;

  add(word: Word): void {
    // Most words have the type of the one before, so that a key is rarely needed.
    if (this.#last?.word.font !== word.font || this.#last.word.size !== word.size) {
      const key = `${word.font} ${Math.round(word.size * 4)}`;
      this.#last = this.#counts.get(key) ?? { letters: 0, word };
      this.#counts.set(key, this.#last);
    }
    this.#last.letters += word.text.length;
  }

  most(): Style {
    let best: { letters: number; readonly word: Word } | undefined;
    for (const each of this.#counts.values()) if (!best || each.letters > best.letters) best = each;
    const { font = '', size = 0, italic = false, bold = false } = best?.word ?? {};
    return { font, size, italic, bold };
  }
}

/** The type of most letters. */
export function styleOf(words: readonly Word[]): Style {
  const count = new StyleCount();
  for (const word of words) count.add(word);
  return count.most();
}

/** The type of the text: that of most letters in the document. */
export function bodyStyle(pages: readonly (readonly Row[])[]): Style {
  const count = new StyleCount();
  for (const rows of pages) for (const { words } of rows) for (const word of words) count.add(word);
  return count.most();
}
