import { type Document, isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import type { Answer, Draft, FlagAnswer, Reviewer, StepAnswer } from '../core/answers.ts';

/** The sections of an answers file that an interview writes to, with the type of an entry. */
export interface Sections {
  readonly draft: Draft;
  readonly reviewer: Reviewer;
  readonly answers: Answer;
  readonly steps: StepAnswer;
  readonly flags: FlagAnswer;
}

export type Section = keyof Sections;

/** A new value for one entry of an answers file. */
export interface Change<Name extends Section = Section> {
  readonly section: Name;
  /** The entry's id; undefined for the draft and the reviewer, which are one entry each. */
  readonly id: string | undefined;
  readonly value: Sections[Name];
  /** The ids of the section in the rubric's order. */
  readonly order: readonly string[];
}

/** Converts a value of each section to what is written to the file. */
const toFile: { readonly [Name in Section]: (value: Sections[Name]) => unknown } = {
  draft: (draft) => draft,
  reviewer: (reviewer) => reviewer,
  answers: answerEntry,
  steps: ({ status, notes, review }) => withoutUndefined({ status, notes, review }),
  flags: flagEntry,
};

/**
 * Writes a value into a document. An existing entry keeps its position, its comments and its unknown keys; a new one is inserted
 * at its position in the rubric's order.
 * @param formerIds former id to current id
 */
export function writeEntry<Name extends Section>(
  document: Document,
  { section, id, value, order }: Change<Name>,
  formerIds: ReadonlyMap<string, string>,
): void {
  if (id !== undefined) renameFormer(document, section, id, formerIds);
  const map = sectionMap(document, section);
  if (!map) return;
  const written = toFile[section](value);
  if (id === undefined) merge(document, map, written as Record<string, unknown>);
  else setEntry(document, map, { id, written, order });
}

/** A document as text, with the line ends and brace padding of the text it was read from. */
export function serialise(document: Document, before: string, path: string): string {
  if (/\.json$/i.test(path)) return `${JSON.stringify(document.toJS(), null, 2)}\n`;
  const padded = !/\{[^\s}]/.test(before);
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: padded });
  return before.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}

/** Returns the short form, the level alone, if there is nothing else. */
function answerEntry(answer: Answer): unknown {
  const { level, notApplicable, rationale, evidence, confidence, owner, due, review } = answer;
  const entry = withoutUndefined({
    level: level ?? undefined,
    notApplicable: notApplicable ?? undefined,
    rationale,
    evidence: evidence.length > 0 ? evidence : undefined,
    confidence,
    owner,
    due,
    review,
  });
  const keys = Object.keys(entry);
  if (keys.length === 0) return null;
  return keys.length === 1 && level !== null ? level : entry;
}

function flagEntry({ present, rationale, evidence, review }: FlagAnswer): unknown {
  return withoutUndefined({ present, rationale, evidence: evidence.length > 0 ? evidence : undefined, review });
}

function withoutUndefined(entry: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}

/** Renames the key of an answer under a former id of its question, so that the question is not answered twice. */
function renameFormer(document: Document, section: string, id: string, formerIds: ReadonlyMap<string, string>): void {
  const map = document.get(section);
  if (!isMap(map)) return;
  const pair = map.items.find(({ key }) => formerIds.get(keyText(key)) === id);
  if (pair && isScalar(pair.key)) pair.key.value = id;
}

/** The map of a section, created if necessary; undefined if the document is not a map. */
function sectionMap(document: Document, section: string): YAMLMap | undefined {
  const root = document.contents;
  if (!isMap(root)) return undefined;
  let map = root.get(section);
  if (!isMap(map)) {
    map = document.createNode({});
    root.set(section, map);
  }
  const sectionNode = map as YAMLMap;
  // An empty `{}` would stay on one line however many entries it gets.
  sectionNode.flow = sectionNode.items.length > 0 && sectionNode.flow === true;
  return sectionNode;
}

interface Entry {
  readonly id: string;
  readonly written: unknown;
  readonly order: readonly string[];
}

function setEntry(document: Document, section: YAMLMap, { id, written, order }: Entry): void {
  const isShort = typeof written !== 'object' || written === null;
  const present = section.get(id);
  if (isMap(present)) {
    const entry = typeof written === 'object' ? (written ?? {}) : { level: written };
    merge(document, present, entry as Record<string, unknown>);
    // Unless only a level is left, the entry stays in the long form, which alone can hold `dissent` and `was`.
    if (!isShort || present.items.some(({ key }) => keyText(key) !== 'level')) return;
  }
  const pair = section.items.find(({ key }) => keyText(key) === id);
  if (pair && isScalar(pair.value) && isShort) pair.value.value = written;
  else if (pair) pair.value = document.createNode(written);
  else insertInOrder(section, document.createPair(id, written) as Pair, order);
}

function insertInOrder(section: YAMLMap, pair: Pair, order: readonly string[]): void {
  const rank = order.indexOf(keyText(pair.key));
  const next = section.items.findIndex(({ key }) => order.indexOf(keyText(key)) > rank);
  section.items.splice(next === -1 ? section.items.length : next, 0, pair);
}

/** Sets or deletes the keys that we know. Keeps others, such as `was` or keys of a later version. */
function merge(document: Document, map: YAMLMap, entry: Readonly<Record<string, unknown>>): void {
  const known = ['level', 'notApplicable', 'rationale', 'evidence', 'confidence', 'review', 'present', 'status', 'notes'];
  for (const key of known) if (!(key in entry)) map.delete(key);
  for (const [key, value] of Object.entries(entry)) {
    const current = map.get(key, true);
    // A number that is read as text, such as `version: 1.10`, stays as it was written.
    if (isScalar(current) && current.source === value) continue;
    if (isScalar(current) && (typeof value !== 'object' || value === null)) current.value = value;
    else map.set(document.createNode(key), document.createNode(value));
  }
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}
