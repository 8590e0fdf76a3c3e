import { parquetWriteBuffer } from 'hyparquet-writer/src/write.js';
import type { Cell } from '../escape/csv.ts';
import type { ReportInput } from '../reporter.ts';
import { csvTable } from './csv/csv.ts';

/** A row group: what a reader takes into memory at once. */
const rowsInGroup = 10_000;

/** What wrote the file, without a version: the version of compass is in the metadata, and the same input gives the same bytes. */
const createdBy = 'ungps-compass';

/**
 * The rows of csv as an Apache Parquet file, for data frames and databases: one row an answer, or with `wide` one row a law. A column of
 * numbers has type DOUBLE, any other UTF8; every column may be empty. The metadata has the version of compass and the rubric's id,
 * version and digest.
 */
export function parquetReport(input: ReportInput): Uint8Array {
  const { result, assessments } = input;
  const table = csvTable(input);
  const rows = [
    ...result.assessments.flatMap((law, index) => table.rowsOf(law, assessments[index])),
    ...result.failures.flatMap(table.failureRows),
  ];
  const buffer = parquetWriteBuffer({
    columnData: table.head.map((name, column) => {
      const isNumber = table.isNumber(String(name));
      const data = rows.map((row) => stored(row[column], isNumber));
      return { name: String(name), data, type: isNumber ? 'DOUBLE' : 'STRING', nullable: true };
    }),
    rowGroupSize: rowsInGroup,
    createdBy,
    kvMetadata: [
      { key: 'compass.version', value: result.tool.version },
      ...Object.entries(result.rubric).map(([key, value]) => ({ key: `rubric.${key}`, value: String(value) })),
    ],
  });
  return new Uint8Array(buffer);
}

function stored(cell: Cell, isNumber: boolean): string | number | null {
  if (cell === undefined || cell === null || cell === '') return null;
  return isNumber ? Number(cell) : String(cell);
}
