import { type Document, isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { PreparedRubric } from '../core/rubric.ts';
import { parseSource } from '../source/parse.ts';
import { CompassError } from '../source/problem.ts';
import { detachEntry } from './aliases.ts';
import { serialise } from './serialise.ts';

/** The changes to an answers file that a new version of the draft requires. */
export interface Revision {
  readonly draft: { readonly text: string; readonly sha256: string };
  readonly evidence: readonly {
    readonly section: 'answers' | 'steps' | 'flags';
    readonly id: string;
    readonly index: number;
    /** The new provision; null deletes it. */
    readonly at: string | null;
    /** The new quote; null deletes it, undefined leaves it unchanged. */
    readonly quote?: string | null;
    /** Whether the old values are kept under `was`. */
    readonly keep: boolean;
  }[];
  /** The answers that need another look, with the reason. */
  readonly review: readonly { readonly section: 'answers' | 'steps' | 'flags'; readonly id: string; readonly because: string }[];
}

/**
 * Applies a revision to the text of an answers file. Comments, order and everything else are preserved. Replaced values are kept
 * under `was`, and an earlier `was` is nested in the new one.
 * @param file its `source` is the file's name in messages; its `path` decides between YAML and JSON
 * @returns the new text
 * @throws CompassError if the text is not YAML
 */
export function reviseAnswers(
  { text, source, path }: { readonly text: string; readonly source: string; readonly path: string },
  revision: Revision,
  { formerIds }: PreparedRubric,
): string {
  const parsed = parseSource(text, source);
  if ('problems' in parsed) throw new CompassError(parsed.problems);
  const document = parsed.document();
  const entryOf = (section: string, id: string): YAMLMap | undefined => {
    const map = document.get(section);
    if (!isMap(map)) return undefined;
    const pair = map.items.find(({ key }) => {
      const name = isScalar(key) ? String(key.value) : '';
      return name === id || formerIds.get(name) === id;
    });
    if (pair) detachEntry(document, pair);
    return isMap(pair?.value) ? pair.value : undefined;
  };
  reviseDraft(document, revision.draft);
  for (const { section, id, index, at, quote, keep } of revision.evidence) {
    const list = entryOf(section, id)?.get('evidence');
    const entry = isSeq(list) ? list.items[index] : undefined;
    if (!isMap(entry)) continue;
    if (keep) keepWas(document, entry, quote === undefined ? ['at'] : ['at', 'quote']);
    replace(entry, 'at', at);
    if (quote !== undefined) replace(entry, 'quote', quote);
  }
  for (const { section, id, because } of revision.review) {
    const entry = entryOf(section, id);
    const present = entry?.get('review');
    const reasons = typeof present === 'string' && present !== '' ? present.split('; ') : [];
    if (!reasons.includes(because)) entry?.set('review', [...reasons, because].join('; '));
  }
  return serialise(document, text, path);
}

function reviseDraft(document: Document, { text, sha256 }: Revision['draft']): void {
  let draft = document.get('draft');
  if (!isMap(draft)) {
    draft = document.createNode({});
    document.set('draft', draft);
  }
  const map = draft as YAMLMap;
  if (map.get('text') === text && map.get('sha256') === sha256) return;
  keepWas(document, map, ['text', 'sha256']);
  map.set('text', text);
  map.set('sha256', sha256);
}

/** Copies the values of these keys to `was`, with an earlier `was` nested in it. */
export function keepWas(document: Document, map: YAMLMap, keys: readonly string[]): void {
  const was: Record<string, unknown> = {};
  for (const key of keys) if (map.has(key)) was[key] = map.get(key);
  const earlier = map.get('was', true);
  if (Object.keys(was).length === 0) return;
  const node = document.createNode(was) as YAMLMap;
  if (earlier !== undefined) node.set('was', earlier);
  map.set('was', node);
}

function replace(map: YAMLMap, key: string, value: string | null): void {
  if (value === null || value === '') map.delete(key);
  else {
    const current = map.get(key, true);
    if (isScalar(current)) current.value = value;
    else map.set(key, value);
  }
}
