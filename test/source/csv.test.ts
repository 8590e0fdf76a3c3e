import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/source/csv.ts';

describe('a table in CSV', () => {
  it.each([
    [',', 'comma'],
    [';', 'semicolon'],
    ['\t', 'tab'],
  ])('may have %j between its cells', (delimiter) => {
    const text = [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]
      .map((cells) => cells.join(delimiter))
      .join('\n');
    expect(readCsv(text, 'x.csv').map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('has the line on which each record begins, also after cells with line breaks', () => {
    const text = '\uFEFF"a","b"\r\n"one\r\ntwo","x"\r\n\r\n"3","y"\r\n';
    expect(readCsv(text, 'x.csv')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['one\r\ntwo', 'x'] },
      { line: 5, cells: ['3', 'y'] },
    ]);
  });

  it('may have quotation marks and separators within a cell', () => {
    expect(readCsv('a;b\n"say ""no"", or";"1;2"\n', 'x.csv')[1]?.cells).toEqual(['say "no", or', '1;2']);
  });

  it('may have a single column', () => {
    expect(readCsv('a\n1\n2\n', 'x.csv').map(({ cells }) => cells)).toEqual([['a'], ['1'], ['2']]);
  });

  it('may name what separates its cells in a first line, as Excel writes it', () => {
    expect(readCsv('sep=;\na,b;c\n1;2\n', 'x.csv')).toEqual([
      { line: 2, cells: ['a,b', 'c'] },
      { line: 3, cells: ['1', '2'] },
    ]);
  });

  it('is refused where a quotation mark has no end, with the line of the record', () => {
    expect(() => readCsv('a,b\n1,2\n"3,4\n', 'x.csv')).toThrow('quotation mark');
  });
});
