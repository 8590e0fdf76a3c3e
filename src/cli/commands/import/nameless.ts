import { resolve } from 'node:path';
import type { Run } from '../../../run/run.ts';
import { readExisting } from '../../../source/read.ts';
import { type Merging, type Planned, plan, type Target } from './targets.ts';

/** The files of a name, with and without a number. */
interface Numbered {
  /** The texts that are there, or will be, with their files. */
  readonly texts: Map<string, string>;
  /** The first number that no file has. */
  next: number;
}

/**
 * Plans files for answers without a name: each gets one of its own, with a number in its name. Only what was imported before, to the
 * letter, goes where it is.
 * @param named the files of those who have names
 */
export function namelessPlanner(run: Run, named: ReadonlySet<string>): (target: Target, merging: Merging) => Promise<Planned> {
  const known = new Map<string, Numbered>();
  const readFrom = async (file: string): Promise<string | undefined> =>
    readExisting(resolve(run.io.cwd(), file), file, (await run.limits()).maxBytes);
  /** Notes the files that are there, and finds the next number. */
  const lookOn = async (base: string, numbered: Numbered): Promise<void> => {
    for (; ; numbered.next += 1) {
      const file = withNumber(base, numbered.next);
      const text = named.has(file) ? '' : await readFrom(file);
      if (text === undefined) return;
      if (!numbered.texts.has(text)) numbered.texts.set(text, file);
    }
  };
  return async (target, merging) => {
    const numbered = known.get(target.file) ?? { texts: new Map(), next: 1 };
    known.set(target.file, numbered);
    await lookOn(target.file, numbered);
    const planned = await plan(run, { ...target, file: withNumber(target.file, numbered.next) }, merging);
    const there = numbered.texts.get(planned.text);
    if (there !== undefined) return { ...planned, file: there, before: planned.text };
    numbered.texts.set(planned.text, planned.file);
    numbered.next += 1;
    return planned;
  };
}

function withNumber(file: string, number: number): string {
  return number === 1 ? file : file.replace(/(?=\.answers\.yaml$)/, `-${number}`);
}
