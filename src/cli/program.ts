import { Command, Help } from 'commander';
import { helpText } from '../messages/help.ts';
import { languages } from '../messages/languages.ts';
import { parserText } from '../messages/parser.ts';
import type { Run } from '../run/run.ts';
import { visible } from '../text/visible.ts';
import { helpNotes } from './help-notes.ts';
import { choiceOption } from './options/common.ts';
import { withLimitOptions } from './options/limits.ts';

/** How texts of help that are not English are measured and broken into lines. */
export interface HelpLayout {
  readonly widthOf: (text: string) => number;
  readonly wrapped: (text: string, width: number) => string;
}

/**
 * The command `compass` itself: the options that hold for every command, and how help is printed.
 * @param layout Commander's own if undefined, in which each character takes one column
 */
export function createProgram({ io, stdout, version }: Pick<Run, 'io' | 'stdout' | 'version'>, layout?: HelpLayout): Command {
  const program = new Command('compass')
    .description(helpText('program', 'description'))
    .version(version, '--version', helpText('program', 'version'))
    .helpOption('-h, --help', helpText('program', 'help'))
    .option('--config <file>', helpText('program', 'config'))
    .option('--no-config', helpText('program', 'no-config'))
    // Read before the commands are declared: src/cli/language.ts.
    .addOption(choiceOption('--language <code>', helpText('program', 'language'), languages))
    .configureHelp({
      showGlobalOptions: true,
      // Wraps at 60 columns too, beside terms of 36.
      minWidthToWrap: 16,
      ...(layout && { displayWidth: layout.widthOf, boxWrap: layout.wrapped }),
      styleTitle: parserText,
      optionDescription(option) {
        return parserText(Help.prototype.optionDescription.call(this, option));
      },
    })
    .showSuggestionAfterError(true)
    .showHelpAfterError(helpText('program', 'after-error'))
    .configureOutput({
      // `main` waits for it, and reports a failure.
      writeOut: (text) => void stdout.write(text).catch(() => {}),
      outputError: (text, write) => write(parserText(text)),
      writeErr: (text) => void io.stderr.write(visibleLines(text)),
      getOutHelpWidth: () => Math.min(io.stdout.columns ?? 80, 100),
      getErrHelpWidth: () => Math.min(io.stderr.columns ?? 80, 100),
    })
    .exitOverride();
  return withLimitOptions(program).addHelpText('after', helpNotes('program'));
}

/** Escapes control characters in each line: a message may repeat what was typed. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
