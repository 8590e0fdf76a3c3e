import { describe, expect, it } from 'vitest';
import type { Block, Cell, Document, Table } from '../../../src/report/document/blocks.ts';
import { heading, list, paragraph, runsOf, strong } from '../../../src/report/document/build.ts';
import { plainStyle, type Style } from '../../../src/report/write/style.ts';
import { writeTerminal } from '../../../src/report/write/terminal/terminal.ts';
import { widthOf } from '../../../src/text/plain-text.ts';

const scale = [
  { id: 'high', from: 60, title: 'High' },
  { id: 'low', from: 0, title: 'Low' },
] as unknown as Document['scale'];

const signs: Style = {
  bold: (text) => `<b>${text}</b>`,
  dim: (text) => `<dim>${text}</dim>`,
  good: (text) => `<good>${text}</good>`,
  fair: (text) => `<fair>${text}</fair>`,
  bad: (text) => `<bad>${text}</bad>`,
};

function write(blocks: readonly Block[], width = 80, style = plainStyle): string {
  return writeTerminal({ title: 'T', language: 'en', scale, notice: '', blocks }, { width, style });
}

function table(columns: readonly Partial<Table['columns'][number]>[], rows: readonly (readonly (string | Cell)[])[]): Table {
  return {
    kind: 'table',
    about: 'A',
    columns: columns.map((column) => ({ title: '', align: 'left', room: 1, ...column })),
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? runsOf(cell) : cell))),
  };
}

describe('the terminal writer', () => {
  it('aligns the texts of a numbered list, whatever the number of digits', () => {
    const items = Array.from({ length: 10 }, (_, n) => [[`item ${n + 1} ${'word '.repeat(9)}`.trim()]]);
    const lines = write([{ ...list(items), start: 1 }], 40).split('\n');
    const columns = lines.filter(Boolean).map((text) => text.search(/item|word/));
    expect(new Set(columns).size).toBe(1);
  });

  it('puts a blank line before a heading, and none between the lines of a section', () => {
    const text = write([
      heading(2, 'One', 'a'),
      paragraph('first'),
      paragraph('second'),
      list([[['item']]]),
      heading(2, 'Two', 'b'),
    ]);
    expect(text).toBe('One\nfirst\nsecond\n  item\n\nTwo\n');
  });

  it('indents what belongs to the entry above it, and wraps within the width', () => {
    const text = write([paragraph('entry'), paragraph('a detail of several words', 'detail')], 24);
    expect(text).toBe('entry\n    a detail of several\n    words\n');
  });

  it('puts a blank line before warnings, and none between them', () => {
    const text = write([paragraph('a'), paragraph('w1', 'warning'), paragraph('w2', 'warning')]);
    expect(text).toBe('a\n\nw1\nw2\n');
  });

  it('indents the rest of a wrapped item where another item follows or precedes it', () => {
    const item = [['an item of several words']];
    expect(write([list([item])], 24)).toBe('  an item of several\n  words\n');
    expect(write([list([item, item])], 24)).toBe('  an item of several\n      words\n  an item of several\n      words\n');
  });

  it('shows no character that acts on a terminal, and marks differences and quotes with signs', () => {
    const runs = [
      { text: '\u001b[31m' },
      { text: ' was ', style: 'gone' },
      { text: 'is', style: 'new' },
      { text: 'said', style: 'quote' },
    ] as const;
    expect(write([paragraph(runs)])).toBe('\\u001b[31m[- was -]{+is+}“said”\n');
  });

  it('sets tones and bands off in colours, and matches by asterisks where there are none', () => {
    const runs = [
      { ...strong('x'), band: 'high' },
      { text: 'y', tone: 'bad' },
      { text: 'z', style: 'match' },
    ] as const;
    expect(write([paragraph(runs)], 80, signs)).toBe('<b><good>x</good></b><bad>y</bad><b>z</b>\n');
    expect(write([paragraph(runs)])).toBe('xy*z*\n');
  });

  it('folds nothing, and leaves pictures out that stand on their own', () => {
    const bar: Block = { kind: 'bar', name: 'n', score: 1, low: 1, high: 1, band: null };
    const details = { kind: 'details', summary: 'Sum', blocks: [paragraph('inner')] } as const;
    expect(write([paragraph('a'), bar, details, { ...details, titled: true }])).toBe('a\ninner\nSum\ninner\n');
  });
});

