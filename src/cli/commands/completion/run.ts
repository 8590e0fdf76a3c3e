import { ShellCompDirective, script } from '@bomb.sh/tab';
import type { Command } from 'commander';
import { type Context, exitCode } from '../../../run/io.ts';
import { writeAll } from '../../../run/outputs/write-output.ts';
import { CompassError } from '../../../source/problem.ts';
import { visible } from '../../../text/plain-text.ts';
import { completionsOf } from './completions.ts';

const shells = ['bash', 'zsh', 'fish'];

/**
 * Bash without the bash-completion package lacks the function that tells the script which word the cursor is in; this stands in for
 * it where it is missing.
 */
const bashStandIn = `type _get_comp_words_by_ref >/dev/null 2>&1 || _get_comp_words_by_ref() {
    words=("\${COMP_WORDS[@]}"); cword=$COMP_CWORD; cur=\${COMP_WORDS[COMP_CWORD]}; prev=\${COMP_WORDS[COMP_CWORD-1]}
}
`;

/** `compass completion SHELL`: the script that a shell reads once. */
export async function printCompletionScript({ io }: Context, program: Command, shell: string): Promise<number> {
  if (!shells.includes(shell)) throw CompassError.of('unknown-shell', 'compass completion', { shell, known: shells.join(', ') });
  if (shell === 'bash') await writeAll(io, bashStandIn);
  // The library prints the script itself.
  script(shell, program.name(), program.name());
  return exitCode.done;
}

/** What the script asks at every Tab: a candidate a line, then how the shell is to take them. */
export async function printCompletions(context: Context, program: Command, words: readonly string[]): Promise<number> {
  const { candidates, open } = await completionsOf(context, program, words);
  const lines = candidates.map(({ value, about }) => `${visible(value)}\t${visible(about)}\n`);
  const directive = ShellCompDirective.ShellCompDirectiveNoFileComp | (open ? ShellCompDirective.ShellCompDirectiveNoSpace : 0);
  await writeAll(context.io, `${lines.join('')}:${directive}\n`);
  return exitCode.done;
}
