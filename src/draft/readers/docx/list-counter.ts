import { formatted } from './number-formats.ts';

/** How a level of a list is numbered. */
export interface Level {
  readonly start: number;
  /** One of Word's formats: `decimal`, `upperRoman`. */
  readonly format: string;
  /** The beginning of the sequence, for the format `custom`. */
  readonly custom?: string;
  /** A template such as `%1.%2`, with the number of each level. */
  readonly text: string;
  /** Whether the numbers of all levels are shown in Arabic figures. */
  readonly isLegal?: boolean;
  /** What stands between the number and the text: `tab`, `space` or `nothing`. */
  readonly suffix?: string;
  /** The level, counted from 1, that makes this one begin again; 0 for none; any outer one if it is absent. */
  readonly restart?: number;
  /** The paragraph style that is numbered by this level. */
  readonly style?: string;
}

/** Counts the paragraphs of lists that share their numbers. */
export class ListCounter {
  readonly #counts: (number | undefined)[] = [];

  /**
   * Counts a paragraph.
   * @param depth 0 for the outermost level
   * @param start the number to begin with, if the list begins anew
   * @returns the number as Word shows it; empty for bullets and levels without a number
   */
  next(levels: ReadonlyMap<number, Level>, depth: number, start?: number): string {
    const counts = this.#counts;
    const level = levels.get(depth);
    if (!level) return '';
    // An outer level without a paragraph is counted as if it had one.
    for (let outer = 0; outer < depth; outer++) counts[outer] ??= levels.get(outer)?.start ?? 1;
    const count = counts[depth];
    counts[depth] = start ?? (count === undefined ? level.start : count + 1);
    for (let inner = depth + 1; inner < counts.length; inner++)
      if (depth < restartsBelow(levels.get(inner), inner)) counts[inner] = undefined;
    if (level.format === 'bullet') return '';
    const shown = level.text.replace(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const { format = 'decimal', custom } = levels.get(index) ?? {};
      return format === 'none' ? '' : formatted(counts[index] ?? 1, level.isLegal ? 'decimal' : format, custom);
    });
    // Without a number only words are left, such as "Note", or the signs around it.
    return level.format === 'none' && !/[\p{L}\p{N}]/u.test(shown) ? '' : shown;
  }
}

/** The depth above which a paragraph makes this level begin again. */
function restartsBelow(level: Level | undefined, depth: number): number {
  return Math.min(level?.restart ?? depth, depth);
}
