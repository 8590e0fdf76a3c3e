import { colorOf, picture } from '../ink.ts';

/** Whether a colour shows nothing. */
export function isClear(color: string): boolean {
  return /^(?:transparent\b|(?:rgb|hsl)a?\([^)]*[,/]\s*0?(?:\.0+)?%?\s*\)|#(?:[\da-f]{3}0|[\da-f]{6}00)$)/i.test(color);
}

/** The colour that a background paints; `picture` for a picture; undefined if it shows what is behind it. */
export function backgroundIn(value: string): string | undefined {
  if (/^(?:none|transparent|inherit|initial|unset|revert)?$/i.test(value)) return undefined;
  if (/\b(?:url|gradient|image-set|var)\b|gradient\(/i.test(value)) return picture;
  if (isClear(value)) return undefined;
  const words = value.match(/[a-z]+\([^()]*\)|[^\s,/]+/gi) ?? [];
  return words.map((word) => (layout.test(word) ? undefined : colorOf(word))).find((each) => each !== undefined);
}

const layout =
  /^(?:(?:no-)?repeat(?:-[xy])?|scroll|fixed|local|top|bottom|left|right|center|cover|contain|(?:border|padding|content)-box|none)$/i;
