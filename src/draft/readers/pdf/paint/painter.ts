import { OPS } from 'unpdf/pdfjs';
import { areaOf, type Box, boxOf, type Matrix, multiply, overlap, toMatrix } from './matrix.ts';
import { type Area, type Ink, maxAreas, type PaintedPage } from './page.ts';
import { type Subpath, subpaths } from './paths.ts';
import { initialState, inkOf, type State, type TextPosition, textStart } from './state.ts';
import { type Glyph, type Style, WordBuilder } from './words.ts';

/** What pdf.js gives for a glyph. A number in its place moves the position. */
interface PdfGlyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
}

/** What has to be known about a font. */
export interface FontFacts {
  readonly name: string;
  /** Maps the units of glyph widths to the font size: 0.001 for most fonts. */
  readonly unit: number;
  readonly vertical: boolean;
}

/** What has to be known about a page and its document. */
export interface PageFacts {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Maps PDF's coordinates to the page as shown. */
  readonly matrix: Matrix;
  readonly fontOf: (id: string) => FontFacts;
  /** Whether an optional layer is shown. */
  readonly isShown: (layer: unknown) => boolean;
}

/** A line is at most this thick, in points. */
const maxRuleHeight = 2.5;
/** A page with more rules is a drawing. */
const maxRules = 3000;
/** Text that rises by less than this, in degrees, is upright. */
const maxWordAngle = 2;

/** Follows the operators of a page and collects what they paint. */
export class Painter {
  readonly #page: PageFacts;
  readonly #words = new WordBuilder();
  readonly #rules: Box[] = [];
  readonly #areas: Area[] = [];
  readonly #saved: State[] = [];
  /** For each open marked content: whether it is an artifact or a hidden layer. */
  readonly #marked: { readonly artifact: boolean; readonly hidden: boolean }[] = [];
  readonly #glyph: Glyph = { text: '', x: 0, y: 0, nextX: 0, nextY: 0 };
  #shapes = 0;
  #order = 0;
  #state: State;
  #text: TextPosition = textStart();
  #ink: Ink | undefined;
  #annotations = 0;
  #clips = false;
  /** The place of a picture: set by a transformation, until something is painted. pdf.js leaves pictures out of the operators. */
  #unitSquare: Matrix | undefined;

  constructor(page: PageFacts) {
    this.#page = page;
    this.#state = initialState(page.matrix, { left: 0, top: 0, right: page.width, bottom: page.height });
  }

