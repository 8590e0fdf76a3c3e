import { colorOf, type Ink, picture } from '../ink.ts';
import type { Element } from '../xml.ts';

/** The properties by which words are struck, hidden or hard to see. Each may be switched on or off, or left to the style. */
export interface RunStyle extends Ink {
  readonly strike?: boolean;
  readonly dstrike?: boolean;
  readonly vanish?: boolean;
  /** Whether the words are too small to be read. */
  readonly tiny?: boolean;
}

export interface ParagraphStyle {
  readonly id?: string;
  readonly heading: boolean;
  /** 0 for the style "heading 1"; absent for a style that is no heading. */
  readonly outline?: number;
  /** The list that numbers the paragraphs of this style. */
  readonly numId?: string;
  readonly level?: number;
  readonly run: RunStyle;
  /** What Word uses the style for, if it is not for the text itself. */
  readonly role?: 'contents' | 'caption';
}

export interface Styles {
  /** The paragraph style with this id; the default style for an unknown one. */
  readonly of: (id: string | undefined) => ParagraphStyle;
  /** The properties of the character style with this id. */
  readonly characters: (id: string) => RunStyle;
  /** The properties that the style of a table gives to the words of one of its rows. */
  readonly tableRun: (table: Element, row: { readonly isFirst: boolean; readonly isLast: boolean }) => RunStyle;
}

/** A chain of styles longer than this is circular. */
const maxInheritance = 20;
const plain: ParagraphStyle = { heading: false, run: {} };

/** The styles of a Word file, each with the properties that it inherits from the style it is based on. */
export function readStyles(root: Element): Styles {
  const all = firstNamed(root, 'w:styles') ?? root;
  const elements = new Map<string, Element>();
  let defaultId: string | undefined;
  for (const style of childrenNamed(all, 'w:style')) {
    const { 'w:styleId': id, 'w:default': isDefault = '0', 'w:type': type = 'paragraph' } = style.attributes;
    if (id) elements.set(id, style);
    if (type === 'paragraph' && !isOff(isDefault)) defaultId = id;
  }
  const resolved = new Map<string, ParagraphStyle>();
  const resolve = (id: string, depth: number): ParagraphStyle => {
    const known = resolved.get(id);
    if (known) return known;
    const element = elements.get(id);
    if (!element || depth > maxInheritance) return plain;
    const basedOn = valueIn(element, 'w:basedOn');
    const style = { ...styleOf(element, basedOn === undefined ? plain : resolve(basedOn, depth + 1)), id };
    resolved.set(id, style);
    return style;
  };
  const defaults = firstNamed(firstNamed(firstNamed(all, 'w:docDefaults') ?? all, 'w:rPrDefault') ?? all, 'w:rPr');
  const base = runStyle(defaults);
  const withDefaults = (style: ParagraphStyle): ParagraphStyle => ({ ...style, run: { ...base, ...style.run } });
  const standard = withDefaults(defaultId === undefined ? plain : resolve(defaultId, 0));
  const paragraphs = new Map<string, ParagraphStyle>();
  return {
    of: (id) => {
      if (id === undefined || !elements.has(id)) return standard;
      const style = paragraphs.get(id) ?? withDefaults(resolve(id, 0));
      paragraphs.set(id, style);
      return style;
    },
    characters: (id) => resolve(id, 0).run,
    tableRun: (table, row) => {
      const properties = firstNamed(table, 'w:tblPr');
      const id = properties && valueIn(properties, 'w:tblStyle');
      if (id === undefined) return {};
      const look = firstNamed(properties as Element, 'w:tblLook')?.attributes ?? {};
      return { ...resolve(id, 0).run, ...rowRun(elements.get(id), row, look) };
    },
  };
}

function styleOf(element: Element, parent: ParagraphStyle): ParagraphStyle {
  const properties = firstNamed(element, 'w:pPr');
  const numbering = properties && firstNamed(properties, 'w:numPr');
  const numId = numbering && valueIn(numbering, 'w:numId');
  const level = numbering && valueIn(numbering, 'w:ilvl');
  const name = valueIn(element, 'w:name') ?? '';
  const outline = (properties && valueIn(properties, 'w:outlineLvl')) ?? outlineOfName(name);
  const role = /^toc \d$/i.test(name) ? 'contents' : /^caption$/i.test(name) ? 'caption' : undefined;
  return {
    ...parent,
    heading: outline === undefined ? parent.heading || /^title$/i.test(name) : isOutlined(outline),
    ...(outline !== undefined && { outline: Number(outline) }),
    run: { ...parent.run, ...backgroundOf(properties), ...runStyle(firstNamed(element, 'w:rPr')) },
    ...(numId !== undefined && { numId }),
    ...(level !== undefined && { level: Number(level) }),
    ...(role && { role }),
  };
}

