import { byFile, type Overlay, type RubricText, type TextPlace, textsOf } from '../../core/localised.ts';
import type { Rubric } from '../../core/rubric.ts';
import { nearest } from '../../source/nearest.ts';
import type { Problem } from '../../source/problem.ts';
import { fingerprint } from './fingerprint.ts';
import type { LocaleEntries, LocalePart } from './read.ts';

/** What a rubric's translation has and lacks. */
export interface CheckedLocale {
  /** The texts that can be used: neither empty nor stale. */
  readonly overlay: Overlay;
  /** How many texts there are to translate. */
  readonly texts: number;
  readonly missing: readonly TextPlace[];
  /** Texts whose source was changed since. */
  readonly stale: readonly Problem[];
  /** Texts that are wrong: of no text of the rubric, a list in place of a text, or without an id that the source names. */
  readonly errors: readonly Problem[];
}

/** Compares a translation with its rubric. @param rubric in its own language */
export function checkLocale(rubric: Rubric, language: string, parts: readonly LocalePart[]): CheckedLocale {
  const sources = textsOf(rubric);
  const present = new Map(parts.map((part) => [part.file, part]));
  const ids = idsOf(rubric);
  const usable: Record<string, Record<string, RubricText>> = {};
  const missing: TextPlace[] = [];
  const stale: Problem[] = [];
  const errors = unknownTexts(sources, parts);
  for (const { file, key, text: source } of sources) {
    const part = present.get(file);
    const entry = part && ownEntry(part.texts, key);
    const text = entry && usableText(entry.text);
    if (!part || !entry || text === undefined) {
      missing.push({ file, key });
      continue;
    }
    const at = ['texts', key, 'text'];
    if (Array.isArray(source) !== Array.isArray(text)) {
      errors.push(part.parsed.problem(Array.isArray(source) ? 'locale-not-list' : 'locale-not-text', at, { key }));
    } else if (entry.of !== fingerprint(source)) {
      stale.push(part.parsed.problem('locale-stale', ['texts', key, 'of'], { key, of: fingerprint(source) }));
    } else {
      for (const id of lostIds(source, text, ids)) errors.push(part.parsed.problem('locale-lost-id', at, { key, id }));
      usable[file] = { ...usable[file], [key]: text };
    }
  }
  return { overlay: { language, texts: usable }, texts: sources.length, missing, stale, errors };
}

/** An entry of a file; undefined if it has none of that name. */
export function ownEntry(texts: LocaleEntries, key: string): LocaleEntries[string] | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}

/** A translation without the line break of a folded scalar; undefined if it is empty. */
export function usableText(text: LocaleEntries[string]['text']): RubricText | undefined {
  if (Array.isArray(text)) return text.length > 0 ? text.map((each) => each.trim()) : undefined;
  return text?.trim() || undefined;
}

function unknownTexts(sources: readonly TextPlace[], parts: readonly LocalePart[]): Problem[] {
  const known = byFile(sources);
  return parts.flatMap(({ file, parsed, texts }) => {
    const keys = known.get(file)?.map(({ key }) => key);
    if (!keys) return [parsed.problem('locale-unknown-file', [], { file })];
    return Object.keys(texts)
      .filter((key) => !keys.includes(key))
      .map((key) => {
        const suggestion = nearest(key, keys);
        const args = { key, file, ...(suggestion !== undefined && { suggestion }) };
        return parsed.problem('locale-unknown-text', ['texts', key], args, 'key');
      });
  });
}

/** The full ids of a rubric's questions, by which its texts refer to each other. */
function idsOf({ features, steps }: Rubric): Set<string> {
  return new Set([...features, ...steps].flatMap(({ questions }) => questions.map(({ id }) => id)));
}

/** Ids of questions that a text names and its translation does not. */
function lostIds(source: RubricText, text: RubricText, ids: ReadonlySet<string>): string[] {
  const named =
    [source]
      .flat()
      .join(' ')
      .match(/[\w-]+\.[\w-]+/g) ?? [];
  const whole = [text].flat().join(' ');
  return [...new Set(named)].filter((id) => ids.has(id) && !whole.includes(id));
}
