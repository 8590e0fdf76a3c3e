import { areaOf, type Box, overlap } from './paint/matrix.ts';
import { type Area, maxAreas, type PaintedPage, type Word } from './paint/page.ts';

export interface Seen {
  /** The words that a reader of the page sees, or those of the OCR layer of a picture. */
  readonly words: readonly Word[];
  /** Words that nobody sees. */
  readonly hidden: readonly Word[];
  /** Whether the words are an OCR layer. */
  readonly isRecognised: boolean;
  /** The part of the page that shows a picture, or 1 if letters may be drawn as shapes: 0..1. */
  readonly picture: number;
}

/** Smaller letters, in points, cannot be read. */
const minSize = 1.2;
/** The part of a page that a scanned picture covers at least. */
export const minPicture = 0.35;
/** So many shapes may be letters. */
const minShapes = 150;

/**
 * Separates the words that can be seen from hidden ones. Invisible text is the law only where the page itself is a picture:
 * software that recognises text (OCR) puts it there.
 */
export function visibleWords(page: PaintedPage): Seen {
  const pictures = page.areas.filter(({ isPicture }) => isPicture).reduce((sum, area) => sum + areaOf(area), 0);
  const whole = page.width * page.height;
  // A block of colour without words in it may stand for a picture.
  const blocks = page.areas.filter(
    (area) => areaOf(area) >= whole * minPicture && area.color !== '#ffffff' && isEmpty(area, page.words),
  );
  const largest = blocks.reduce((most, area) => Math.max(most, areaOf(area)), pictures) / whole;
  const picture = page.shapes >= minShapes ? 1 : Math.min(1, largest);
  const seen: Word[] = [];
  const hidden: Word[] = [];
  const layer: Word[] = [];
  const areas = page.areas.length < maxAreas ? page.areas.filter(({ opaque }) => opaque) : undefined;
  for (const word of page.words) {
    const cause = causeOfHiding(word, page, areas);
    if (cause === undefined) seen.push(word);
    else (cause === 'layer' ? layer : hidden).push(word);
  }
  const isRecognised =
    layer.length > 0 && (picture >= minPicture ? layer.length > seen.length : seen.length === 0 && hidden.length === 0);
  if (isRecognised) return { words: [...seen, ...layer], hidden, isRecognised, picture };
  return { words: seen, hidden: [...hidden, ...layer], isRecognised, picture };
}

/** Why a word cannot be seen: `layer` if it may belong to an OCR layer. */
function causeOfHiding(word: Word, page: PaintedPage, areas: readonly Area[] | undefined): 'layer' | 'hidden' | undefined {
  const { ink } = word;
  if (ink.hidden || word.size < minSize) return 'hidden';
  const box = boxOfWord(word);
  if (box.right <= 0 || box.bottom <= 0 || box.left >= page.width || box.top >= page.height) return 'hidden';
  if (areaOf(overlap(box, ink.clip)) < areaOf(box) * 0.1) return 'hidden';
  if (ink.invisible) return 'layer';
  if (!areas) return undefined;
  if (areas.length === 0) return ink.color === '#000000' || !isSameColor(ink.color, '#ffffff') ? undefined : 'hidden';
  const covers = areas.findLast((area) => contains(area, box));
  if (covers && covers.order > word.order) return covers.isPicture ? 'layer' : 'hidden';
  const below = areas.findLast((area) => area.order < word.order && contains(area, box));
  if (below?.color === undefined && below) return undefined;
  return isSameColor(ink.color, below?.color ?? '#ffffff') ? 'hidden' : undefined;
}

export function boxOfWord({ x, right, y, size, angle }: Word): Box {
  if (angle !== 0) return { left: x - 0.5, top: y - 0.5, right: x + 0.5, bottom: y + 0.5 };
  return { left: x, top: y - size * 0.7, right: Math.max(right, x + 0.5), bottom: y + size * 0.05 };
}

/** Whether nine tenths of a box are in another one. Called for each word and area: makes no objects. */
function contains(outer: Box, inner: Box): boolean {
  const width = Math.min(outer.right, inner.right) - Math.max(outer.left, inner.left);
  if (width <= 0) return false;
  const height = Math.min(outer.bottom, inner.bottom) - Math.max(outer.top, inner.top);
  return height > 0 && width * height >= (inner.right - inner.left) * (inner.bottom - inner.top) * 0.9;
}

function isEmpty(area: Area, words: readonly Word[]): boolean {
  return !words.some(({ x, y }) => x > area.left && x < area.right && y > area.top && y < area.bottom);
}

/** Whether the eye cannot tell two colours apart. */
function isSameColor(a: string | undefined, b: string): boolean {
  if (a === undefined) return false;
  const channels = (color: string): number[] => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const others = channels(b);
  return channels(a).every((value, index) => Math.abs(value - (others[index] ?? 0)) <= 12);
}
