import { relative, resolve } from 'node:path';
import type { AnswerPlaces, Assessment } from '../../core/answers.ts';
import type { Failure } from '../../core/result.ts';
import type { Origin } from '../../report/data/origin.ts';
import { draftName } from '../drafts/draft-access.ts';

/** The files of a run by their names in the result, relative to the working folder: no result names a folder of this machine. */
export function originsOf(
  cwd: string,
  scored: readonly { readonly source: string; readonly assessment: Assessment; readonly places?: () => AnswerPlaces }[],
  failures: readonly Failure[],
): Map<string, Origin> {
  const origins = new Map<string, Origin>(failures.map(({ source }) => [source, { file: fromHere(cwd, source) }]));
  for (const { source, assessment, places } of scored) {
    const draft = draftName(source, assessment);
    const text = draft === undefined ? {} : { draft: fromHere(cwd, draft) };
    origins.set(source, { file: fromHere(cwd, source), ...text, ...(places && { places }) });
  }
  return origins;
}

function fromHere(cwd: string, name: string): string {
  if (name === '-') return 'stdin';
  return relative(cwd, resolve(cwd, name)).replaceAll('\\', '/') || name;
}
