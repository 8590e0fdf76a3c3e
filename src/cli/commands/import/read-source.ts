import { resolve } from 'node:path';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { collect, type Filled } from '../../../filled/collect.ts';
import type { FilledPlace } from '../../../filled/field.ts';
import { phrase } from '../../../messages/phrases.ts';
import { announceStdin } from '../../../run/inputs/read-input.ts';
import type { Run } from '../../../run/run.ts';
import { type CsvRecord, readCsv } from '../../../source/csv.ts';
import { CompassError } from '../../../source/problem.ts';
import { decodeText, readBytes, readStream } from '../../../source/read.ts';
import { headingReader, type ReadHeading } from '../../../survey/import/headings.ts';
import { hasMorePages, recordsInJson, type SurveyRecord } from '../../../survey/import/records.ts';
import { type Submission, submissionsOf } from '../../../survey/import/submissions.ts';

/** What a reader should be told of a file as a whole. */
export type Notice = 'macros' | 'external-links' | 'more-pages' | 'settings-lost';

/** One person's answers in a file: either filled in, or an answers file as it is. */
export interface ImportedAnswers {
  /** The file, as the user named it. */
  readonly source: string;
  /** Where the answers stand in the file; empty for the whole file. */
  readonly place: FilledPlace;
  readonly content: { readonly filled: Filled } | { readonly text: string };
  /** The account that sent them, if no name is given. */
  readonly sender?: string;
  /** Set if every field of an entry was there to be seen, so that a blank one was left blank. A survey begins blank. */
  readonly isComplete?: true;
  readonly untaken: Submission['untaken'];
  readonly notices: readonly Notice[];
  /** The order of its places, where it is not the one in which they were found. */
  readonly order?: (a: string | undefined, b: string | undefined) => number;
}

/** Reads what was filled in out of the bytes of a file. */
type ReadSource = (bytes: Uint8Array, source: string) => Promise<ImportedAnswers[]>;

