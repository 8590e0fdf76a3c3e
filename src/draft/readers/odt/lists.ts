import { numberIn } from '../html/numbers.ts';
import type { Element } from '../xml.ts';

interface Level {
  /** `1`, `a`, `A`, `i` or `I`; empty for a level without a number. */
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  /** A template such as `Article %2%`, with the number of each level; if it is there, it wins over the other properties. */
  readonly template: string | undefined;
  readonly start: number;
  /** How many levels are shown. */
  readonly shown: number;
}

type ListStyle = readonly (Level | undefined)[];

/** The numbers of list items and headings in an OpenDocument file. */
export class Lists {
  readonly #styles = new Map<string, ListStyle>();
  /** The last number on each level, by the key of the list. */
  readonly #counters = new Map<string, number[]>();

  /** @param roots the elements that contain list styles */
  constructor(roots: readonly Element[]) {
    for (const root of roots) this.#collect(root);
  }

  #collect(element: Element): void {
    for (const child of element.children) {
      if (child.name === 'text:list-style') this.#styles.set(child.attributes['style:name'] ?? '', levelsOf(child));
      else if (child.name === 'text:outline-style') this.#styles.set(outlineKey, levelsOf(child));
      else if (/^office:(?:styles|automatic-styles|document.*)$/.test(child.name)) this.#collect(child);
    }
  }

  /** Begins a list that does not continue the numbers of an earlier one with this style. */
  restart(style: string): void {
    this.#counters.delete(style);
  }

  /**
   * Counts an item.
   * @param depth 0 for the outermost level
   * @param start the number that the item itself asks for
   * @returns the number as printed; empty if its level has none
   */
  next(style: string, depth: number, start: number | undefined): string {
    const levels = this.#styles.get(style) ?? [];
    const level = levels[depth];
    const counters = this.#counters.get(style) ?? [];
    this.#counters.set(style, counters);
    counters[depth] = start ?? (counters[depth] ?? (level?.start ?? 1) - 1) + 1;
    counters.length = depth + 1;
    if (!level) return '';
    if (level.template !== undefined)
      return level.template.replace(/%(\d{1,2})%/g, (_, digits: string) => {
        const each = Number(digits) - 1;
        const format = levels[each]?.format;
        return format === '' ? '' : numberIn(counters[each] ?? levels[each]?.start ?? 1, format ?? '1');
      });
    if (level.format === '') return '';
    const numbers: string[] = [];
    for (let each = Math.max(0, depth - level.shown + 1); each <= depth; each++)
      numbers.push(numberIn(counters[each] ?? levels[each]?.start ?? 1, levels[each]?.format || '1'));
    return level.prefix + numbers.join('.') + level.suffix;
  }

  /**
   * Counts a heading, which is numbered if the document numbers its outline.
   * @returns its number; empty if it has none, or is of a level that no outline has
   */
  nextHeading(depth: number): string {
    return this.#styles.has(outlineKey) && isLevel(depth) ? this.next(outlineKey, depth, undefined) : '';
  }
}

const outlineKey = '\0outline';
/** Far more levels than a list or an outline has. */
const maxLevels = 20;

function isLevel(depth: number): boolean {
  return Number.isInteger(depth) && depth >= 0 && depth < maxLevels;
}

function levelsOf(style: Element): ListStyle {
  const levels: (Level | undefined)[] = [];
  for (const { name, attributes } of style.children) {
    const depth = Number(attributes['text:level'] ?? 1) - 1;
    if (!/^text:(?:list-level-style-number|outline-level-style)$/.test(name) || !isLevel(depth)) continue;
    levels[depth] = {
      format: attributes['style:num-format'] ?? '',
      prefix: attributes['style:num-prefix'] ?? '',
      suffix: attributes['style:num-suffix'] ?? '',
      template: attributes['loext:num-list-format'] ?? attributes['style:num-list-format'],
      start: Number(attributes['text:start-value'] ?? 1),
      shown: Number(attributes['text:display-levels'] ?? 1),
    };
  }
  return levels;
}
