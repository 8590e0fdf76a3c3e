import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { checkPanel, type PanelFile } from '../../../answers/panel/files.ts';
import { readAnswers } from '../../../answers/read.ts';
import type { PanelWarning } from '../../../core/panel/result.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { findInputs } from '../../../run/inputs/find-inputs.ts';
import { readInput } from '../../../run/inputs/read-input.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError, type Problem } from '../../../source/problem.ts';

/** The files of a panel. */
export interface PanelFiles {
  readonly files: readonly PanelFile[];
  readonly warnings: readonly PanelWarning[];
  /** Settled files, which are not the answers of a reviewer. */
  readonly leftOut: readonly string[];
}

/**
 * Reads the reviewers' files.
 * @param force whether files about different drafts are allowed, with a warning
 * @throws CompassError if one can't be read, was made with another version of the rubric, or is about another draft
 */
export async function readPanel(
  run: Run,
  given: readonly string[],
  prepared: PreparedRubric,
  force: boolean,
): Promise<PanelFiles> {
  const { sources, problems: inputProblems } = await findInputs(run.io, given);
  const problems: Problem[] = [...inputProblems];
  const files: PanelFile[] = [];
  const leftOut: string[] = [];
  const seen = new Set<string>();
  for (const source of sources) {
    const path = source === '-' ? source : resolve(run.io.cwd(), source);
    if (seen.has(path)) continue;
    seen.add(path);
    try {
      run.protect(source);
      const text = await readInput(run, source);
      const { assessment, parsed } = readAnswers(text, source, prepared);
      const { version } = (parsed.value as { rubric: { version: string } }).rubric;
      const digest = createHash('sha256').update(text).digest('hex');
      if (assessment.panel) leftOut.push(source);
      else files.push({ source, assessment, version, digest });
    } catch (error) {
      if (!(error instanceof CompassError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new CompassError(problems);
  return { files, leftOut, warnings: checkPanel(files, prepared, force) };
}
