import { type Command, Option } from 'commander';
import { choiceOption } from '../options.ts';

/** `--format` or `--output` as it stands on the command line. */
export interface OutputToken {
  readonly kind: 'format' | 'output';
  readonly value: string;
}

/** Both options hold the same list, in the order of the command line. */
export interface OutputOptions {
  readonly format?: readonly OutputToken[];
  readonly output?: readonly OutputToken[];
  readonly color: boolean;
  readonly quiet?: boolean;
}

export const wideHelp = 'csv with one row a law instead of one row an answer';

/** `--format` and `--output`, each any number of times. */
export function withOutputOptions(command: Command, names: readonly string[], standard: string): Command {
  const tokens: OutputToken[] = [];
  const collect = (kind: OutputToken['kind']) => (value: string) => {
    tokens.push({ kind, value });
    return tokens;
  };
  return command
    .addOption(choiceOption('-f, --format <name>', `how to print it (default: ${standard})`, names).argParser(collect('format')))
    .addOption(
      new Option(
        '-o, --output <file>',
        'write to a file instead of standard output; with several formats, one for each, in order',
      ).argParser(collect('output')),
    );
}
