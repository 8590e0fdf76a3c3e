import { type Command, Option } from 'commander';

/** The options that every command which prints a result has. */
export interface CommonOptions {
  readonly rubric?: string;
  readonly quiet?: boolean;
  readonly color: boolean;
}

export function withCommonOptions(command: Command): Command {
  return command
    .option('--rubric <folder>', 'another rubric: its folder, or the id of a bundled one')
    .option('-q, --quiet', 'print the result and errors, nothing else')
    .option('--no-color', 'no colours');
}

/** An option with a list of values: help and completion show them, and the command itself says what is wrong with another. */
export function choiceOption(flags: string, description: string, names: readonly string[]): Option {
  return new Option(flags, description).choices(names).argParser((value: string) => value);
}

/** A command of commands: alone it says what there is, and a word that is none of them is told what was meant. */
export function helpOrSuggest(group: Command): void {
  group.allowExcessArguments().action(async () => {
    const [word] = group.args;
    if (word === undefined) return group.outputHelp();
    const [{ nearest }, { CompassError }] = await Promise.all([import('../source/nearest.ts'), import('../source/problem.ts')]);
    const known = group.commands.map((command) => command.name());
    const suggestion = nearest(word, known);
    const args = { topic: word, known: known.join(', '), ...(suggestion !== undefined && { suggestion }) };
    throw CompassError.of(suggestion === undefined ? 'unknown-topic' : 'unknown-topic-near', `compass ${group.name()}`, args);
  });
}

/** The gates as they stand on the command line. */
export interface GateOptions {
  readonly min?: string;
  readonly minFeature?: readonly string[];
  readonly failOn?: string;
}
