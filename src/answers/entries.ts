import { type Document, isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import type { Answer, Draft, FlagAnswer, Reviewer, StepAnswer } from '../core/answers.ts';

/** What stands in each section of an answers file that an interview writes to. */
export interface Sections {
  readonly draft: Draft;
  readonly reviewer: Reviewer;
  readonly answers: Answer;
  readonly steps: StepAnswer;
  readonly flags: FlagAnswer;
}

export type Section = keyof Sections;

/** How a value of each section is written. */
const written: { readonly [Name in Section]: (value: Sections[Name]) => unknown } = {
  draft: (draft) => draft,
  reviewer: (reviewer) => reviewer,
  answers: answerEntry,
  steps: ({ status, notes, review }) => withoutUndefined({ status, notes, review }),
  flags: flagEntry,
};

/**
 * Writes a value into a document. What is there already keeps its place, its comments and the keys we do not know; what is new
 * goes where the rubric's order would have it.
 * @param id the entry's; undefined where the section is the entry
 */
export function writeEntry<Name extends Section>(
  document: Document,
  section: Name,
  id: string | undefined,
  value: Sections[Name],
  order: readonly string[],
  former: ReadonlyMap<string, string>,
): void {
  if (id !== undefined) renameFormer(document, section, id, former);
  setInOrder(document, section, id, written[section](value), order);
}

/** A document as text, in the manner of the text it was read from. */
export function serialise(document: Document, before: string, path: string): string {
  if (/\.json$/i.test(path)) return `${JSON.stringify(document.toJS(), null, 2)}\n`;
  const padded = !/\{[^\s}]/.test(before);
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: padded });
  return before.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}

/** The short form where there is nothing but a level. */
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

/** An answer that stands under a former id of its question moves to the id of today, so that it is not there twice. */
function renameFormer(document: Document, section: string, id: string, former: ReadonlyMap<string, string>): void {
  const map = document.get(section);
  if (!isMap(map)) return;
  const pair = map.items.find(({ key }) => former.get(keyText(key)) === id);
  if (pair && isScalar(pair.key)) pair.key.value = id;
}

function setInOrder(document: Document, section: string, id: string | undefined, value: unknown, order: readonly string[]): void {
  const root = document.contents;
  if (!isMap(root)) return;
  let map = root.get(section);
  if (!isMap(map)) {
    map = document.createNode({});
    root.set(section, map);
  }
  const parent = map as YAMLMap;
  parent.flow = parent.items.length > 0 && parent.flow === true;
  if (id === undefined) {
    merge(document, parent, value as Record<string, unknown>);
    return;
  }
  const present = parent.get(id);
  if (isMap(present)) {
    const entry = typeof value === 'object' ? (value ?? {}) : { level: value };
    merge(document, present, entry as Record<string, unknown>);
    // What only the long form can hold (`dissent`, `was`) stays; where nothing is left but a level, the short form does.
    if (typeof value === 'object' && value !== null) return;
    if (present.items.some(({ key }) => keyText(key) !== 'level')) return;
  }
  const pair = parent.items.find(({ key }) => keyText(key) === id);
  if (pair && isScalar(pair.value) && (typeof value !== 'object' || value === null)) {
    pair.value.value = value;
    return;
  }
  if (pair) {
    pair.value = document.createNode(value);
    return;
  }
  const created = document.createPair(id, value);
  const rank = order.indexOf(id);
  const before = parent.items.findIndex(({ key }) => order.indexOf(keyText(key)) > rank);
  if (before === -1) parent.items.push(created as Pair);
  else parent.items.splice(before, 0, created as Pair);
}

/** Known keys are set or taken out; others (`was`, what a later version wrote) stay. */
function merge(document: Document, map: YAMLMap, entry: Readonly<Record<string, unknown>>): void {
  const ours = ['level', 'notApplicable', 'rationale', 'evidence', 'confidence', 'review', 'present', 'status', 'notes'];
  for (const key of ours) if (!(key in entry)) map.delete(key);
  for (const [key, value] of Object.entries(entry)) {
    const current = map.get(key, true);
    if (isScalar(current) && (typeof value !== 'object' || value === null)) current.value = value;
    else map.set(document.createNode(key), document.createNode(value));
  }
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}
