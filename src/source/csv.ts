import papaparse from 'papaparse';
import { CompassError } from './problem.ts';

/** A record of a table, with the line on which it begins. */
export interface CsvRecord {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Excel writes semicolons where a comma is the decimal sign, and KoboToolbox does so everywhere. */
const delimiters = [',', ';', '\t', '|'];

/**
 * Reads a table in CSV; finds out by itself what separates the cells. Blank records are left out.
 * @param source the file's name in messages
 * @throws CompassError if a quotation mark has no end
 */
export function readCsv(text: string, source: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  const content = text.replace(/^\uFEFF/, '');
  // The first line of a file that was saved for Excel may name the separator.
  const [named = '', separator] = /^"?sep=(.)"?\r?\n/i.exec(content) ?? [];
  let line = named === '' ? 1 : 2;
  let end = 0;
  const table = content.slice(named.length);
  papaparse.parse<string[]>(table, {
    delimiter: separator ?? delimiterOf(table),
    step: ({ data, errors, meta }) => {
      if (errors.some(({ code }) => code === 'MissingQuotes'))
        throw new CompassError([{ code: 'csv-quote', args: {}, source, line }]);
      if (data.some((cell) => cell.trim() !== '')) records.push({ line, cells: data });
      line += lineBreaks(table, end, meta.cursor);
      end = meta.cursor;
    },
  });
  return records;
}

/** The separator that is the most frequent one in the headings, outside of quotation marks. */
function delimiterOf(table: string): string {
  const counts = new Map(delimiters.map((delimiter) => [delimiter, 0]));
  let isQuoted = false;
  for (const character of table) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === '\n' || character === '\r')) break;
    else if (!isQuoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const [[most = ','] = []] = [...counts].sort(([, a], [, b]) => b - a);
  return most;
}

/** Counts the line breaks from one position of a text to another: `\n`, `\r\n` and `\r` are one each. */
function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 && text.charCodeAt(at - 1) !== 13) count++;
    else if (code === 13) count++;
  }
  return count;
}
