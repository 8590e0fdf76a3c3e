import { readFile } from 'node:fs/promises';
import { type Document, isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import type { Answer, Assessment, Draft, FlagAnswer, Reviewer, StepAnswer } from '../core/answers.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import type { ParsedSource } from '../source/parse.ts';
import { CompassError } from '../source/problem.ts';
import { asFileError, decodeText, readText } from '../source/read.ts';
import { writeWhole } from '../source/write.ts';
import { formerIds } from './carry.ts';
import { readAnswers } from './read.ts';

/** An answers file that is being filled in: what it says, and how to change it without losing what else is in it. */
export interface AnswersStore {
  readonly path: string;
  readonly name: string;
  /** Whether the file was there when it was opened. */
  readonly existed: boolean;
  readonly assessment: () => Assessment;
  /** A fault of the file, placed as it stands now. */
  readonly problem: ParsedSource['problem'];
  readonly setDraft: (draft: Draft) => Promise<void>;
  readonly setReviewer: (reviewer: Reviewer) => Promise<void>;
  readonly setAnswer: (id: string, answer: Answer) => Promise<void>;
  readonly setStep: (id: string, answer: StepAnswer) => Promise<void>;
  readonly setFlag: (id: string, answer: FlagAnswer) => Promise<void>;
}

/**
 * Opens an answers file, or begins one. Nothing is written before the first change. Every change is on disk, whole, when its
 * promise resolves; comments and order of the file survive.
 * @param name what to call the file in messages
 * @throws CompassError where the file is there and faulty
 */
export async function openAnswers(
  path: string,
  name: string,
  prepared: PreparedRubric,
  maxBytes?: number,
): Promise<AnswersStore> {
  const existing = await readExisting(path, name, maxBytes);
  let text = existing ?? newAnswersText(prepared);
  let { assessment, parsed } = readAnswers(text, name, prepared);
  let onDisk = existing;

  const former = formerIds(prepared);
  const change = async (section: string, id: string | undefined, value: unknown, order: readonly string[]): Promise<void> => {
    if (id !== undefined) renameFormer(parsed.document, section, id, former);
    setInOrder(parsed.document, section, id, value, order);
    const next = serialise(parsed.document, text, path);
    // Read back before it is written: what could not be opened again must not replace what can.
    const reread = readAnswers(next, name, prepared);
    await refuseIfChanged(path, name, onDisk, next);
    await save(path, name, next);
    text = next;
    onDisk = next;
    ({ assessment, parsed } = reread);
  };

  const questionIds = [...prepared.questions.keys()];
  const guidingIds = [...prepared.guidingQuestions.keys()];
  const flagIds = [...prepared.flags.keys()];
  return {
    path,
    name,
    existed: existing !== undefined,
    assessment: () => assessment,
    problem: (...fault) => parsed.problem(...fault),
    setDraft: (draft) => change('draft', undefined, draft, []),
    setReviewer: (reviewer) => change('reviewer', undefined, reviewer, []),
    setAnswer: (id, answer) => change('answers', id, answerEntry(answer), questionIds),
    setStep: (id, { status, notes, review }) => change('steps', id, withoutUndefined({ status, notes, review }), guidingIds),
    setFlag: (id, answer) => change('flags', id, flagEntry(answer), flagIds),
  };
}

/** The first lines of a new file. */
export function newAnswersText({ rubric }: PreparedRubric): string {
  return `format: compass-answers/1\nrubric: { id: ${rubric.id}, version: ${rubric.version} }\n`;
}

async function readExisting(path: string, name: string, maxBytes: number | undefined): Promise<string | undefined> {
  try {
    return await readText(path, name, maxBytes);
  } catch (error) {
    if (error instanceof CompassError && error.problems.some(({ code }) => code === 'not-found')) return undefined;
    throw error;
  }
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

/**
 * Sets `section.id` (or the keys of `section`). What is there already keeps its place, its comments and the keys we do not know;
 * what is new goes where the rubric's order would have it.
 */
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

export function serialise(document: Document, before: string, path: string): string {
  if (/\.json$/i.test(path)) return `${JSON.stringify(document.toJS(), null, 2)}\n`;
  const padded = !/\{[^\s}]/.test(before);
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: padded });
  return before.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}

/** Somebody else (an editor, a second session) may have written to the file: their words are not ours to overwrite. */
async function refuseIfChanged(path: string, name: string, expected: string | undefined, mine: string): Promise<void> {
  const current = await readFile(path).then(
    (bytes) => decodeText(bytes, name),
    () => undefined,
  );
  if (current === undefined || expected === undefined ? current === expected : current === expected) return;
  const aside = asidePath(path);
  await save(aside, aside, mine);
  throw CompassError.of('changed-on-disk', name, { saved: aside });
}

function asidePath(path: string): string {
  return path.replace(/(\.answers)?(\.\w+)$/, '.unsaved$1$2');
}

async function save(path: string, name: string, text: string): Promise<void> {
  try {
    await writeWhole(path, text);
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    throw detail === undefined ? asFileError(error, name) : CompassError.of('unwritable', name, { detail });
  }
}
