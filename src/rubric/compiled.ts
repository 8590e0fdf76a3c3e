import { readFile } from 'node:fs/promises';
import { type PreparedRubric, prepareRubric, type Rubric } from '../core/rubric.ts';
import { filesDigest, rubricDigest } from './digest.ts';

/** A rubric as the build left it: checked, resolved, and from which files. */
export interface CompiledRubric {
  /** Digest of the names and bytes of its files. */
  readonly files: string;
  readonly rubric: Rubric;
}

/**
 * A bundled rubric without reading its YAML again, which takes longer than all the rest of a run. Only where its files are byte for
 * byte those that the build has checked: who edits a question finds the change in force at once.
 * @param path of what the build wrote
 * @returns undefined where the files differ, or nothing was built
 */
export async function compiledRubric(folder: string, path: string): Promise<PreparedRubric | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const compiled = parsed(text);
  if (!compiled) return undefined;
  const { files, rubric } = compiled;
  return files === (await filesDigest(folder)) ? prepareRubric(rubric, rubricDigest(rubric)) : undefined;
}

/** What a build left that was interrupted is as good as nothing. */
function parsed(text: string): CompiledRubric | undefined {
  try {
    return JSON.parse(text) as CompiledRubric;
  } catch {
    return undefined;
  }
}
