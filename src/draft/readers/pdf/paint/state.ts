import { type Box, identity, type Matrix } from './matrix.ts';
import type { Ink } from './page.ts';

/** The graphics state of PDF, as far as it decides where text stands and whether it can be seen. */
export interface State {
  readonly matrix: Matrix;
  readonly clip: Box;
  readonly fill: string | undefined;
  readonly stroke: string | undefined;
  readonly fillAlpha: number;
  readonly strokeAlpha: number;
  /** Whether painting only darkens, as a highlighter does. */
  readonly blends: boolean;
  readonly lineWidth: number;
  readonly font: string;
  readonly fontSize: number;
  readonly horizontalScale: number;
  readonly letterSpacing: number;
  readonly wordSpacing: number;
  readonly leading: number;
  readonly rise: number;
  readonly renderingMode: number;
}

export function initialState(matrix: Matrix, clip: Box): State {
  return {
    matrix,
    clip,
    fill: '#000000',
    stroke: '#000000',
    fillAlpha: 1,
    strokeAlpha: 1,
    blends: false,
    lineWidth: 1,
    font: '',
    fontSize: 0,
    horizontalScale: 1,
    letterSpacing: 0,
    wordSpacing: 0,
    leading: 0,
    rise: 0,
    renderingMode: 0,
  };
}

/** Text rendering modes 4 to 7 are 0 to 3 plus clipping. */
const strokes = 1;
const invisible = 3;

/** How words are painted in a state. */
export function inkOf(state: State, isHidden: boolean, artifact: boolean): Ink {
  const mode = state.renderingMode % 4;
  const [color, alpha] = mode === strokes ? [state.stroke, state.strokeAlpha] : [state.fill, state.fillAlpha];
  return { color, invisible: mode === invisible, hidden: isHidden || alpha < 0.05, clip: state.clip, artifact };
}

/** The text matrix and the position on the line. */
export interface TextPosition {
  matrix: Matrix;
  lineX: number;
  lineY: number;
  x: number;
  y: number;
}

export function textStart(): TextPosition {
  return { matrix: identity, lineX: 0, lineY: 0, x: 0, y: 0 };
}
