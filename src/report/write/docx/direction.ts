const letter = 'A-Za-z\\u00c0-\\u024f\\u0370-\\u058f';
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const isolates = /[\u2066-\u2069]/g;

/** Text in isolates, or from a Latin letter to the last letter or digit before the next one of another direction. */
const leftToRight = new RegExp(
  `\\u2068([^\\u2068\\u2069]*)\\u2069|([${letter}](?:[^\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u2068\\u2069]*[${letter}\\d])?)`,
  'g',
);

/** A left-to-right text with marks that keep the punctuation at its ends on its sides. */
export function withMarks(text: string): string {
  const [, before = '', own = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  const at = (end: RegExp): string => (end.test(own) ? '\u200e' : '');
  return before + at(/^[^\p{L}\p{N}]/u) + own + at(/[^\p{L}\p{N}]$/u) + after;
}

/** Whether a text has letters, and none that is written from right to left: a quote from a draft in another language. */
export function isLeftToRight(text: string): boolean {
  return /\p{L}/u.test(text) && !rightToLeft.test(text);
}

/** A part of a text that is written in one direction. */
interface Directed {
  readonly text: string;
  readonly isRtl: boolean;
}

/**
 * The parts of a text of a document that is written from right to left, as Word wants them in runs of their own. Isolates are left out:
 * Word does not know them.
 */
export function directedParts(text: string): Directed[] {
  const parts: Directed[] = [];
  const add = (part: string, isRtl: boolean): void => {
    const plain = part.replace(isolates, '');
    if (plain !== '') parts.push({ text: plain, isRtl });
  };
  let end = 0;
  for (const found of text.matchAll(leftToRight)) {
    add(text.slice(end, found.index), true);
    const [whole, isolated, plain] = found;
    add(isolated ?? plain ?? whole, rightToLeft.test(isolated ?? ''));
    end = found.index + whole.length;
  }
  add(text.slice(end), true);
  return parts;
}
