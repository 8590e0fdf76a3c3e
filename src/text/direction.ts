import { activeLanguage, directionOf } from './language.ts';

const [firstStrong, pop] = ['\u2068', '\u2069'];

/** Letters of scripts that are written from left to right, without those of the scripts in which they are rare. */
const leftToRight = /[A-Za-z\u00c0-\u024f\u0370-\u058f\u0900-\u1fff\u3040-\ud7ff]/;

/** Characters that change the direction of what follows them. */
const controls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text that stands in a sentence of the active language. In one that is written from right to left, a text with Latin letters (an id, a
 * file, a citation) is set apart by Unicode isolates, so that its brackets and numbers stay in their places. Controls of direction in the
 * text itself are removed then, for they could end the isolate.
 */
export function isolated(text: string): string {
  if (activeLanguage() === 'en' || directionOf(activeLanguage()) === 'ltr' || !leftToRight.test(text)) return text;
  return `${firstStrong}${text.replace(controls, '')}${pop}`;
}
