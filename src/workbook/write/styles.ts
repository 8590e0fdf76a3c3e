import type { Rule, Style } from '../sheets.ts';
import { attributes, escapeText } from './escape.ts';

/** Collects the styles of a workbook, each once. */
export class StyleBook {
  readonly #fonts = new Numbered([fontXml({})]);
  // Excel itself uses the first two fills.
  readonly #fills = new Numbered([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]);
  readonly #borders = new Numbered(['<border><left/><right/><top/><bottom/><diagonal/></border>']);
  readonly #formats = new Numbered([]);
  readonly #cells = new Numbered(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);
  readonly #rules = new Numbered([]);
  readonly #known = new Map<Style, number>();

  /** The number of a style, for a cell. */
  cell(style: Style | undefined): number {
    if (!style) return 0;
    const known = this.#known.get(style);
    if (known !== undefined) return known;
    const number = this.#cells.of(this.#cellXml(style));
    this.#known.set(style, number);
    return number;
  }

  /** The number of the style of a rule. */
  rule({ bold, colour, fill }: Extract<Rule, { formula: string }>['style']): number {
    const font = `<font>${bold ? '<b/>' : ''}${colour === undefined ? '' : `<color rgb="FF${colour}"/>`}</font>`;
    const background = fill === undefined ? '' : `<fill><patternFill><bgColor rgb="FF${fill}"/></patternFill></fill>`;
    return this.#rules.of(`<dxf>${font}${background}</dxf>`);
  }

  /** The part with all styles. */
  xml(): string {
    const formats = this.#formats.all.map(
      (code, index) => `<numFmt numFmtId="${firstFormat + index}" formatCode="${escapeText(code)}"/>`,
    );
    return [
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats.length === 0 ? '' : list('numFmts', formats),
      list('fonts', this.#fonts.all),
      list('fills', this.#fills.all),
      list('borders', this.#borders.all),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      list('cellXfs', this.#cells.all),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      list('dxfs', this.#rules.all),
      '</styleSheet>',
    ].join('');
  }

  #cellXml(style: Style): string {
    const { align, middle, wrap, format, open, border, fill } = style;
    const alignment = attributes({ horizontal: align, vertical: middle ? 'center' : 'top', wrapText: wrap && 1 });
    const ids = attributes({
      numFmtId: this.#format(format),
      fontId: this.#fonts.of(fontXml(style)),
      fillId: fill === undefined ? 0 : this.#fills.of(fillXml(fill)),
      borderId: border ? this.#borders.of(borderXml) : 0,
      xfId: 0,
    });
    const applied = ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"';
    return `<xf${ids}${applied}><alignment${alignment}/><protection locked="${open ? 0 : 1}"/></xf>`;
  }

  #format(format: string | undefined): number {
    if (format === undefined) return 0;
    // The only one that must have its own number: a cell of text.
    return format === '@' ? 49 : firstFormat + this.#formats.of(format);
  }
}

/** Numbers below are those of Excel's own formats. */
const firstFormat = 164;

function fontXml({ bold, italic, size = 10, colour }: Style): string {
  const looks = `${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}`;
  const paint = colour === undefined ? '' : `<color rgb="FF${colour}"/>`;
  return `<font>${looks}<sz val="${size}"/>${paint}<name val="Calibri"/><family val="2"/></font>`;
}

function fillXml(fill: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`;
}

const line = '<color rgb="FFBFBFBF"/>';
const borderXml = `<border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin">${line}</${side}>`).join('')}<diagonal/></border>`;

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

/** Texts with their numbers, each once. */
class Numbered {
  readonly #numbers: Map<string, number>;

  constructor(first: readonly string[]) {
    this.#numbers = new Map(first.map((text, index) => [text, index]));
  }

  get all(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  of(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }
}
