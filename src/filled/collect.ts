import type { PreparedRubric } from '../core/rubric.ts';
import type { ProblemCode } from '../messages/problems.ts';
import { loose } from '../text/loose.ts';
import { shortened } from '../text/shortened.ts';
import { type EntryCells, entryBuilders, type Findings } from './entries.ts';
import type { FieldSection, FilledCell, FilledPlace } from './field.ts';

/** An error in what was filled in. */
export interface Fault {
  readonly code: ProblemCode;
  readonly args: Readonly<Record<string, string | number>>;
  readonly place: FilledPlace;
}

/** Words that no field of an answers file can hold. */
export interface Leftover {
  readonly text: string;
  readonly place: FilledPlace;
  /** The level beside the words, which was read. */
  readonly level?: number;
}

/** What one person filled in, as the sections of an answers file hold it. */
export interface Filled {
  /** What the questionnaire was made from, as far as it says so. */
  readonly rubric: { readonly id?: string; readonly version?: string };
  readonly sections: Readonly<Record<FilledSection, Readonly<Record<string, unknown>>>>;
  /** Parts of an answers file that the questionnaire has passed on unseen. */
  readonly kept?: readonly KeptPart[];
  readonly faults: readonly Fault[];
  readonly leftovers: readonly Leftover[];
  /** Where an entry stands: its level, status or presence, or else its first field. */
  readonly placeOf: (id: string, part?: 'level' | 'marks') => FilledPlace | undefined;
}

/** A part of an answers file that no field shows. */
export interface KeptPart {
  /** A key of the file. */
  readonly section: string;
  /** The entry; empty if the value is the whole section, or belongs to a section that is one entry. */
  readonly id: string;
  /** The key in the entry; empty if the value is the whole section. */
  readonly key: string;
  /** Plain data. */
  readonly value: unknown;
  /** Of a part of a piece of evidence: what that piece said, by which it is known again wherever it was moved. */
  readonly of?: { readonly at?: unknown; readonly quote?: unknown };
}

export type FilledSection = Exclude<FieldSection, 'rubric'>;

/**
 * Puts the fields that one person filled in together. A field with an error is left out, so that all errors are found at once.
 * @param cells in any order; a field that comes twice must say the same
 */
export function collect(cells: readonly FilledCell[], prepared: PreparedRubric): Filled {
  const faults: Fault[] = [];
  const leftovers: Leftover[] = [];
  const entries = entriesOf(cells, faults);
  const findings: Findings = {
    fault: (code, { place }, args) => faults.push({ code, args, place }),
    leftover: (text, { place }, level) => leftovers.push({ text, place, level }),
  };
  const found: { readonly section: FilledSection; readonly id: string; readonly value: unknown }[] = [];
  const rubric: { id?: string; version?: string } = {};
  for (const { section, id, parts } of entries.values()) {
    if (section === 'rubric') {
      const value = parts.get('value')?.value;
      if (value !== undefined && (id === 'id' || id === 'version')) rubric[id] = value;
      continue;
    }
    const value = entryBuilders[section]({ id, parts }, prepared, findings);
    if (value !== undefined) found.push({ section, id, value });
  }
  const entriesIn = (section: FilledSection): Record<string, unknown> =>
    // An id may be any text, also the name of a property that every object has.
    Object.fromEntries(found.filter((each) => each.section === section).map(({ id, value }) => [id, value]));
  const sections = {
    draft: entriesIn('draft'),
    reviewer: entriesIn('reviewer'),
    answers: entriesIn('answers'),
    features: entriesIn('features'),
    steps: entriesIn('steps'),
    flags: entriesIn('flags'),
  };
  return { rubric, sections, faults, leftovers, placeOf: (id, part) => placeOf(entries, id, part) };
}

interface Entry extends EntryCells {
  readonly section: FieldSection;
}

function entriesOf(cells: readonly FilledCell[], faults: Fault[]): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const cell of cells) {
    const { section, id } = cell.key;
    const name = `${section} ${id}`;
    let entry = entries.get(name);
    if (!entry) {
      entry = { section, id, parts: new Map() };
      entries.set(name, entry);
    }
    const part = partName(cell);
    const first = entry.parts.get(part);
    if (first === undefined) (entry.parts as Map<string, FilledCell>).set(part, cell);
    else if (comparable(first) !== comparable(cell)) faults.push(filledTwice(first, cell));
  }
  return entries;
}

function filledTwice(first: FilledCell, { key, value, place }: FilledCell): Fault {
  const there = first.place.at ?? String(first.place.line ?? '');
  return { code: 'filled-twice', args: { id: key.id, value: shortened(value), there, other: shortened(first.value) }, place };
}

/** The name of a part within its entry. */
function partName({ key: { part, index = 1, mark } }: FilledCell): string {
  return mark === undefined ? (index === 1 ? part : `${part} ${index}`) : `${part} ${mark}`;
}

function comparable({ key, value }: FilledCell): string {
  const isLevel = key.part === 'level' || key.part === 'elsewhere-level';
  const [level] = isLevel ? (/^\d+(?=$|[^\d])/.exec(value.trim()) ?? []) : [];
  return level ?? loose(value);
}

function placeOf(entries: ReadonlyMap<string, Entry>, id: string, part?: 'level' | 'marks'): FilledPlace | undefined {
  for (const { id: each, parts } of entries.values()) {
    if (each !== id) continue;
    const main = part === 'marks' ? ['marks'] : ['level', 'status', 'present'];
    const found = main.map((name) => parts.get(name)).find((cell) => cell !== undefined);
    return (found ?? [...parts.values()].find(({ key }) => part !== 'marks' || key.part === 'mark') ?? firstOf(parts))?.place;
  }
  return undefined;
}

function firstOf(parts: ReadonlyMap<string, FilledCell>): FilledCell | undefined {
  return parts.values().next().value;
}
