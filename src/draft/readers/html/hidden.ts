import { colorOf, type Ink, isUnseen, picture } from '../ink.ts';
import { backgroundIn, isClear } from './background.ts';
import { cascaded, type Declarations, noDeclarations, readDeclarations } from './css.ts';

/** Inherited properties that hide words, and that an element inside can set back. */
export interface Inherited {
  readonly isInvisible: boolean;
  readonly isTransparent: boolean;
  readonly isTiny: boolean;
  readonly ink: Ink;
}

/** Elements that a browser does not display unless this attribute is set. */
const closedElements: Readonly<Record<string, string>> = { dialog: 'open' };
const nothing = /^-?(?:0+(?:\.0*)?|\.0+)(?:[a-z]{2,4}|%)?$/i;
const almostNothing = /^(?:[01](?:\.0+)?(?:px|pt)?)$/i;
/** No more than this much of a colour is seen. */
const leastOpacity = 0.05;
/** The sizes of letters that no eye can read. */
const tinySize = /^(?:(?:[01](?:\.\d+)?|\.\d+)(?:px|pt)|0?\.[01]\d*r?em|[0-9](?:\.\d+)?%)$/i;
/** Further off the page than any screen is wide. */
const farAway = /^-(?:(?:[5-9]\d{2}|\d{4,})(?:\.\d+)?(?:px|pt)|\d{2,}(?:\.\d+)?r?em|\d{3,}(?:\.\d+)?(?:%|vw|vh))$/i;
const emptyClip = /^rect\(\s*(0|1px)(?:px)?[\s,]+(?:\1(?:px)?[\s,]*){3}\)$/i;
/** Such a place is beyond the right or the lower edge of any screen. */
const farRight = /^(?:\d{5,}(?:\.\d+)?(?:px|pt)|[5-9]\d{3}(?:\.\d+)?px)$/i;
const zero = '0+(?:\\.0*)?(?:[a-z]{2,4}|%)?';
const emptyPath = new RegExp(
  `^(?:inset\\(\\s*(?:[5-9]\\d|\\d{3})%|(?:circle|ellipse)\\(\\s*0|polygon\\(\\s*${zero}\\s+${zero}(?:\\s*,\\s*${zero}\\s+${zero})*\\s*\\))`,
  'i',
);

/**
 * Whether a style hides an element with all that is in it. The attribute `hidden` is a rule of the lowest rank: a style that sets
 * `display` wins over it.
 */
export function isHiddenByStyle(declarations: Declarations, attributes: Readonly<Record<string, string>>, name = ''): boolean {
  const closed = closedElements[name];
  const isClosed = 'hidden' in attributes || 'popover' in attributes || (closed !== undefined && !(closed in attributes));
  if (declarations === noDeclarations) return isClosed;
  const { display } = declarations;
  if (display === undefined ? isClosed : /^none\b/i.test(display)) return true;
  return (
    isFaint(declarations['opacity'] ?? '') ||
    nothing.test(declarations['zoom'] ?? '') ||
    nothing.test(declarations['scale'] ?? '') ||
    /^(?:disc|circle|square)\b/i.test(declarations['-webkit-text-security'] ?? '') ||
    /^all\b/i.test(declarations['mso-hide'] ?? '') ||
    /^hidden\b/i.test(declarations['content-visibility'] ?? '') ||
    /\bscale(?:3d|x|y)?\(\s*0(?:\.0+)?\s*[,)]/i.test(declarations['transform'] ?? '') ||
    /\bopacity\(\s*0(?:\.0+)?%?\s*\)/i.test(declarations['filter'] ?? '') ||
    isMovedAway(declarations) ||
    isCutOff(declarations)
  );
}

function isFaint(opacity: string): boolean {
  const value = Number.parseFloat(opacity);
  return (opacity.endsWith('%') ? value / 100 : value) <= leastOpacity;
}

const sides = ['left', 'right', 'top', 'bottom'] as const;

function isMovedAway(declarations: Declarations): boolean {
  if (['text-indent', 'margin-left', 'margin-top'].some((each) => farAway.test(declarations[each] ?? ''))) return true;
  const [, moves = ''] = /\btranslate(?:3d|x|y)?\(([^()]*)\)/i.exec(declarations['transform'] ?? '') ?? [];
  if (moves.split(',').some((move) => farAway.test(move.trim()))) return true;
  const position = declarations['position'] ?? '';
  if (!/^(?:absolute|fixed|relative)/i.test(position)) return false;
  const isFar = (value: string): boolean => farAway.test(value) || farRight.test(value);
  return sides.some((side) => isFar(declarations[side] ?? '')) || (declarations['inset'] ?? '').split(/\s+/).some(isFar);
}

