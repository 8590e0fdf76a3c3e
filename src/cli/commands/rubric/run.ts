import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { phrase } from '../../../messages/phrases.ts';
import { registry } from '../../../report/registry.ts';
import { checkVersion } from '../../../rubric/against.ts';
import { rubricFiles } from '../../../rubric/compiled.ts';
import { lintRubric } from '../../../rubric/lint.ts';
import { loadRubric, readRubricFolder } from '../../../rubric/load.ts';
import { schemaComment } from '../../../run/editor-schemas.ts';
import { type Context, exitCode } from '../../../run/io.ts';
import { writeAll } from '../../../run/output.ts';
import { formatProblem } from '../../../run/problems.ts';
import { bundledRubrics, findRubric } from '../../../run/rubrics.ts';
import { CompassError } from '../../../source/problem.ts';
import { asWriteError } from '../../../source/write.ts';
import { visible } from '../../../text/visible.ts';
import type { CommonOptions } from '../../options.ts';
import type { OutputOptions } from '../../output/options.ts';
import { pairOutputs, writeReports } from '../../output/outputs.ts';

export async function listRubrics(context: Context): Promise<number> {
  for (const id of await bundledRubrics(context.root)) {
    const { rubric, digest, questions } = await loadRubric(join(context.root, 'rubrics', id), id);
    const counts = phrase('rubric', 'counts', {
      features: rubric.features.length,
      questions: questions.size,
      steps: rubric.steps.length,
      flags: rubric.flags.length,
    });
    await writeAll(context.io, `${visible(`${id} ${rubric.version}  ${rubric.title}`)}\n  ${counts}\n  ${digest}\n`);
  }
  return exitCode.done;
}

interface ShowOptions extends CommonOptions, OutputOptions {}

export async function showRubric(context: Context, named: string | undefined, options: ShowOptions): Promise<number> {
  const outputs = pairOutputs('compass rubric show', options, registry['rubric show'], 'terminal');
  const { folder, name } = await findRubric(context, named ?? options.rubric);
  const { rubric, digest } = await loadRubric(folder, name);
  await writeReports(context, outputs, registry['rubric show'], options, (width, style) => ({ rubric, digest, width, style }));
  return exitCode.done;
}

interface LintOptions extends CommonOptions {
  readonly against?: string;
}

/** Exit code 0 where nothing is wrong, 1 where there are errors, 2 where the rubric can't be read. Notes fail nothing. */
export async function lintRubricFolder(context: Context, named: string | undefined, options: LintOptions): Promise<number> {
  const { io } = context;
  const { folder, name } = await findRubric(context, named ?? options.rubric);
  const files = await readRubricFolder(folder, name);
  const findings = lintRubric(files);
  const errors = [...findings.errors];
  if (options.against !== undefined && errors.length === 0) {
    const older = await findRubric(context, options.against);
    const [now, before] = [await loadRubric(folder, name), await loadRubric(older.folder, older.name)];
    errors.push(...checkVersion(now.rubric, before.rubric, `${name}/rubric.yaml`));
  }
  for (const problem of errors) await writeAll(io, formatProblem(problem));
  if (!options.quiet)
    for (const problem of findings.notes) io.stderr.write(phrase('rubric', 'lint-note', { problem: formatProblem(problem) }));
  if (!options.quiet || errors.length > 0) {
    const counts = { name, errors: errors.length, notes: findings.notes.length };
    await writeAll(io, `${phrase('rubric', errors.length === 0 ? 'lint-clean' : 'lint-errors', counts)}\n`);
  }
  return errors.length > 0 ? exitCode.gateFailed : exitCode.done;
}

/** Copies the starter and puts the new id in it. A folder that holds anything is left alone. */
export async function newRubric({ io, root }: Context, folder: string): Promise<number> {
  const target = resolve(io.cwd(), folder);
  const present = await readdir(target).catch(() => []);
  if (present.length > 0) throw CompassError.of('would-overwrite', folder);
  const id =
    basename(target)
      .replace(/[^A-Za-z0-9_-]+/g, '-')
      .replace(/^[-_]+/, '') || 'my-rubric';
  try {
    await mkdir(target, { recursive: true });
    await cp(join(root, 'examples', 'starter-rubric'), target, { recursive: true });
    const main = join(target, 'rubric.yaml');
    await writeFile(main, (await readFile(main, 'utf8')).replace(/^id: .*$/m, `id: ${id}`));
    for (const name of rubricFiles(target)) await nameSchema(root, join(target, name));
  } catch (error) {
    throw asWriteError(error, folder);
  }
  const shown = visible(folder);
  await writeAll(
    io,
    `${phrase('rubric', 'made', { folder: shown })}\n  compass rubric lint ${shown}\n  compass assess my-draft.answers.yaml --rubric ${shown}\n`,
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
