import { readdir, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { CompassError, type Problem } from '../../source/problem.ts';
import { asFileError } from '../../source/read.ts';
import type { Io } from '../io.ts';

/** Whether a file is an answers file, by its name. */
export function isAnswersFile(name: string): boolean {
  return /\.answers\.(ya?ml|json)$/i.test(name);
}

/** The files that the arguments of a command name. */
export interface Inputs {
  /** File names as results show them, sorted, without duplicates; `-` is standard input. */
  readonly sources: readonly string[];
  /** Arguments and folders that can't be read. */
  readonly problems: readonly Problem[];
}

/**
 * Finds the files that the arguments of a command name: files, folders (all answers files below them), globs and `-`.
 * A name keeps the form in which it was given, with forward slashes, so that results are the same bytes on any system.
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
  // Sorted by code units, not by the locale: the order is part of the output.
  return { sources: withoutDuplicates(found, cwd()).sort(), problems };
}

/** A file that two arguments name is listed once, under the first name. The files of a single argument have no duplicates. */
function withoutDuplicates(found: readonly (readonly string[])[], cwd: string): string[] {
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

/**
 * The files that one argument names.
 * @param problems takes the subfolders that can't be read; the files of the other subfolders are still returned
 * @throws CompassError if it names no file
 */
async function expand(cwd: string, name: string, problems: Problem[]): Promise<string[]> {
  if (name === '-') return ['-'];
  try {
    const stats = await stat(resolve(cwd, name));
    return stats.isDirectory() ? await expandFolder(cwd, name, problems) : [slashes(name)];
  } catch (error) {
    const problem = asFileError(error, name);
    const missing = problem instanceof CompassError && problem.problems.some(({ code }) => code === 'not-found');
    if (!missing || !/[*?[\]{}!]/.test(name)) throw problem;
    return expandGlob(cwd, name);
  }
}

async function expandFolder(cwd: string, name: string, problems: Problem[]): Promise<string[]> {
  const base = slashes(name).replace(/\/+$/, '') || '/';
  const unread: Problem[] = [];
  const found = await answersBelow(resolve(cwd, name), base, unread);
  problems.push(...unread);
  if (found.length === 0 && unread.length === 0) throw CompassError.of('no-answers-in-folder', name);
  return found.map((relative) => (base === '.' ? relative : base === '/' ? `/${relative}` : `${base}/${relative}`));
}

async function expandGlob(cwd: string, pattern: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const found = await glob([slashes(pattern)], { cwd, dot: true, expandDirectories: false });
  if (found.length === 0) throw CompassError.of('no-match', pattern);
  return found.map((file) => (pattern.startsWith('/') && !file.startsWith('/') ? slashes(resolve(cwd, file)) : file));
}

/** All answers files in a folder and below, relative to it. */
async function answersBelow(folder: string, name: string, unread: Problem[]): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    const problem = asFileError(error, name);
    if (!(problem instanceof CompassError)) throw problem;
    unread.push(...problem.problems);
    return [];
  });
  const found: string[] = [];
  for (const entry of entries) {
    // Links to folders are not followed: one may lead back up.
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
