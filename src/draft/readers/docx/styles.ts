import type { Element } from '../xml.ts';

export interface ParagraphStyle {
  readonly heading: boolean;
  /** The list that numbers the paragraphs of this style. */
  readonly numId?: string;
  readonly level?: number;
}

export interface Styles {
  /** The style with this id; the default style for an unknown one. */
  readonly of: (id: string | undefined) => ParagraphStyle;
}

/** A chain of styles longer than this is circular. */
const maxInheritance = 20;

/** The paragraph styles of a Word file, each with the properties that it inherits from the style it is based on. */
export function readStyles(root: Element): Styles {
  const elements = new Map<string, Element>();
  for (const style of childrenNamed(firstNamed(root, 'w:styles') ?? root, 'w:style')) {
    const id = style.attributes['w:styleId'];
    if (id) elements.set(id, style);
  }
  const resolved = new Map<string, ParagraphStyle>();
  const resolve = (id: string, depth: number): ParagraphStyle => {
    const known = resolved.get(id);
    if (known) return known;
    const element = elements.get(id);
    if (!element || depth > maxInheritance) return { heading: false };
    const basedOn = firstNamed(element, 'w:basedOn')?.attributes['w:val'];
    const parent = basedOn === undefined ? { heading: false } : resolve(basedOn, depth + 1);
    const properties = firstNamed(element, 'w:pPr');
    const numbering = properties && firstNamed(properties, 'w:numPr');
    const numId = numbering && firstNamed(numbering, 'w:numId')?.attributes['w:val'];
    const level = numbering && firstNamed(numbering, 'w:ilvl')?.attributes['w:val'];
    const name = firstNamed(element, 'w:name')?.attributes['w:val'] ?? '';
    const outline = properties && firstNamed(properties, 'w:outlineLvl');
    const style: ParagraphStyle = {
      ...parent,
      heading: parent.heading || outline !== undefined || /^(?:heading \d|title)$/i.test(name),
      ...(numId !== undefined && { numId }),
      ...(level !== undefined && { level: Number(level) }),
    };
    resolved.set(id, style);
    return style;
  };
  return { of: (id) => (id === undefined ? { heading: false } : resolve(id, 0)) };
}

export function firstNamed(element: Element, name: string): Element | undefined {
  return element.children.find((child) => child.name === name);
}

export function childrenNamed(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name);
}
