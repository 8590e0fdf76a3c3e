import { type Command, Option } from 'commander';
import { helpText } from '../../messages/help.ts';
import { choiceOption } from './common.ts';

/** One `--format` or `--output` of the command line. */
export interface OutputToken {
  readonly kind: 'format' | 'output';
  readonly value: string;
}

/** `format` and `output` hold the same list: both options in the order of the command line. */
export interface OutputOptions {
  readonly format?: readonly OutputToken[];
  readonly output?: readonly OutputToken[];
  readonly color: boolean;
  readonly quiet?: boolean;
}

/** `--format` and `--output`, any number of times. */
export function withOutputOptions(command: Command, names: readonly string[], standard: string): Command {
  const tokens: OutputToken[] = [];
  const collect = (kind: OutputToken['kind']) => (value: string) => {
    tokens.push({ kind, value });
    return tokens;
  };
  return command
    .addOption(
      choiceOption('-f, --format <name>', helpText('options', 'formats', { standard }), names).argParser(collect('format')),
    )
    .addOption(new Option('-o, --output <file>', helpText('options', 'outputs')).argParser(collect('output')));
}
