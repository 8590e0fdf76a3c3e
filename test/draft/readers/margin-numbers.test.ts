import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../../src/draft/read.ts';
import { walk } from '../../../src/draft/structure/provision.ts';

const bill = `SECTION 1. SHORT TITLE.
This Act may be cited as the "Platform Users
Act".
SEC. 2. DEFINITIONS.
In this Act:
(1) PROVIDER.—The term "provider" means
a person that operates a platform.
(2) USER.—The term "user" means a person
that uses a platform.
SEC. 3. DUTY TO ASSESS.
(a) IN GENERAL.—A provider shall assess the
risks of its platform.
(b) REPORT.—A provider shall publish a report on
the assessment.
SEC. 4. EFFECTIVE DATE.
This Act takes effect 1 year after
the date of its enactment.`;

/** The lines with numbers that start again on each page of so many lines. */
function withNumbers(text: string, perPage = 100, indent = ''): string {
  return text
    .split('\n')
    .map((line, index) => `${indent}${(index % perPage) + 1} ${line}`)
    .join('\n');
}

async function outlineOf(text: string): Promise<string[]> {
  const { provisions } = await parseDraft(Buffer.from(text), 'bill.txt');
  return [...walk(provisions)].map(({ provision: { label, heading, text } }) => [label, heading, text].join('|'));
}

describe('line numbers in the margin of a plain text are not read', () => {
  it.each([
    ['counted through', withNumbers(bill)],
    ['counted on each page', withNumbers(bill, 8)],
    ['right-aligned', withNumbers(bill, 9, '      ')],
    ['with the foot of a page between', withNumbers(bill, 9).replace('\n1 SEC. 3', '\n\n2\n\n1 SEC. 3')],
  ])('%s', async (_, text) => {
    const plain = await outlineOf(bill);
    expect(plain.map((each) => each.split('|')[0])).toContain('sec. 3(b)');
    // The number of a page that the text still has is no line number.
    expect((await outlineOf(text)).filter((each) => each !== 'sec. 2||2')).toEqual(plain);
  });

  it.each([
    [
      'sections that have only a number',
      Array.from({ length: 12 }, (_, index) => `${index + 1} Title of it\n\nRents are fixed.`),
    ],
    ['a list', Array.from({ length: 12 }, (_, index) => `${index + 1} Rents of kind ${index}`)],
    ['a few numbers', ['Article 1', 'Rents are due after', '1 year or', '2 years, as', '3 courts decide.']],
  ])('but other numbers are: %s', async (_, lines) => {
    const words = (await outlineOf(lines.join('\n'))).join(' ');
    for (const number of words === '' ? ['?'] : ['1', '2', '3']) expect(words).toMatch(new RegExp(`(?<!\\d)${number}(?!\\d)`));
  });
});
