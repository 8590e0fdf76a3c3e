import { describe, expect, it } from 'vitest';
import { tableText } from '../../../src/draft/readers/columns.ts';

/** A row is cells split by `|`; a cell is paragraphs split by `/`. */
function read(...rows: readonly string[]) {
  const cells = rows.map((row) =>
    row.split('|').map((cell) =>
      cell
        .split('/')
        .map((text) => ({ text: text.trim(), place: { line: 7 } }))
        .filter(({ text }) => text !== ''),
    ),
  );
  const { blocks, warnings } = tableText(cells);
  return { texts: blocks.map(({ text, role }) => (role ? `${role}: ${text}` : text)), warnings };
}

describe('columns that are versions of one text are read one after the other', () => {
  it('the newest, at the right, first; row numbers apart', () => {
    const { texts, warnings } = read(
      '|Commission proposal|Provisional agreement',
      '101|Article 4|Article 4',
      '102|1. Users may sue.|1. Users have the right to sue.',
      '103|2. Within a year.|2. Within three years.',
    );
    expect(texts).toEqual([
      'Provisional agreement',
      'Article 4',
      '1. Users have the right to sue.',
      '2. Within three years.',
      'Commission proposal',
      'Article 4',
      '1. Users may sue.',
      '2. Within a year.',
      'caption: 101',
      'caption: 102',
      'caption: 103',
    ]);
    expect(warnings).toEqual([{ code: 'columns', columns: 'Commission proposal / Provisional agreement', place: 7 }]);
  });

  it('without heads, if most rows have the same numbers and words in both columns', () => {
    const { texts, warnings } = read(
      'Article 1 The law protects users.|Article 1 The law protects all users.',
      'Article 2 Users may sue a provider.|Article 2 Users may sue any provider.',
    );
    expect(texts[0]).toBe('Article 1 The law protects all users.');
    expect(warnings).toEqual([{ code: 'columns', columns: '1 / 2', place: 7 }]);
  });
});

describe('versions are known by the heads of their columns', () => {
  it.each([
    ['Existing law|Bill', 1],
    ['Texto vigente|Iniciativa', 1],
    ['Ley actual|Texto propuesto', 1],
    ['Dice|Debe decir', 1],
    ['Redação atual|Redação proposta', 1],
    ['Texte en vigueur|Texte proposé', 1],
    ['Geltende Fassung|Vorgeschlagene Fassung', 1],
    ['Commission proposal|Council mandate|Parliament mandate', 2],
    ['Old text|New text', 1],
    ['Law in force|Amendment', 1],
  ])('%s', (heads, newest) => {
    const columns = heads.split('|');
    const row = (words: string) => columns.map((_, index) => `${words} in the version of column ${index}`).join('|');
    const { texts, warnings } = read(heads, row('Users may complain'), row('They may sue'));
    expect(texts.slice(0, 3)).toEqual([
      columns[newest],
      `Users may complain in the version of column ${newest}`,
      `They may sue in the version of column ${newest}`,
    ]);
    expect(warnings).toEqual([{ code: 'columns', columns: columns.join(' / '), place: 7 }]);
  });

  it('the numbers at the left belong to each version that has none', () => {
    const { texts } = read(
      'Article|Text in force|Proposed text|Remarks',
      'Art. 1|Users may ask the provider.|Users may complain to the court.|Stronger.',
      'Art. 2|They may wait for an answer.|They may sue without delay.|Faster.',
    );
    expect(texts).toEqual(
      [
        'Proposed text',
        'Art. 1',
        'Users may complain to the court.',
        'Art. 2',
        'They may sue without delay.',
        'Text in force',
        'Art. 1',
        'Users may ask the provider.',
        'Art. 2',
        'They may wait for an answer.',
        'caption: Article',
        'caption: Remarks',
        'caption: Stronger.',
        'caption: Faster.',
      ].filter((text) => text !== 'caption: Article'),
    );
  });
});

describe('columns that are translations', () => {
  it('are read from left to right, each by itself', () => {
    const { texts, warnings } = read(
      'Short title/1 This Act may be cited.|Titre abrégé/1 La loi peut être citée.',
      'PART 1',
      'Duty/2 An operator must assess risks.|Obligation/2 Les exploitants évaluent leurs dangers.',
    );
    expect(texts).toEqual([
      'Short title',
      '1 This Act may be cited.',
      'PART 1',
      'Duty',
      '2 An operator must assess risks.',
      'Titre abrégé',
      '1 La loi peut être citée.',
      'Obligation',
      '2 Les exploitants évaluent leurs dangers.',
    ]);
    expect(warnings).toHaveLength(1);
  });
});

describe('any other table is read row by row', () => {
  it.each([
    [['(a)|a service provider;', '(b)|an online platform.']],
    [['Offence|Current fine', 'Article 5 Failure to report|5 000 euros', 'Article 6 Failure to act|9 000 euros']],
    [['1 January|1 March', '2 January|2 March', '3 January|3 March']],
    [['Article 1 It protects users.|Article 9 It binds providers.', 'Article 2 It is law.|Article 8 It was law.']],
    [['Article 1 It protects users.|Article 1 It binds providers.']],
  ])('%j', (rows) => {
    const { texts, warnings } = read(...rows);
    expect(texts).toEqual(rows.flatMap((row) => row.split('|')));
    expect(warnings).toEqual([]);
  });
});
