import { extname, resolve } from 'node:path';
import type { Rubric } from '../../../core/rubric.ts';
import { type FilledLocale, fillLocale } from '../../../rubric/locales/fill.ts';
import type { LocaleEntries } from '../../../rubric/locales/read.ts';
import { localeTable } from '../../../rubric/locales/table.ts';
import { writeOutput } from '../../../run/outputs/write-output.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError } from '../../../source/problem.ts';
import { readBytes } from '../../../source/read.ts';
import { readWorkbook } from '../../../workbook/read.ts';
import { readTranslation } from '../../../workbook/translation/read.ts';
import { translationWorkbook } from '../../../workbook/translation/write.ts';
import { writeWorkbook } from '../../../workbook/write.ts';

/** A translation of a rubric. */
interface Locale {
  /** In its own language. */
  readonly rubric: Rubric;
  readonly language: string;
  /** What its files have, by file. */
  readonly present: ReadonlyMap<string, LocaleEntries>;
}

/**
 * Reads a workbook that a translator has filled in.
 * @throws CompassError with everything that is wrong in it
 */
export async function importTranslation(run: Run, file: string, { rubric, language, present }: Locale): Promise<FilledLocale> {
  const bytes = await readBytes(resolve(run.io.cwd(), file), file, (await run.limits()).maxBytes);
  run.protect(file);
  const read = readTranslation(readWorkbook(bytes, file), language, file);
  const filled = fillLocale(rubric, present, read.rows, file);
  const problems = [...read.problems, ...filled.problems];
  if (problems.length > 0) throw new CompassError(problems);
  return filled;
}

/** @throws CompassError if the file does not end in .xlsx */
export function refuseOtherEnding(file: string): void {
  if (extname(file).toLowerCase() !== '.xlsx') throw CompassError.of('locale-output-name', file);
}

/** Writes a workbook for a translator. The same translation gives the same bytes. */
export async function exportTranslation(run: Run, file: string, { rubric, language, present }: Locale): Promise<void> {
  const files = localeTable(rubric, present);
  const workbook = translationWorkbook({ title: rubric.title, from: rubric.language, language, files });
  await writeOutput(run, writeWorkbook(workbook), file);
}
