import { mkdir, stat } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import type { Rubric } from '../../../core/rubric.ts';
import { shortened } from '../../../filled/entries.ts';
import type { FilledPlace } from '../../../filled/field.ts';
import { phrase } from '../../../messages/phrases.ts';
import { isAnswersFile } from '../../../run/inputs/find-inputs.ts';
import { replaceFile } from '../../../run/outputs/write-output.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError, type Problem } from '../../../source/problem.ts';
import { asWriteError } from '../../../source/write.ts';
import { visible } from '../../../text/visible.ts';
import { exitCode } from '../../exit-codes.ts';
import { type ReadImport, readImport } from './assessments.ts';
import type { ImportOptions } from './options.ts';
import { type ImportedAnswers, sourceBytes, sourceReader } from './read-source.ts';
import { type Planned, plan, targetsOf, tellOfSecondCopies, withoutCopies } from './targets.ts';

/** `compass import`: either everything is written or, if anything is wrong, nothing. */
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
      tellOf(found, tell);
      for (const each of found) await gather(problems, async () => void imports.push(readImport(each, prepared)));
    });
  }
  if (problems.length > 0) throw new CompassError(problems);
  for (const { source, place, unused } of imports)
    for (const [feature, n] of unused) tell(phrase('import', 'unused', { place: placeText(source, place), feature, n }));
  const planned: Planned[] = [];
  const targets = targetsOf(withoutCopies(imports, tell), output);
  tellOfSecondCopies(targets, tell);
  for (const target of targets) await gather(problems, async () => void planned.push(await plan(run, target, prepared)));
  if (problems.length > 0) throw new CompassError(problems);
  for (const each of planned) await write(run, each, options.quiet ? () => {} : tell);
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

/** Says what the files have that can't be imported. */
function tellOf(found: readonly ImportedAnswers[], tell: (line: string) => void): void {
  const [first] = found;
  for (const notice of first?.notices ?? []) tell(phrase('import', notice, { source: first?.source ?? '' }));
  const columns = new Map<string, { n: number; text: string }>();
  for (const [column, text] of found.flatMap(({ untaken }) => untaken)) {
    const known = columns.get(column);
    columns.set(column, { n: (known?.n ?? 0) + 1, text: known?.text ?? shortened(text) });
  }
  for (const [column, { n, text }] of columns)
    tell(phrase('import', 'untaken', { source: first?.source ?? '', column: shortened(column), n, text }));
  for (const { source, content } of found) {
    for (const { text, place, level } of 'filled' in content ? content.filled.leftovers : []) {
      const args = { place: placeText(source, place), text: shortened(text) };
      tell(level === undefined ? phrase('import', 'leftover', args) : phrase('import', 'leftover-of-level', { ...args, level }));
    }
  }
}

function placeText(source: string, { line, at }: FilledPlace): string {
  const position = line === undefined ? source : `${source}:${line}`;
  return at === undefined ? position : `${position}: ${at}`;
}

async function write(run: Run, { file, imports, before, text }: Planned, tell: (line: string) => void): Promise<void> {
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
  await replaceFile(run, file, before, text);
  const n = imports.reduce((sum, { count }) => sum + count, 0);
  const [first] = imports;
  const reviewer = first?.reviewer ?? first?.sender ?? phrase('import', 'somebody');
  tell(phrase('import', before === undefined ? 'new' : 'merged', { file, n, reviewer }));
}
