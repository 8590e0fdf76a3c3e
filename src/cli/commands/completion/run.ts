import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { listed } from '../../../messages/lists.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError } from '../../../source/problem.ts';
import { visible } from '../../../text/plain-text.ts';
import { exitCode } from '../../exit-codes.ts';
import { completionsOf, shells } from './completions.ts';

/** On the last line of `compass complete`: the shell adds no names of its own. */
const noFiles = 4;
/** Added to it where the word may go on: the shell sets no space after it. */
const noSpace = 2;

/** `compass completion SHELL`: prints the script that a shell reads once. */
export async function printCompletionScript(run: Run, shell: string): Promise<number> {
  if (!shells.includes(shell)) throw CompassError.of('unknown-shell', 'compass completion', { shell, known: listed(shells) });
  await run.stdout.write(await readFile(join(run.root, 'completions', `compass.${shell}`), 'utf8'));
  return exitCode.done;
}

/** Called by the script at every Tab: prints one candidate a line, then how the shell is to use them. */
export async function printCompletions(run: Run, program: Command, words: readonly string[]): Promise<number> {
  const { candidates, continues } = await completionsOf(run, program, words);
  const lines = candidates.map(({ value, about }) => `${visible(value)}\t${visible(about)}\n`);
  await run.stdout.write(`${lines.join('')}:${noFiles | (continues ? noSpace : 0)}\n`);
  return exitCode.done;
}
