import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PreparedRubric, prepareRubric, type Rubric } from '../core/rubric.ts';

/** A rubric as the build left it: checked, resolved, and from which files. */
export interface CompiledRubric {
  /** Its files as they were, by name. */
  readonly files: Readonly<Record<string, string>>;
  readonly rubric: Rubric;
  readonly digest: string;
}

/**
 * A bundled rubric without reading its YAML again, which takes longer than all the rest of a run. Only where its files are letter for
 * letter those that the build has checked: who edits a question finds the change in force at once.
 * @param path of what the build wrote
 * @returns undefined where the files differ, or nothing was built
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
    // A build that was interrupted, a file that can't be read: loading the rubric will tell.
    return undefined;
  }
}

/** The YAML files of a rubric folder, with forward slashes, in the order of their names. */
export function rubricFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}
