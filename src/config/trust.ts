import { realpathSync } from 'node:fs';
import { lstat, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Problem } from '../source/problem.ts';
import type { Config, ConfigKey } from './read.ts';

/** Why a configuration that was found upward is not used. */
export type Distrust = 'other-owner' | 'others-write';

/**
 * Whether a configuration may be somebody else's work: it belongs to another user than this one or root, or other users may write
 * it. Windows has neither owners nor modes that Node could tell, so it trusts every file.
 */
export async function distrustOf(path: string): Promise<Distrust | undefined> {
  const user = process.getuid?.();
  if (user === undefined) return undefined;
  // Of a link, the owner counts as well: whoever made it chose the file.
  const [file, link] = await Promise.all([stat(path), lstat(path)]);
  if ([file, link].some(({ uid }) => uid !== user && uid !== 0)) return 'other-owner';
  return (file.mode & 0o022) === 0 ? undefined : 'others-write';
}

/** Extensions of the files that reports are written to. */
const reportExtension = /\.(?:md|markdown|txt|html?|docx|xlsx|json|ndjson|jsonl|csv|xml|sarif)$/i;

/**
 * Checks the paths of a configuration that was found upward: they must stay inside its folder, links included, and an output must be
 * a report. It may come with a repository that the user has only fetched.
 */
export function pathProblems({ folder, settings, problem }: Config): Problem[] {
  const { rubric, files = [], formats = [], baseline, draftFolder } = settings;
  const problems: Problem[] = [];
  const check = (path: string, at: readonly [ConfigKey, ...(string | number)[]]): void => {
    if (!isInside(folder, path)) problems.push(problem('config-outside', at, { path }));
  };
  for (const [index, file] of files.entries()) check(file, ['files', index]);
  if (rubric !== undefined) check(rubric, ['rubric']);
  if (baseline !== undefined) check(baseline, ['baseline']);
  if (draftFolder !== undefined) check(draftFolder, ['draftFolder']);
  for (const [index, entry] of formats.entries()) {
    const output = typeof entry === 'string' ? undefined : entry.output;
    if (output === undefined || output === '-') continue;
    check(output, ['formats', index, 'output']);
    const isHidden = output.split(/[/\\]/).some((part) => /^\.[^.]/.test(part));
    if (isHidden || !reportExtension.test(output))
      problems.push(problem('config-no-report', ['formats', index, 'output'], { path: output }));
  }
  return problems;
}

/** @param path a path or a glob, relative to the folder */
function isInside(folder: string, path: string): boolean {
  // What follows the first wildcard may name a folder above, too.
  const parts = path.split(/[/\\]/);
  const wildcard = parts.findIndex((part) => /[*?[\]{}]/.test(part));
  if (wildcard !== -1 && parts.slice(wildcard).includes('..')) return false;
  const fixed = resolve(folder, wildcard === -1 ? path : parts.slice(0, wildcard).join('/') || (isAbsolute(path) ? '/' : '.'));
  return isBelow(folder, fixed) && isBelow(realPath(folder), realPath(fixed));
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Where the links of a path lead; of a path that does not exist, those of its nearest folder that does. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : resolve(realPath(parent), relative(parent, path));
  }
}