  /** The page after all operators. */
  finish(): PaintedPage {
    this.#addPicture();
    const { number, width, height } = this.#page;
    return {
      ...{ number, width, height, words: this.#words.words },
      ...{ rules: this.#rules, areas: this.#areas, shapes: this.#shapes },
    };
  }

  save(): void {
    this.#saved.push(this.#state);
  }

  restore(): void {
    this.#addPicture();
    const saved = this.#saved.pop();
    if (saved) this.set(saved);
  }

  set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    this.#ink = undefined;
  }

  transform(numbers: ArrayLike<number>): void {
    const matrix = multiply(this.#state.matrix, toMatrix(numbers));
    this.set({ matrix });
    this.#unitSquare = matrix;
  }

  beginForm(matrix: ArrayLike<number> | null, box: ArrayLike<number> | null): void {
    this.#unitSquare = undefined;
    this.save();
    if (matrix) this.set({ matrix: multiply(this.#state.matrix, toMatrix(matrix)) });
    if (box) this.#clipTo(boxOf(this.#state.matrix, box));
  }

  endForm(): void {
    this.#unitSquare = undefined;
    this.restore();
  }

  beginAnnotation(transform: ArrayLike<number>, matrix: ArrayLike<number>): void {
    this.save();
    this.set(initialState(multiply(multiply(this.#page.matrix, toMatrix(transform)), toMatrix(matrix)), this.#state.clip));
    this.#annotations += 1;
  }

  endAnnotation(): void {
    this.endForm();
    this.#annotations -= 1;
  }

  beginMarked(tag: unknown, properties: unknown): void {
    const hidden = tag === 'OC' && !this.#page.isShown(properties);
    this.#marked.push({ artifact: tag === 'Artifact', hidden });
    this.#ink = undefined;
  }

  endMarked(): void {
    this.#marked.pop();
    this.#ink = undefined;
  }

  setGraphics(entries: readonly (readonly [string, unknown])[]): void {
    for (const [key, value] of entries) {
      if (key === 'ca') this.set({ fillAlpha: Number(value) });
      else if (key === 'CA') this.set({ strokeAlpha: Number(value) });
      else if (key === 'LW') this.set({ lineWidth: Number(value) });
      else if (key === 'BM') this.set({ blends: !/^(?:source-over|normal)$/i.test(String(value)) });
      else if (key === 'Font' && Array.isArray(value)) this.set({ font: String(value[0]), fontSize: Number(value[1]) });
    }
  }

  clip(): void {
    this.#clips = true;
  }

  #clipTo(box: Box): void {
    this.set({ clip: overlap(this.#state.clip, box) });
  }

  paintPath(operator: number, numbers: ArrayLike<number> | null | undefined, limits: ArrayLike<number> | null | undefined): void {
    if (this.#clips && limits) {
      this.#clipTo(boxOf(this.#state.matrix, limits));
    }
    this.#clips = false;
    const [fills, draws] = [fillOperators.has(operator), strokeOperators.has(operator)];
    if (!fills && !draws) return;
    this.#unitSquare = undefined;
    this.#order += 1;
    for (const subpath of subpaths(numbers, this.#state.matrix)) this.#addSubpath(subpath, fills);
  }

  #addSubpath(path: Subpath, fills: boolean): void {
    const { fill, stroke, fillAlpha, strokeAlpha, blends, matrix, lineWidth } = this.#state;
    if ((fills ? fillAlpha : strokeAlpha) < 0.05) return;
    if (path.isShape) this.#shapes += 1;
    const shown = overlap(path, this.#state.clip);
    const scale = Math.hypot(matrix[2], matrix[3]);
    const thickness = Math.max(path.bottom - path.top, fills ? 0 : lineWidth * scale);
    const isWhite = (fills ? fill : stroke) === '#ffffff';
    if (!path.isShape && thickness <= maxRuleHeight && shown.right - shown.left > 2 * thickness && !isWhite) {
      if (this.#rules.length < maxRules) this.#rules.push(shown);
    } else if (fills && areaOf(shown) > 4 && this.#areas.length < maxAreas) {
      const opaque = fillAlpha > 0.95 && !blends && !path.isShape;
      this.#areas.push({ ...shown, color: fill, opaque, isPicture: false, order: this.#order });
    }
  }

  /** An image fills the unit square. */
  #addPicture(): void {
    if (!this.#unitSquare) return;
    const shown = overlap(boxOf(this.#unitSquare, [0, 0, 1, 1]), this.#state.clip);
    this.#unitSquare = undefined;
    // Rules and dots may be images, too.
    if (areaOf(shown) < 100 || this.#areas.length >= maxAreas) return;
    this.#order += 1;
    const opaque = this.#state.fillAlpha > 0.95 && !this.#state.blends;
    this.#areas.push({ ...shown, color: undefined, opaque, isPicture: true, order: this.#order });
  }

  beginText(): void {
    this.#text = textStart();
  }

  setTextMatrix(numbers: ArrayLike<number>): void {
    this.#text = { ...textStart(), matrix: toMatrix(numbers) };
  }

  moveText(x: number, y: number): void {
    this.#text.x = this.#text.lineX += x;
    this.#text.y = this.#text.lineY += y;
  }

  nextLine(): void {
    this.moveText(0, -this.#state.leading);
  }

  show(glyphs: readonly (PdfGlyph | number | null)[]): void {
    this.#unitSquare = undefined;
    // The words of annotations are comments on the page or values of forms.
    if (this.#annotations > 0) return;
    const state = this.#state;
    const font = this.#page.fontOf(state.font);
    const matrix = multiply(state.matrix, this.#text.matrix);
    const direction = Math.sign(state.fontSize * state.horizontalScale) || 1;
    const degrees = (Math.atan2(matrix[1] * direction, matrix[0] * direction) * 180) / Math.PI;
    const style = {
      size: Math.abs(state.fontSize) * Math.hypot(matrix[2], matrix[3]) || 0.01,
      font: state.font,
      italic: /ital|obliq|cursiva/i.test(font.name),
      bold: /bold|black|heavy|semibold|fett/i.test(font.name),
      angle: Math.abs(degrees) < maxWordAngle ? 0 : Math.round(degrees),
      ink: this.#currentInk(),
    };
    this.#order += 1;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') this.#advance(font, (-glyph / 1000) * state.fontSize);
      else if (glyph) this.#paintGlyph(glyph, font, matrix, style);
    }
  }

  #paintGlyph(glyph: PdfGlyph, font: FontFacts, matrix: Matrix, style: Style): void {
    const { letterSpacing, wordSpacing, fontSize, rise } = this.#state;
    const [a, b, c, d, e, f] = matrix;
    // One object for all glyphs: a law has hundreds of thousands.
    const painted = this.#glyph;
    painted.text = glyph.unicode ?? '';
    painted.x = a * this.#text.x + c * (this.#text.y + rise) + e;
    painted.y = b * this.#text.x + d * (this.#text.y + rise) + f;
    const spacing = letterSpacing + (glyph.isSpace ? wordSpacing : 0);
    this.#advance(font, font.vertical ? -fontSize : (glyph.width ?? 0) * font.unit * fontSize + spacing);
    painted.nextX = a * this.#text.x + c * (this.#text.y + rise) + e;
    painted.nextY = b * this.#text.x + d * (this.#text.y + rise) + f;
    this.#words.add(painted, style, this.#order);
  }

  #advance({ vertical }: FontFacts, distance: number): void {
    if (vertical) this.#text.y += distance;
    else this.#text.x += distance * this.#state.horizontalScale;
  }

  #currentInk(): Ink {
    const isHidden = this.#marked.some(({ hidden }) => hidden);
    this.#ink ??= inkOf(
      this.#state,
      isHidden,
      this.#marked.some(({ artifact }) => artifact),
    );
    return this.#ink;
  }
}

const fillOperators: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const strokeOperators: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke]);
