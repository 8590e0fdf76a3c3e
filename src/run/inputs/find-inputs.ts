import { readdir, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { CompassError, type Problem } from '../../source/problem.ts';
import { asFileError } from '../../source/read.ts';
import type { Io } from '../io.ts';

/** Whether a file is one of answers, by its name. */
export function isAnswersFile(name: string): boolean {
  return /\.answers\.(ya?ml|json)$/i.test(name);
}

/** The files that the arguments of a command stand for, and what is wrong with the rest. */
export interface Inputs {
  /** Names as they are to stand in results, sorted, each once; `-` is standard input. */
  readonly sources: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Files, folders (all answers files below them), globs and `-`. Names keep the form in which they were given; forward slashes
 * everywhere, so that results are the same bytes on any system.
 */
export async function findInputs({ cwd }: Pick<Io, 'cwd'>, given: readonly string[]): Promise<Inputs> {
  const problems: Problem[] = [];
  const found: string[][] = [];
  for (const name of given) {
    try {
      found.push(await expand(cwd(), name, problems));
    } catch (error) {
      if (!(error instanceof CompassError)) throw error;
      problems.push(...error.problems);
    }
  }
  // By their code units, not the locale: the order is part of the output.
  return { sources: eachOnce(found, cwd()).sort(), problems };
}

/** What one argument stands for has no file twice. Of several, a file under two names is one file, and has the first name. */
function eachOnce(found: readonly (readonly string[])[], cwd: string): string[] {
  const [first = [], ...others] = found;
  if (others.length === 0) return [...first];
  const byPath = new Map<string, string>();
  for (const sources of found) {
    for (const source of sources) {
      const path = source === '-' ? '-' : resolve(cwd, source);
      if (!byPath.has(path)) byPath.set(path, source);
    }
  }
  return [...byPath.values()];
}

/** @param problems takes the folders below one that was named which can't be read: the files in the others still can */
async function expand(cwd: string, name: string, problems: Problem[]): Promise<string[]> {
  if (name === '-') return ['-'];
  const path = resolve(cwd, name);
  try {
    const stats = await stat(path);
    if (!stats.isDirectory()) return [slashes(name)];
    const base = slashes(name).replace(/\/+$/, '') || '/';
    const unread: Problem[] = [];
    const found = await answersBelow(path, base, unread);
    problems.push(...unread);
    if (found.length === 0 && unread.length === 0) throw CompassError.of('no-answers-in-folder', name);
    return found.map((relative) => (base === '.' ? relative : base === '/' ? `/${relative}` : `${base}/${relative}`));
  } catch (error) {
    const problem = asFileError(error, name);
    const missing = problem instanceof CompassError && problem.problems.some(({ code }) => code === 'not-found');
    if (!missing || !/[*?[\]{}!]/.test(name)) throw problem;
    const { glob } = await import('tinyglobby');
    const found = await glob([slashes(name)], { cwd, dot: true, expandDirectories: false });
    if (found.length === 0) throw CompassError.of('no-match', name);
    return found.map((file) => (name.startsWith('/') && !file.startsWith('/') ? slashes(resolve(cwd, file)) : file));
  }
}

async function answersBelow(folder: string, name: string, unread: Problem[]): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    const problem = asFileError(error, name);
    if (!(problem instanceof CompassError)) throw problem;
    unread.push(...problem.problems);
    return [];
  });
  const found: string[] = [];
  for (const entry of entries) {
    // A link to a folder may lead back up; files that are links are read.
    if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git') {
      const below = await answersBelow(join(folder, entry.name), `${name}/${entry.name}`, unread);
      for (const each of below) found.push(`${entry.name}/${each}`);
    } else if (isAnswersFile(entry.name) && !entry.isDirectory()) found.push(entry.name);
  }
  return found;
}

function slashes(name: string): string {
  return sep === '\\' ? name.replaceAll('\\', '/') : name;
}
