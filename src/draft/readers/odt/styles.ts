import { colorOf, type Ink, isPale, picture } from '../ink.ts';
import type { Element } from '../xml.ts';

/** The properties of words that are struck or hidden, or raised. */
export interface TextStyle extends Ink {
  readonly struck?: boolean;
  readonly hidden?: boolean;
  readonly raised?: boolean;
  /** Too small to be read. */
  readonly tiny?: boolean;
}

/** Points. */
const tinySize = 1;

/** A chain of styles longer than this is circular. */
const maxInheritance = 20;

/** The text and paragraph styles of an OpenDocument file. */
export class TextStyles {
  readonly #elements = new Map<string, Element>();
  /** `picture` if a page has a colour or a picture; undefined if all pages are blank. */
  page: typeof picture | undefined;
  readonly #resolved = new Map<string, TextStyle>();

  /** @param roots the elements that contain styles; later ones win */
  constructor(roots: readonly Element[]) {
    for (const root of roots) this.#collect(root);
  }

  #collect(element: Element): void {
    for (const child of element.children) {
      const { 'style:name': name, 'style:family': family } = child.attributes;
      if (child.name === 'style:style' && name !== undefined) this.#elements.set(`${family}:${name}`, child);
      else if (child.name === 'style:page-layout') this.#readPage(child);
      else if (/^office:(?:styles|automatic-styles|document.*)$/.test(child.name)) this.#collect(child);
    }
  }

  #readPage(layout: Element): void {
    for (const { name, attributes, children } of layout.children) {
      if (name !== 'style:page-layout-properties') continue;
      const color = backgroundOf(attributes);
      const hasColor = color !== undefined && !isPale({ color });
      if (hasColor || children.some((child) => child.name === 'style:background-image' && child.attributes['xlink:href']))
        this.page = picture;
    }
  }

  of(family: 'text' | 'paragraph' | 'table-cell' | 'graphic', name: string | undefined, depth = 0): TextStyle {
    const key = `${family}:${name}`;
    const known = this.#resolved.get(key);
    const element = this.#elements.get(key);
    if (known || !element || depth > maxInheritance) return known ?? {};
    const parent = element.attributes['style:parent-style-name'];
    const style = { ...(parent !== undefined && this.of(family, parent, depth + 1)), ...ownStyle(element) };
    this.#resolved.set(key, style);
    return style;
  }
}

function ownStyle(element: Element): TextStyle {
  const found: { -readonly [key in keyof TextStyle]: TextStyle[key] } = {};
  for (const { name, attributes } of element.children) {
    if (/^style:(?:paragraph|table-cell|graphic)-properties$/.test(name))
      found.background = backgroundOf(attributes) ?? found.background;
    if (name !== 'style:text-properties') continue;
    const { 'fo:color': color, 'fo:font-size': size = '' } = attributes;
    if (color !== undefined) found.color = colorOf(color);
    if (attributes['style:use-window-font-color'] === 'true') found.color = undefined;
    const background = backgroundOf(attributes);
    if (background !== undefined) found.background = background;
    if (size !== '' && !size.endsWith('%')) found.tiny = Number.parseFloat(size) <= tinySize;
    const line = attributes['style:text-line-through-style'] ?? attributes['style:text-line-through-type'];
    const position = attributes['style:text-position'];
    const display = attributes['text:display'];
    if (line !== undefined) found.struck = line !== 'none';
    if (display !== undefined) found.hidden = display === 'none';
    if (position !== undefined) found.raised = /^(?:super|[1-9])/.test(position);
  }
  return found;
}

/** The colour behind words or behind a paragraph, a cell or a frame. */
function backgroundOf(attributes: Element['attributes']): string | undefined {
  const fill = attributes['draw:fill'];
  if (fill !== undefined && fill !== 'solid' && fill !== 'none') return picture;
  const value = fill === 'solid' ? attributes['draw:fill-color'] : attributes['fo:background-color'];
  return value === undefined ? undefined : colorOf(value);
}
