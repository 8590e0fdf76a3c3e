import { toRoman } from '../html/numbers.ts';
import type { Element } from '../xml.ts';
import { childrenNamed, firstNamed, type ParagraphStyle } from './styles.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** A template such as `%1.%2`, with the number of each level. */
  readonly text: string;
}

interface List {
  /** Lists with the same key share their counters. */
  readonly key: string;
  readonly levels: ReadonlyMap<number, Level>;
}

/**
 * Word stores automatic numbers as list definitions, not as text.
 * @returns a function to be called once for each paragraph in document order, which counts and returns the number that Word
 *   shows; empty if there is none
 */
export function numberingOf(root: Element): (properties: Element | undefined, style: ParagraphStyle) => string {
  const lists = readLists(root);
  const counters = new Map<string, (number | undefined)[]>();
  return (properties, style) => {
    const own = properties && firstNamed(properties, 'w:numPr');
    const numId = (own && firstNamed(own, 'w:numId')?.attributes['w:val']) ?? style.numId;
    if (numId === undefined || numId === '0') return '';
    const list = lists.get(numId);
    const depth = Number((own && firstNamed(own, 'w:ilvl')?.attributes['w:val']) ?? style.level ?? 0);
    const level = list?.levels.get(depth);
    if (!list || !level) return '';
    const counter = counters.get(list.key) ?? [];
    counters.set(list.key, counter);
    counter[depth] = (counter[depth] ?? level.start - 1) + 1;
    counter.length = depth + 1;
    if (level.format === 'bullet' || level.format === 'none') return '';
    return level.text.replace(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const shown = list.levels.get(index);
      return shownNumber(counter[index] ?? shown?.start ?? 1, shown?.format ?? 'decimal');
    });
  };
}

function readLists(root: Element): Map<string, List> {
  const numbering = firstNamed(root, 'w:numbering') ?? root;
  const abstract = new Map<string, Map<number, Level>>();
  for (const element of childrenNamed(numbering, 'w:abstractNum')) {
    abstract.set(element.attributes['w:abstractNumId'] ?? '', readLevels(element));
  }
  const lists = new Map<string, List>();
  for (const element of childrenNamed(numbering, 'w:num')) {
    const id = element.attributes['w:numId'] ?? '';
    const abstractId = firstNamed(element, 'w:abstractNumId')?.attributes['w:val'] ?? '';
    const overrides = childrenNamed(element, 'w:lvlOverride');
    const levels = new Map(abstract.get(abstractId));
    for (const override of overrides) {
      const depth = Number(override.attributes['w:ilvl']);
      const start = firstNamed(override, 'w:startOverride')?.attributes['w:val'];
      const level = levels.get(depth);
      if (level && start !== undefined) levels.set(depth, { ...level, start: Number(start) });
    }
    // Lists with the same definition continue each other's numbers, unless one of them overrides its start.
    lists.set(id, { key: overrides.length > 0 ? `num ${id}` : `abstract ${abstractId}`, levels });
  }
  return lists;
}

function readLevels(element: Element): Map<number, Level> {
  return new Map(
    childrenNamed(element, 'w:lvl').map((level) => [
      Number(level.attributes['w:ilvl']),
      {
        start: Number(firstNamed(level, 'w:start')?.attributes['w:val'] ?? 1),
        format: firstNamed(level, 'w:numFmt')?.attributes['w:val'] ?? 'decimal',
        text: firstNamed(level, 'w:lvlText')?.attributes['w:val'] ?? '',
      },
    ]),
  );
}

function shownNumber(value: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
    case 'upperLetter': {
      const letters = String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
      return format === 'lowerLetter' ? letters : letters.toUpperCase();
    }
    case 'lowerRoman':
      return toRoman(value);
    case 'upperRoman':
      return toRoman(value).toUpperCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    default:
      return String(value);
  }
}
