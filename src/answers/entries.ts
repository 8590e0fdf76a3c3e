import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Answer, Draft, Evidence, FlagAnswer, Reviewer, StepAnswer } from '../core/answers.ts';
import { sameData } from '../core/same-data.ts';
import { detachEntry } from './aliases.ts';

/** The sections of an answers file that an interview writes to, with the type of an entry. */
export interface Sections {
  readonly draft: Draft;
  readonly reviewer: Reviewer;
  readonly answers: Answer;
  readonly steps: StepAnswer;
  readonly flags: FlagAnswer;
  /** A feature that does not apply as a whole. An interview changes none, but merges what others set aside. */
  readonly features: { readonly notApplicable?: string | undefined };
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

/**
 * What an interview writes of an entry, with every key of its type; undefined if there is no value. `dissent` is the record of a
 * panel, which an interview does not change.
 */
type Written<Name extends Section> = { readonly [Key in Exclude<keyof Sections[Name], 'dissent'>]: unknown };

/** The sections in the order of a file. */
const sectionOrder = ['format', 'rubric', 'draft', 'reviewer', 'answers', 'features', 'steps', 'flags'];

/** A value as it is written: with its keys in the order of a file, whatever the order in which they got their values. */
const toFile: { readonly [Name in Section]: (value: Sections[Name]) => Written<Name> } = {
  draft: ({ title, jurisdiction, version, date, language, text, sha256, note }) => ({
    title,
    jurisdiction,
    version,
    date,
    language,
    text,
    sha256,
    note,
  }),
  reviewer: ({ name, organisation }) => ({ name, organisation }),
  answers: ({ level, notApplicable, marks, elsewhere, rationale, evidence, confidence, owner, due, review }) => ({
    level: level ?? undefined,
    marks,
    notApplicable: notApplicable ?? undefined,
    elsewhere,
    rationale,
    evidence: toPieces(evidence),
    confidence,
    owner,
    due,
    review,
  }),
  steps: ({ status, notes, evidence, review }) => ({
    status: status ?? undefined,
    notes,
    evidence: toPieces(evidence ?? []),
    review,
  }),
  features: ({ notApplicable }) => ({ notApplicable }),
  flags: ({ present, rationale, evidence, review }) => ({
    present: present ?? undefined,
    rationale,
    evidence: toPieces(evidence),
    review,
  }),
};

/** Pieces of evidence with their keys in the order of a file; undefined if there are none. */
function toPieces(evidence: readonly Evidence[]): readonly Evidence[] | undefined {
  if (evidence.length === 0) return undefined;
  return evidence.map(({ document, at, quote, note, was }) => withoutUndefined({ document, at, quote, note, was }));
}

function withoutUndefined(value: Keys): Keys {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
}

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
  if (id !== undefined) detach(document, map, id);
  const written: Keys = toFile[section](value);
  if (id === undefined) merge(document, map, written);
  else setEntry(document, map, { id, written, order });
}

/** The keys that have a value; or the short form, the level alone, if there is nothing else. */
function newValue(written: Keys): unknown {
  const filled = withoutUndefined(written);
  const { level = null, ...others } = filled;
  return Object.keys(others).length === 0 ? level : filled;
}

/**
 * If the file uses a former id of the question, renames the key to the current id, so that the question is not answered twice.
 */
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
  // A section that is one entry, or an alias of something else.
  if (isAlias(root.get(section)) || section === 'draft' || section === 'reviewer') detach(document, root, section);
  let map = root.get(section);
  if (!isMap(map)) {
    map = document.createNode({});
    const pair = root.items.find(({ key }) => keyText(key) === section);
    if (pair) pair.value = map;
    else insertInOrder(root, document.createPair(section, map) as Pair, sectionOrder);
  }
  const sectionNode = map as YAMLMap;
  // An empty `{}` would stay on one line however many entries it gets.
  sectionNode.flow = sectionNode.items.length > 0 && sectionNode.flow === true;
  return sectionNode;
}

/** Aliases in an entry, and aliases of its parts, would change with it or could not be written any more. */
function detach(document: Document, map: YAMLMap, id: string): void {
  const pair = map.items.find(({ key }) => keyText(key) === id);
  if (pair) detachEntry(document, pair);
}

type Keys = Readonly<Record<string, unknown>>;

interface Entry {
  readonly id: string;
  readonly written: Keys;
  readonly order: readonly string[];
}

