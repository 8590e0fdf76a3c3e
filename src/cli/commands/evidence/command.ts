import type { Command } from 'commander';
import { helpText } from '../../../messages/help.ts';
import { registry } from '../../../report/registry.ts';
import type { Run } from '../../../run/run.ts';
import { helpNotes } from '../../help-notes.ts';
import { helpOrSuggest, withCommonOptions } from '../../options/common.ts';
import { withOutputOptions } from '../../options/outputs.ts';
import type { Finish } from '../../register.ts';
import type { EvidenceOptions, FindOptions, RebaseOptions } from './options.ts';

export function registerEvidence(program: Command, run: Run, finish: Finish): void {
  const evidence = program
    .command('evidence')
    .summary(helpText('evidence', 'summary'))
    .description(helpText('evidence', 'description'));
  helpOrSuggest(evidence);
  registerOutline(evidence, run, finish);
  registerCheck(evidence, run, finish);
  registerFind(evidence, run, finish);
  registerRebase(evidence, run, finish);
}

function registerOutline(evidence: Command, run: Run, finish: Finish): void {
  withOptions(
    evidence
      .command('outline')
      .summary(helpText('evidence-outline', 'summary'))
      .description(helpText('evidence-outline', 'description'))
      .argument('<draft>', helpText('evidence-outline', 'draft')),
    'outline',
  )
    .addHelpText('after', helpNotes('evidence-outline'))
    .action(async (draft: string, options: EvidenceOptions) =>
      finish(await (await import('./outline.ts')).runOutline(run, draft, options)),
    );
}

function registerCheck(evidence: Command, run: Run, finish: Finish): void {
  withOptions(
    evidence
      .command('check')
      .summary(helpText('evidence-check', 'summary'))
      .description(helpText('evidence-check', 'description'))
      .argument('<answers...>', helpText('evidence-check', 'answers'))
      .option('--draft <file>', helpText('evidence-check', 'draft')),
    'check',
  )
    .addHelpText('after', helpNotes('evidence-check'))
    .action(async (files: string[], options: EvidenceOptions) =>
      finish(await (await import('./check.ts')).runCheck(run, files, options)),
    );
}

function registerFind(evidence: Command, run: Run, finish: Finish): void {
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
    .addHelpText('after', helpNotes('evidence-find'))
    .action(async (words: string[], options: FindOptions) =>
      finish(await (await import('./find.ts')).runFind(run, words, options)),
    );
}

function registerRebase(evidence: Command, run: Run, finish: Finish): void {
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
    .addHelpText('after', helpNotes('evidence-rebase'))
    .action(async (file: string, options: RebaseOptions) =>
      finish(await (await import('./rebase.ts')).runRebase(run, file, options)),
    );
}

/** The options that every evidence command has. */
function withOptions(command: Command, subject: 'outline' | 'check' | 'find' | 'rebase'): Command {
  return withCommonOptions(withOutputOptions(command, Object.keys(registry[`evidence ${subject}`]), 'terminal'));
}
