import { describe, expect, it } from 'vitest';
import { addressOf, columnLetters, parseAddress } from '../../src/workbook/address.ts';
import { placeOf, valueText } from '../../src/workbook/read/content.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import { plainOds, plainXlsx, sheetData } from '../fixtures/workbooks.ts';

const cells = (bytes: Uint8Array): string[] => {
  const [sheet] = readWorkbook(bytes, 'test').sheets;
  return (sheet?.rows ?? []).flatMap((row) =>
    [...row.cells.values()].map(
      (cell) =>
        `${addressOf(cell.row, cell.column)} ${cell.value.kind} ${valueText(cell.value)}${cell.formula === undefined ? '' : ` =${cell.formula}`}`,
    ),
  );
};
const xlsx = (rows: string, more: Readonly<Record<string, string>> = {}): string[] => cells(plainXlsx(sheetData(rows), more));
const ods = (rows: string): string[] => cells(plainOds(rows));
const row = (content: string): string => `<table:table-row>${content}</table:table-row>`;

describe('an address', () => {
  it.each([
    ['A1', 1, 1],
    ['$D$14', 14, 4],
    ['AA7', 7, 27],
    ['XFD1048576', 1_048_576, 16_384],
  ])('%s is a row and a column', (text, row, column) => {
    expect(parseAddress(text)).toEqual({ row, column });
    expect(addressOf(row, column)).toBe(text.replaceAll('$', ''));
  });

  it.each(['', 'A', '1', 'A0', 'XFE1', 'A1048577', 'a1', 'A1B', 'ABCD1', '$$A1', 'A99999999', 'A1 '])('%j is none', (text) =>
    expect(parseAddress(text)).toBeUndefined(),
  );

  it('has letters for every column', () => {
    for (let column = 1; column <= 16_384; column += 97) expect(parseAddress(`${columnLetters(column)}1`)?.column).toBe(column);
  });

  it('of a cell is told with its sheet', () =>
    expect(placeOf({ name: '3 Value chain' }, { row: 14, column: 4 })).toBe('3 Value chain!D14'));
});