/** Whether an element is put beside the page, or cut down to nothing. */
function isCutOff(declarations: Declarations): boolean {
  if (emptyPath.test(declarations['clip-path'] ?? '')) return true;
  const isPlaced = /^(?:absolute|fixed)/i.test(declarations['position'] ?? '');
  if (isPlaced && emptyClip.test(declarations['clip'] ?? '')) return true;
  if (!/^(?:hidden|clip)/i.test(declarations['overflow'] ?? '')) return false;
  const sizes = ['height', 'max-height', 'width', 'max-width'].map((size) => declarations[size] ?? '');
  return sizes.some((size) => nothing.test(size)) || sizes.filter((size) => almostNothing.test(size)).length > 1;
}

/** What an element inherits or sets back. */
export function inherited(declarations: Declarations, parent: Inherited | undefined, own: Ink = {}): Inherited {
  const { visibility } = declarations;
  const color = declarations['-webkit-text-fill-color'] ?? declarations['color'];
  const size = declarations['font-size'] ?? sizeIn(declarations['font'] ?? '');
  const isInherited = (value: string | undefined): boolean => value === undefined || /^(?:inherit|unset)\b/i.test(value);
  return {
    isInvisible: isInherited(visibility) ? parent?.isInvisible === true : /^(?:hidden|collapse)/i.test(visibility ?? ''),
    isTransparent: isInherited(color) ? parent?.isTransparent === true : isTransparent(color ?? '', declarations),
    // A size in % or em is a part of the size outside.
    isTiny:
      isInherited(size) || (parent?.isTiny === true && /\d(?:%|em)$/i.test(size ?? ''))
        ? parent?.isTiny === true
        : isTiny(size ?? ''),
    ink: inkOf(isInherited(color) ? undefined : color, declarations, { ...parent?.ink, ...own }),
  };
}

/** The size in the shorthand `italic 0/1.2 serif`. */
function sizeIn(font: string): string | undefined {
  return /(?:^|\s)(\d*\.?\d+(?:[a-z]{2,4}|%)?)(?:\s*\/\s*\S+)?\s+\S/i.exec(font)?.[1];
}

function isTiny(size: string): boolean {
  const plain = size.replace(/^calc\(\s*([^()\s]+)\s*\)$/i, '$1');
  return nothing.test(plain) || tinySize.test(plain);
}

/** The colour of the words of an element and of what is behind them. */
function inkOf(color: string | undefined, declarations: Declarations, outer: Ink): Ink {
  const { background = '', 'background-color': ground = '' } = declarations;
  // What has a place of its own may lie above anything; a shadow shows words of any colour.
  const isPlaced = /^(?:absolute|fixed|sticky)/i.test(declarations['position'] ?? '');
  const hasShadow = !/^(?:none)?$/i.test(declarations['text-shadow'] ?? '');
  const behind = [ground, background].map(backgroundIn).find((each) => each !== undefined);
  return {
    color: color === undefined || /^currentcolor\b/i.test(color) ? outer.color : colorOf(color),
    background: hasShadow ? picture : (behind ?? (isPlaced ? picture : outer.background)),
  };
}

/** Whether words have no colour, and no background shows through them either. */
function isTransparent(color: string, declarations: Declarations): boolean {
  const isText = /\btext\b/i.test(`${declarations['background-clip'] ?? ''} ${declarations['-webkit-background-clip'] ?? ''}`);
  return !isText && isClear(color);
}

export function isLineThrough(declarations: Declarations): boolean {
  if (declarations === noDeclarations) return false;
  return /line-through/i.test(`${declarations['text-decoration'] ?? ''} ${declarations['text-decoration-line'] ?? ''}`);
}

/** Whether the `style` of a single element strikes or hides its words. */
export function styleHidesWords(style: string, attributes: Readonly<Record<string, string>> = {}, name = ''): boolean {
  const declarations = cascaded([readDeclarations(style)]);
  return hidesWords(declarations, attributes, name);
}

/** Whether declarations strike or hide the words of an element, all the inherited ones included. */
export function hidesWords(declarations: Declarations, attributes: Readonly<Record<string, string>>, name: string): boolean {
  const { ink, ...flags } = inherited(declarations, undefined);
  const isHidden = Object.values(flags).includes(true) || isUnseen(ink);
  return isHidden || isLineThrough(declarations) || isHiddenByStyle(declarations, attributes, name);
}
