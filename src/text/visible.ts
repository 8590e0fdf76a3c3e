import { isBalanced } from './direction.ts';
import { activeLanguage, directionOf } from './language.ts';

/**
 * Escapes control characters and direction overrides in text from a file, so that a draft cannot use ANSI escapes or
 * bidirectional text to change what its reader sees. Line breaks and tabs become spaces.
 */
export function visible(text: string): string {
  const spaced = text.replace(/[\t\r\n\u2028\u2029]+/g, ' ');
  return spaced.includes('\u2068') && hasIsolates(spaced)
    ? spaced.replace(controlsButIsolates, escaped)
    : spaced.replace(controls, escaped);
}

const controls = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const controlsButIsolates = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066\u2067]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Whether the isolates in a text are those of our own sentences (`isolated`): in a right-to-left language, each closed, none in another. */
function hasIsolates(text: string): boolean {
  return directionOf(activeLanguage()) === 'rtl' && isBalanced(text);
}
