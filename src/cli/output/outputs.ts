import { resolve } from 'node:path';
import { phrase } from '../../messages/phrases.ts';
import type { Format, Formats } from '../../report/registry.ts';
import { plainStyle, type Style } from '../../report/write/style.ts';
import { columnsOf } from '../../run/io.ts';
import { writeOutput } from '../../run/outputs/write-output.ts';
import type { Run } from '../../run/run.ts';
import { nearest } from '../../source/nearest.ts';
import { CompassError, type Problem } from '../../source/problem.ts';
import { visible } from '../../text/plain-text.ts';
import type { OutputOptions, OutputToken } from '../options/outputs.ts';
import { sameFiles } from './same-files.ts';
import { styleFor } from './style.ts';

/** A format, and the file it goes to; undefined is standard output. */
export interface Output {
  readonly format: string;
  readonly file?: string;
}

/** Columns of a report in a file, which must not depend on the terminal. */
const fileWidth = 80;

/**
 * Pairs formats with files. Where there are as many of both, the first goes with the first, and so on. Otherwise each file goes with
 * the format named before it. The ending of a file without a format tells its format; a format without a file goes to standard output.
 * @throws CompassError where a format is unknown, a file is named twice, or two formats would go to standard output
 */
export function pairOutputs<Input>(command: string, options: OutputOptions, formats: Formats<Input>, standard: string): Output[] {
  const tokens = options.format ?? options.output ?? [];
  const pairs = paired(tokens);
  const outputs = pairs.map(({ format, file }): Output => {
    const name = format ?? byEnding(file, formats) ?? standard;
    return file === undefined || file === '-' ? { format: name } : { format: name, file };
  });
  if (outputs.length === 0) outputs.push({ format: standard });
  const unnamed = pairs.flatMap(({ format, file }) => (format === undefined && file !== undefined ? [file] : []));
  const problems = [...unnamed.flatMap((file) => endingProblems(file, formats)), ...outputProblems(command, outputs, formats)];
  if (problems.length > 0) throw new CompassError(problems);
  return outputs;
}

function paired(tokens: readonly OutputToken[]): { format?: string; file?: string }[] {
  const named = tokens.filter(({ kind }) => kind === 'format').map(({ value }) => value);
  const files = tokens.filter(({ kind }) => kind === 'output').map(({ value }) => value);
  if (named.length === files.length) return named.map((format, index) => ({ format, file: files[index] ?? '' }));
  const pairs: { format?: string; file?: string }[] = [];
  for (const { kind, value } of tokens) {
    const last = pairs.at(-1);
    if (kind === 'format') pairs.push({ format: value });
    else if (last && last.file === undefined) last.file = value;
    else pairs.push({ file: value });
  }
  return pairs;
}

/**
 * Takes files that are no reports out of the outputs of the command line.
 * @returns the files that were taken, and the options without them
 * @throws CompassError where a file is named twice
 */
export function splitOutputs(
  options: OutputOptions,
  isTaken: (file: string) => boolean,
): { readonly taken: readonly string[]; readonly rest: OutputOptions } {
  const tokens = options.format ?? options.output ?? [];
  const files = tokens.flatMap(({ kind, value }) => (kind === 'output' && value !== '-' ? [value] : []));
  const twice = sameFiles(files).map((file): Problem => ({ code: 'output-twice', args: {}, source: file }));
  if (twice.length > 0) throw new CompassError(twice);
  const taken = tokens.filter(({ kind, value }) => kind === 'output' && isTaken(value));
  const left = tokens.filter((token) => !taken.includes(token));
  const { format: _, output: __, ...rest } = options;
  return { taken: taken.map(({ value }) => value), rest: left.length === 0 ? rest : { ...rest, format: left, output: left } };
}

/**
 * `--wide` changes only csv.
 * @throws CompassError where no csv is asked for: the option would do nothing in silence
 */
export function checkWide(command: string, wide: boolean | undefined, outputs: readonly Output[]): void {
  if (wide && !outputs.some(({ format }) => format === 'csv')) throw CompassError.of('wide-without-csv', command);
}

function byEnding<Input>(file: string | undefined, formats: Formats<Input>): string | undefined {
  const name = file?.toLowerCase() ?? '';
  return Object.keys(formats).find((format) => formats[format]?.endings.some((ending) => name.endsWith(ending)));
}