function setEntry(document: Document, section: YAMLMap, { id, written, order }: Entry): void {
  const value = newValue(written);
  const isShort = typeof value !== 'object' || value === null;
  const existing = section.get(id);
  if (isMap(existing)) {
    merge(document, existing, written);
    // The short form would lose other keys, such as `dissent` and `was`.
    if (!isShort || existing.items.some(({ key }) => keyText(key) !== 'level')) return;
  }
  const pair = section.items.find(({ key }) => keyText(key) === id);
  if (value === null && !isKeptBlank(pair)) removeEntry(document, section, id);
  else if (pair && isScalar(pair.value) && isShort) pair.value.value = value;
  else if (pair) pair.value = document.createNode(value);
  else insertInOrder(section, document.createPair(id, value) as Pair, order);
}

/** Whether an entry without an answer stays: it was blank before, or has a comment. */
function isKeptBlank(pair: Pair | undefined): boolean {
  const value = pair?.value;
  return isNode(value) && (Boolean(value.comment) || (isScalar(value) && value.value === null));
}

/** An entry of which nothing is left: the file is as if it had never been there. */
function removeEntry({ contents }: Document, section: YAMLMap, id: string): void {
  section.delete(id);
  if (section.items.length > 0 || !isMap(contents)) return;
  const index = contents.items.findIndex(({ value }) => value === section);
  if (index !== -1 && !section.comment && !section.commentBefore) contents.items.splice(index, 1);
}

function insertInOrder(section: YAMLMap, pair: Pair, order: readonly string[]): void {
  const rank = order.indexOf(keyText(pair.key));
  const next = section.items.findIndex(({ key }) => order.indexOf(keyText(key)) > rank);
  section.items.splice(next === -1 ? section.items.length : next, 0, pair);
}

/**
 * Sets the keys that have a value and deletes the others. Keeps blank keys, and keys that are not in `written`, such as `was`.
 */
function merge(document: Document, map: YAMLMap, written: Keys): void {
  for (const [key, value] of Object.entries(written)) {
    const current = map.get(key, true);
    if (value === undefined) {
      if (!isBlank(current)) map.delete(key);
      // A number that is read as text, such as `version: 1.10`, stays as it was written.
    } else if (isScalar(current) && current.source === value) continue;
    else if (isScalar(current) && (typeof value !== 'object' || value === null)) setScalar(current, value);
    // Unchanged evidence keeps its layout and its comments.
    else if (!isNode(current) || !sameData(current.toJS(document), value))
      setKey(document, map, { key, value, order: Object.keys(written) });
  }
}

/** Another value, without the quotation marks that the one before it needed. */
function setScalar(scalar: Scalar, value: unknown): void {
  if (scalar.value === value) return;
  scalar.value = value;
  delete scalar.type;
}

interface Setting {
  readonly key: string;
  readonly value: unknown;
  /** The keys of the map, in the order of a file. */
  readonly order: readonly string[];
}

/** Replaces the value of a key, or inserts the key before those that follow it in a file. */
function setKey(document: Document, map: YAMLMap, { key, value, order }: Setting): void {
  const pair = map.items.find((each) => keyText(each.key) === key);
  if (pair) pair.value = likeBefore(document, value, pair.value);
  else insertInOrder(map, document.createPair(key, value) as Pair, order);
}

/** A new value in the style of the one that it replaces, with the comments of what stays. */
function likeBefore(document: Document, value: unknown, before: unknown): Node {
  const node = document.createNode(value) as Node;
  if (!isCollection(before) || !isCollection(node) || before.items.length === 0) return node;
  const { flow, comment, commentBefore, spaceBefore } = before;
  Object.assign(node, { flow, comment, commentBefore, spaceBefore });
  if (isSeq(before) && isSeq(node) && Array.isArray(value)) node.items = itemsLikeBefore(document, value, before);
  return node;
}

/**
 * The items of a list. Those that stay are the same nodes, with their comments. In a list that is as long as before, an item that
 * was changed keeps the comments of the keys that it still has.
 */
function itemsLikeBefore(document: Document, values: readonly unknown[], { items }: YAMLSeq): unknown[] {
  const left = new Set(items);
  const same = values.map((value) => {
    const item = [...left].find((each) => isNode(each) && sameData(each.toJS(document), value));
    left.delete(item);
    return item;
  });
  return values.map((value, index) => {
    if (same[index]) return same[index];
    const before = items[index];
    if (values.length !== items.length || !left.has(before) || !isMap(before) || typeof value !== 'object')
      return document.createNode(value);
    const keys = Object.keys(value ?? {});
    for (const { key } of [...before.items]) if (!keys.includes(keyText(key))) before.delete(key);
    merge(document, before, value as Keys);
    return before;
  });
}

function isBlank(node: unknown): boolean {
  return isScalar(node) && (node.value === null || node.value === '');
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}
