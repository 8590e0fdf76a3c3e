import { CompassError } from '../source/problem.ts';
import type { ReadWorkbook, SkipSheet } from './read/content.ts';
import { Meter, type WorkbookLimits, workbookLimits } from './read/limits.ts';
import { readOds } from './read/ods.ts';
import { openPackage } from './read/package.ts';
import { readXlsx } from './read/xlsx.ts';

/**
 * Reads the cells of a workbook: of Excel (.xlsx, .xlsm) or OpenDocument (.ods). Nothing in it is run or fetched: a formula is its text
 * with the value that was saved, macros and links to other files are only reported. Sizes are checked before anything is unpacked.
 * @param name of the file, in messages
 * @param options `skips`: sheets of an Excel file that need not be read, and then have no rows
 * @throws CompassError if it is neither, is protected by a password, is damaged, or has more than the limits
 */
export function readWorkbook(
  bytes: Uint8Array,
  name: string,
  { limits = workbookLimits, skips }: { readonly limits?: WorkbookLimits; readonly skips?: SkipSheet } = {},
): ReadWorkbook {
  const meter = new Meter(name, limits);
  const opened = openPackage(bytes, name, meter);
  const context = { name, meter, skips };
  if (opened.paths.has('word/document.xml')) throw CompassError.of('workbook-is-document', name);
  if (opened.paths.has('[Content_Types].xml')) return readXlsx(opened, context);
  if (opened.paths.has('content.xml')) return readOds(opened, context);
  throw CompassError.of('workbook-unreadable', name);
}
