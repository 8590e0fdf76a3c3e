import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Language } from './search/language.ts';
import type { Lexicon } from './search/lexicon.ts';

/** Reads `LANGUAGE.yaml` in a folder of lexicons; an empty lexicon if there is no such file. */
export async function readLexicon(folder: string, language: Language): Promise<Lexicon> {
  const text = await readFile(join(folder, `${language}.yaml`), 'utf8').catch(() => '');
  const content = parse(text) as { groups?: string[][]; words?: Record<string, string[]> } | null;
  return { groups: content?.groups ?? [], words: new Map(Object.entries(content?.words ?? {})) };
}