/** @returns a function that throws a CompassError for a file that can't be read; the headings of surveys are worked out once */
export function sourceReader(prepared: PreparedRubric): ReadSource {
  let read: ReadHeading | undefined;
  const survey: ReadSurvey = (records, source, isJson) => {
    read ??= headingReader(prepared);
    return surveyAnswers({ records, source, isJson, read, prepared });
  };
  return async (bytes, source) => {
    // A workbook; or an old or protected one, in the container of Microsoft's older formats.
    if (isZip(bytes) || (bytes[0] === 0xd0 && bytes[1] === 0xcf)) return workbookAnswers(bytes, source, prepared, survey);
    const text = decodeText(bytes, source);
    if (isAnswersText(text)) return [{ source, place: {}, content: { text }, isComplete: true, untaken: [], notices: [] }];
    if (/^\s*[[{]/.test(text)) {
      const { records, notices } = jsonRecords(text, source);
      return survey(records, source, true).map((each) => ({ ...each, notices }));
    }
    if (/\.(ya?ml)$/i.test(source)) throw CompassError.of('import-not-known', source);
    return survey(csvRecords(readCsv(text, source)), source, false);
  };
}

/** Reads the submissions of an export. */
type ReadSurvey = (records: readonly SurveyRecord[], source: string, isJson: boolean) => ImportedAnswers[];

/** The bytes of a file, or of standard input. */
export async function sourceBytes({ io, limits }: Run, source: string): Promise<Uint8Array> {
  const { maxBytes } = await limits();
  if (source !== '-') return readBytes(resolve(io.cwd(), source), source, maxBytes);
  announceStdin(io);
  return readStream(io.stdin, '-', maxBytes);
}

/** Whether a text is an answers file of compass, in YAML or JSON, such as the web form saves. */
function isAnswersText(text: string): boolean {
  return /^[ \t{]*["']?format["']?[ \t]*:[ \t]*["']?compass-answers\b/m.test(text.slice(0, 10_000));
}

function jsonRecords(text: string, source: string): { records: SurveyRecord[]; notices: Notice[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw CompassError.of('import-not-known', source);
  }
  const records = recordsInJson(value, (n) => ({ at: phrase('import', 'submission', { n }) }));
  if (!records) throw CompassError.of('import-not-known', source);
  return { records, notices: hasMorePages(value) ? ['more-pages'] : [] };
}

function csvRecords([headings, ...records]: readonly CsvRecord[]): SurveyRecord[] {
  return records.map(({ line, cells }) => ({
    place: { line },
    values: (headings?.cells ?? []).map((heading, at) => [heading, cells[at] ?? ''] as const),
  }));
}

interface SurveySource {
  readonly records: readonly SurveyRecord[];
  readonly source: string;
  readonly isJson: boolean;
  readonly read: ReadHeading;
  readonly prepared: PreparedRubric;
}

function surveyAnswers({ records, source, isJson, read, prepared }: SurveySource): ImportedAnswers[] {
  const numbers = new Map(records.map((record, index) => [record, index + 1]));
  const placeOf = (record: SurveyRecord, column: string): FilledPlace =>
    isJson
      ? { at: phrase('import', 'submission-column', { n: numbers.get(record) ?? 0, column }) }
      : { ...record.place, at: phrase('import', 'column', { column }) };
  return submissionsOf(records, read, prepared, placeOf).flatMap((submission): ImportedAnswers[] => {
    const filled = collect(submission.cells, prepared);
    const { version } = filled.rubric;
    if (submission.byLabel && version !== undefined && version !== prepared.rubric.version) {
      const args = { found: version, expected: prepared.rubric.version };
      throw new CompassError([{ code: 'import-version', args, source, ...submission.place }]);
    }
    const { place, untaken, sender } = submission;
    return [{ source, place, content: { filled }, untaken, notices: [], ...(sender !== undefined && { sender }) }];
  });
}

/** A workbook of compass; or one whose first sheets are exports of a survey, as KoboToolbox writes them. */
async function workbookAnswers(
  bytes: Uint8Array,
  source: string,
  prepared: PreparedRubric,
  survey: ReadSurvey,
): Promise<ImportedAnswers[]> {
  const [{ readWorkbook }, { readFilledWorkbook }, { isHelperSheet }, { placeOrder }, { sheetRecords }] = await Promise.all([
    import('../../../workbook/read.ts'),
    import('../../../workbook/questionnaire/filled/read.ts'),
    import('../../../workbook/questionnaire/questionnaire.ts'),
    import('../../../workbook/read/content.ts'),
    import('../../../survey/import/sheet-records.ts'),
  ]);
  const packed = isZip(bytes) ? await csvIn(bytes) : undefined;
  if (packed !== undefined) throw CompassError.of('import-archive', source, { file: packed });
  const workbook = readWorkbook(bytes, source, { skips: isHelperSheet });
  const { notices } = workbook;
  const questionnaire = readFilledWorkbook(workbook, prepared);
  if (!questionnaire && isOfResults(workbook.sheets)) throw CompassError.of('import-results', source);
  if (!questionnaire)
    return survey(sheetRecords(readWorkbook(bytes, source)), source, false).map((each) => ({ ...each, notices }));
  const { cells, kept, faults, leftovers, hasLostSettings } = questionnaire;
  const filled = collect(cells, prepared);
  const order = placeOrder(workbook.sheets);
  const all: Filled = {
    ...filled,
    kept,
    faults: [...faults, ...filled.faults],
    leftovers: [...leftovers, ...filled.leftovers].sort((a, b) => order(a.place.at, b.place.at)),
  };
  const told: Notice[] = hasLostSettings ? [...notices, 'settings-lost'] : [...notices];
  return [{ source, place: {}, content: { filled: all }, isComplete: true, untaken: [], notices: told, order }];
}

/** Whether a workbook is one that compass writes of scores or gaps, by the sheet that no other has. */
function isOfResults(sheets: readonly { readonly name: string }[]): boolean {
  const own = [phrase('workbook', 'sheet-codebook'), phrase('report', 'action-plan')];
  return sheets.some(({ name }) => own.includes(name));
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** The name of a CSV file in a zip archive, such as ODK Central exports; undefined if there is none. Nothing is unpacked. */
async function csvIn(bytes: Uint8Array): Promise<string | undefined> {
  const { unzipSync } = await import('fflate');
  let found: string | undefined;
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        if (/\.csv$/i.test(name)) found ??= name;
        return false;
      },
    });
  } catch {
    // Damaged: the reader of workbooks says so.
  }
  return found;
}
