import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PreparedRubric, prepareRubric, type Rubric } from '../core/rubric.ts';

/** A rubric that the build has checked and resolved. */
export interface CompiledRubric {
  /** The contents of its files at build time, by name. */
  readonly files: Readonly<Record<string, string>>;
  readonly rubric: Rubric;
  readonly digest: string;
}

/**
 * Loads a bundled rubric from the build's output. Parsing its YAML would take longer than the rest of a run. The output is used
 * only if the files are unchanged since the build, so that an edited question takes effect at once.
 * @param path of the build's output
 * @returns undefined if a file differs or there is no usable output
 */
export function compiledRubric(folder: string, path: string): PreparedRubric | undefined {
  try {
    const { files, rubric, digest } = JSON.parse(readFileSync(path, 'utf8')) as CompiledRubric;
    const names = rubricFiles(folder);
    const isSame =
      names.length === Object.keys(files).length &&
      names.every((name) => readFileSync(join(folder, name), 'utf8') === files[name]);
    return isSame ? prepareRubric(rubric, digest) : undefined;
  } catch {
    // The build was interrupted, or a file cannot be read. Loading the rubric from its files will report it.
    return undefined;
  }
}

/** The subfolder of a rubric with its translations. They do not count as its files: they change no score and no digest. */
export const localesFolder = 'locales';

/** The relative paths of the YAML files in a rubric folder, with forward slashes, sorted. Translations are left out. */
export function rubricFiles(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => name !== localesFolder);
  const below = entries.filter((entry) => entry.isDirectory()).flatMap(({ name }) => yamlFiles(join(folder, name), `${name}/`));
  const own = entries.filter((entry) => !entry.isDirectory() && entry.name.endsWith('.yaml')).map(({ name }) => name);
  return [...own, ...below].sort();
}

/** The paths of the YAML files in a folder and below, sorted, each with a prefix. */
export function yamlFiles(folder: string, prefix = ''): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => prefix + name.replaceAll('\\', '/'))
    .sort();
}
