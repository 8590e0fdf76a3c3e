import type { ReadingWarning } from '../../core/reading.ts';

/** The colour of words and of what is behind them: six hexadecimal digits, or a name; undefined where the file states none. */
export interface Ink {
  readonly color?: string | undefined;
  /** `picture` if a picture, a pattern or an unknown colour is behind the words. */
  readonly background?: string | undefined;
}

export const picture = 'picture';
const white = 'ffffff';
/** Per channel, 0..255: two colours that differ by no more look the same. */
const maxDifference = 12;

const names: Readonly<Record<string, string>> = {
  black: '000000',
  white,
  silver: 'c0c0c0',
  gray: '808080',
  grey: '808080',
  red: 'ff0000',
  maroon: '800000',
  yellow: 'ffff00',
  lime: '00ff00',
  green: '008000',
  aqua: '00ffff',
  cyan: '00ffff',
  blue: '0000ff',
  navy: '000080',
  fuchsia: 'ff00ff',
  magenta: 'ff00ff',
  whitesmoke: 'f5f5f5',
  snow: 'fffafa',
  ivory: 'fffff0',
  ghostwhite: 'f8f8ff',
  floralwhite: 'fffaf0',
};

/** Reads a colour of a style sheet: `#fff`, `#ffffff`, `rgb(255, 255, 255)`, `hsl(0 0% 100%)`, `white`. Undefined for anything else. */
export function colorOf(value: string): string | undefined {
  const text = value.trim().toLowerCase();
  const [, short, long] = /^#(?:([\da-f]{3})[\da-f]?|([\da-f]{6})(?:[\da-f]{2})?)$/.exec(text) ?? [];
  if (short !== undefined) return [...short].map((digit) => digit + digit).join('');
  if (long !== undefined) return long;
  const [, kind, first = '', second = '', third = ''] =
    /^(rgb|hsl)a?\(\s*([\d.]+(?:%|deg)?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)/.exec(text) ?? [];
  if (kind === 'rgb') return [first, second, third].map((channel) => hexOf(shareOf(channel, 255))).join('');
  if (kind === 'hsl') return fromHsl(Number.parseFloat(first), shareOf(second, 100), shareOf(third, 100));
  return (
    names[text] ??
    (/^[a-z]{3,30}$/.test(text) && !/^(?:none|transparent|inherit|initial|unset|revert|auto)$/.test(text) ? text : undefined)
  );
}

/** A number of a scale, or a percentage, as a part of 1. */
function shareOf(text: string, scale: number): number {
  return Math.min(1, Number.parseFloat(text) / (text.endsWith('%') ? 100 : scale));
}

function hexOf(share: number): string {
  return Math.round(share * 255)
    .toString(16)
    .padStart(2, '0');
}

function fromHsl(hue: number, saturation: number, lightness: number): string {
  const channel = (offset: number): string => {
    const position = (offset + hue / 30) % 12;
    const reach = saturation * Math.min(lightness, 1 - lightness);
    return hexOf(lightness - reach * Math.max(-1, Math.min(position - 3, 9 - position, 1)));
  };
  return channel(0) + channel(8) + channel(4);
}

function isSame(a: string, b: string): boolean {
  if (a === b) return true;
  if (!/^[\da-f]{6}$/.test(a) || !/^[\da-f]{6}$/.test(b)) return false;
  const channels = (color: string): number[] => [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const others = channels(b);
  return channels(a).every((value, index) => Math.abs(value - (others[index] ?? 0)) <= maxDifference);
}

/** Whether the file states the colour of words and the colour behind them, and the two look the same. */
export function isUnseen({ color, background }: Ink): boolean {
  return color !== undefined && background !== undefined && background !== picture && isSame(color, background);
}

/** Whether words are white and the file states no background, so that the page behind them seems to be white. */
export function isPale({ color, background }: Ink): boolean {
  return color !== undefined && background === undefined && isSame(color, white);
}

/** How many pale words a warning shows. */
const shownWords = 12;

/** Collects words that a reader of the file may not see. */
export class PaleWords {
  readonly #words: string[] = [];

  add(text: string): void {
    this.#words.push(text);
  }

  warnings(): ReadingWarning[] {
    const words = this.#words.join(' ').match(/[\p{L}\p{N}]\S*/gu) ?? [];
    if (words.length === 0) return [];
    const shown = words.slice(0, shownWords).join(' ');
    return [{ code: 'pale', n: words.length, words: words.length > shownWords ? `${shown} ...` : shown }];
  }
}
