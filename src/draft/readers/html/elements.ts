import type { BlockRole } from '../../block.ts';
import { type Declarations, readDeclarations, type Selectable, type StyleSheet } from './css.ts';

export const blockElements = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Elements whose content a browser does not show as text of the page. */
const skippedElements = new Set(
  'script style noscript template head select button svg math object iframe textarea title'.split(' '),
);
const struckElements = new Set(['del', 's', 'strike']);

/** An open element: what its words are, for itself and for the elements in it. */
export interface OpenElement extends Selectable {
  readonly isSkipped: boolean;
  readonly isStruck: boolean;
  readonly isHidden: boolean;
  /** `visibility`, unlike `display`, can be shown again inside. */
  readonly isInvisible: boolean;
  readonly isRaised: boolean;
  readonly isLink: boolean;
  readonly role: BlockRole;
  readonly declarations: Declarations;
}

/**
 * Reads the start tag of an element.
 * @param above the open elements, outermost first
 */
export function openElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  above: readonly OpenElement[],
  sheet: StyleSheet,
): OpenElement {
  const parent = above.at(-1);
  const className = attributes['class'] ?? '';
  const self: Selectable = { name, id: attributes['id'] ?? '', classes: className.split(/\s+/).filter(Boolean) };
  const style = attributes['style'];
  const declarations = { ...sheet.declarationsFor(self, above), ...(style !== undefined && readDeclarations(style)) };
  const { visibility } = declarations;
  return {
    ...self,
    declarations,
    isSkipped: skippedElements.has(name) || parent?.isSkipped === true,
    isStruck: struckElements.has(name) || isLineThrough(declarations) || parent?.isStruck === true,
    isHidden: isHiddenByStyle(declarations, attributes) || parent?.isHidden === true,
    isInvisible: visibility === undefined ? parent?.isInvisible === true : /^(?:hidden|collapse)/i.test(visibility),
    isRaised: name === 'sup' || parent?.isRaised === true,
    isLink: (name === 'a' && /^#/.test(attributes['href'] ?? '')) || parent?.isLink === true,
    role: roleOf(name, className, attributes['role'] ?? '') ?? parent?.role ?? 'body',
  };
}

export function isLineThrough(declarations: Declarations): boolean {
  return /line-through/i.test(`${declarations['text-decoration'] ?? ''} ${declarations['text-decoration-line'] ?? ''}`);
}

/** The attribute `hidden` is a rule of the lowest rank: a style that sets `display` wins over it. */
export function isHiddenByStyle(declarations: Declarations, attributes: Readonly<Record<string, string>>): boolean {
  const { display } = declarations;
  if (display === undefined ? 'hidden' in attributes : /^none\b/i.test(display)) return true;
  const isNothing = (value: string | undefined): boolean =>
    /^0+(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:!important)?$/i.test(value ?? '');
  return (
    isNothing(declarations['opacity']) || isNothing(declarations['font-size']) || /^all\b/i.test(declarations['mso-hide'] ?? '')
  );
}

/** What an element holds; undefined if it holds what its parent does. `oj-note` is the EU Official Journal's class. */
function roleOf(name: string, className: string, role: string): BlockRole | undefined {
  if (name === 'nav') return 'contents';
  if (name === 'caption' || name === 'figcaption') return 'caption';
  if (/(?:^|[\s_-])(?:noprint|visually-hidden|sr-only)(?:$|[\s_-])/i.test(className)) return 'alt';
  const isReference = /(?:^|[\s_-])(?:oj-note-tag|footnote-ref|footnote-back)(?:$|\s)/i.test(className);
  const isNote =
    /(?:^|[\s_-])(?:oj-note|footnotes?|endnotes?)(?:$|[\s_-])/i.test(className) || /^doc-(?:foot|end)notes?$/.test(role);
  return isNote && !isReference ? 'note' : undefined;
}
