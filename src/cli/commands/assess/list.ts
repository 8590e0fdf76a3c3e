import { resolve } from 'node:path';
import { openAnswers } from '../../../answers/store.ts';
import { type Outstanding, outstanding } from '../../../interview/outstanding.ts';
import { type Standing, standings } from '../../../interview/overview.ts';
import { textOf } from '../../../interview/plan.ts';
import { aside, listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { configuredAnswers } from '../../../run/config.ts';
import { columnsOf } from '../../../run/io.ts';
import { writeOutput } from '../../../run/outputs/write-output.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError } from '../../../source/problem.ts';
import { visible, wrapped } from '../../../text/plain-text.ts';
import { exitCode } from '../../exit-codes.ts';
import type { CommonOptions } from '../../options/common.ts';

interface ListOptions extends CommonOptions {
  /** True lists everything. */
  readonly list: string | boolean;
}

/** `compass assess FILE --list`: prints what is left to do. No terminal is needed. */
export async function listOutstanding(run: Run, typed: string | undefined, { list, rubric }: ListOptions): Promise<number> {
  if (typeof list === 'string' && !outstanding.some((each) => each === list))
    throw CompassError.of('list-what', 'compass assess', { found: `"${list}"` });
  const name = typed ?? (await configuredAnswers(run.io, await run.config()));
  if (name === undefined) throw CompassError.of('list-no-file', 'compass assess');
  const prepared = await run.openRubric(rubric);
  const { maxBytes } = await run.limits();
  const store = await openAnswers(resolve(run.io.cwd(), name), name, prepared, { maxBytes });
  if (!store.existed) throw CompassError.of('not-found', name);
  const only = outstanding.find((each) => each === list);
  const found = standings(prepared, store.assessment()).filter(({ why }) => (only ? why.includes(only) : why.length > 0));
  const width = Math.min(100, columnsOf(run.io.stdout));
  const lines = found.length === 0 ? [nothing(only, name)] : [...partLines(prepared, found, width), '', counts(found, only)];
  await writeOutput(run, `${lines.join('\n')}\n`, undefined);
  return exitCode.done;
}

function nothing(only: Outstanding | undefined, file: string): string {
  return phrase('interview', only ? `list-none-${only}` : 'list-nothing', { file });
}

/** The items, below the titles of their parts. */
function partLines(prepared: Parameters<typeof textOf>[0], found: readonly Standing[], width: number): string[] {
  let title: string | undefined;
  return found.flatMap(({ item, part, why, review }, index) => {
    const heading = part ?? phrase('interview', 'flags');
    const begins = index === 0 || heading !== title;
    title = heading;
    const reasons = why.map((each) =>
      each === 'review' && review ? phrase('interview', 'why-review', { review }) : phrase('interview', `why-${each}`),
    );
    return [
      ...(begins ? [...(index === 0 ? [] : ['']), visible(heading)] : []),
      wrapped(visible(`${item.id}${aside(listed(reasons))}`), width, 2),
      wrapped(visible(textOf(prepared, item)), width, 4),
    ];
  });
}

/** How many there are, and how many for each reason that there is. */
function counts(found: readonly Standing[], only: Outstanding | undefined): string {
  const each = outstanding.flatMap((reason) => {
    const n = found.filter(({ why }) => why.includes(reason)).length;
    return n === 0 || (only && only !== reason) ? [] : [phrase('interview', `count-${reason}`, { n })];
  });
  return phrase('interview', 'list-count', { n: found.length, list: listed(each) });
}
