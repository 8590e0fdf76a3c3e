import type { Element } from '../xml.ts';

/** The properties of words that are struck or hidden, or raised. */
export interface TextStyle {
  readonly struck?: boolean;
  readonly hidden?: boolean;
  readonly raised?: boolean;
}

/** A chain of styles longer than this is circular. */
const maxInheritance = 20;

/** The text and paragraph styles of an OpenDocument file. */
export class TextStyles {
  readonly #elements = new Map<string, Element>();
  readonly #resolved = new Map<string, TextStyle>();

  /** @param roots the elements that contain styles; later ones win */
  constructor(roots: readonly Element[]) {
    for (const root of roots) this.#collect(root);
  }

  #collect(element: Element): void {
    for (const child of element.children) {
      const { 'style:name': name, 'style:family': family } = child.attributes;
      if (child.name === 'style:style' && name !== undefined) this.#elements.set(`${family}:${name}`, child);
      else if (/^office:(?:styles|automatic-styles|document.*)$/.test(child.name)) this.#collect(child);
    }
  }

  of(family: 'text' | 'paragraph', name: string | undefined, depth = 0): TextStyle {
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
    if (name !== 'style:text-properties') continue;
    const line = attributes['style:text-line-through-style'] ?? attributes['style:text-line-through-type'];
    const position = attributes['style:text-position'];
    const display = attributes['text:display'];
    if (line !== undefined) found.struck = line !== 'none';
    if (display !== undefined) found.hidden = display === 'none';
    if (position !== undefined) found.raised = /^(?:super|[1-9])/.test(position);
  }
  return found;
}
