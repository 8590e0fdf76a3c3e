import type { Box } from './matrix.ts';

/** A word as painted. Positions and sizes are in points, from the upper left corner of the page as shown. */
export interface Word {
  readonly text: string;
  /** Where each letter begins; as long as `text`. */
  readonly starts: readonly number[];
  readonly x: number;
  /** Where it ends in the direction of writing: `x` and its length. */
  readonly right: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly italic: boolean;
  readonly bold: boolean;
  /** Whether a space was painted before or after it. */
  spaceBefore: boolean;
  spaceAfter: boolean;
  /** The direction of writing in degrees, clockwise; 0 for upright text. */
  readonly angle: number;
  /** The position in the order of painting. */
  readonly order: number;
  readonly ink: Ink;
  /** Whether a line is drawn through it. */
  readonly struck?: boolean;
}

/** How a word is painted, as far as it decides whether it can be seen. */
export interface Ink {
  /** `#rrggbb`; undefined for a pattern. */
  readonly color: string | undefined;
  /** Neither filled nor stroked: text rendering mode 3 or 7. */
  readonly invisible: boolean;
  /** Transparent, or in a layer that is turned off. */
  readonly hidden: boolean;
  /** Nothing outside of this box is painted. */
  readonly clip: Box;
  /** Whether the page's creator marked it as no part of the text, such as a running head. */
  readonly artifact: boolean;
}

/** A filled rectangle or a picture. */
export interface Area extends Box {
  /** `#rrggbb`; undefined for a picture or a pattern. */
  readonly color: string | undefined;
  readonly opaque: boolean;
  readonly isPicture: boolean;
  readonly order: number;
}

/** So many areas are kept of a page; on a page with more, nothing is known about the background of its words. */
export const maxAreas = 300;

/** What is painted on a page. */
export interface PaintedPage {
  /** Counted from 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  /** Thin horizontal lines. */
  readonly rules: readonly Box[];
  readonly areas: readonly Area[];
  /** The number of paths that are neither lines nor rectangles: letters may be drawn as such. */
  readonly shapes: number;
}
