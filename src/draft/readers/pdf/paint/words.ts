import type { Ink, Word } from './page.ts';

/** A glyph at a position on the page. */
export interface Glyph {
  text: string;
  x: number;
  y: number;
  /** Where the next glyph would begin. */
  nextX: number;
  nextY: number;
}

/** What the glyphs of a word have in common. */
export interface Style {
  readonly size: number;
  readonly font: string;
  readonly italic: boolean;
  readonly bold: boolean;
  readonly angle: number;
  readonly ink: Ink;
}

/** A gap of this many times the size separates two words. */
export const spaceWidth = 0.15;
/** A glyph this far behind the end of the word before it, in sizes, begins another word. */
const maxBacktrack = 0.3;

interface OpenWord extends Style {
  text: string;
  readonly starts: number[];
  readonly x: number;
  readonly y: number;
  readonly order: number;
  right: number;
  nextX: number;
  nextY: number;
  spaceBefore: boolean;
  spaceAfter: boolean;
}

/** Collects glyphs into words, in the order of painting. */
export class WordBuilder {
  readonly words: Word[] = [];
  #open: OpenWord | undefined;
  #afterSpace = false;

  add(glyph: Glyph, style: Style, order: number): void {
    const text = readable(glyph.text);
    if (text === '') return;
    if (isSpace(text)) {
      if (this.#open) this.#open.spaceAfter = true;
      this.#open = undefined;
      this.#afterSpace = true;
    } else if (this.#open && goesOn(this.#open, glyph, style)) extend(this.#open, text, glyph);
    else this.#begin(text, glyph, style, order);
  }

  #begin(text: string, glyph: Glyph, style: Style, order: number): void {
    const { size, font, italic, bold, angle, ink } = style;
    const { x, y } = glyph;
    const spacing = { spaceBefore: this.#afterSpace, spaceAfter: false };
    const started = {
      text: '',
      starts: [],
      x,
      y,
      right: x,
      nextX: x,
      nextY: y,
      size,
      font,
      italic,
      bold,
      angle,
      ink,
      order,
      ...spacing,
    };
    extend(started, text, glyph);
    this.#afterSpace = false;
    this.#open = started;
    this.words.push(started);
  }
}

function extend(word: OpenWord, text: string, { x, y, nextX, nextY }: Glyph): void {
  const start = word.x + distanceAlong(word.angle, x - word.x, y - word.y);
  const end = word.x + distanceAlong(word.angle, nextX - word.x, nextY - word.y);
  word.text += text;
  for (let index = 0; index < text.length; index++) word.starts.push(start);
  if (end > word.right) word.right = end;
  word.nextX = nextX;
  word.nextY = nextY;
}

function isSpace(text: string): boolean {
  return text === ' ' || text.trim() === '';
}

function goesOn(open: OpenWord, { x, y }: Glyph, style: Style): boolean {
  if (open.font !== style.font || open.angle !== style.angle || open.ink !== style.ink) return false;
  if (Math.abs(open.size - style.size) > 0.01 * style.size) return false;
  const [dx, dy] = [x - open.nextX, y - open.nextY];
  const along = distanceAlong(style.angle, dx, dy);
  const across = distanceAlong(style.angle, dy, -dx);
  return Math.abs(across) < style.size * 0.05 && along < style.size * spaceWidth && along > -style.size * maxBacktrack;
}

/** How far a step leads in the direction of writing. */
function distanceAlong(angle: number, dx: number, dy: number): number {
  if (angle === 0) return dx;
  const radians = (angle * Math.PI) / 180;
  return dx * Math.cos(radians) + dy * Math.sin(radians);
}

/** Without control characters; ligatures and the shapes of Arabic letters as plain letters. */
function readable(text: string): string {
  const code = text.charCodeAt(0);
  if (text.length === 1 && code >= 0x20 && code < 0xfb00 && code !== 0x7f) return text;
  const plain = text.replace(/[\0-\x08\x0e-\x1f\x7f]/g, '');
  return /[\ufb00-\ufdff\ufe70-\ufeff]/.test(plain) ? plain.normalize('NFKC') : plain;
}
