import { realpathSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import type { Command } from 'commander';
import { helpText } from '../messages/help.ts';

/** What a run lets the files do that it reads. */
export interface Limits {
  /** Larger files are refused before they are read; undefined leaves it to each kind of file. */
  readonly maxBytes: number | undefined;
  /** Whether an answers file may name any file as the text of its draft. */
  readonly allowOutsideDraft: boolean;
  /** The folder, absolute, in which drafts may stand besides that of the answers file. */
  readonly draftFolder: string | undefined;
}

export interface LimitOptions {
  readonly maxSize?: string;
  readonly allowOutsideDraft?: boolean;
}

/** The options of every command that reads files which others may have made. */
export function withLimitOptions(program: Command): Command {
  return program
    .option('--max-size <MB>', helpText('program', 'max-size'))
    .option('--allow-outside-draft', helpText('program', 'allow-outside-draft'));
}

/** The limits of each run, by its outside. */
const known = new WeakMap<object, () => Promise<Limits>>();

/** Sets the limits of a run. They are looked up only when the first file is read. */
export function setLimits(io: object, limits: () => Promise<Limits>): void {
  known.set(io, limits);
}

export async function limitsOf(io: object): Promise<Limits> {
  return (await known.get(io)?.()) ?? { maxBytes: undefined, allowOutsideDraft: false, draftFolder: undefined };
}

/**
 * Whether a path stays within a folder, by its name and, where the file is there, by where its links lead. A name that leaves it is
 * never looked up: on Windows that alone may reach another machine.
 */
export function isWithin(folder: string, path: string): boolean {
  if (!isBelow(folder, path)) return false;
  const real = realPath(path);
  return real === undefined || isBelow(realPath(folder) ?? folder, real);
}

/** Asked for each of thousands of files, for which it must not wait. */
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

/** A drive, another machine or an address, whatever the system: an answers file is to mean the same on all of them. */
export function isElsewhere(name: string): boolean {
  return /^(?:file:|\\\\)/i.test(name) || (sep !== '\\' && /^[a-z]:/i.test(name));
}
