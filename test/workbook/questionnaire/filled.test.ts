import { describe, expect, it } from 'vitest';
import type { Filled } from '../../../src/filled/collect.ts';
import type { Row, Sheet } from '../../../src/workbook/sheets.ts';
import { blank, read } from '../../fixtures/small-workbook.ts';
import { filledIn, keysOf, mirrored, sorted, type Typed, withSheet } from '../../fixtures/workbooks.ts';

const sheetName = blank.sheets.find(({ name }) => /value chain/i.test(name))?.name ?? '';

const evidenceName = blank.sheets.find((sheet) => keysOf(sheet).includes('evidence-of'))?.name ?? '';

/** A row of the sheet of further evidence. */
function row(id: string, ...texts: string[]): Row {
  const keys = keysOf(blank.sheets.find(({ name }) => name === evidenceName) as Sheet);
  const values = new Map([
    ['evidence-of', id],
    ...['document', 'at', 'quote', 'note'].map((key, at) => [key, texts[at] ?? ''] as const),
  ]);
  return { cells: keys.map((key) => ({ value: values.get(key) ?? '' })) };
}

function answers(...typed: Typed[]): Filled['sections'] {
  return read(filledIn(blank, typed)).sections;
}

describe('a level in a cell', () => {
  it.each([['2 - more'], ['2 – more'], ['2'], [2], ['2.0'], [' 2 '], ['٢'], ['2: more'], ['more'], ['2 - mo…']])(
    'may be written as %j',
    (value) => {
      expect(read(filledIn(blank, [['remedy.court', 'level', value]]))).toMatchObject({
        sections: { answers: { 'remedy.court': 2 } },
        faults: [],
        leftovers: [],
      });
    },
  );

  it.each([['2.5'], [2.5], ['two'], ['2-3-2026'], ['-1'], ['?'], [true]])('is an error with its cell if it is %j', (value) => {
    const { faults, sections } = read(filledIn(blank, [['remedy.court', 'level', value]]));
    if (value === '-1') expect(sections.answers).toEqual({ 'remedy.court': -1 });
    else expect(faults).toEqual([expect.stringMatching(/^2 Remedy![A-Z]+\d+: level-unreadable$/)]);
  });

  it.each([['2-3'], ['2 – 3']])('is refused if it is two levels, as %j', (value) => {
    const { faults } = read(filledIn(blank, [['remedy.court', 'level', value]]));
    expect(faults).toEqual([expect.stringMatching(/^2 Remedy![A-Z]+\d+: two-levels$/)]);
  });

  it('may have words of its own after it, which are listed', () => {
    const { sections, leftovers } = read(filledIn(blank, [['remedy.court', 'level', '2 - but see art. 5']]));
    expect(sections.answers).toEqual({ 'remedy.court': 2 });
    expect(leftovers).toEqual([expect.stringMatching(/: but see art. 5$/)]);
  });

  it('may say that the question does not apply, with the reason in its own cell', () => {
    expect(answers(['remedy.court', 'not-applicable', 'no courts']).answers).toEqual({
      'remedy.court': { notApplicable: 'no courts' },
    });
    expect(read(filledIn(blank, [['remedy.court', 'level', 'not applicable']])).faults).toEqual([
      expect.stringMatching(/: reason-missing$/),
    ]);
  });
});

describe('marks in cells', () => {
  it('are ticked, looked for and not seen, or left open', () => {
    const ticked: Typed[] = [
      ['value-chain.scope', 'level', 2],
      ['value-chain.scope', 'mark.1', 'x'],
      ['value-chain.scope', 'mark.2', '-'],
    ];
    expect(answers(...ticked).answers).toEqual({ 'value-chain.scope': { level: 2, marks: ['small'] } });
  });

  it('are none if all were looked for and none was seen', () => {
    expect(answers(['value-chain.scope', 'level', 1], ['value-chain.scope', 'mark.1', '-']).answers).toEqual({
      'value-chain.scope': { level: 1, marks: [] },
    });
  });

  it('are an error with its cell if they are neither', () => {
    expect(read(filledIn(blank, [['value-chain.scope', 'mark.3', 'perhaps']])).faults).toEqual([
      expect.stringMatching(/^1 Value chain![A-Z]+\d+: tick-unreadable$/),
    ]);
  });
});

describe('the date of a draft', () => {
  it.each([['2026-06-15'], ['2026-06'], ['2026'], [' 2026-06-15 ']])('may be %j', (value) => {
    expect(answers(['draft.date', 'value', value]).draft).toEqual({ date: value.trim() });
  });

  it.each([['2026-13-45'], ['2026-02-30'], ['15.6.2026'], ['2026-6'], ['soon']])(
    'is an error with its cell if it is %j',
    (value) => {
      const { faults, sections } = read(filledIn(blank, [['draft.date', 'value', value]]));
      expect([faults, sections.draft]).toEqual([[expect.stringMatching(/^Draft and reviewer!C\d+: draft-date$/)], {}]);
    },
  );
});

