import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Language } from './language.ts';

/** Words that drafts use for one thing. */
export interface Lexicon {
  /** Words of one language that stand for one another. */
  readonly groups: readonly (readonly string[])[];
  /** What English words of the rubric are called in another language. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

/** Reads `lexicon/LANGUAGE.yaml`, which comes with the package; a language without one has an empty lexicon. */
export async function readLexicon(folder: string, language: Language): Promise<Lexicon> {
  const text = await readFile(join(folder, `${language}.yaml`), 'utf8').catch(() => '');
  const content = parse(text) as { groups?: string[][]; words?: Record<string, string[]> } | null;
  return { groups: content?.groups ?? [], words: new Map(Object.entries(content?.words ?? {})) };
}
