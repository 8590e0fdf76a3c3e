import type { Command } from 'commander';
import { helpText } from '../../../messages/help.ts';
import { registry } from '../../../report/registry.ts';
import type { Context } from '../../../run/io.ts';
import { helpOrSuggest, withCommonOptions } from '../../options.ts';
import { withOutputOptions } from '../../output/options.ts';
import type { EvidenceOptions, FindOptions, RebaseOptions } from './options.ts';

const withOptions = (command: Command, subject: 'outline' | 'check' | 'find' | 'rebase'): Command =>
  withCommonOptions(withOutputOptions(command, Object.keys(registry[`evidence ${subject}`]), 'terminal'));

export function registerEvidence(program: Command, context: Context, finish: (code: number) => void): void {
  const evidence = program
    .command('evidence')
    .summary(helpText('evidence', 'summary'))
    .description(helpText('evidence', 'description'));
  helpOrSuggest(evidence);

  withOptions(
    evidence
      .command('outline')
      .summary(helpText('evidence-outline', 'summary'))
      .description(helpText('evidence-outline', 'description'))
      .argument('<draft>', helpText('evidence-outline', 'draft')),
    'outline',
  )
    .addHelpText('after', `\n${helpText('evidence-outline', 'notes')}`)
    .action(async (draft: string, options: EvidenceOptions) =>
      finish(await (await import('./check.ts')).runOutline(context, draft, options)),
    );

  withOptions(
    evidence
      .command('check')
      .summary(helpText('evidence-check', 'summary'))
      .description(helpText('evidence-check', 'description'))
      .argument('<answers...>', helpText('evidence-check', 'answers'))
      .option('--draft <file>', helpText('evidence-check', 'draft')),
    'check',
  )
    .addHelpText('after', `\n${helpText('evidence-check', 'notes')}`)
    .action(async (files: string[], options: EvidenceOptions) =>
      finish(await (await import('./check.ts')).runCheck(context, files, options)),
    );

  withOptions(
    evidence
      .command('find')
      .summary(helpText('evidence-find', 'summary'))
      .description(helpText('evidence-find', 'description'))
      .argument('[words...]', helpText('evidence-find', 'words'))
      .requiredOption('--draft <file>', helpText('evidence-find', 'draft'))
      .option('--all', helpText('evidence-find', 'all'))
      .option('-n, --limit <number>', helpText('evidence-find', 'limit')),
    'find',
  )
    .addHelpText('after', `\n${helpText('evidence-find', 'notes')}`)
    .action(async (words: string[], options: FindOptions) =>
      finish(await (await import('./find.ts')).runFind(context, words, options)),
    );

  withOptions(
    evidence
      .command('rebase')
      .summary(helpText('evidence-rebase', 'summary'))
      .description(helpText('evidence-rebase', 'description'))
      .argument('<answers-file>', helpText('evidence-rebase', 'answers-file'))
      .requiredOption('--draft <file>', helpText('evidence-rebase', 'draft'))
      .option('--old <file>', helpText('evidence-rebase', 'old'))
      .option('--dry-run', helpText('evidence-rebase', 'dry-run')),
    'rebase',
  )
    .addHelpText('after', `\n${helpText('evidence-rebase', 'notes')}`)
    .action(async (file: string, options: RebaseOptions) =>
      finish(await (await import('./rebase.ts')).runRebase(context, file, options)),
    );
}