/** Endings of documents. A program that opens a file by such an ending expects that format. */
const documents = /\.(pdf|docx?|odt|rtf|xlsx?|ods|html?|csv|tsv|sarif|xml|ndjson|jsonl)$/i;

/** No report in another format is written to such a file. */
function endingProblems<Input>(file: string, formats: Formats<Input>): Problem[] {
  const ending = documents.exec(file)?.[0];
  if (ending === undefined || byEnding(file, formats) !== undefined) return [];
  const known = Object.values(formats).flatMap(({ endings }) => endings);
  return [{ code: 'unknown-ending', args: { ending, known: known.join(', ') }, source: file }];
}

function outputProblems<Input>(command: string, outputs: readonly Output[], formats: Formats<Input>): Problem[] {
  const known = Object.keys(formats);
  const problems: Problem[] = [];
  for (const format of new Set(outputs.map((output) => output.format))) {
    if (known.includes(format)) continue;
    const suggestion = nearest(format, known);
    const args = { format, known: known.join(', '), ...(suggestion !== undefined && { suggestion }) };
    problems.push({ code: suggestion === undefined ? 'unknown-format' : 'unknown-format-near', args, source: command });
  }
  const files = outputs.flatMap(({ file }) => (file === undefined ? [] : [file]));
  for (const file of sameFiles(files)) problems.push({ code: 'output-twice', args: {}, source: file });
  const printed = outputs.filter(({ file }) => file === undefined).map(({ format }) => format);
  if (printed.length > 1) problems.push({ code: 'outputs-unnamed', args: { formats: printed.join(', ') }, source: command });
  return problems;
}

/** The reports of a run. */
interface Reports<Input> {
  readonly outputs: readonly Output[];
  readonly formats: Formats<Input>;
  /** Makes the input of a report, given its layout. */
  readonly inputFor: (layout: Layout) => Input;
}

/** How a report looks in the place where it goes. */
export interface Layout {
  /** Columns. */
  readonly width: number;
  readonly style: Style;
}

/** A report, ready to be written; to standard output where no file is named. */
interface Rendered {
  readonly content: string | Uint8Array;
  readonly file: string | undefined;
}

/**
 * Renders the reports of a run and writes them. All are rendered before one is written.
 * @throws CompassError with every output that can't be written
 */
export async function writeReports<Input>(
  run: Run,
  { outputs, formats, inputFor }: Reports<Input>,
  options: Pick<OutputOptions, 'color' | 'quiet'>,
): Promise<void> {
  const rendered: Rendered[] = [];
  for (const { format, file } of outputs) {
    const entry = formats[format] as Format<Input>;
    if (entry.binary && file === undefined && run.io.stdout.isTTY)
      throw CompassError.of('binary-to-terminal', 'compass', { format });
    const reporter = await entry.load();
    rendered.push({ content: reporter(inputFor(await layoutFor(run, file, options.color))), file });
  }
  await writeRendered(run, rendered, options);
}

export async function layoutFor({ io }: Run, file: string | undefined, color: boolean): Promise<Layout> {
  if (file !== undefined) return { width: fileWidth, style: plainStyle };
  return { width: columnsOf(io.stdout), style: await styleFor(io.stdout, io.env, color) };
}

/**
 * Writes reports. One that can't be written does not keep back the others.
 * @throws CompassError with every output that can't be written
 */
export async function writeRendered(
  run: Run,
  rendered: readonly Rendered[],
  { quiet }: Pick<OutputOptions, 'quiet'>,
): Promise<void> {
  const problems: Problem[] = [];
  for (const { content, file } of rendered) {
    try {
      await writeOutput(run, content, file);
      if (file !== undefined && !quiet) run.io.stderr.write(`${visible(phrase('notes', 'written', { file }))}\n`);
    } catch (error) {
      if (!(error instanceof CompassError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new CompassError(problems);
}

/** @throws CompassError where an output is a file that is read: an answers file must not be replaced by its report */
export function refuseToOverwrite({ io }: Run, outputs: readonly Output[], sources: readonly string[]): void {
  if (outputs.every(({ file }) => file === undefined)) return;
  const cwd = io.cwd();
  const read = new Set(sources.map((source) => resolve(cwd, source)));
  const problems = outputs.flatMap(({ file }): Problem[] =>
    file !== undefined && read.has(resolve(cwd, file)) ? [{ code: 'output-is-input', args: {}, source: file }] : [],
  );
  if (problems.length > 0) throw new CompassError(problems);
}
