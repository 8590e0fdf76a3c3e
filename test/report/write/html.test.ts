import { describe, expect, it } from 'vitest';
import type { Block, Details, Table } from '../../../src/report/document/blocks.ts';
import { heading, paragraph, runsOf, unfolded } from '../../../src/report/document/build.ts';
import { writeHtml } from '../../../src/report/write/html/html.ts';

const scale = [{ id: 'all', title: 'All', from: 0, means: '' }];

function write(...blocks: Block[]): string {
  return writeHtml({ title: 'T', language: 'en', scale, notice: '', blocks: [heading(2, 'S', 's'), ...blocks] });
}

function table(namesRow: boolean): Table {
  return {
    kind: 'table',
    about: 'A',
    columns: [
      { title: 'Place', align: 'left', room: 1 },
      { title: 'Law', align: 'left', room: 1, ...(namesRow && { namesRow: true }) },
    ],
    rows: [[runsOf('1'), runsOf('An Act')]],
  };
}

describe('a table of a page', () => {
  it('has the first cell of a row as its heading, or that of the column that names the rows', () => {
    expect(write(table(false))).toMatch(/<th scope="row"[^>]*>1<\/th><td[^>]*>An Act<\/td>/);
    expect(write(table(true))).toMatch(/<td[^>]*>1<\/td><th scope="row"[^>]*>An Act<\/th>/);
  });

  it('draws the bar before above the bar after, and says so', () => {
    const bar = { kind: 'bar', name: 'Now', score: 60, low: 60, high: 60, band: 'all' } as const;
    const columns = [
      { title: 'Feature', align: 'left', room: 1 },
      { title: 'Chart', align: 'left', room: 1, drawn: true },
    ] as const;
    const single = write({ kind: 'table', about: 'A', columns, rows: [[runsOf('f'), bar]] });
    const pair = write({
      kind: 'table',
      about: 'A',
      columns,
      rows: [[runsOf('f'), { ...bar, before: { ...bar, name: 'Then' } }]],
    });
    expect(pair).toMatch(/Then: 60.*Now: 60/);
    expect(pair).toContain('the upper one shows the earlier score');
    expect(single).not.toContain('the upper one shows the earlier score');
  });
});

describe('what a page folds', () => {
  const details: Details = { kind: 'details', summary: 'Sum', titled: 'heading', blocks: [paragraph('inner')] };

  it('is under its summary', () => {
    expect(write(details)).toMatch(/<details><summary>Sum<\/summary>\s*<p[^>]*>inner<\/p>/);
  });

  it('is an entry with a heading where nothing folds', () => {
    expect(unfolded(details)).toEqual([{ kind: 'heading', level: 3, text: 'Sum' }, paragraph('inner')]);
  });
});
