import type { Declarations } from './css.ts';
import { listType, numberIn } from './numbers.ts';

interface Counter {
  readonly name: string;
  value: number;
  /** The depth of the element that made it: it lasts until that element's parent ends. */
  readonly depth: number;
}

/** Levels that are shown of a counter: a guard against hostile pages. */
const maxLevels = 20;
/** Parts of a number that are shown: likewise. */
const maxParts = 20;

/** The counters of a style sheet (`counter-reset`, `counter-increment`), by which pages number their provisions. */
export class Counters {
  /** In the order in which they were made. */
  readonly #open: Counter[] = [];
  /** Those of each name, outermost first. */
  readonly #named = new Map<string, Counter[]>();

  /**
   * Counts an element.
   * @param depth of the element, counted from the outermost
   */
  enter(declarations: Declarations, depth: number): void {
    for (const [name, value] of countersIn(declarations['counter-reset'], 0)) {
      const last = this.#named.get(name)?.at(-1);
      if (last?.depth === depth) last.value = value;
      else this.#make(name, value, depth);
    }
    for (const [name, step] of countersIn(declarations['counter-increment'], 1)) this.#innermost(name, depth).value += step;
    for (const [name, value] of countersIn(declarations['counter-set'], 0)) this.#innermost(name, depth).value = value;
  }

  /** Ends the counters that were made below an element. */
  leave(depth: number): void {
    for (let last = this.#open.at(-1); last && last.depth > depth; last = this.#open.at(-1)) {
      this.#open.pop();
      this.#named.get(last.name)?.pop();
    }
  }

  /** The values of a counter, outermost first; empty if there is none. */
  values(name: string): number[] {
    return (this.#named.get(name) ?? []).slice(-maxLevels).map(({ value }) => value);
  }

  #innermost(name: string, depth: number): Counter {
    return this.#named.get(name)?.at(-1) ?? this.#make(name, 0, depth);
  }

  #make(name: string, value: number, depth: number): Counter {
    const counter = { name, value, depth };
    this.#open.push(counter);
    const same = this.#named.get(name);
    if (same) same.push(counter);
    else this.#named.set(name, [counter]);
    return counter;
  }
}

/** `section 2 chapter` as pairs of names and numbers. */
function countersIn(value: string | undefined, standard: number): [string, number][] {
  if (value === undefined || value === '' || /^(?:none|inherit|initial|unset)\b/i.test(value)) return [];
  return [...value.matchAll(/([A-Za-z_][\w-]*)(?:\s+(-?\d{1,6}))?/g)].map(([, name = '', number]) => [
    name,
    number === undefined ? standard : Number(number),
  ]);
}

/** What `content` may refer to. */
export interface ContentSource {
  readonly counters: Counters;
  readonly attributes: Readonly<Record<string, string>>;
  /** The number of a list item, which counters without a value stand for. */
  readonly item: number | undefined;
}

/**
 * The words of `content` before an element: `"(" counter(item) ") "` as `(1)`.
 * @returns undefined if they have no number, as a bullet or an icon
 */
export function generatedNumber(content: Content | undefined, source: ContentSource): string | undefined {
  return content?.map((part) => part(source)).join('');
}

/** Reads `content` once, because thousands of elements may have it. */
export class ContentReader {
  readonly #known = new Map<string, Content | undefined>();

  /** @returns undefined if it has no number */
  read(content: string | undefined): Content | undefined {
    if (content === undefined) return undefined;
    if (!this.#known.has(content)) this.#known.set(content, partsOf(content));
    return this.#known.get(content);
  }
}

/** The words of `content`, part by part. */
type Content = readonly ((source: ContentSource) => string)[];

function partsOf(content: string): Content | undefined {
  if (!/counters?\(|attr\(/i.test(content)) return undefined;
  const parts = content.match(/"[^"]*"|'[^']*'|counters?\([^)]*\)|attr\([^)]*\)/gi) ?? [];
  return parts.slice(0, maxParts).map(partOf);
}

function partOf(part: string): Content[number] {
  if (/^["']/.test(part)) {
    const words = unescaped(part.slice(1, -1));
    return () => words;
  }
  const [, name = '', ...more] = part.match(/"[^"]*"|'[^']*'|[\w-]+/g) ?? [];
  if (/^attr\(/i.test(part)) return ({ attributes }) => attributes[name.toLowerCase()] ?? '';
  const type = listType(more.findLast((each) => !/^["']/.test(each))) ?? '1';
  const shown = ({ counters, item }: ContentSource): readonly number[] => {
    const values = counters.values(name);
    return name === 'list-item' || values.length === 0 ? [item ?? 0] : values;
  };
  if (!/^counters/i.test(part)) return (source) => numberIn(shown(source).at(-1) ?? 0, type);
  const separator = more.find((each) => /^["']/.test(each))?.slice(1, -1) ?? '.';
  return (source) =>
    shown(source)
      .map((value) => numberIn(value, type))
      .join(separator);
}

/** `\00a7` as `§`. */
function unescaped(text: string): string {
  return text.replace(/\\([0-9a-f]{1,6})\s?|\\(.)/gi, (_, code?: string, sign?: string) => {
    const point = Number.parseInt(code ?? '0', 16);
    return sign ?? (point > 0 && point < 0x110000 && !(point >= 0xe000 && point <= 0xf8ff) ? String.fromCodePoint(point) : '');
  });
}
