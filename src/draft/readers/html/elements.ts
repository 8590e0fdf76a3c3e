import type { BlockRole } from '../../block.ts';
import { colorOf, type Ink } from '../ink.ts';
import { type Declarations, noDeclarations, type StyleSheet } from './css.ts';
import { type Inherited, inherited, isHiddenByStyle, isLineThrough } from './hidden.ts';
import { type Selectable, sizeOf } from './selectors.ts';
import { variablesIn, withVariables } from './variables.ts';

export const blockElements = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Elements whose content a browser does not show as text of the page. */
const skippedElements = new Set(
  'script style head select button svg annotation annotation-xml object iframe textarea title datalist noframes noembed canvas video audio'.split(
    ' ',
  ),
);
/** Elements whose words a browser would show at another time, or without scripts. */
const unshownElements = new Set(['template', 'noscript']);
/** Different tags in one element that are remembered. */
const maxKnown = 1000;
const struckElements = new Set(['del', 's', 'strike']);

/** An open element: what its words are, for itself and for the elements in it. */
export interface OpenElement extends Selectable, Inherited {
  /** Whether a browser puts it on lines of its own. One that is not displayed does not interrupt the paragraph around it. */
  readonly isBlock: boolean;
  readonly isSkipped: boolean;
  readonly isStruck: boolean;
  readonly isHidden: boolean;
  readonly isRaised: boolean;
  readonly isLink: boolean;
  readonly role: BlockRole;
  /** What the innermost block around its words holds. */
  readonly blockRole: BlockRole;
  readonly declarations: Declarations;
  /** The custom properties that it has or inherits. */
  readonly variables: Declarations;
  /** Those of the words that a style sheet puts before it. */
  readonly before: Declarations;
  /** Elements that were opened in it, by their tags: pages repeat the same tags in one place hundreds of thousands of times. */
  readonly known: Map<string, OpenElement>;
}

const noClasses: readonly string[] = [];

/** Reads start tags. */
export class ElementReader {
  readonly #sheet: StyleSheet;
  readonly #outermost = new Map<string, OpenElement>();

  constructor(sheet: StyleSheet) {
    this.#sheet = sheet;
  }

  /**
   * Reads the start tag of an element.
   * @param above the open elements, outermost first
   */
  open(name: string, attributes: Readonly<Record<string, string>>, above: readonly OpenElement[]): OpenElement {
    const parent = above.at(-1);
    const known = parent?.known ?? this.#outermost;
    // An id is that of a single element.
    if (attributes['id'] !== undefined) return this.#read(name, attributes, above);
    let key = `${this.#sheet.version}${name}`;
    for (const attribute in attributes) key += ` ${attribute}=${attributes[attribute]}`;
    const found = known.get(key);
    if (found) return found;
    const element = this.#read(name, attributes, above);
    if (known.size < maxKnown) known.set(key, element);
    return element;
  }

  #read(name: string, attributes: Readonly<Record<string, string>>, above: readonly OpenElement[]): OpenElement {
    const parent = above.at(-1);
    const className = attributes['class'] ?? '';
    const classes = className === '' ? noClasses : className.split(/\s+/).filter(Boolean);
    const self: Selectable = { name, id: attributes['id'] ?? '', classes, attributes, size: sizeOf(classes, attributes) };
    const declared = this.#sheet.declarationsFor(self, above, attributes['style']);
    const variables = variablesIn(declared, parent?.variables ?? noDeclarations);
    const declarations =
      declared === noDeclarations ? declared : withVariables(declared, { ...this.#sheet.rootVariables, ...variables });
    const role = roleOf(self, attributes['role'] ?? '', declarations) ?? parent?.role ?? 'body';
    const isSkipped = skippedElements.has(name) || parent?.isSkipped === true;
    const isHidden = unshownElements.has(name) || isHiddenByStyle(declarations, attributes, name) || parent?.isHidden === true;
    const isBlock = blockElements.has(name) && !isSkipped && !isHidden;
    return {
      name,
      id: self.id,
      classes,
      attributes,
      size: self.size,
      declarations,
      before: this.#sheet.declarationsBefore(self, above),
      isSkipped,
      isHidden,
      isBlock,
      isStruck: struckElements.has(name) || isLineThrough(declarations) || parent?.isStruck === true,
      variables,
      ...inherited(declarations, parent, inkByAttributes(name, attributes)),
      isRaised: name === 'sup' || isRaisedByStyle(declarations, className) || parent?.isRaised === true,
      isLink: (name === 'a' && /^#/.test(attributes['href'] ?? '')) || parent?.isLink === true,
      role,
      blockRole: isBlock ? role : (parent?.blockRole ?? 'body'),
      known: new Map(),
    };
  }
}

/** `<font color>`, `<td bgcolor>` and `<body text>`, whose colours may lack the `#`. */
function inkByAttributes(name: string, attributes: Readonly<Record<string, string>>): Ink {
  const written = name === 'font' ? attributes['color'] : name === 'body' ? attributes['text'] : undefined;
  const [color, background] = [written, attributes['bgcolor']].map((value) =>
    value === undefined ? undefined : (colorOf(`#${value}`) ?? colorOf(value)),
  );
  return { ...(color !== undefined && { color }), ...(background !== undefined && { background }) };
}

/** Word marks references to notes by a class. */
function isRaisedByStyle(declarations: Declarations, className: string): boolean {
  return /^super\b/i.test(declarations['vertical-align'] ?? '') || /\bMso(?:Foot|End)noteReference\b/i.test(className);
}

/** The classes of notes: those of the EU Official Journal (`oj-note`), of Word and of LibreOffice among them. */
const noteClass =
  /(?:^|[\s_-])(?:oj-note|footnotes?|endnotes?)(?:$|[\s_-])|\bMso(?:Foot|End)noteText\b|(?:^|\s)sd(?:foot|end)note(?:$|\s)/i;
const referenceClass = /(?:^|[\s_-])(?:oj-note-tag|footnote-ref|footnote-back|sd(?:foot|end)note(?:anc|sym))(?:$|\s)/i;

/** What an element holds; undefined if it holds what its parent does. */
function roleOf({ name, id, classes }: Selectable, role: string, declarations: Declarations): BlockRole | undefined {
  if (name === 'nav') return 'contents';
  // The pronunciation of the characters below it.
  if (name === 'rt' || name === 'rp') return 'alt';
  if (name === 'caption' || name === 'figcaption') return 'caption';
  const element = declarations['mso-element'] ?? '';
  if (/^comment/i.test(element)) return 'alt';
  if (/^(?:foot|end)note\b/i.test(element) || /^sd(?:foot|end)note\d+$/.test(id)) return 'note';
  if (classes.length === 0 && role === '') return undefined;
  const className = classes.join(' ');
  if (/(?:^|[\s_-])(?:noprint|visually-hidden|sr-only|MsoComment\w+)(?:$|[\s_-])/i.test(className)) return 'alt';
  if (/(?:^|\s)MsoToc\d(?:$|\s)/i.test(className)) return 'contents';
  const isNote = noteClass.test(className) || /^doc-(?:foot|end)notes?$/.test(role);
  return isNote && !referenceClass.test(className) ? 'note' : undefined;
}
