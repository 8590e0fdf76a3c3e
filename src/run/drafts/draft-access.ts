import { realpathSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Assessment } from '../../core/answers.ts';
import type { ParsedSource } from '../../source/parse.ts';
import { CompassError } from '../../source/problem.ts';
import type { Run } from '../run.ts';

/** The draft's file that an answers file names, relative to the answers file's folder. Undefined if it names none. */
export function draftName(source: string, { draft }: Assessment): string | undefined {
  if (draft.text === undefined) return undefined;
  const folder = source === '-' ? '' : dirname(source);
  return isAbsolute(draft.text) ? draft.text : join(folder, draft.text).replaceAll('\\', '/');
}

/**
 * The draft's file that an answers file names, if it may be read: in the folder of the answers file or below, or in the folder
 * that the configuration allows.
 * @param problem makes a problem with its place in the answers file
 * @returns undefined if the answers file names none
 * @throws CompassError if the file is outside and the user has not allowed it. Otherwise the author of an answers file could make
 * compass quote any file
 */
export async function allowedDraft(
  run: Pick<Run, 'io' | 'limits'>,
  source: string,
  assessment: Assessment,
  problem: ParsedSource['problem'],
): Promise<string | undefined> {
  const name = draftName(source, assessment);
  const { text = '' } = assessment.draft;
  if (name !== undefined) await refuseItself(run, source, name);
  if (name === undefined || !(await isOutside(run, source, name, text))) return name;
  throw new CompassError([problem('draft-outside', ['draft', 'text'], { text })]);
}

/**
 * An answers file is never its own draft, not through a link either: it would prove every quote with itself.
 * @throws CompassError if both are one file
 */
export async function refuseItself({ io }: Pick<Run, 'io'>, source: string, name: string): Promise<void> {
  const [answers, draft] = await Promise.all(
    [source, name].map((file) => stat(resolve(io.cwd(), file), { bigint: true }).catch(() => undefined)),
  );
  if (source !== '-' && answers && draft && answers.dev === draft.dev && answers.ino === draft.ino)
    throw CompassError.of('draft-is-answers', name);
}

/**
 * Whether a draft's file is outside the folders that may be read.
 * @param name the file, relative to the working folder
 * @param text the file as the answers file names it
 */
export async function isOutside(run: Pick<Run, 'io' | 'limits'>, source: string, name: string, text: string): Promise<boolean> {
  const { allowOutsideDraft, draftFolder } = await run.limits();
  if (allowOutsideDraft) return false;
  if (isElsewhere(text)) return true;
  const cwd = run.io.cwd();
  const path = resolve(cwd, name);
  const own = resolve(cwd, source === '-' ? '.' : dirname(source));
  return !(isWithin(own, path) || (draftFolder !== undefined && isWithin(draftFolder, path)));
}

/** A drive, another machine or an address. The answer is the same on every system, so that an answers file means the same. */
function isElsewhere(name: string): boolean {
  return /^(?:file:|\\\\)/i.test(name) || (sep !== '\\' && /^[a-z]:/i.test(name));
}

/**
 * Whether a path is in a folder or below, by its name and, where the file exists, by where its links lead. A name that leaves the
 * folder is never looked up: on Windows the look-up alone may reach another machine.
 */
function isWithin(folder: string, path: string): boolean {
  if (!isBelow(folder, path)) return false;
  const real = realPath(path);
  return real === undefined || isBelow(realPath(folder) ?? folder, real);
}

/** Synchronous, because it is called for each of thousands of files and a promise for each costs more. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
