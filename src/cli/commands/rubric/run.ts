import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { phrase } from '../../../messages/phrases.ts';
import { registry } from '../../../report/registry.ts';
import { checkVersion } from '../../../rubric/against.ts';
import { rubricFiles } from '../../../rubric/compiled.ts';
import { lintRubric } from '../../../rubric/lint.ts';
import { loadRubric, readRubricFolder } from '../../../rubric/load.ts';
import { lintLocales, noLocales } from '../../../rubric/locales/lint.ts';
import { schemaComment } from '../../../run/editor-schemas.ts';
import { inLanguage } from '../../../run/localise.ts';
import { bundledRubrics, findRubric } from '../../../run/open-rubric.ts';
import { formatProblem } from '../../../run/outputs/print-problems.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError } from '../../../source/problem.ts';
import { asWriteError } from '../../../source/write.ts';
import { shellWord } from '../../../text/shell-word.ts';
import { visible } from '../../../text/visible.ts';
import { exitCode } from '../../exit-codes.ts';
import type { CommonOptions } from '../../options/common.ts';
import type { OutputOptions } from '../../options/outputs.ts';
import { pairOutputs, writeReports } from '../../output/outputs.ts';

/** `compass rubric list`. */
export async function listRubrics(run: Run): Promise<number> {
  for (const id of await bundledRubrics(run.root)) {
    const folder = join(run.root, 'rubrics', id);
    const { rubric, digest, questions } = await inLanguage(run, { folder, name: id, bundled: id }, await loadRubric(folder, id));
    const counts = phrase('rubric', 'counts', {
      features: rubric.features.length,
      questions: questions.size,
      steps: rubric.steps.length,
      flags: rubric.flags.length,
    });
    await run.stdout.write(`${visible(`${id} ${rubric.version}  ${rubric.title}`)}\n  ${counts}\n  ${digest}\n`);
  }
  return exitCode.done;
}

interface ShowOptions extends CommonOptions, OutputOptions {}

/** `compass rubric show`: a rubric with every default filled in. */
export async function showRubric(run: Run, named: string | undefined, options: ShowOptions): Promise<number> {
  const outputs = pairOutputs('compass rubric show', options, registry['rubric show'], 'terminal');
  const place = await findRubric(run, named ?? options.rubric);
  const { rubric, digest } = await inLanguage(run, place, await loadRubric(place.folder, place.name));
  await writeReports(
    run,
    { outputs, formats: registry['rubric show'], inputFor: (layout) => ({ rubric, digest, ...layout }) },
    options,
  );
  return exitCode.done;
}

interface LintOptions extends CommonOptions {
  readonly against?: string;
}

/** `compass rubric lint`: exit code 0, 1 if there are errors, 2 if the rubric can't be read. Notes are not errors. */
export async function lintRubricFolder(run: Run, named: string | undefined, options: LintOptions): Promise<number> {
  const { folder, name } = await findRubric(run, named ?? options.rubric);
  const files = await readRubricFolder(folder, name);
  const findings = lintRubric(files);
  const locales = findings.errors.length === 0 ? await lintLocales(folder, name) : noLocales;
  const errors = [...findings.errors, ...locales.errors];
  const notes = [...findings.notes, ...locales.notes];
  if (options.against !== undefined && errors.length === 0) {
    const older = await findRubric(run, options.against);
    const [now, before] = [await loadRubric(folder, name), await loadRubric(older.folder, older.name)];
    errors.push(...checkVersion(now.rubric, before.rubric, `${name}/rubric.yaml`));
  }
  for (const problem of errors) await run.stdout.write(formatProblem(problem));
  if (!options.quiet)
    for (const problem of notes) run.io.stderr.write(phrase('rubric', 'lint-note', { problem: formatProblem(problem) }));
  if (!options.quiet) for (const line of locales.summaries) await run.stdout.write(`${visible(line)}\n`);
  if (!options.quiet || errors.length > 0) {
    const counts = { name, errors: errors.length, notes: notes.length };
    await run.stdout.write(`${phrase('rubric', errors.length === 0 ? 'lint-clean' : 'lint-errors', counts)}\n`);
  }
  return errors.length > 0 ? exitCode.gateFailed : exitCode.done;
}

/** `compass rubric new`: copies the starter rubric and sets the new id. Refuses a folder that is not empty. */
export async function newRubric(run: Run, folder: string): Promise<number> {
  const target = resolve(run.io.cwd(), folder);
  const present = await readdir(target).catch(() => []);
  if (present.length > 0) throw CompassError.of('would-overwrite', folder);
  const id =
    basename(target)
      .replace(/[^A-Za-z0-9_-]+/g, '-')
      .replace(/^[-_]+/, '') || 'my-rubric';
  try {
    await mkdir(target, { recursive: true });
    await cp(join(run.root, 'examples', 'starter-rubric'), target, { recursive: true });
    const main = join(target, 'rubric.yaml');
    await writeFile(main, (await readFile(main, 'utf8')).replace(/^id: .*$/m, `id: ${id}`));
    for (const name of rubricFiles(target)) await nameSchema(run.root, join(target, name));
  } catch (error) {
    throw asWriteError(error, folder);
  }
  const [shown, word] = [visible(folder), visible(shellWord(folder))];
  await run.stdout.write(
    `${phrase('rubric', 'made', { folder: shown })}\n  compass rubric lint ${word}\n  compass assess my-draft.answers.yaml --rubric ${word}\n`,
  );
  return exitCode.done;
}

/** Puts the schema of a rubric's file in its first line. */
async function nameSchema(root: string, file: string): Promise<void> {
  const [folder, name] = [basename(dirname(file)), basename(file)];
  const inFolder = ({ features: 'feature', steps: 'step' } as const)[folder];
  const schema = name === 'rubric.yaml' ? 'rubric' : name === 'flags.yaml' ? 'flags' : inFolder;
  if (schema !== undefined) await writeFile(file, schemaComment(root, schema, file) + (await readFile(file, 'utf8')));
}
