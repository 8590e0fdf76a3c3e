import { type Command, Option } from 'commander';
import { helpText } from '../../messages/help.ts';

/** The options of every command that prints a result. */
export interface CommonOptions {
  readonly rubric?: string;
  readonly quiet?: boolean;
  readonly color: boolean;
}

export function withCommonOptions(command: Command): Command {
  return command
    .option('--rubric <folder>', helpText('options', 'rubric'))
    .option('-q, --quiet', helpText('options', 'quiet'))
    .option('--no-color', helpText('options', 'no-color'));
}

/** An option with a list of values, for help and completion. The command itself refuses other values, with a better message. */
export function choiceOption(flags: string, description: string, names: readonly string[]): Option {
  return new Option(flags, description).choices(names).argParser((value: string) => value);
}

/** Makes a command of subcommands print its help when it is called alone, and suggest a subcommand for an unknown word. */
export function helpOrSuggest(group: Command): void {
  group.allowExcessArguments().action(async () => {
    const [word] = group.args;
    if (word === undefined) return group.outputHelp();
    const [{ listed }, { nearest }, { CompassError }] = await Promise.all([
      import('../../messages/lists.ts'),
      import('../../source/nearest.ts'),
      import('../../source/problem.ts'),
    ]);
    const known = group.commands.map((command) => command.name());
    const suggestion = nearest(word, known);
    const args = { topic: word, known: listed(known), ...(suggestion !== undefined && { suggestion }) };
    throw CompassError.of(suggestion === undefined ? 'unknown-topic' : 'unknown-topic-near', `compass ${group.name()}`, args);
  });
}
