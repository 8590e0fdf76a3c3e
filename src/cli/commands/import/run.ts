import { mkdir, stat, unlink } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import type { Rubric } from '../../../core/rubric.ts';
import { describeClash } from '../../../interview/clash.ts';
import { phrase } from '../../../messages/phrases.ts';
import { isAnswersFile } from '../../../run/inputs/find-inputs.ts';
import { replaceFile } from '../../../run/outputs/write-output.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError, type Problem } from '../../../source/problem.ts';
import { asWriteError } from '../../../source/write.ts';
import { visible } from '../../../text/visible.ts';
import { exitCode } from '../../exit-codes.ts';
import { type ReadImport, readImport } from './assessments.ts';
import { keepCopy } from './keep-copy.ts';
import { namelessPlanner } from './nameless.ts';
import { noticesOf } from './notices.ts';
import type { ImportOptions } from './options.ts';
import { type ImportedAnswers, sourceBytes, sourceReader } from './read-source.ts';
import { type Planned, plan, targetsOf, tellOfSecondCopies, withoutCopies } from './targets.ts';

/**
 * `compass import`. If anything is wrong with what was filled in, or clashes with what is there, nothing is written. If a file can't be
 * written after all, those before it are, and each has been announced.
 */
export async function runImport(run: Run, sources: readonly string[], options: ImportOptions): Promise<number> {
  const output = outputOf(sources, options);
  await refuseFile(run, output);
  const prepared = await run.openRubric(options.rubric);
  const tell = (line: string): void => {
    run.io.stderr.write(`${visible(line)}\n`);
  };
  run.protect(sources);
  const read = sourceReader(prepared);
  const problems: Problem[] = [];
  const imports: ReadImport[] = [];
  for (const source of new Set(sources)) {
    await gather(problems, async () => {
      const bytes = await sourceBytes(run, source);
      if (bytes.length === 0) throw CompassError.of('import-empty', source);
      const all = await read(bytes, source);
      const found = all.filter(hasContent);
      if (found.length === 0) throw withoutAnswers(all, source, prepared.rubric);
      const good: ReadImport[] = [];
      for (const each of found) await gather(problems, async () => void good.push(readImport(each, prepared)));
      for (const line of noticesOf(source, found, good)) tell(line);
      imports.push(...good);
    });
  }
  if (problems.length > 0) throw new CompassError(problems);
  const planned: Planned[] = [];
  const targets = targetsOf(withoutCopies(imports, tell), output);
  tellOfSecondCopies(targets, tell);
  const merging = { prepared, replaces: options.replace === true };
  const planNameless = namelessPlanner(run, new Set(targets.flatMap(({ file, isNameless }) => (isNameless ? [] : file))));
  for (const target of targets)
    await gather(
      problems,
      async () => void planned.push(await (target.isNameless ? planNameless(target, merging) : plan(run, target, merging))),
    );
  if (problems.length > 0) throw new CompassError(problems);
  for (const each of planned) await write(run, each, options.quiet ? () => {} : tell);
  tellOfQuotes(planned, tell);
  return exitCode.done;
}

/** @throws CompassError if no file is named, or not one output */
function outputOf(sources: readonly string[], { output = [] }: ImportOptions): string {
  const [first] = output;
  if (sources.length === 0) throw CompassError.of('import-no-files', 'compass import');
  if (first === undefined) throw CompassError.of('import-no-output', 'compass import');
  if (output.length > 1) throw CompassError.of('import-outputs', 'compass import', { n: output.length });
  // A folder may have a dot in its name, but hardly an extension of a file that people know.
  const isFile = /^\.(ya?ml|json|csv|xlsx|ods|txt|md|html)$/i.test(extname(first));
  if (isFile && !isAnswersFile(first)) throw CompassError.of('import-output-name', first);
  return first;
}

/** @throws CompassError if the folder that is named is a file */
async function refuseFile({ io }: Run, output: string): Promise<void> {
  if (isAnswersFile(output)) return;
  const found = await stat(resolve(io.cwd(), output)).catch(() => undefined);
  if (found && !found.isDirectory()) throw CompassError.of('import-output-name', output);
}

/** Runs an action, and adds its errors to a list. */
async function gather(problems: Problem[], act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof CompassError)) throw error;
    problems.push(...error.problems);
  }
}

/** Whether somebody has answered anything: a name or a title alone is no assessment. */
function hasContent({ content }: ImportedAnswers): boolean {
  if ('text' in content) return true;
  const { faults, sections } = content.filled;
  const answered = [sections.answers, sections.features, sections.steps, sections.flags].some(
    (each) => Object.keys(each).length > 0,
  );
  return answered || faults.length > 0;
}

/** The error for a file in which nobody has answered anything: nobody did so in a questionnaire of this rubric, or it is none. */
function withoutAnswers(all: readonly ImportedAnswers[], source: string, rubric: Pick<Rubric, 'id' | 'version'>): CompassError {
  const isOurs = all.some(({ content }) => 'filled' in content && content.filled.rubric.id === rubric.id);
  if (isOurs) return CompassError.of('import-untouched', source);
  return CompassError.of('import-nothing', source, { rubric: `${rubric.id} ${rubric.version}` });
}

/** Says how quotes are looked up which no draft is there for: until then, nobody has checked that the law has these words. */
function tellOfQuotes(planned: readonly Planned[], tell: (line: string) => void): void {
  const unchecked = planned.filter(({ uncheckedQuotes }) => uncheckedQuotes > 0);
  const n = unchecked.reduce((sum, { uncheckedQuotes }) => sum + uncheckedQuotes, 0);
  const [first, ...others] = unchecked;
  if (first === undefined) return;
  tell(phrase('import', 'quotes-unchecked', { n, file: others.length === 0 ? first.file : dirname(first.file) }));
}

async function write(run: Run, planned: Planned, tell: (line: string) => void): Promise<void> {
  const { file, imports, before, text, replaced } = planned;
  // A new file has them, under the version that they belong to.
  const lost = before === undefined ? [] : imports.flatMap(({ dropped }) => dropped);
  for (const { question, reason } of lost) tell(phrase('import', 'dropped', { file, question, reason }));
  if (text === before) {
    tell(phrase('import', 'unchanged', { file }));
    return;
  }
  try {
    await mkdir(dirname(resolve(run.io.cwd(), file)), { recursive: true });
  } catch (error) {
    throw asWriteError(error, file);
  }
  const copy = before !== undefined && replaced.length > 0 ? await keepCopy(run, file, before) : undefined;
  try {
    await replaceFile(run, file, before, text);
  } catch (error) {
    if (copy !== undefined) await unlink(resolve(run.io.cwd(), copy));
    throw error;
  }
  if (copy !== undefined) {
    for (const { id, theirs, mine } of replaced)
      tell(phrase('import', 'replaced', { file, id, copy, ...describeClash({ theirs, mine }) }));
    tell(phrase('import', 'copy', { file, copy }));
  }
  const n = imports.reduce((sum, { count }) => sum + count, 0);
  const [first] = imports;
  const reviewer = first?.reviewer ?? first?.sender ?? phrase('import', 'somebody');
  tell(phrase('import', before === undefined ? 'new' : 'merged', { file, n, reviewer }));
}
