import { type Document, isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { PreparedRubric } from '../core/rubric.ts';
import { parseSource } from '../source/parse.ts';
import { CompassError } from '../source/problem.ts';
import { serialise } from './entries.ts';

/** Changes that a new version of the draft makes to an answers file. */
export interface Revision {
  readonly draft: { readonly text: string; readonly sha256: string };
  readonly evidence: readonly {
    readonly section: 'answers' | 'flags';
    readonly id: string;
    readonly index: number;
    /** The new place; null takes it away. */
    readonly at: string | null;
    /** The new words; null takes them away, undefined leaves them. */
    readonly quote?: string | null;
    /** Whether what stood there is kept under `was`. */
    readonly keep: boolean;
  }[];
  /** Why answers have to be looked at again. */
  readonly review: readonly { readonly section: 'answers' | 'flags'; readonly id: string; readonly because: string }[];
}

/**
 * Writes a revision into the text of an answers file. Comments, order and everything else stay; what is replaced is kept under
 * `was`, and what stood under `was` goes on standing in it.
 * @param path decides between YAML and JSON
 * @throws CompassError where the text is no YAML
 */
export function reviseAnswers(text: string, source: string, path: string, revision: Revision, prepared: PreparedRubric): string {
  const parsed = parseSource(text, source);
  if ('problems' in parsed) throw new CompassError(parsed.problems);
  const document = parsed.document();
  const former = prepared.formerIds;
  const entryOf = (section: string, id: string): YAMLMap | undefined => {
    const map = document.get(section);
    if (!isMap(map)) return undefined;
    const pair = map.items.find(({ key }) => {
      const name = isScalar(key) ? String(key.value) : '';
      return name === id || former.get(name) === id;
    });
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

/** Puts what these keys say now under `was`, with the `was` of an earlier time in it. */
function keepWas(document: Document, map: YAMLMap, keys: readonly string[]): void {
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