/** What a table style says of its first and its last row alone, where the table asks for it. */
function rowRun(
  style: Element | undefined,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
  look: Element['attributes'],
): RunStyle {
  const bits = Number.parseInt(look['w:val'] ?? '0', 16);
  const isAsked = (name: string, bit: number): boolean =>
    look[name] === undefined ? (bits & bit) !== 0 : !isOff(look[name] ?? '');
  const types = [
    ...(isFirst && isAsked('w:firstRow', 0x20) ? ['firstRow'] : []),
    ...(isLast && isAsked('w:lastRow', 0x40) ? ['lastRow'] : []),
  ];
  const parts = style ? childrenNamed(style, 'w:tblStylePr') : [];
  return Object.assign(
    {},
    ...parts
      .filter(({ attributes }) => types.includes(attributes['w:type'] ?? ''))
      .map((part) => runStyle(firstNamed(part, 'w:rPr'))),
  );
}

/** The outline level of Word's own heading styles: 0 for `heading 1`. */
function outlineOfName(name: string): string | undefined {
  const number = /^heading ([1-9])$/i.exec(name)?.[1];
  return number === undefined ? undefined : String(Number(number) - 1);
}

/** Whether an outline level is one of a heading: 9 is the level of body text. */
export function isOutlined(level: string | undefined): boolean {
  return level !== undefined && Number(level) < 9;
}

/**
 * The properties of words with a paragraph style and a character style. Some are toggles: a character style that strikes words
 * shows them plain where the paragraph style strikes them too.
 */
export function combined(paragraph: RunStyle, character: RunStyle): RunStyle {
  const toggled = (key: 'strike' | 'vanish'): boolean => (paragraph[key] === true) !== (character[key] === true);
  return { ...paragraph, ...character, strike: toggled('strike'), vanish: toggled('vanish') };
}

function isOff(value: string): boolean {
  return /^(?:false|0|off|none)$/.test(value);
}

/** The properties that a `w:rPr` itself sets. */
export function runStyle(properties: Element | undefined): RunStyle {
  const found: { -readonly [key in keyof RunStyle]: RunStyle[key] } = {};
  for (const { name, attributes } of properties?.children ?? []) {
    const isOn = !isOff(attributes['w:val'] ?? '');
    if (name === 'w:strike') found.strike = isOn;
    else if (name === 'w:dstrike') found.dstrike = isOn;
    else if (name === 'w:vanish') found.vanish = isOn;
    else if (name === 'w:color') found.color = inkOf(attributes);
    else if (name === 'w:sz') found.tiny = Number(attributes['w:val'] ?? 20) <= tinySize;
    else if (name === 'w:highlight' && isOn) found.background = highlightOf(attributes['w:val'] ?? '');
  }
  // A highlight is above the shading.
  return { ...backgroundOf(properties), ...found };
}

/** Half points. */
const tinySize = 2;

/** The colour of words; white for one of a theme's backgrounds; undefined for the automatic one, which is always seen. */
function inkOf({ 'w:val': value = '', 'w:themeColor': theme = '' }: Element['attributes']): string | undefined {
  return colorOf(`#${value}`) ?? (/^(?:background1|light1)$/.test(theme) ? colorOf('white') : undefined);
}

/** `darkBlue`, `lightGray`: the eight dark ones are half as bright as those of style sheets. */
function highlightOf(name: string): string {
  const dark: Readonly<Record<string, string>> = {
    darkBlue: 'navy',
    darkCyan: '#008080',
    darkGreen: 'green',
    darkMagenta: '#800080',
    darkRed: 'maroon',
    darkYellow: '#808000',
    darkGray: 'gray',
    lightGray: 'silver',
    green: 'lime',
  };
  return colorOf(dark[name] ?? name) ?? picture;
}

function backgroundOf(properties: Element | undefined): Pick<RunStyle, 'background'> {
  const background = shadingOf(properties);
  return background === undefined ? {} : { background };
}

/** The colour that the properties of a run or a paragraph put behind its words; undefined if they put none. */
export function shadingOf(properties: Element | undefined): string | undefined {
  const { 'w:fill': fill = 'auto', 'w:val': pattern = 'clear' } =
    (properties && firstNamed(properties, 'w:shd')?.attributes) ?? {};
  if (!/^(?:clear|nil)$/.test(pattern)) return picture;
  return fill === 'auto' ? undefined : (colorOf(`#${fill}`) ?? picture);
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
