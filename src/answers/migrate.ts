import { type Document, isMap, isScalar, type YAMLMap } from 'yaml';
import type { PreparedRubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { parseSource } from '../source/parse.ts';
import { CompassError } from '../source/problem.ts';

/** What a migration did, by full question id. */
export interface Migration {
  readonly text: string;
  readonly from: string;
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** Kept under `was`, with the reason. */
  readonly setAside: readonly { readonly question: string; readonly reason: string }[];
}

/**
 * Rewrites an answers file for the rubric in use, whatever version it was made with: former ids become those of today; what no
 * longer fits goes under `was`, nothing is dropped.
 * @throws CompassError where the file is no YAML, or is for another rubric
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
  const setAside: { question: string; reason: string }[] = [];
  const former = prepared.formerIds;
  const retired = new Map(prepared.rubric.retired.map(({ id, reason }) => [id, reason]));
  for (const [section, known] of [
    ['answers', new Set(prepared.questions.keys())],
    ['steps', new Set(prepared.guidingQuestions.keys())],
    ['flags', new Set(prepared.flags.keys())],
    ['features', new Set(prepared.features.map(({ feature }) => feature.id))],
  ] as const) {
    const map = root.get(section);
    if (!isMap(map)) continue;
    for (const pair of [...map.items]) {
      const id = isScalar(pair.key) ? String(pair.key.value) : '';
      const today = known.has(id) ? id : former.get(id);
      let reason: string | undefined;
      if (today === undefined || !known.has(today))
        reason = retired.get(id) ?? phrase('versions', 'not-in', { version: prepared.rubric.version });
      else if (today !== id && map.has(today)) reason = phrase('versions', 'answered-already', { id: today });
      else if (section === 'answers') reason = levelGone(pair.value, today, prepared);
      if (reason !== undefined) {
        keepAside(document, root, section, id, pair.value, from);
        map.delete(id);
        setAside.push({ question: id, reason });
      } else if (today !== undefined && today !== id && isScalar(pair.key)) {
        pair.key.value = today;
        renamed.push({ from: id, to: today });
      }
    }
  }
  root.setIn(['rubric', 'version'], prepared.rubric.version);
  return { text: document.toString({ lineWidth: 0 }), from, renamed, setAside };
}

function levelGone(value: unknown, id: string, { questions }: PreparedRubric): string | undefined {
  const level: unknown = isMap(value) ? value.get('level') : isScalar(value) ? value.value : undefined;
  const top = (questions.get(id)?.question.levels.length ?? 1) - 1;
  return typeof level === 'number' && level > top ? phrase('versions', 'level-gone', { level, top }) : undefined;
}

/** Under `was.VERSION.SECTION.ID`, node and comments as they were. */
function keepAside(document: Document, root: YAMLMap, section: string, id: string, value: unknown, version: string): void {
  let map: YAMLMap = root;
  for (const key of ['was', version, section]) {
    const present = map.get(key);
    if (isMap(present)) map = present;
    else {
      const created = document.createNode({}) as YAMLMap;
      map.set(key, created);
      map = created;
    }
  }
  map.set(id, value);
}
