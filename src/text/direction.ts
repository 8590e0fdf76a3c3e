import { activeLanguage, directionOf } from './language.ts';

const [firstStrong, pop] = ['\u2068', '\u2069'];

/** Letters of scripts that are written from left to right, without those of the scripts in which they are rare. */
const leftToRight = /[A-Za-z\u00c0-\u024f\u0370-\u058f\u0900-\u1fff\u3040-\ud7ff]/;

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A date, a range or a number with a sign: its parts would change places. */
const signed = /\d[-/:]\d|\d \/ \d|[-+<>=±]\d/;

/**
 * A text that stands in a sentence of the active language. In one that is written from right to left, a text that begins with a Latin
 * letter (an id, a file, a citation), and a date, is set apart by Unicode isolates, so that its brackets and numbers stay in their places.
 */
export function isolated(text: string): string {
  if (activeLanguage() === 'en' || directionOf(activeLanguage()) === 'ltr') return text;
  const [latin, other] = [leftToRight, rightToLeft].map((letters) => text.search(letters));
  const beginsLatin = latin !== undefined && other !== undefined && latin !== -1 && (other === -1 || latin < other);
  return beginsLatin || (other === -1 && signed.test(text)) ? `${firstStrong}${text}${pop}` : text;
}

/** Whether every isolate of a text begins in it and ends in it. */
export function isBalanced(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === firstStrong) open += 1;
    if (character === pop) open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}
