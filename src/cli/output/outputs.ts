import { extname, resolve } from 'node:path';
import { listed } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import { type Format, type Formats, registry } from '../../report/registry.ts';
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

/** Formats by their names, without what writes them. */
type NamedFormats = Readonly<Record<string, Omit<Format<never>, 'load'>>>;

/** Columns of a report in a file, which must not depend on the terminal. */
const fileWidth = 80;

/**
 * Pairs formats with files. If there are as many of both, the first format goes with the first file, and so on. Otherwise each file
 * goes with the format named before it. The extension of a file without a format selects the format; a format without a file goes to
 * standard output.
 * @throws CompassError if a format is unknown, a file is named twice or has the extension of another format, or two formats would
 * go to standard output
 */
export function pairOutputs(command: string, options: OutputOptions, formats: NamedFormats, standard: string): Output[] {
  const tokens = options.format ?? options.output ?? [];
  const pairs = paired(tokens);
  const outputs = pairs.map(({ format, file }): Output => {
    const name = format ?? byExtension(file, formats) ?? standard;
    return file === undefined || file === '-' ? { format: name } : { format: name, file };
  });
  if (outputs.length === 0) outputs.push({ format: standard });
  const unnamed = pairs.flatMap(({ format, file }) => (format === undefined && file !== undefined ? [file] : []));
  const problems = [...unnamed.flatMap((file) => unknownExtension(file, formats)), ...outputProblems(command, outputs, formats)];
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
 * Separates the files that are not reports from the outputs of the command line.
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
 * `--wide` changes only csv and parquet.
 * @throws CompassError if there is no csv output: the option would silently do nothing
 */
export function checkWide(command: string, wide: boolean | undefined, outputs: readonly Output[]): void {
  if (wide && !outputs.some(({ format }) => format === 'csv' || format === 'parquet'))
    throw CompassError.of('wide-without-csv', command);
}

function byExtension(file: string | undefined, formats: NamedFormats): string | undefined {
  const name = file?.toLowerCase() ?? '';
  return Object.keys(formats).find((format) => formats[format]?.endings.some((ending) => name.endsWith(ending)));
}

/** File extensions of documents. A program that opens a file by such an extension expects that format. */
const documents = /\.(pdf|docx?|odt|rtf|xlsx?|ods|html?|csv|tsv|parquet|sarif|xml|ndjson|jsonl)$/i;

/** A file whose extension is to select the format must not have the extension of a document that the command does not write. */
function unknownExtension(file: string, formats: NamedFormats): Problem[] {
  const extension = documents.exec(file)?.[0];
  if (extension === undefined || byExtension(file, formats) !== undefined) return [];
  const known = Object.values(formats).flatMap(({ endings }) => endings);
  return [{ code: 'unknown-extension', args: { extension, known: listed(known) }, source: file }];
}

/** The formats of all commands. */
const everyFormat: NamedFormats = Object.assign({}, ...Object.values(registry));

/** A file that has the extension of another format would be opened as that format. */
function otherExtension({ format, file }: Output): Problem[] {
  const owner = byExtension(file, everyFormat);
  const entry = everyFormat[format];
  if (file === undefined || owner === undefined || owner === format || entry === undefined) return [];
  const extension = extname(file).toLowerCase();
  const isText = extension === '.txt' && !entry.binary;
  // SARIF is JSON.
  if (isText || (extension === '.json' && format === 'sarif')) return [];
  const [right = '.txt'] = entry.endings;
  return [{ code: 'other-extension', args: { extension, owner, format, right }, source: file }];
}

function outputProblems(command: string, outputs: readonly Output[], formats: NamedFormats): Problem[] {
  const known = Object.keys(formats);
  const problems: Problem[] = [];
  for (const format of new Set(outputs.map((output) => output.format))) {
    if (known.includes(format)) continue;
    const suggestion = nearest(format, known);
    const args = { format, known: listed(known), ...(suggestion !== undefined && { suggestion }) };
    problems.push({ code: suggestion === undefined ? 'unknown-format' : 'unknown-format-near', args, source: command });
  }
  problems.push(...outputs.flatMap(otherExtension));
  const files = outputs.flatMap(({ file }) => (file === undefined ? [] : [file]));
  for (const file of sameFiles(files)) problems.push({ code: 'output-twice', args: {}, source: file });
  const printed = outputs.filter(({ file }) => file === undefined).map(({ format }) => format);
  if (printed.length > 1) problems.push({ code: 'outputs-unnamed', args: { formats: listed(printed) }, source: command });
  return problems;
}

/** The reports of a run. */
interface Reports<Input> {
  readonly outputs: readonly Output[];
  readonly formats: Formats<Input>;
  /** Makes the input of a report, given its layout. */
  readonly inputFor: (layout: Layout) => Input;
}

/** Width and style of a report, which depend on where it is written. */
export interface Layout {
  /** Columns. */
  readonly width: number;
  readonly style: Style;
}

/** A report, ready to be written; to standard output if no file is named. */
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
 * Writes reports. If one can't be written, the other reports still are.
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

/** @throws CompassError if an output is a file that is read: an answers file must not be replaced by its report */
export function refuseToOverwrite({ io }: Run, outputs: readonly Output[], sources: readonly string[]): void {
  if (outputs.every(({ file }) => file === undefined)) return;
  const cwd = io.cwd();
  const read = new Set(sources.map((source) => resolve(cwd, source)));
  const problems = outputs.flatMap(({ file }): Problem[] =>
    file !== undefined && read.has(resolve(cwd, file)) ? [{ code: 'output-is-input', args: {}, source: file }] : [],
  );
  if (problems.length > 0) throw new CompassError(problems);
}
