import { type Document, isMap, isScalar, type YAMLMap } from 'yaml';
import type { PreparedRubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { parseSource } from '../source/parse.ts';
import { CompassError } from '../source/problem.ts';

/** The result of a migration. */
export interface Migration {
  /** The new text of the file. */
  readonly text: string;
  /** The version of the rubric that the file was made with. */
  readonly from: string;
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** Entries that were moved to `was`, by full id, with the reason. */
  readonly movedToWas: readonly { readonly question: string; readonly reason: string }[];
}

/**
 * Rewrites an answers file of any version for the rubric in use. Former ids are replaced by current ones. Entries that no longer
 * fit the rubric are moved to `was`; nothing is lost.
 * @throws CompassError if the file is not YAML or is for another rubric
 */
export function migrateAnswers(text: string, source: string, prepared: PreparedRubric): Migration {
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
  const from = String(named.version);
  const renamed: { from: string; to: string }[] = [];
  const movedToWas: { question: string; reason: string }[] = [];
  for (const section of sections) {
    const map = root.get(section);
    if (!isMap(map)) continue;
    for (const pair of [...map.items]) {
      const id = isScalar(pair.key) ? String(pair.key.value) : '';
      const target = targetOf({ section, map, id, value: pair.value }, prepared);
      if ('reason' in target) {
        subMap(document, root, ['was', from, section]).set(id, pair.value);
        map.delete(id);
        movedToWas.push({ question: id, reason: target.reason });
      } else if (target.to !== id && isScalar(pair.key)) {
        pair.key.value = target.to;
        renamed.push({ from: id, to: target.to });
      }
    }
  }
  root.setIn(['rubric', 'version'], prepared.rubric.version);
  return { text: document.toString({ lineWidth: 0 }), from, renamed, movedToWas };
}

const sections = ['answers', 'steps', 'flags', 'features'] as const;
type Section = (typeof sections)[number];

interface Entry {
  readonly section: Section;
  /** The map that contains the entry. */
  readonly map: YAMLMap;
  readonly id: string;
  readonly value: unknown;
}

/** The current id of an entry, or the reason why the entry does not fit the rubric. */
function targetOf(
  { section, map, id, value }: Entry,
  prepared: PreparedRubric,
): { readonly to: string } | { readonly reason: string } {
  const { rubric, formerIds } = prepared;
  const known = knownIds(section, prepared);
  const to = known.has(id) ? id : formerIds.get(id);
  if (to === undefined || !known.has(to)) {
    const retired = rubric.retired.find((each) => each.id === id);
    return { reason: retired?.reason ?? phrase('versions', 'not-in', { version: rubric.version }) };
  }
  if (to !== id && map.has(to)) return { reason: phrase('versions', 'answered-already', { id: to }) };
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
