import type { Block, VersionTable } from '../block.ts';
import { firstLine, headingLength, looksLikeHeading, splitHeadingLines } from './headings.ts';
import { structureMarkers } from './numbers/markers.ts';
import type { Outline } from './outline-builder.ts';
import type { Place, Provision } from './provision.ts';

/** The text of one column, gathered from all tables that have it. */
export interface ColumnText {
  /** As in labels; empty for a translation, whose provisions keep their own labels. */
  readonly name: string;
  /** The head of the column as printed; empty if it has none. */
  readonly head: string;
  readonly place: Place;
  readonly blocks: readonly Block[];
}

/** How many paragraphs above a table may be the heading of the article whose versions it holds. */
const longestLead = 3;
/** Characters. The head of a column is shortened to this in labels. */
const longestName = 60;

/**
 * Takes the columns of tables that compare versions of a law out of the text, so that each has its own articles. A table without
 * articles inside a law is left where it is: it is a part of the provision around it.
 */
export function separateColumns(blocks: readonly Block[]): {
  readonly flow: readonly Block[];
  readonly columns: readonly ColumnText[];
} {
  if (blocks.every(({ column }) => column === undefined)) return { flow: blocks, columns: [] };
  const separation = new ColumnSeparation(!blocks.some((block) => !block.column && isHeading(block, ['unit'])));
  for (const run of runsOf(blocks)) separation.add(run);
  return separation.finish();
}

/** Consecutive blocks of one table, or of none. */
function runsOf(blocks: readonly Block[]): Block[][] {
  const runs: Block[][] = [];
  for (const block of blocks) {
    const run = runs.at(-1);
    if (run && run[0]?.column?.table === block.column?.table) run.push(block);
    else runs.push([block]);
  }
  return runs;
}

class ColumnSeparation {
  readonly #flow: Block[] = [];
  readonly #columns = new Map<string, { name: string; head: string; place: Place; blocks: Block[] }>();
  /** Whether no unit stands outside the tables. */
  readonly #isAlone: boolean;
  /** The last table whose heads name its columns. A table that goes on below it has no heads of its own. */
  #named: VersionTable | undefined;
  /** The heading of the article above a table, until it is known whether the text of the article goes on below the table. */
  #waiting: { readonly table: readonly Block[]; readonly lead: readonly Block[] } | undefined;

  constructor(isAlone: boolean) {
    this.#isAlone = isAlone;
  }

  add(run: readonly Block[]): void {
    const table = run[0]?.column?.table;
    if (!table) {
      const [next] = run;
      this.#settle(next === undefined || isHeading(next, ['unit', 'group', 'annex']));
      this.#flow.push(...run);
      return;
    }
    this.#settle(true);
    const lead = this.#lead();
    if (lead.length > 0) {
      this.#flow.length -= lead.length;
      this.#waiting = { table: run, lead };
    } else if (this.#isAlone || hasUnits(run)) this.#addTable(run, []);
    else this.#flow.push(...run);
  }

  finish(): { flow: Block[]; columns: ColumnText[] } {
    this.#settle(true);
    return { flow: this.#flow, columns: [...this.#columns.values()] };
  }

  /** Gives the heading above a table to each column, unless the article goes on below the table. */
  #settle(isWhole: boolean): void {
    if (!this.#waiting) return;
    const { table, lead } = this.#waiting;
    this.#waiting = undefined;
    if (isWhole && !hasUnits(table)) this.#addTable(table, lead);
    else {
      this.#flow.push(...lead);
      if (hasUnits(table)) this.#addTable(table, []);
      else this.#flow.push(...table);
    }
  }

  /** The heading of a unit directly above, with its title. */
  #lead(): Block[] {
    for (let count = 1; count <= Math.min(longestLead, this.#flow.length); count++) {
      const block = this.#flow.at(-count) as Block;
      if (block.column || block.text.length > headingLength) return [];
      if (isHeading(block, ['unit'])) return this.#flow.slice(-count);
      if (/[.;:,]$/.test(block.text)) return [];
    }
    return [];
  }

  #addTable(run: readonly Block[], lead: readonly Block[]): void {
    const table = run[0]?.column?.table as VersionTable;
    if (table.names) this.#named = table;
    const [main] = table.isTranslation ? table.columns : [];
    if (main !== undefined) this.#flow.push(...lead, ...run.filter(({ column }) => column?.index === main));
    for (const index of new Set(run.map(({ column }) => column?.index ?? 0))) {
      if (index === main) continue;
      const own = run.filter(({ column }) => column?.index === index);
      const words = table.isTranslation ? own : own.filter(({ column }) => !column?.isHead);
      if (words.length > 0) this.#columnAt(table, index, own[0]?.place ?? {}).push(...lead, ...words);
    }
  }

  #columnAt(table: VersionTable, index: number, place: Place): Block[] {
    const names = table.names ?? (this.#named?.columns.join() === table.columns.join() ? this.#named.names : undefined);
    const head = names?.get(index) ?? '';
    const name = nameOf(head) || `column ${index + 1}`;
    const taken = [...(names ?? [])].some(([other, each]) => other < index && nameOf(each) === name);
    const unique = taken ? `${name} ${index + 1}` : name;
    const key = `${table.isTranslation} ${unique}`;
    const known = this.#columns.get(key) ?? { name: table.isTranslation ? '' : unique, head, place, blocks: [] };
    this.#columns.set(key, known);
    return known.blocks;
  }
}

/** The head of a column as it stands in labels: one line, without commas, because those separate the parts of a label. */
function nameOf(head: string): string {
  const line = head
    .replace(/\s*[,;]\s*|\s+/g, ' ')
    .replace(/[.:\s]+$/, '')
    .trim();
  if (line.length <= longestName) return line;
  const end = line.lastIndexOf(' ', longestName);
  return line.slice(0, end > 0 ? end : longestName).trim();
}

/** Whether at least two columns have units. */
function hasUnits(run: readonly Block[]): boolean {
  return new Set(run.filter((block) => isHeading(block, ['unit'])).map(({ column }) => column?.index)).size > 1;
}

/** Whether a block is the heading of a provision of some types. */
export function isHeading(block: Block, types: readonly string[]): boolean {
  const [first = block] = splitHeadingLines(block);
  const markers = structureMarkers(firstLine(first.text));
  return markers.some((marker) => types.includes(marker.type) && looksLikeHeading(first, marker));
}

/** Puts the provisions of a column into one group, and names each after the column; a translation's stay as they are. */
export function columnOf({ name, head, place }: ColumnText, outline: Outline): Outline {
  if (name === '') return outline;
  const children = outline.provisions.map((each) => inColumn(each, name));
  const column: Provision = {
    kind: 'group',
    label: name,
    ...(head && { marker: head }),
    text: '',
    place,
    isColumn: true,
    children,
  };
  return { ...outline, provisions: [column] };
}

function inColumn(provision: Provision, name: string): Provision {
  const { label, children } = provision;
  return { ...provision, label: label && `${name}, ${label}`, children: children.map((each) => inColumn(each, name)) };
}

/** The outlines of several texts as that of one file. */
export function joined(outlines: readonly Outline[]): Outline {
  return {
    provisions: outlines.flatMap(({ provisions }) => provisions),
    contents: outlines.flatMap(({ contents }) => contents),
  };
}
