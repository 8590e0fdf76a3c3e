import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { validateLocale } from '../../schema/locale-validator.js';
import type { LocaleEntry, LocaleFile } from '../../schema/types.ts';
import { type ParsedSource, parseSource } from '../../source/parse.ts';
import { CompassError, type Problem } from '../../source/problem.ts';
import { readText } from '../../source/read.ts';
import { schemaProblems } from '../../source/schema-problems.ts';
import { localesFolder } from '../compiled.ts';
import { localeFiles } from './compiled.ts';

export type LocaleEntries = Readonly<Record<string, LocaleEntry>>;

/** The translation of one file of a rubric. */
export interface LocalePart {
  /** The file that it translates: `features/value-chain.yaml`. */
  readonly file: string;
  readonly parsed: ParsedSource;
  readonly texts: LocaleEntries;
}

/** The languages that a rubric has translations in, sorted. */
export async function rubricLanguages(folder: string): Promise<string[]> {
  const entries = await readdir(join(folder, localesFolder), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/**
 * Reads a rubric's translation into a language.
 * @param name the rubric's folder in messages
 * @returns a part for each file that there is
 * @throws CompassError with all errors of all files, if one is not YAML, does not match its schema or names another language
 */
export async function readLocale(folder: string, name: string, language: string): Promise<LocalePart[]> {
  const path = join(folder, localesFolder, language);
  const parts = await Promise.all(
    localeFiles(folder, language).map((file) =>
      readPart(join(path, file), `${name}/${localesFolder}/${language}/${file}`, { file, language }),
    ),
  );
  const problems = parts.flatMap((part) => ('problems' in part ? part.problems : []));
  if (problems.length > 0) throw new CompassError(problems);
  return parts.filter((part) => 'texts' in part);
}

async function readPart(
  path: string,
  source: string,
  { file, language }: { readonly file: string; readonly language: string },
): Promise<LocalePart | { readonly problems: readonly Problem[] }> {
  const parsed = parseSource(await readText(path, source), source);
  if ('problems' in parsed) return parsed;
  const problems = schemaProblems(validateLocale, parsed);
  if (problems.length > 0) return { problems };
  const value = parsed.value as LocaleFile;
  return value.language === language
    ? { file, parsed, texts: value.texts ?? {} }
    : { problems: [parsed.problem('locale-other-language', ['language'], { found: value.language, language })] };
}
