import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quickYaml } from '../source/quick-yaml/quick-yaml.ts';
import type { Language } from './search/language.ts';
import { type Lexicon, type LexiconFile, lexiconOf } from './search/lexicon.ts';

/** Reads `LANGUAGE.yaml` in a folder of lexicons; an empty lexicon if there is no such file. */
export async function readLexicon(folder: string, language: Language): Promise<Lexicon> {
  return lexiconOf(await readLexiconFile(folder, language));
}

/** The content of `LANGUAGE.yaml` in a folder of lexicons; empty if there is no such file. */
export async function readLexiconFile(folder: string, language: Language): Promise<LexiconFile> {
  const text = await readFile(join(folder, `${language}.yaml`), 'utf8').catch(() => '');
  const content = quickYaml(text) ?? (await import('yaml')).parse(text);
  return (content as LexiconFile | null) ?? {};
}
