import type { Command } from 'commander';
import type { Context } from '../../../run/io.ts';
import { choiceOption, helpOrSuggest, withCommonOptions } from '../../options.ts';

export function registerRubric(program: Command, context: Context, finish: (code: number) => void): void {
  const rubric = program
    .command('rubric')
    .summary('look at rubrics, check them, start one')
    .description('Looks at rubrics, checks them, starts one.');
  // `compass rubric` alone says what there is, as `compass` does.
  helpOrSuggest(rubric);

  rubric
    .command('list')
    .summary('the rubrics that come with compass')
    .description('Lists the rubrics that come with compass.')
    .addHelpText('after', '\nExample:\n  compass rubric list')
    .action(async () => finish(await (await import('./run.ts')).listRubrics(context)));

  withCommonOptions(
    rubric
      .command('show')
      .summary('print a rubric: its questions, levels, help')
      .description('Prints a rubric with every default filled in.')
      .addOption(choiceOption('-f, --format <name>', 'how to print it', ['terminal', 'markdown', 'json']).default('terminal'))
      .option('-o, --output <file>', 'write to a file instead of standard output'),
  )
    .argument('[rubric]', 'its folder, or the id of a bundled one')
    .addHelpText('after', '\nExample:\n  compass rubric show --format markdown --output questions.md')
    .action(async (named: string | undefined, options) =>
      finish(await (await import('./run.ts')).showRubric(context, named, options)),
    );

  withCommonOptions(
    rubric
      .command('lint')
      .summary('check a rubric beyond its schema')
      .description(
        'Checks a rubric: its files, ids, conditions, levels, values, weights, principles and bands. Exit code 1 where it finds an error.',
      )
      .option('--against <folder>', 'an older version of the rubric: check that the version number tells what changed'),
  )
    .argument('[rubric]', 'its folder, or the id of a bundled one')
    .addHelpText('after', '\nExample:\n  compass rubric lint my-rubric --against released/my-rubric')
    .action(async (named: string | undefined, options) =>
      finish(await (await import('./run.ts')).lintRubricFolder(context, named, options)),
    );

  rubric
    .command('new')
    .summary('start a rubric of your own')
    .description('Makes a folder with a small rubric that is valid, to be changed into your own.')
    .argument('<folder>', 'where to make it; its last part becomes the id')
    .addHelpText('after', '\nExample:\n  compass rubric new rubrics/data-act')
    .action(async (folder: string) => finish(await (await import('./run.ts')).newRubric(context, folder)));

  withCommonOptions(
    rubric
      .command('migrate')
      .summary('bring an answers file to this version of its rubric')
      .description(
        'Rewrites an answers file made with another version of the rubric. Answers whose question is gone or whose level no longer exists\n' +
          'are kept in the file under was.',
      ),
  )
    .argument('<answers-file>', 'the file to rewrite')
    .addHelpText('after', '\nExample:\n  compass rubric migrate bill.answers.yaml')
    .action(async (file: string, options) => finish(await (await import('./migrate.ts')).runMigrate(context, file, options)));
}
