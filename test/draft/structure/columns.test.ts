import { describe, expect, it } from 'vitest';
import { checkOf } from '../../../src/draft/quotes/check.ts';
import { quoteFinder } from '../../../src/draft/quotes/quotes.ts';
import { parseDraft } from '../../../src/draft/read.ts';
import { walk } from '../../../src/draft/structure/provision.ts';

/** A table in HTML: a row for each line, with cells split by `|`. */
function table(...rows: readonly string[]): string {
  const cells = (row: string) => row.split('|').map((cell) => `<td><p>${cell.trim().replaceAll(' / ', '</p><p>')}</p></td>`);
  return `<table>${rows.map((row) => `<tr>${cells(row).join('')}</tr>`).join('\n')}</table>`;
}

async function draftOf(text: string, name = 'comparison.html') {
  return parseDraft(new TextEncoder().encode(name.endsWith('.html') ? `<html><body>${text}</body></html>` : text), name);
}

/** Each label with the words of its provision. */
async function outline(text: string, name?: string): Promise<string[]> {
  const { provisions } = await draftOf(text, name);
  return [...walk(provisions)].map(({ provision: { label, heading, text: words } }) =>
    [label, heading, words].filter(Boolean).join(': '),
  );
}

const negotiation = table(
  'Row|Commission proposal|EP mandate|Council mandate',
  '40|Article 7|Article 7|Article 7',
  '41|Redress|Redress|Redress',
  '42|1. Users may sue.|1. Users may sue at no cost.|1. Users may sue in person.',
  '43|2. Damages are capped.|2. Damages are not capped.|2. Damages are capped twice.',
  '44|Article 8|Article 8|Article 8',
  '45|Reports|Reports|Reports',
  '46|1. Firms report yearly.|1. Firms report monthly.|1. Firms report on request.',
);

