import type { Command } from 'commander';
import type { Context } from '../../../run/io.ts';

export function registerCompletion(program: Command, context: Context, finish: (code: number) => void): void {
  program
    .command('completion')
    .summary('make Tab complete commands, options, ids and files')
    .description('Prints a script that teaches a shell to complete compass commands: bash, zsh or fish.')
    .argument('<shell>', 'bash, zsh or fish')
    .addHelpText(
      'after',
      `
Examples:
  source <(compass completion bash)                 # in ~/.bashrc
  source <(compass completion zsh)                  # in ~/.zshrc, after compinit
  compass completion fish > ~/.config/fish/completions/compass.fish`,
    )
    .action(async (shell: string) => finish(await (await import('./run.ts')).printCompletionScript(context, program, shell)));

  // What the script asks: `compass complete -- score --format ""`.
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .helpOption(false)
    .action(async (words: string[]) => finish(await (await import('./run.ts')).printCompletions(context, program, words)));
}
