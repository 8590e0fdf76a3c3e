import { setLanguage } from '../text/language.ts';

/** The sentences of a language, by area and key, as its files have them. */
export type Sentences = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

let active: Sentences = {};

/**
 * Makes compass speak a language from now on.
 * @param sentences of that language; those of the English catalogue stand in for those that are missing
 */
export function useLanguage(tag: string, sentences: Sentences = {}): void {
  active = sentences;
  const none = sentence('values', 'no-number');
  const range = sentence('values', 'range');
  setLanguage(tag, none !== undefined && range !== undefined ? { none, range } : undefined);
}

/** An entry of the active language's catalogue; undefined if it is missing. */
export function translated(area: string, key: string): unknown {
  return active[area]?.[key] || undefined;
}

function sentence(area: string, key: string): string | undefined {
  const entry = translated(area, key);
  return typeof entry === 'string' ? entry : undefined;
}
