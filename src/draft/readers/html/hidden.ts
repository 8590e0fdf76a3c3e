import { cascaded, type Declarations, noDeclarations, readDeclarations } from './css.ts';

/** Inherited properties that hide words, and that an element inside can set back. */
export interface Inherited {
  readonly isInvisible: boolean;
  readonly isTransparent: boolean;
  readonly isTiny: boolean;
}

/** Elements that a browser does not display unless this attribute is set. */
const closedElements: Readonly<Record<string, string>> = { dialog: 'open' };
const nothing = /^-?0+(?:\.0+)?(?:px|pt|em|rem|%)?$/i;
const almostNothing = /^(?:[01](?:\.0+)?(?:px|pt)?)$/i;
/** Further off the page than any screen is wide. */
const farAway = /^-(?:(?:[5-9]\d{2}|\d{4,})(?:\.\d+)?(?:px|pt)|\d{2,}(?:\.\d+)?r?em|\d{3,}(?:\.\d+)?(?:%|vw|vh))$/i;
const emptyClip = /^rect\(\s*(0|1px)(?:px)?[\s,]+(?:\1(?:px)?[\s,]*){3}\)$/i;
const emptyPath = /^(?:inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0)/i;

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
    nothing.test(declarations['opacity'] ?? '') ||
    /^all\b/i.test(declarations['mso-hide'] ?? '') ||
    /^hidden\b/i.test(declarations['content-visibility'] ?? '') ||
    /\bscale(?:3d|x|y)?\(\s*0(?:\.0+)?\s*[,)]/i.test(declarations['transform'] ?? '') ||
    /\bopacity\(\s*0(?:\.0+)?%?\s*\)/i.test(declarations['filter'] ?? '') ||
    farAway.test(declarations['text-indent'] ?? '') ||
    isCutOff(declarations)
  );
}

/** Whether an element is put beside the page, or cut down to nothing. */
function isCutOff(declarations: Declarations): boolean {
  if (emptyPath.test(declarations['clip-path'] ?? '')) return true;
  const isPlaced = /^(?:absolute|fixed)/i.test(declarations['position'] ?? '');
  if (isPlaced && emptyClip.test(declarations['clip'] ?? '')) return true;
  if (isPlaced && ['left', 'right', 'top', 'bottom'].some((side) => farAway.test(declarations[side] ?? ''))) return true;
  if (!/^(?:hidden|clip)/i.test(declarations['overflow'] ?? '')) return false;
  const sizes = ['height', 'max-height', 'width', 'max-width'].map((size) => declarations[size] ?? '');
  return sizes.some((size) => nothing.test(size)) || sizes.filter((size) => almostNothing.test(size)).length > 1;
}

/** What an element inherits or sets back. */
export function inherited(declarations: Declarations, parent: Inherited | undefined): Inherited {
  const { visibility, color } = declarations;
  const size = declarations['font-size'];
  const isInherited = (value: string | undefined): boolean => value === undefined || /^(?:inherit|unset)\b/i.test(value);
  return {
    isInvisible: isInherited(visibility) ? parent?.isInvisible === true : /^(?:hidden|collapse)/i.test(visibility ?? ''),
    isTransparent: isInherited(color) ? parent?.isTransparent === true : isTransparent(color ?? '', declarations),
    // A size in % or em is a part of the size outside.
    isTiny:
      isInherited(size) || (parent?.isTiny === true && /\d(?:%|em)$/i.test(size ?? ''))
        ? parent?.isTiny === true
        : nothing.test(size ?? ''),
  };
}

/** Whether words have no colour, and no background shows through them either. */
function isTransparent(color: string, declarations: Declarations): boolean {
  const isText = /\btext\b/i.test(`${declarations['background-clip'] ?? ''} ${declarations['-webkit-background-clip'] ?? ''}`);
  return !isText && /^(?:transparent\b|(?:rgb|hsl)a?\([^)]*[,/]\s*0(?:\.0+)?%?\s*\)|#(?:[\da-f]{3}0|[\da-f]{6}00)$)/i.test(color);
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
  const isUnseen = Object.values(inherited(declarations, undefined)).includes(true);
  return isUnseen || isLineThrough(declarations) || isHiddenByStyle(declarations, attributes, name);
}
