import type { Command } from 'commander';
import { helpText } from '../../../messages/help.ts';
import { registry } from '../../../report/registry.ts';
import type { Run } from '../../../run/run.ts';
import { helpNotes } from '../../help-notes.ts';
import { helpOrSuggest, withCommonOptions } from '../../options/common.ts';
import { withOutputOptions } from '../../options/outputs.ts';
import type { Finish } from '../../register.ts';

export function registerRubric(program: Command, run: Run, finish: Finish): void {
  const rubric = program.command('rubric').summary(helpText('rubric', 'summary')).description(helpText('rubric', 'description'));
  helpOrSuggest(rubric);
  registerList(rubric, run, finish);
  registerShow(rubric, run, finish);
  registerLint(rubric, run, finish);
  registerNew(rubric, run, finish);
  registerTranslate(rubric, run, finish);
  registerMigrate(rubric, run, finish);
}

function registerList(rubric: Command, run: Run, finish: Finish): void {
  rubric
    .command('list')
    .summary(helpText('rubric-list', 'summary'))
    .description(helpText('rubric-list', 'description'))
    .addHelpText('after', helpNotes('rubric-list'))
    .action(async () => finish(await (await import('./run.ts')).listRubrics(run)));
}

function registerShow(rubric: Command, run: Run, finish: Finish): void {
  withCommonOptions(
    withOutputOptions(
      rubric.command('show').summary(helpText('rubric-show', 'summary')).description(helpText('rubric-show', 'description')),
      Object.keys(registry['rubric show']),
      'terminal',
    ),
  )
    .argument('[rubric]', helpText('rubric', 'rubric'))
    .addHelpText('after', helpNotes('rubric-show'))
    .action(async (named: string | undefined, options) =>
      finish(await (await import('./run.ts')).showRubric(run, named, options)),
    );
}

function registerLint(rubric: Command, run: Run, finish: Finish): void {
  withCommonOptions(
    rubric
      .command('lint')
      .summary(helpText('rubric-lint', 'summary'))
      .description(helpText('rubric-lint', 'description'))
      .option('--against <folder>', helpText('rubric-lint', 'against')),
  )
    .argument('[rubric]', helpText('rubric', 'rubric'))
    .addHelpText('after', helpNotes('rubric-lint'))
    .action(async (named: string | undefined, options) =>
      finish(await (await import('./run.ts')).lintRubricFolder(run, named, options)),
    );
}

function registerNew(rubric: Command, run: Run, finish: Finish): void {
  rubric
    .command('new')
    .summary(helpText('rubric-new', 'summary'))
    .description(helpText('rubric-new', 'description'))
    .argument('<folder>', helpText('rubric-new', 'folder'))
    .addHelpText('after', helpNotes('rubric-new'))
    .action(async (folder: string) => finish(await (await import('./run.ts')).newRubric(run, folder)));
}

function registerTranslate(rubric: Command, run: Run, finish: Finish): void {
  rubric
    .command('translate')
    .summary(helpText('rubric-translate', 'summary'))
    .description(helpText('rubric-translate', 'description'))
    .argument('<language>', helpText('rubric-translate', 'language'))
    .argument('[rubric]', helpText('rubric', 'rubric'))
    .option('--import <file>', helpText('rubric-translate', 'import'))
    .option('-o, --output <file>', helpText('rubric-translate', 'output'))
    .addHelpText('after', helpNotes('rubric-translate'))
    .action(async (language: string, named: string | undefined, options) =>
      finish(await (await import('./translate.ts')).translateRubric(run, language, named, options)),
    );
}

function registerMigrate(rubric: Command, run: Run, finish: Finish): void {
  withCommonOptions(
    rubric
      .command('migrate')
      .summary(helpText('rubric-migrate', 'summary'))
      .description(helpText('rubric-migrate', 'description'))
      .option('--from <rubric>', helpText('rubric-migrate', 'from')),
  )
    .argument('<answers-file>', helpText('rubric-migrate', 'answers-file'))
    .addHelpText('after', helpNotes('rubric-migrate'))
    .action(async (file: string, options) => finish(await (await import('./migrate.ts')).runMigrate(run, file, options)));
}
