import type { Command, Option } from 'commander';
import type { Context } from '../../../run/io.ts';
import { choiceOption, helpOrSuggest, withCommonOptions } from '../../options.ts';
import type { EvidenceOptions, FindOptions, RebaseOptions } from './options.ts';

const formats = (): Option => choiceOption('-f, --format <name>', 'how to print it', ['terminal', 'json']).default('terminal');
const draftFormats = 'Drafts are read from text, Markdown, HTML, Word (.docx), PDF and Akoma Ntoso XML.';

export function registerEvidence(program: Command, context: Context, finish: (code: number) => void): void {
  const evidence = program
    .command('evidence')
    .summary("work with the draft's own text: outline, check, find, rebase")
    .description(`Works with the draft's own text.\n${draftFormats}`);
  helpOrSuggest(evidence);

  withCommonOptions(
    evidence
      .command('outline')
      .summary('print the provisions of a draft')
      .description(
        `Prints the provisions of a draft as compass has read them, each with the label to cite it by.\n${draftFormats}`,
      )
      .argument('<draft>', 'the file with the text of the draft')
      .addOption(formats())
      .option('-o, --output <file>', 'write to a file instead of standard output'),
  )
    .addHelpText('after', '\nExample:\n  compass evidence outline bill.docx')
    .action(async (draft: string, options: EvidenceOptions) =>
      finish(await (await import('./check.ts')).runOutline(context, draft, options)),
    );

  withCommonOptions(
    evidence
      .command('check')
      .summary('look up every quote in the text of the draft')
      .description(
        'Looks up every quote of the answers in the text of the draft, and says where it stands. Exit code 1 where a quote is\n' +
          'missing, has other words, or stands in another provision than the one that was named.',
      )
      .argument('<answers...>', 'answers files, folders, globs, or - for standard input')
      .option('--draft <file>', 'the text of the draft, instead of the one that the answers name')
      .addOption(formats())
      .option('-o, --output <file>', 'write to a file instead of standard output'),
  )
    .addHelpText('after', '\nExample:\n  compass evidence check bill.answers.yaml')
    .action(async (files: string[], options: EvidenceOptions) =>
      finish(await (await import('./check.ts')).runCheck(context, files, options)),
    );

  withCommonOptions(
    evidence
      .command('find')
      .summary('find the provisions that may answer a question')
      .description(
        'Finds the provisions of a draft that most likely answer a question of the rubric, or that have the words you type.\n' +
          'What it finds is where to look, not an answer.',
      )
      .argument('[words...]', 'the id of a question or red flag, or words')
      .requiredOption('--draft <file>', 'the text of the draft')
      .option('--all', 'the best passages for every question: a reading list')
      .option('-n, --limit <number>', 'how many passages for each; 5, with --all 3')
      .addOption(formats())
      .option('-o, --output <file>', 'write to a file instead of standard output'),
  )
    .addHelpText(
      'after',
      `
Examples:
  compass evidence find access-to-remedy.judicial --draft bill.docx
  compass evidence find "whistle-blower protection" --draft bill.docx`,
    )
    .action(async (words: string[], options: FindOptions) =>
      finish(await (await import('./find.ts')).runFind(context, words, options)),
    );

  withCommonOptions(
    evidence
      .command('rebase')
      .summary('carry an assessment over to a new version of the draft')
      .description(
        'Carries an assessment over to a new version of the draft: quotes that moved get their new place, answers whose evidence\n' +
          'changed or is gone are marked for review, and what stood there before is kept. The file is rewritten in place.',
      )
      .argument('<answers-file>', 'the assessment of the old version')
      .requiredOption('--draft <file>', 'the text of the new version')
      .option('--old <file>', 'the text of the old version, instead of the one that the answers name')
      .option('-o, --output <file>', 'write the new answers file there and leave the old one as it is')
      .option('--dry-run', 'say what would change, write nothing')
      .addOption(formats()),
  )
    .addHelpText(
      'after',
      `
Example:
  compass evidence rebase bill.answers.yaml --draft bill-v2.docx --output bill-v2.answers.yaml`,
    )
    .action(async (file: string, options: RebaseOptions) =>
      finish(await (await import('./rebase.ts')).runRebase(context, file, options)),
    );
}