describe('a table in the terminal', () => {
  const bar: Cell = { kind: 'bar', name: 'n', score: 70, low: 70, high: 70, band: 'high' };
  const long = 'a name that is rather long indeed';

  it('has a head only where a column has a title, and no blanks at the ends of lines', () => {
    expect(
      write([
        table(
          [{}, {}],
          [
            ['a', 'b'],
            ['aa', ''],
          ],
        ),
      ]),
    ).toBe('a   b\naa\n');
    expect(write([table([{ title: 'N' }, { title: 'Count', align: 'right' }], [['a', '1']])], 80, signs)).toBe(
      '<b>N  Count</b>\na      1\n',
    );
  });

  it('wraps the first column before it leaves a spare one out', () => {
    const rows = [[long, bar, 'band']];
    expect(write([table([{}, { spare: 1 }, {}], rows)], 60)).toBe(`${long}  ███████░░░  band\n`);
    expect(write([table([{}, { spare: 1 }, {}], rows)], 42)).toBe('a name that is rather     ███████░░░  band\n  long indeed\n');
    expect(write([table([{}, { spare: 1 }, {}], rows)], 34)).toBe('a name that is rather long    band\n  indeed\n');
  });

  it('wraps the rows of a tree with their indent', () => {
    const rows = [
      ['an act on platforms, first reading', 'one'],
      ['an act on platforms, second reading', 'two'],
    ];
    expect(write([{ ...table([{}, {}], rows), depths: [0, 1] }], 30)).toBe(
      'an act on platforms,       one\n  first reading\n  an act on platforms,     two\n    second reading\n',
    );
  });

  it('shows one line of a column that shows beginnings', () => {
    const rows = [['an act on platforms, first reading', 'one']];
    expect(write([table([{ beginning: true }, {}], rows)], 26)).toBe('an act on platforms,…  one\n');
  });

  it('is followed by a blank line', () => {
    expect(write([table([{}], [['a']]), paragraph('b')])).toBe('a\n\nb\n');
  });

  it('leaves the spare columns out in their order', () => {
    const columns = [{}, { spare: 2 }, { spare: 1 }, {}];
    const rows = [[long, 'second second', 'first first', 'kept']];
    expect(write([table(columns, rows)], 50)).toContain('second');
    expect(write([table(columns, rows)], 50)).not.toContain('first');
    expect(write([table(columns, rows)], 30)).not.toContain('second');
    expect(write([table(columns, rows)], 30)).toContain('kept');
  });

  it('wraps prose where there is still too little room', () => {
    const text = write([table([{}, {}], [['name', 'some words that do not fit on one line']])], 30);
    expect(text).toBe('name  some words that do not\n      fit on one line\n');
  });

  it('wraps the widest column, and leaves narrower ones as they are', () => {
    const text = write([table([{}, {}, {}], [['n', 'some words that do not fit on a line', 'Thirteen long']])], 40);
    expect(text).toBe('n  some words that do not  Thirteen long\n   fit on a line\n');
  });

  it('goes on below, beside the first column again, with the columns that have no room', () => {
    const titles = ['N', '1', '2', '3', '4', '5'].map((title) => ({ title }));
    const text = write([table(titles, [['row', 'one.......', 'two.......', 'three.....', 'four......', 'five......']])], 30);
    expect(text.split('\n\n')).toHaveLength(3);
    for (const part of text.split('\n\n')) expect(part).toMatch(/^N .*\nrow /);
    for (const each of ['one', 'two', 'three', 'four', 'five']) expect(text).toContain(each);
  });

  it('shades figures by their bands, the figures under one another', () => {
    const cell = (figure: string, band: string, mark?: string): Cell => ({ kind: 'shade', figure, band, ...(mark && { mark }) });
    const rows = [
      ['a', cell('7', 'low')],
      ['b', cell('100', 'high', '*')],
    ];
    for (const align of ['left', 'right'] as const) expect(write([table([{}, { align }], rows)])).toBe('a  ·   7\nb  █ 100*\n');
    expect(write([table([{}, {}], rows)], 80, signs)).toContain('<good>█ 100*</good>');
  });

  it('measures what is wide, and stays within the width', () => {
    const rows = [
      ['人权尽职调查 的 义务 与 范围 以及 其他', '1'],
      ['short', '10'],
    ];
    const lines = write([table([{}, { align: 'right' }], rows)], 24).split('\n');
    expect(lines[0]).toMatch(/^人[^…]* +1$/);
    expect(Math.max(...lines.map(widthOf))).toBe(24);
    expect(lines.at(-2)).toMatch(/^short {17}10$/);
  });
});
