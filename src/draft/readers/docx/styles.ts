import type { Element } from '../xml.ts';

/** The properties of words that are struck or hidden. Each may be switched on or off, or left to the style. */
export interface RunStyle {
  readonly strike?: boolean;
  readonly dstrike?: boolean;
  readonly vanish?: boolean;
}

export interface ParagraphStyle {
  readonly heading: boolean;
  /** The list that numbers the paragraphs of this style. */
  readonly numId?: string;
  readonly level?: number;
  readonly run: RunStyle;
  /** What Word uses the style for, if it is not for the text itself. */
  readonly role?: 'contents' | 'caption';
}

export interface Styles {
  /** The style with this id; the default style for an unknown one. */
  readonly of: (id: string | undefined) => ParagraphStyle;
}

/** A chain of styles longer than this is circular. */
const maxInheritance = 20;
const plain: ParagraphStyle = { heading: false, run: {} };

/** The styles of a Word file, each with the properties that it inherits from the style it is based on. */
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
    if (!element || depth > maxInheritance) return plain;
    const basedOn = valueIn(element, 'w:basedOn');
    const style = styleOf(element, basedOn === undefined ? plain : resolve(basedOn, depth + 1));
    resolved.set(id, style);
    return style;
  };
  return { of: (id) => (id === undefined ? plain : resolve(id, 0)) };
}

function styleOf(element: Element, parent: ParagraphStyle): ParagraphStyle {
  const properties = firstNamed(element, 'w:pPr');
  const numbering = properties && firstNamed(properties, 'w:numPr');
  const numId = numbering && valueIn(numbering, 'w:numId');
  const level = numbering && valueIn(numbering, 'w:ilvl');
  const name = valueIn(element, 'w:name') ?? '';
  const outline = properties && firstNamed(properties, 'w:outlineLvl');
  const role = /^toc \d$/i.test(name) ? 'contents' : /^caption$/i.test(name) ? 'caption' : undefined;
  return {
    ...parent,
    heading: parent.heading || outline !== undefined || /^(?:heading \d|title)$/i.test(name),
    run: { ...parent.run, ...runStyle(firstNamed(element, 'w:rPr')) },
    ...(numId !== undefined && { numId }),
    ...(level !== undefined && { level: Number(level) }),
    ...(role && { role }),
  };
}

/** The properties that a `w:rPr` itself sets. */
export function runStyle(properties: Element | undefined): RunStyle {
  const found: { -readonly [key in keyof RunStyle]: RunStyle[key] } = {};
  for (const { name, attributes } of properties?.children ?? []) {
    const isOn = !/^(?:false|0|off|none)$/.test(attributes['w:val'] ?? '');
    if (name === 'w:strike') found.strike = isOn;
    else if (name === 'w:dstrike') found.dstrike = isOn;
    else if (name === 'w:vanish') found.vanish = isOn;
  }
  return found;
}

export function firstNamed(element: Element, name: string): Element | undefined {
  return element.children.find((child) => child.name === name);
}

export function childrenNamed(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name);
}

/** The `w:val` of a child element. */
export function valueIn(element: Element, name: string): string | undefined {
  return firstNamed(element, name)?.attributes['w:val'];
}
