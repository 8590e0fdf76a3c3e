import { ShellCompDirective, script } from '@bomb.sh/tab';
import type { Command } from 'commander';
import type { Run } from '../../../run/run.ts';
import { CompassError } from '../../../source/problem.ts';
import { visible } from '../../../text/plain-text.ts';
import { exitCode } from '../../exit-codes.ts';
import { completionsOf, shells } from './completions.ts';

/** The script needs this function, which bash has only with the package bash-completion. */
const bashFallback = `type _get_comp_words_by_ref >/dev/null 2>&1 || _get_comp_words_by_ref() {
    words=("\${COMP_WORDS[@]}"); cword=$COMP_CWORD; cur=\${COMP_WORDS[COMP_CWORD]}; prev=\${COMP_WORDS[COMP_CWORD-1]}
}
`;

/** `compass completion SHELL`: prints the script that a shell reads once. */
export async function printCompletionScript(run: Run, program: Command, shell: string): Promise<number> {
  if (!shells.includes(shell)) throw CompassError.of('unknown-shell', 'compass completion', { shell, known: shells.join(', ') });
  if (shell === 'bash') await run.stdout.write(bashFallback);
  // The library prints the script itself.
  script(shell, program.name(), program.name());
  return exitCode.done;
}

/** Called by the script at every Tab: prints one candidate a line, then how the shell is to use them. */
export async function printCompletions(run: Run, program: Command, words: readonly string[]): Promise<number> {
  const { candidates, continues } = await completionsOf(run, program, words);
  const lines = candidates.map(({ value, about }) => `${visible(value)}\t${visible(about)}\n`);
  const directive =
    ShellCompDirective.ShellCompDirectiveNoFileComp | (continues ? ShellCompDirective.ShellCompDirectiveNoSpace : 0);
  await run.stdout.write(`${lines.join('')}:${directive}\n`);
  return exitCode.done;
}
