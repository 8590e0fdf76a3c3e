/**
 * The language of what compass says. A process speaks one language: it is set before the first sentence, by the command line, by a
 * worker thread and by the page in a browser, and never read from the machine.
 */

/** Words that stand in place of a number or between two. */
export interface NumberWords {
  /** For no number. */
  readonly none: string;
  /** A range, with `{from}` and `{to}`. */
  readonly range: string;
}

interface Spoken {
  readonly tag: string;
  readonly words: NumberWords;
}

const english: Spoken = { tag: 'en', words: { none: 'none', range: '{from} to {to}' } };

let active = english;

/** @param words English ones if none are given */
export function setLanguage(tag: string, words: NumberWords = english.words): void {
  active = tag === 'en' ? english : { tag, words };
  plurals = new Map();
  numbers = undefined;
}

/** The active language, a BCP 47 tag. */
export function activeLanguage(): string {
  return active.tag;
}

export function numberWords(): NumberWords {
  return active.words;
}

/** The scripts of the languages that are written from right to left. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** The direction in which a language is written. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  if (tag === 'en') return 'ltr';
  try {
    return rightToLeft.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    // The language of a rubric may be no language tag.
    return 'ltr';
  }
}

/** The name of a language in the active language. @param usual what to call it if it has none there */
export function nameOfLanguage(tag: string, usual: string): string {
  try {
    return new Intl.DisplayNames(active.tag, { type: 'language', fallback: 'none' }).of(tag) ?? usual;
  } catch {
    // The language of a rubric may be no language tag.
    return usual;
  }
}

/** Plural rules by the number of decimals. */
let plurals = new Map<number, Intl.PluralRules>();

/** The CLDR plural category of a number in the active language: `one`, `few`, `other`. @param decimals that are shown */
export function pluralCategory(value: number, decimals = 0): string {
  if (active === english) return value === 1 && decimals === 0 ? 'one' : 'other';
  const rules = plurals.get(decimals) ?? new Intl.PluralRules(active.tag, { minimumFractionDigits: decimals });
  plurals.set(decimals, rules);
  return rules.select(value);
}

let numbers: { readonly decimal: string; readonly format: Intl.NumberFormat } | undefined;

/**
 * The digits are 0 to 9 in every language: in Arabic both these and others are usual, and these are those of the answers file and of the
 * articles that it cites.
 */
function numberFormat(): { readonly decimal: string; readonly format: Intl.NumberFormat } {
  if (numbers) return numbers;
  const format = new Intl.NumberFormat(active.tag, { numberingSystem: 'latn' });
  const decimal = format.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  numbers = { decimal, format };
  return numbers;
}

/** A number in digits, as `toFixed` makes it, with the decimal sign of the active language. */
export function withDecimalSign(digits: string): string {
  return active === english || !digits.includes('.') ? digits : digits.replace('.', numberFormat().decimal);
}

/** An integer with the thousands separators of the active language. */
export function grouped(count: number): string {
  return active === english ? String(count).replace(/\B(?=(\d{3})+$)/g, ',') : numberFormat().format.format(count);
}