describe('each column of a comparison has provisions of its own', () => {
  it('in a table with several articles, from the first article on', async () => {
    expect(await outline(negotiation)).toEqual([
      'Council mandate',
      'Council mandate, art. 7: Redress',
      'Council mandate, art. 7(1): Users may sue in person.',
      'Council mandate, art. 7(2): Damages are capped twice.',
      'Council mandate, art. 8: Reports',
      'Council mandate, art. 8(1): Firms report on request.',
      'Commission proposal',
      'Commission proposal, art. 7: Redress',
      'Commission proposal, art. 7(1): Users may sue.',
      'Commission proposal, art. 7(2): Damages are capped.',
      'Commission proposal, art. 8: Reports',
      'Commission proposal, art. 8(1): Firms report yearly.',
      'EP mandate',
      'EP mandate, art. 7: Redress',
      'EP mandate, art. 7(1): Users may sue at no cost.',
      'EP mandate, art. 7(2): Damages are not capped.',
      'EP mandate, art. 8: Reports',
      'EP mandate, art. 8(1): Firms report monthly.',
      'caption: Row\n40\n41\n42\n43\n44\n45\n46',
    ]);
  });

  it('in a table for each article, whose headings stand above the tables', async () => {
    const one = table(
      'In force|Proposed',
      '1. Users may ask.|1. Users may sue.',
      '2. It is free of charge.|2. It is always free of charge.',
    );
    const two = table(
      'In force|Proposed',
      '1. Firms may report.|1. Firms shall report.',
      '2. They do so yearly.|2. They do so monthly.',
    );
    expect(await outline(`<h2>Article 3</h2>${one}<h2>Article 4</h2>${two}`)).toEqual([
      'Proposed',
      'Proposed, art. 3',
      'Proposed, art. 3(1): Users may sue.',
      'Proposed, art. 3(2): It is always free of charge.',
      'Proposed, art. 4',
      'Proposed, art. 4(1): Firms shall report.',
      'Proposed, art. 4(2): They do so monthly.',
      'In force',
      'In force, art. 3',
      'In force, art. 3(1): Users may ask.',
      'In force, art. 3(2): It is free of charge.',
      'In force, art. 4',
      'In force, art. 4(1): Firms may report.',
      'In force, art. 4(2): They do so yearly.',
    ]);
  });

  it('in tables without heads, which are named by their positions', async () => {
    const text = table('Article 3|Article 3', '1. Users may ask.|1. Users may sue.', '2. It is free.|2. It is always free.');
    expect(await outline(text)).toContain('column 1, art. 3(1): Users may ask.');
    expect(await outline(text)).toContain('column 2, art. 3(1): Users may sue.');
  });

  it('in a table that goes on without heads', async () => {
    const next = table(
      'Article 9|Article 9',
      '1. Fines are low.|1. Fines are high.',
      '2. They are public.|2. They are all public.',
    );
    const heads = table('Text A|Text B', 'Article 8|Article 8', '1. Firms may report.|1. Firms shall report.');
    const labels = await outline(`${heads}<p>(continued)</p>${next}`);
    expect(labels).toContain('Text A, art. 9(1): Fines are low.');
    expect(labels).toContain('Text B, art. 9(1): Fines are high.');
  });

  it('under the paragraph signs in a column of their own', async () => {
    const text = table(
      '§|Geltende Fassung|Neue Fassung',
      '§ 3|(1) Der Anbieter antwortet bald.|(1) Der Anbieter antwortet sofort.',
      '|(2) Das kostet den Nutzer nichts.|(2) Das kostet niemanden etwas.',
      '§ 4|Die Strafe ist gering.|Die Strafe ist sehr hoch.',
    );
    expect(await outline(text)).toContain('Geltende Fassung, § 3(2): Das kostet den Nutzer nichts.');
    expect(await outline(text)).toContain('Neue Fassung, § 4: Die Strafe ist sehr hoch.');
  });

  it('under the headings that the other columns share, where its own cell is empty', async () => {
    const text = table(
      'Row|Commission|Council|Draft agreement',
      '1|Article 7|Article 7|',
      '2|1. Users may sue.|1. Users may sue in person.|1. Users may sue by post.',
      '3|Article 8|Article 8|',
      '4|1. Firms report yearly.|1. Firms report monthly.|',
    );
    const labels = await outline(text);
    expect(labels).toContain('Draft agreement, art. 7(1): Users may sue by post.');
    expect(labels).not.toContain('Draft agreement, art. 8');
  });

  it('under the headings of rows that span all columns', async () => {
    const span = '<tr><td colspan="2">Article 3</td></tr>';
    const text = table('In force|Proposed', '1. Users may ask.|1. Users may sue.', '2. It is free.|2. It is always free.');
    const labels = await outline(text.replace('</tr>', `</tr>${span}`));
    expect(labels).toContain('In force, art. 3(1): Users may ask.');
    expect(labels).toContain('Proposed, art. 3(1): Users may sue.');
  });

  it('under the headings of cells that span all columns beside the number of the row', async () => {
    const span = '<tr><td>1</td><td colspan="2">Article 3</td></tr>';
    const text = table(
      'Row|In force|Proposed',
      '2|1. Users may ask.|1. Users may sue.',
      '3|2. It is free.|2. It is always free.',
    );
    const labels = await outline(text.replace('</tr>', `</tr>${span}`));
    expect(labels).toContain('In force, art. 3(1): Users may ask.');
    expect(labels).toContain('Proposed, art. 3(1): Users may sue.');
  });

  it('under the number in a column whose head has the word', async () => {
    const text = table(
      'Article|Old|New',
      '12|Users may then ask the provider.|Users may then ask the court.',
      '13|Firms may answer them soon.|Firms shall answer them soon.',
    );
    expect(await outline(text)).toContain('Old, art. 12: Users may then ask the provider.');
    expect(await outline(text)).toContain('New, art. 13: Firms shall answer them soon.');
  });

  it('of one article, with heads that come again on each page', async () => {
    const text = table(
      'Row|Commission|Council',
      '88|Article 9 / Redress|Article 9 / Legal redress',
      '89|Users may sue. They need no lawyer.|Users may sue. They need a lawyer.',
      'Row|Commission|Council',
      '90|Fines are up to 2 %.|Fines are up to 1 %.',
    );
    expect(await outline(text)).toEqual([
      'Council',
      'Council, art. 9: Legal redress: Users may sue. They need a lawyer.\nFines are up to 1 %.',
      'Commission',
      'Commission, art. 9: Redress: Users may sue. They need no lawyer.\nFines are up to 2 %.',
      'caption: Row\n88\n89\nRow\n90',
    ]);
  });

  it('without struck words of its head in its name', async () => {
    const labels = await outline(negotiation.replace('<p>EP mandate', '<p><s>Draft report</s></p><p>EP mandate'));
    expect(labels).toContain('EP mandate, art. 8(1): Firms report monthly.');
  });

  it('in a table of Markdown, whose cells may have several paragraphs', async () => {
    const text = [
      '| Row | In force | Proposed |',
      '| --- | --- | --- |',
      '| 1 | Article 3 | Article 3 |',
      '| 2 | 1. Users may: <br>(a) ask; | 1. Users may: <br>(a) **sue**; |',
      '| 3 | 2. It is free. | 2. It is *always* free. |',
    ].join('\n');
    const labels = await outline(text, 'comparison.md');
    expect(labels).toContain('In force, art. 3(1)(a): ask;');
    expect(labels).toContain('Proposed, art. 3(1)(a): sue;');
    expect(labels).toContain('Proposed, art. 3(2): It is always free.');
  });
});

