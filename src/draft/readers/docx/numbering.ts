import type { Element } from '../xml.ts';
import { type Level, ListCounter } from './list-counter.ts';
import { childrenNamed, firstNamed, type ParagraphStyle, type Styles, valueIn } from './styles.ts';

/** Word's lists have nine levels. Others, which a damaged or hostile file may have, number nothing. */
const lastLevel = 8;

/** A list definition. Lists with the same definition continue each other's numbers. */
interface Definition {
  readonly levels: ReadonlyMap<number, Level>;
  readonly counter: ListCounter;
  readonly name: string;
  /** The numbering style that has the levels instead. */
  readonly linkedStyle: string | undefined;
}

interface List {
  readonly definition: Definition;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels whose first paragraph in this list begins with the given number. */
  readonly starts: Map<number, number>;
}

/** The list and the level that number a paragraph. */
export interface ListPosition {
  readonly list: List;
  readonly depth: number;
}

/** A number as Word shows it, and what stands after it: `tab`, `space` or `nothing`. */
export interface ListNumber {
  readonly text: string;
  readonly suffix: string;
}

/** The automatic numbers of a Word file, which has list definitions instead of numbers. */
export class Numbering {
  readonly #definitions = new Map<string, Definition>();
  readonly #lists = new Map<string, List>();
  /** The first list of each name, in lower case. */
  readonly #named = new Map<string, List>();

  constructor(root: Element, styles: Styles) {
    const numbering = firstNamed(root, 'w:numbering') ?? root;
    for (const element of childrenNamed(numbering, 'w:abstractNum'))
      this.#definitions.set(element.attributes['w:abstractNumId'] ?? '', {
        levels: readLevels(element),
        counter: new ListCounter(),
        name: valueIn(element, 'w:name') ?? '',
        linkedStyle: valueIn(element, 'w:numStyleLink'),
      });
    const lists = childrenNamed(numbering, 'w:num');
    const definitionOf = new Map(
      lists.map((element) => [element.attributes['w:numId'] ?? '', valueIn(element, 'w:abstractNumId') ?? '']),
    );
    for (const element of lists) {
      const definition = this.#definitions.get(valueIn(element, 'w:abstractNumId') ?? '');
      if (!definition) continue;
      const linked = definition.linkedStyle && styles.of(definition.linkedStyle).numId;
      const base = (linked && this.#definitions.get(definitionOf.get(linked) ?? '')?.levels) || definition.levels;
      const list = { definition, ...withOverrides(base, element) };
      this.#lists.set(element.attributes['w:numId'] ?? '', list);
      const name = definition.name.toLowerCase();
      if (!this.#named.has(name)) this.#named.set(name, list);
    }
  }

  /** The list that numbers a paragraph; undefined if it has no number. */
  positionOf(properties: Element | undefined, style: ParagraphStyle): ListPosition | undefined {
    const own = properties && firstNamed(properties, 'w:numPr');
    const numId = (own && valueIn(own, 'w:numId')) ?? style.numId;
    const list = numId === undefined || numId === '0' ? undefined : this.#lists.get(numId);
    if (!list) return undefined;
    const level = own && valueIn(own, 'w:ilvl');
    const depth = level === undefined ? (style.level ?? levelOfStyle(list, style.id)) : Number(level);
    return list.levels.has(depth) ? { list, depth } : undefined;
  }

  /** Counts a paragraph, which must come in document order. Returns the number that Word shows; empty if it shows none. */
  next({ list, depth }: ListPosition): ListNumber {
    const start = list.starts.get(depth);
    list.starts.delete(depth);
    const text = list.definition.counter.next(list.levels, depth, start);
    return { text, suffix: list.levels.get(depth)?.suffix ?? 'tab' };
  }

  /** The list with this name, which fields use. */
  named(name: string): ListPosition | undefined {
    const list = this.#named.get(name.toLowerCase());
    return list && { list, depth: 0 };
  }
}

function levelOfStyle({ levels }: List, style: string | undefined): number {
  return style === undefined ? 0 : ([...levels].find(([, level]) => level.style === style)?.[0] ?? 0);
}

/** The levels of a list that changes some of its definition's, and the numbers at which it begins. */
function withOverrides(base: ReadonlyMap<number, Level>, element: Element): Pick<List, 'levels' | 'starts'> {
  const levels = new Map(base);
  const starts = new Map<number, number>();
  for (const override of childrenNamed(element, 'w:lvlOverride')) {
    const depth = depthOf(override);
    if (depth === undefined) continue;
    const level = firstNamed(override, 'w:lvl');
    if (level) levels.set(depth, readLevel(level));
    const start = valueIn(override, 'w:startOverride');
    if (start !== undefined) starts.set(depth, Number(start));
    else if (level) starts.set(depth, readLevel(level).start);
  }
  return { levels, starts };
}

function readLevels(element: Element): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of childrenNamed(element, 'w:lvl')) {
    const depth = depthOf(level);
    if (depth !== undefined) levels.set(depth, readLevel(level));
  }
  return levels;
}

/** The level that an element is about, counted from 0; undefined if Word has no such level. */
function depthOf({ attributes }: Element): number | undefined {
  const depth = Number(attributes['w:ilvl']);
  return Number.isInteger(depth) && depth >= 0 && depth <= lastLevel ? depth : undefined;
}

function readLevel(element: Element): Level {
  // A newer format stands in an alternative, with an older one for programs that do not know it.
  const alternative = firstNamed(element, 'mc:AlternateContent');
  const choice = alternative && firstNamed(alternative, 'mc:Choice');
  const format = firstNamed(element, 'w:numFmt') ?? (choice && firstNamed(choice, 'w:numFmt'));
  const legal = firstNamed(element, 'w:isLgl');
  const restart = valueIn(element, 'w:lvlRestart');
  const style = valueIn(element, 'w:pStyle');
  return {
    start: Number(valueIn(element, 'w:start') ?? 1),
    format: format?.attributes['w:val'] ?? 'decimal',
    custom: format?.attributes['w:format'] ?? '',
    text: valueIn(element, 'w:lvlText') ?? '',
    isLegal: legal !== undefined && !/^(?:0|false|off)$/.test(legal.attributes['w:val'] ?? ''),
    suffix: valueIn(element, 'w:suff') ?? 'tab',
    ...(restart !== undefined && { restart: Number(restart) }),
    ...(style !== undefined && { style }),
  };
}
