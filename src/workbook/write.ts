import { strToU8, Zip, ZipDeflate } from 'fflate';
import { columnLetters, quotedSheet } from './address.ts';
import type { Sheet, Workbook } from './sheets.ts';
import { attributes, escapeText } from './write/escape.ts';
import { sheetXml } from './write/sheet.ts';
import { StyleBook } from './write/styles.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationshipTypes = 'http://schemas.openxmlformats.org/package/2006/relationships';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook as an Excel file (.xlsx). The same workbook gives the same bytes. */
export function writeWorkbook(workbook: Workbook): Uint8Array {
  const styles = new StyleBook();
  const { sheets } = workbook;
  const shown = sheets.findIndex(({ hidden }) => !hidden);
  const archive = new Archive();
  archive.add('[Content_Types].xml', [contentTypes(sheets)]);
  archive.add('_rels/.rels', [packageRelations]);
  archive.add('docProps/core.xml', [coreXml(workbook)]);
  archive.add('docProps/app.xml', [appXml]);
  archive.add('xl/workbook.xml', [workbookXml(sheets)]);
  archive.add('xl/_rels/workbook.xml.rels', [workbookRelations(sheets)]);
  for (const [index, sheet] of sheets.entries()) {
    archive.add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, styles, index === shown));
  }
  // After the sheets, which add to it.
  archive.add('xl/styles.xml', [styles.xml()]);
  return archive.bytes();
}

/** Characters that are packed at once. */
const packed = 256 * 1024;

/** A zip archive that is packed piece by piece, so that no part is in memory as a whole. */
class Archive {
  readonly #chunks: Uint8Array[] = [];
  readonly #zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.#chunks.push(chunk);
  });

  /** Adds an XML part. */
  add(name: string, pieces: Iterable<string>): void {
    const part = new ZipDeflate(name, { level: 6 });
    // A zip entry has a local time: built from local parts, it is the same bytes in every time zone.
    part.mtime = new Date(1980, 0, 1);
    this.#zip.add(part);
    let waiting = declaration;
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < packed) continue;
      part.push(strToU8(waiting));
      waiting = '';
    }
    part.push(strToU8(waiting), true);
  }

  bytes(): Uint8Array {
    this.#zip.end();
    const all = new Uint8Array(this.#chunks.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const chunk of this.#chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return all;
  }
}

const appXml =
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>ungps-compass</Application></Properties>';

function contentTypes(sheets: readonly Sheet[]): string {
  const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;
  return [
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('xl/workbook.xml', `${spreadsheet}.sheet.main+xml`),
    ...sheets.map((_, index) => override(`xl/worksheets/sheet${index + 1}.xml`, `${spreadsheet}.worksheet+xml`)),
    override('xl/styles.xml', `${spreadsheet}.styles+xml`),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
    '</Types>',
  ].join('');
}

function relationships(entries: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = entries.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${relationshipTypes}">${each.join('')}</Relationships>`;
}

const packageRelations = relationships([
  ['rIdWorkbook', `${office}/officeDocument`, 'xl/workbook.xml'],
  ['rIdCore', `${relationshipTypes}/metadata/core-properties`, 'docProps/core.xml'],
  ['rIdApp', `${office}/extended-properties`, 'docProps/app.xml'],
]);

function workbookRelations(sheets: readonly Sheet[]): string {
  return relationships([
    ...sheets.map((_, index) => [`rId${index + 1}`, `${office}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const),
    ['rIdStyles', `${office}/styles`, 'styles.xml'],
  ]);
}

function workbookXml(sheets: readonly Sheet[]): string {
  const entries = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet${attributes({ name, sheetId: index + 1, state: hidden && 'hidden', 'r:id': `rId${index + 1}` })}/>`,
  );
  const shown = sheets.findIndex(({ hidden }) => !hidden);
  const names = sheets.flatMap((sheet, index) => [...titlesName(sheet, index), ...filterName(sheet, index)]);
  return [
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}">`,
    `<bookViews><workbookView activeTab="${Math.max(0, shown)}"/></bookViews>`,
    `<sheets>${entries.join('')}</sheets>`,
    names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`,
    // The values that the cells have are those of compass; Excel calculates its own when it opens the file.
    '<calcPr calcId="191029" fullCalcOnLoad="1"/>',
    '</workbook>',
  ].join('');
}

/** The rows and columns that every printed page begins with. */
function titlesName({ name, print }: Sheet, index: number): string[] {
  const { repeatedRows: rows, repeatedColumns: columns } = print ?? {};
  const sheet = quotedSheet(name);
  const ranges = [
    ...(columns ? [`${sheet}!$${columnLetters(columns[0])}:$${columnLetters(columns[1])}`] : []),
    ...(rows ? [`${sheet}!$${rows[0]}:$${rows[1]}`] : []),
  ];
  return ranges.length === 0 ? [] : [definedName('_xlnm.Print_Titles', index, ranges.join(','))];
}

function filterName({ name, filter }: Sheet, index: number): string[] {
  const range = filter?.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return range === undefined ? [] : [definedName('_xlnm._FilterDatabase', index, `${quotedSheet(name)}!${range}`, true)];
}

function definedName(name: string, sheet: number, formula: string, hidden = false): string {
  return `<definedName${attributes({ name, localSheetId: sheet, hidden: hidden ? 1 : undefined })}>${escapeText(formula)}</definedName>`;
}

/** No dates: the same workbook gives the same bytes. */
function coreXml({ title, description, language }: Workbook): string {
  const namespaces =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  const element = (name: string, text: string): string => `<dc:${name}>${escapeText(text)}</dc:${name}>`;
  return `<cp:coreProperties ${namespaces}>${element('title', title)}${element('description', description)}${element('language', language)}</cp:coreProperties>`;
}