describe('what is no comparison of articles stays where it is', () => {
  it('a table of versions without articles inside an article', async () => {
    const fees = table('Current|Proposed', 'a fee of ten euros|a fee of twenty euros', 'a fine of one euro|a fine of two euros');
    const labels = await outline(`<h2>Article 1</h2>${fees}<p>The fees are public.</p><h2>Article 2</h2><p>It is law.</p>`);
    expect(labels.filter((label) => label.startsWith('art. 1')).join(' ')).toContain('a fee of twenty euros');
    expect(labels.filter((label) => label.startsWith('art. 1')).join(' ')).toContain('The fees are public.');
    expect(labels.some((label) => label.startsWith('Proposed'))).toBe(false);
  });

  it('a correlation table, whose cells are only numbers of provisions', async () => {
    const correlation = table(
      'Repealed Act|This Act',
      'Article 1|Article 1',
      'Article 2(1), first subparagraph|Article 2(1), first subparagraph',
      'Article 3, points (a) and (b)|Article 3, points (a) and (b)',
    );
    const { provisions, reading } = await draftOf(
      `<h2>Article 1</h2><p>It is law.</p><h2>Article 2</h2><p>It binds.</p>${correlation}`,
    );
    expect(provisions.some(({ isColumn }) => isColumn)).toBe(false);
    expect(reading.warnings.map(({ code }) => code)).not.toContain('columns');
  });

  it('translations keep the labels of the law', async () => {
    const text = table(
      'English|Français',
      'Article 7|Article 7',
      '1. Users may sue.|1. On peut agir.',
      '2. It is free.|2. Cela est gratuit.',
    );
    const labels = await outline(text);
    expect(labels).toContain('art. 7(1): Users may sue.');
    expect(labels).toContain('art. 7(1): On peut agir.');
  });
});

describe('a citation may name a column', () => {
  const quote = 'Damages are not capped.';
  const place = async (at: string) => checkOf(quoteFinder(await draftOf(negotiation)).find(quote), at);

  it.each([
    'EP mandate, art. 7(2)',
    'Art. 7(2), EP mandate',
    'Article 7(2) (EP mandate)',
    'Article 7, paragraph 2, of the EP mandate',
    'EP: Art. 7(2)',
    'Art. 7(2), Parliament',
    'Art. 7(2) EP mandate, row 43',
    'EP mandate',
    'Art. 7(2)',
    'Article 7',
  ])('%s', async (at) => {
    expect(await place(at)).toMatchObject({ placed: true, foundAt: ['EP mandate, art. 7(2)'] });
  });

  it.each([
    'Commission proposal, art. 7(2)',
    'Art. 7(2), Council',
    'EP mandate, art. 7(1)',
    'EP mandate, art. 8',
    'Commission proposal',
  ])('not %s, which is another', async (at) => {
    expect(await place(at)).toMatchObject({ placed: false, foundAt: ['EP mandate, art. 7(2)'] });
  });

  it('a row of the table is no place that can be read', async () => {
    expect((await place('row 43')).placed).toBeNull();
  });
});