describe('a workbook of Excel', () => {
  it('has text in its cells, or shared, with pieces in several styles, and without how it is pronounced', () => {
    const shared =
      '<sst><si><t>one</t></si><si><r><t>two </t></r><r><t xml:space="preserve"> parts</t></r><rPh><t>TU</t></rPh></si></sst>';
    const rows =
      '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c><c r="C1" t="str"><f>A1&amp;B1</f><v>both</v></c></row>';
    expect(xlsx(rows, { 'xl/sharedStrings.xml': shared })).toEqual([
      'A1 text two  parts',
      'B1 text inline',
      'C1 text both =A1&B1',
    ]);
  });

  it('has numbers, truth values, errors and dates', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd.mm.yyyy"/><numFmt numFmtId="171" formatCode="&quot;day&quot; 0.0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>';
    const rows =
      '<row r="1"><c r="A1"><v>2</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#REF!</v></c><c r="D1" s="1"><v>46188</v></c><c r="E1" s="2"><v>46188.5</v></c><c r="F1" s="3"><v>46188</v></c><c r="G1" t="d"><v>2026-06-15T00:00:00</v></c></row>';
    expect(xlsx(rows, { 'xl/styles.xml': styles })).toEqual([
      'A1 number 2',
      'B1 boolean TRUE',
      'C1 error #REF!',
      'D1 date 2026-06-15',
      'E1 date 2026-06-15T12:00:00',
      'F1 number 46188',
      'G1 date 2026-06-15',
    ]);
  });

  it('counts dates from 1904 where it says so', () => {
    const workbook =
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>';
    const styles = '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>';
    const rows = '<row r="1"><c r="A1" s="0"><v>44726</v></c></row>';
    expect(xlsx(rows, { 'xl/workbook.xml': workbook, 'xl/styles.xml': styles })).toEqual(['A1 date 2026-06-15']);
  });

  it('may leave out addresses, and may have any prefix', () => {
    const rows = '<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row>';
    const sheet = `<x:worksheet><x:sheetData>${rows}</x:sheetData></x:worksheet>`;
    expect(cells(plainXlsx(sheet))).toEqual(['A1 number 1', 'B1 number 2', 'A2 number 3']);
  });

  it('says which rows and sheets are hidden, and which cells are merged', () => {
    const workbook =
      '<workbook xmlns:r="r"><sheets><sheet name="S &amp; T" sheetId="1" state="veryHidden" r:id="r1"/></sheets></workbook>';
    const sheet = sheetData(
      '<row r="2" hidden="1"><c r="B2"><v>1</v></c></row>',
      '<mergeCells><mergeCell ref="B2:C3"/></mergeCells>',
    );
    const [read] = readWorkbook(plainXlsx(sheet, { 'xl/workbook.xml': workbook }), 'test').sheets;
    expect([read?.name, read?.hidden, read?.rows[0]?.number, read?.rows[0]?.hidden]).toEqual(['S & T', true, 2, true]);
    expect(read?.merged).toEqual([{ from: { row: 2, column: 2 }, to: { row: 3, column: 3 } }]);
  });

  it('says what stands in comments and text boxes, and at which cell', () => {
    const rels = ['comments', 'threadedComment', 'drawing']
      .map((type) => `<Relationship Id="${type}" Type="x/${type}" Target="../${type}.xml"/>`)
      .join('');
    const box =
      '<xdr:from><xdr:col>3</xdr:col><xdr:row>8</xdr:row></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:row>9</xdr:row></xdr:to>' +
      '<xdr:sp><xdr:txBody><a:p><a:r><a:t>see</a:t></a:r></a:p><a:p><a:r><a:t>recital 4</a:t></a:r></a:p></xdr:txBody></xdr:sp>';
    const [sheet] = readWorkbook(
      plainXlsx(sheetData('<row r="1"><c r="A1"><v>1</v></c></row>'), {
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="r">${rels}</Relationships>`,
        'xl/comments.xml':
          '<comments><authors><author>Bo</author></authors><commentList>' +
          '<comment ref="B2"><text><r><t>I </t></r><r><t>doubt it</t></r></text></comment>' +
          '<comment ref="C3"><text><t>[Threaded comment] really?</t></text></comment></commentList></comments>',
        'xl/threadedComment.xml':
          '<ThreadedComments><threadedComment ref="C3"><text>really?</text></threadedComment></ThreadedComments>',
        'xl/drawing.xml': `<xdr:wsDr>${box}</xdr:wsDr>`,
      }),
      'x.xlsx',
    ).sheets;
    expect(sheet?.comments).toEqual([
      { row: 2, column: 2, text: 'I doubt it' },
      { row: 3, column: 3, text: 'really?' },
      { row: 9, column: 4, text: 'see recital 4' },
    ]);
  });

  it('leaves out cells without content, but not a formula without a result', () => {
    expect(
      xlsx(
        '<row r="1"><c r="A1" s="1"/><c r="B1" t="inlineStr"><is><t></t></is></c><c r="C1" t="str"><f>D1</f><v></v></c></row>',
      ),
    ).toEqual(['C1 text  =D1']);
  });
});

describe('an OpenDocument spreadsheet', () => {
  it('has text, numbers, truth values, dates and errors', () => {
    const content = [
      '<table:table-cell office:value-type="string"><text:p>one<text:s text:c="2"/>two<text:line-break/>three</text:p><text:p>four</text:p></table:table-cell>',
      '<table:table-cell office:value-type="float" office:value="2.50"><text:p>2,5</text:p></table:table-cell>',
      '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>',
      '<table:table-cell office:value-type="date" office:date-value="2026-06-15"><text:p>15.6.26</text:p></table:table-cell>',
      '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value=""><text:p>#DIV/0!</text:p></table:table-cell>',
    ];
    expect(ods(row(content.join('')))).toEqual([
      'A1 text one  two\nthree\nfour',
      'B1 number 2.5',
      'C1 boolean TRUE',
      'D1 date 2026-06-15',
      'E1 error #DIV/0! =1/0',
    ]);
  });

  it('repeats cells and rows', () => {
    const two = '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"/>';
    const rows = `<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row><table:table-row table:number-rows-repeated="2">${two}</table:table-row>`;
    expect(ods(rows)).toEqual(['A4 number 7', 'B4 number 7', 'A5 number 7', 'B5 number 7']);
  });

  it('takes no comment and no picture for the text of a cell', () => {
    const comment = '<office:annotation><text:p>by somebody</text:p></office:annotation>';
    expect(ods(row(`<table:table-cell office:value-type="string">${comment}<text:p>own</text:p></table:table-cell>`))).toEqual([
      'A1 text own',
    ]);
  });

  it('says what stands in comments and text boxes, and at which cell', () => {
    const comment =
      '<office:annotation><dc:date>2026-06-15</dc:date><text:p>by <text:span>somebody</text:span></text:p><text:p>else</text:p></office:annotation>';
    const box = '<draw:custom-shape><text:p>a box</text:p></draw:custom-shape>';
    const cell = (content: string) =>
      `<table:table-cell office:value-type="string">${content}<text:p>own</text:p></table:table-cell>`;
    const [sheet] = readWorkbook(plainOds(row(`${cell('')}${cell(comment)}${cell(box)}`)), 'x.ods').sheets;
    expect(sheet?.comments).toEqual([
      { row: 1, column: 2, text: 'by somebody else' },
      { row: 1, column: 3, text: 'a box' },
    ]);
    expect([1, 2, 3].map((column) => sheet?.rows[0]?.cells.get(column)?.value)).toEqual(
      [1, 2, 3].map(() => ({ kind: 'text', text: 'own' })),
    );
  });

  it('says which cells are merged; those that are covered have nothing', () => {
    const content =
      '<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1" office:value-type="string"><text:p>wide</text:p></table:table-cell><table:covered-table-cell office:value-type="string"><text:p>under</text:p></table:covered-table-cell>';
    const [sheet] = readWorkbook(plainOds(row(content)), 'test').sheets;
    expect(sheet?.merged).toEqual([{ from: { row: 1, column: 1 }, to: { row: 1, column: 2 } }]);
    expect(sheet?.rows[0]?.cells.size).toBe(1);
  });
});
