import { type Document, isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import type { PreparedRubric, Rubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { parseSource } from '../source/parse.ts';
import { CompassError } from '../source/problem.ts';
import { expandAliases } from './aliases.ts';
import { reasonsForReview } from './migrate-reasons.ts';
import { setAsideMarks, setReview } from './migrate-review.ts';
import { serialise } from './serialise.ts';

/** The result of a migration. */
export interface Migration {
  /** The new text of the file. */
  readonly text: string;
  /** The version of the rubric that the file was made with. */
  readonly from: string;
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** Entries that were moved to `was`, by full id, with the reason. */
  readonly movedToWas: readonly { readonly question: string; readonly reason: string }[];
  /** Entries that are marked for review, by current id, with the reason. */
  readonly review: readonly { readonly question: string; readonly because: string }[];
}

/**
 * Rewrites an answers file of any version for the rubric in use. Former ids are replaced by current ones. Entries that no longer
 * fit the rubric are moved to `was`; entries whose question changed are marked for review. Nothing is lost.
 * @param older the rubric that the file was made with, if it is at hand: then its questions are compared. Without it, only what
 *   the new rubric itself says of its past is known
 * @throws CompassError if the file is not YAML or is for another rubric
 */
export function migrateAnswers(text: string, source: string, prepared: PreparedRubric, older?: Rubric): Migration {
  const parsed = parseSource(text, source);
  if ('problems' in parsed) throw new CompassError(parsed.problems);
  const document = parsed.document();
  const root = document.contents;
  const named = (parsed.value as { rubric?: { id?: unknown; version?: unknown } } | null)?.rubric;
  if (!isMap(root) || named?.id === undefined) throw new CompassError([parsed.problem('not-a-mapping', [])]);
  if (named.id !== prepared.rubric.id) {
    throw new CompassError([
      parsed.problem('other-rubric', ['rubric', 'id'], { found: String(named.id), expected: prepared.rubric.id }),
    ]);
  }
  expandAliases(document);
  const migrating = new Migrating(document, root, { from: String(named.version), prepared, older });
  for (const section of sections) migrating.section(section);
  root.setIn(['rubric', 'version'], prepared.rubric.version);
  const { from, renamed, movedToWas, review } = migrating;
  return { text: serialise(document, text, source), from, renamed, movedToWas, review };
}

const sections = ['answers', 'steps', 'flags', 'features'] as const;
type Section = (typeof sections)[number];

interface Versions {
  /** The version of the rubric that the file was made with. */
  readonly from: string;
  readonly prepared: PreparedRubric;
  readonly older: Rubric | undefined;
}

class Migrating {
  readonly from: string;
  readonly renamed: { from: string; to: string }[] = [];
  readonly movedToWas: { question: string; reason: string }[] = [];
  readonly review: { question: string; because: string }[] = [];
  readonly #document: Document;
  readonly #root: YAMLMap;
  readonly #prepared: PreparedRubric;
  readonly #older: Rubric | undefined;

  constructor(document: Document, root: YAMLMap, { from, prepared, older }: Versions) {
    this.#document = document;
    this.#root = root;
    this.from = from;
    this.#prepared = prepared;
    this.#older = older;
  }

  section(section: Section): void {
    const map = this.#root.get(section);
    if (!isMap(map)) return;
    const merged = new Map<string, string[]>();
    const carried: { readonly pair: Pair; readonly id: string; readonly to: string }[] = [];
    for (const pair of [...map.items]) {
      const id = keyText(pair);
      const target = targetOf({ section, map, id, value: pair.value }, this.#prepared);
      if ('reason' in target) {
        subMap(this.#document, this.#root, ['was', this.from, section]).set(id, pair.value);
        map.delete(id);
        this.movedToWas.push({ question: id, reason: target.reason });
        if (target.beside !== undefined) merged.set(target.beside, [...(merged.get(target.beside) ?? []), id]);
        continue;
      }
      if (target.to !== id && isScalar(pair.key)) {
        pair.key.value = target.to;
        this.renamed.push({ from: id, to: target.to });
      }
      carried.push({ pair, id, to: target.to });
    }
    if (section === 'features') return;
    for (const { pair, id, to } of carried) this.#mark(section, pair, { id, to, merged: merged.get(to) ?? [] });
  }

  /** Marks an entry for review, if its question has changed or it stands for several. */
  #mark(
    section: Exclude<Section, 'features'>,
    pair: Pair,
    { id, to, merged }: { readonly id: string; readonly to: string; readonly merged: readonly string[] },
  ): void {
    const question = section === 'answers' ? this.#prepared.questions.get(to)?.question : undefined;
    const moved = question ? setAsideMarks(this.#document, pair, question) : [];
    const entry = { section, id, to, value: pair.value, merged };
    const versions = { from: this.from, rubric: this.#prepared.rubric, older: this.#older };
    const reasons = [...reasonsForReview(entry, versions), ...moved];
    if (reasons.length === 0 || !setReview(this.#document, pair, section, reasons)) return;
    this.review.push({ question: to, because: reasons.join('; ') });
  }
}

interface Entry {
  readonly section: Section;
  /** The map that contains the entry. */
  readonly map: YAMLMap;
  readonly id: string;
  readonly value: unknown;
}

/**
 * The current id of an entry, or the reason why the entry does not fit the rubric.
 * @returns `beside`: the current id, if another entry answers that question already
 */
function targetOf(
  { section, map, id, value }: Entry,
  prepared: PreparedRubric,
): { readonly to: string } | { readonly reason: string; readonly beside?: string } {
  const { rubric, formerIds } = prepared;
  const known = knownIds(section, prepared);
  const to = known.has(id) ? id : formerIds.get(id);
  if (to === undefined || !known.has(to)) {
    const retired = rubric.retired.find((each) => each.id === id);
    return { reason: retired?.reason ?? phrase('versions', 'not-in', { version: rubric.version }) };
  }
  if (to !== id && map.has(to)) return { reason: phrase('versions', 'answered-already', { id: to }), beside: to };
  const reason = section === 'answers' ? levelProblem(value, to, prepared) : undefined;
  return reason === undefined ? { to } : { reason };
}

function knownIds(
  section: Section,
  { questions, guidingQuestions, flags, features }: PreparedRubric,
): { has(id: string): boolean } {
  switch (section) {
    case 'answers':
      return questions;
    case 'steps':
      return guidingQuestions;
    case 'flags':
      return flags;
    case 'features':
      return new Set(features.map(({ feature }) => feature.id));
  }
}

function levelProblem(value: unknown, id: string, { questions }: PreparedRubric): string | undefined {
  const level: unknown = isMap(value) ? value.get('level') : isScalar(value) ? value.value : undefined;
  const top = (questions.get(id)?.question.levels.length ?? 1) - 1;
  return typeof level === 'number' && level > top ? phrase('versions', 'level-gone', { level, top }) : undefined;
}

function keyText({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

/** The map at a path below `root`. Creates the maps that are missing. */
function subMap(document: Document, root: YAMLMap, path: readonly string[]): YAMLMap {
  let map: YAMLMap = root;
  for (const key of path) {
    const present = map.get(key);
    if (isMap(present)) map = present;
    else {
      const created = document.createNode({}) as YAMLMap;
      map.set(key, created);
      map = created;
    }
  }
  return map;
}