describe('a workbook', () => {
  const typed: Typed[] = [
    ['value-chain.scope', 'level', '3 - all'],
    ['value-chain.scope', 'rationale', '=1+1 is no formula'],
    ['value-chain.scope', 'evidence.1.at', 'art. 1'],
    ['value-chain.scope', 'evidence.3.quote', 'words'],
    ['value-chain.scope', 'confidence', 'high'],
    ['value-chain.scope', 'due', '2026-06-30'],
    ['value-chain.tiers', 'level', 0],
    ['scoping.problem', 'status', 'partly'],
    ['encryption', 'present', 'no'],
    ['draft.title', 'value', 'A bill'],
    ['reviewer.name', 'value', 'Ana'],
  ];
  const filled = filledIn(blank, typed);
  const expected = {
    draft: { title: 'A bill' },
    reviewer: { name: 'Ana' },
    answers: {
      'value-chain.scope': {
        level: 3,
        rationale: '=1+1 is no formula',
        evidence: [{ at: 'art. 1' }, { quote: 'words' }],
        confidence: 'high',
        due: '2026-06-30',
      },
      'value-chain.tiers': 0,
    },
    features: {},
    steps: { 'scoping.problem': { status: 'partly' } },
    flags: { encryption: { present: false } },
  };

  it('is read in full', () => {
    expect(read(filled)).toEqual({ sections: expected, faults: [], leftovers: [] });
  });

  it('may have a sheet that somebody sorted, with its keys among the rows', () => {
    expect(read(withSheet(filled, sheetName, sorted)).sections).toEqual(expected);
  });

  it('may have its columns in another order', () => {
    expect(read(withSheet(filled, sheetName, mirrored)).sections).toEqual(expected);
  });

  it('may have a sheet with another name, and other headings', () => {
    const renamed = withSheet(filled, sheetName, (sheet) => ({
      ...sheet,
      name: 'Chaîne de valeur',
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => (cell?.value === 'Reasons' ? { ...cell, value: 'Motifs' } : cell)),
      })),
    }));
    expect(read(renamed).sections).toEqual(expected);
  });

  it('may have hidden rows', () => {
    const hidden = withSheet(filled, sheetName, (sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({ ...row, hidden: true as const })),
    }));
    expect(read(hidden).sections).toEqual(expected);
  });

  it('may lack a sheet', () => {
    const { answers: _, ...others } = expected;
    expect(read(withSheet(filled, sheetName, () => undefined)).sections).toEqual({ ...others, answers: {} });
  });

  it('may have merged cells: their value is that of each of their rows', () => {
    const merged = withSheet(filledIn(blank, [['value-chain.scope', 'level', 1]]), sheetName, (sheet) => {
      const row = sheet.rows.findIndex(({ cells }) => cells[0]?.value === 'value-chain.scope');
      const column = (sheet.rows[0]?.cells ?? []).findIndex((cell) => cell?.value === 'compass:level');
      const letter = String.fromCharCode(65 + column);
      return { ...sheet, merged: [...(sheet.merged ?? []), `${letter}${row + 1}:${letter}${row + 2}`] };
    });
    expect(read(merged).sections.answers).toEqual({ 'value-chain.scope': 1, 'value-chain.tiers': 1 });
  });

  it('may have the same question twice, if both say the same', () => {
    const twice = {
      ...filled,
      sheets: [
        ...filled.sheets,
        ...filled.sheets.filter(({ name }) => name === sheetName).map((sheet) => ({ ...sheet, name: 'Copy' })),
      ],
    };
    expect(read(twice)).toEqual({ sections: expected, faults: [], leftovers: [] });
  });

  it('has an error at the second cell if the same question has two answers', () => {
    const copy = filledIn(blank, [['value-chain.tiers', 'level', 2]])
      .sheets.filter(({ name }) => name === sheetName)
      .map((sheet) => ({ ...sheet, name: 'Copy' }));
    expect(read({ ...filled, sheets: [...filled.sheets, ...copy] }).faults).toEqual([
      expect.stringMatching(/^Copy![A-Z]+\d+: filled-twice$/),
    ]);
  });

  it('has every error at once', () => {
    const wrong: Typed[] = [
      ['value-chain.scope', 'confidence', 'very'],
      ['value-chain.scope', 'due', 'soon'],
      ['value-chain.tiers', 'level', 'some'],
      ['value-chain.tiers', 'elsewhere.law', 'Another Act'],
      ['scoping.problem', 'status', 'maybe'],
      ['encryption', 'present', 'perhaps'],
    ];
    expect(read(filledIn(blank, wrong)).faults.map((fault) => fault.split(': ')[1])).toEqual([
      'present-unreadable',
      'status-unknown',
      'confidence-unknown',
      'wrong-date',
      'level-unreadable',
      'elsewhere-level-missing',
    ]);
  });

  it('lists what stands beside and below the answers', () => {
    const beside = withSheet(filled, sheetName, (sheet) => ({
      ...sheet,
      rows: [
        ...sheet.rows.map((row) =>
          row.cells[0]?.value === 'value-chain.tiers' ? { ...row, cells: [...row.cells, undefined, { value: 'my note' }] } : row,
        ),
        { cells: [undefined, undefined, undefined, undefined, { value: 'see the annex' }] },
      ],
    }));
    expect(read(beside).leftovers.map((each) => each.split(': ')[1])).toEqual(['my note', 'see the annex']);
  });

  it('has further evidence in a sheet of its own, and lists what has no id there', () => {
    const further = withSheet(filled, evidenceName, (sheet) => ({
      ...sheet,
      rows: [
        ...sheet.rows.slice(0, 4),
        row('scoping.problem', 'a memorandum', 'page 3', '', ''),
        row('value-chain.scope', '', 'art. 9', '', ''),
        row('', '', 'art. 10', 'words', ''),
      ],
    }));
    const { sections, leftovers } = read(further);
    expect(sections).toMatchObject({
      answers: { 'value-chain.scope': { evidence: [{ at: 'art. 1' }, { quote: 'words' }, { at: 'art. 9' }] } },
      steps: { 'scoping.problem': { evidence: [{ document: 'a memorandum', at: 'page 3' }] } },
    });
    expect(leftovers).toEqual([expect.stringMatching(/: art\. 10$/), expect.stringMatching(/: words$/)]);
  });
});
