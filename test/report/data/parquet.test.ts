import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { csvReport } from '../../../src/report/data/csv/csv.ts';
import { parquetReport } from '../../../src/report/data/parquet.ts';
import type { ReportInput } from '../../../src/report/reporter.ts';
import { hostile, inputOf, rich } from '../../fixtures/rich-run.ts';

const bufferOf = (input: ReportInput): ArrayBuffer => parquetReport(input).slice().buffer;
const rowsOf = (input: ReportInput): Promise<Record<string, unknown>[]> => parquetReadObjects({ file: bufferOf(input) });
const failure = { source: 'broken.answers.yaml', errors: [{ message: `bad ${hostile}`, line: 3, column: 1 }] };
const given = inputOf([rich]);
const batch: ReportInput = { ...given, result: { ...given.result, failures: [failure] } };

describe('parquet', () => {
  it.each([false, true])('has the rows and the columns of csv, also with one row a law: %s', async (wide) => {
    const rows = await rowsOf({ ...batch, wide });
    const lines = csvReport({ ...batch, wide })
      .replace(/^\ufeff/, '')
      .split('\r\n');
    expect(Object.keys(rows[0] ?? {}).join(',')).toBe(lines[0]);
    const cells = rows.map((row) => Object.values(row).filter((cell) => cell !== null).length);
    expect(cells.every((count) => count > 2)).toBe(true);
    expect(rows.at(-1)).toMatchObject({ file: 'broken.answers.yaml', kind: 'failure' });
  });

  it('keeps every text as it is, and numbers unrounded', async () => {
    const rows = await rowsOf(batch);
    const question = rows.find(({ kind, level }) => kind === 'question' && level !== null);
    expect(question?.['level']).toBeTypeOf('number');
    expect(rows.at(-1)).toMatchObject({ because: `bad ${hostile}`, line: 3 });
    const [law] = await rowsOf({ ...batch, wide: true });
    expect(law?.['score']).toBe(given.result.assessments[0]?.score);
  });

  it('has the same types in every file, whatever its cells hold', () => {
    const typesOf = (input: ReportInput) =>
      parquetMetadata(bufferOf(input))
        .schema.slice(1)
        .map(({ name, type }) => [name, type]);
    const empty: ReportInput = { ...given, assessments: [], result: { ...given.result, assessments: [], failures: [failure] } };
    for (const wide of [false, true]) expect(typesOf({ ...empty, wide })).toEqual(typesOf({ ...batch, wide }));
  });

  it('names the rubric and the version of compass, and the same input gives the same bytes', () => {
    const { key_value_metadata: metadata } = parquetMetadata(bufferOf(batch));
    const { digest } = given.result.rubric;
    expect(metadata).toEqual(expect.arrayContaining([{ key: 'rubric.digest', value: digest }]));
    expect(parquetReport(batch)).toEqual(parquetReport(batch));
  });
});
