import { describe, expect, it } from 'vitest';
import { labelsOf, outlineOf } from './outline.ts';

const law = [
  'Article 1\nAim',
  'This Law protects tenants.',
  'Article 2\nRegister',
  'Landlords shall keep a register.',
  'Article 3\nCourts',
  'Tenants may sue.',
];
const labels = ['art. 1', 'art. 2', 'art. 3'];

describe('a table of contents is kept, and named so', () => {
  it.each([
    ['titles that come again', ['Contents', 'Article 1 Aim', 'Article 2 Register', 'Article 3 Courts']],
    ['dot leaders and pages', ['Article 1 Aim ....... 1', 'Article 2 Register ....... 2', 'Article 3 Courts ....... 3']],
    ['pages after a tab', ['Article 1 Aim\t1', 'Article 2 Register\t2', 'Article 3 Courts\t3']],
  ])('before the law: %s', async (_, contents) => {
    const outline = await outlineOf(...contents, ...law);
    expect(outline.slice(0, 3)).toEqual([
      'art. 1 «Aim» This Law protects tenants.',
      'art. 2 «Register» Landlords shall keep a register.',
      'art. 3 «Courts» Tenants may sue.',
    ]);
    expect(outline[3]).toBe(`contents ${contents.join(' ').replace(/\t/g, ' ')}`);
  });

  it('of sections, line by line, before a memorandum', async () => {
    const outline = await outlineOf(
      'CONTENTS',
      'Section 1 Register\nSection 2 Penalties',
      'EXPLANATORY MEMORANDUM',
      '1. Tenants need a register.',
      'BE IT ENACTED by Parliament as follows:',
      'Section 1 Register',
      'A landlord shall keep a register.',
      'Section 2 Penalties',
      'A landlord who keeps none commits an offence.',
    );
    expect(outline).toEqual([
      'preamble BE IT ENACTED by Parliament as follows:',
      'sec. 1 «Register» A landlord shall keep a register.',
      'sec. 2 «Penalties» A landlord who keeps none commits an offence.',
      'explanatory memorandum «EXPLANATORY MEMORANDUM» 1. Tenants need a register.',
      'contents CONTENTS Section 1 Register Section 2 Penalties',
    ]);
  });

  it('after the law', async () => {
    const outline = await outlineOf(...law, 'SOMMAIRE', 'Article 1 Aim', 'Article 2 Register', 'Article 3 Courts');
    expect(outline.at(-1)).toBe('contents SOMMAIRE Article 1 Aim Article 2 Register Article 3 Courts');
    expect(outline.at(-2)).toBe('art. 3 «Courts» Tenants may sue.');
  });

  it('with parts and a schedule', async () => {
    const bill = [
      'PART 1\nRENTS',
      '1 Aim',
      'This Act protects tenants.',
      '2 Fees',
      'Fees are due.',
      '3 Courts',
      'Tenants may sue.',
    ];
    const schedule = ['SCHEDULE 1\nFORMS', '1 The form is blue.'];
    const contents = 'CONTENTS\nPART 1\nRENTS\n1 Aim\n2 Fees\n3 Courts\nSCHEDULES\nSchedule 1 — Forms\n';
    const plain = await labelsOf(...bill, ...schedule);
    expect(plain).toEqual(['part 1', 'sec. 1', 'sec. 2', 'sec. 3', 'sched. 1', 'sched. 1(1)']);
    expect(await labelsOf(contents, ...bill, ...schedule)).toEqual([...plain, 'contents']);
  });

  it('with titles that stand above the numbers in the law, as in Kenya', async () => {
    const outline = await outlineOf(
      'ARRANGEMENT OF CLAUSES',
      '1—Short title.\n2—Register.\n3—Courts.',
      'Short title.',
      '1. This Act may be cited as the Rent Act.',
      'Register.',
      '2. A landlord shall keep a register.',
      'Courts.',
      '3. A tenant may sue.',
    );
    expect(outline).toEqual([
      'sec. 1 «Short title» This Act may be cited as the Rent Act.',
      'sec. 2 «Register» A landlord shall keep a register.',
      'sec. 3 «Courts» A tenant may sue.',
      'contents ARRANGEMENT OF CLAUSES 1—Short title. 2—Register. 3—Courts.',
    ]);
  });

  it('with sentences in the title of a federal bill', async () => {
    expect(
      await labelsOf(
        'Sec. 1. Short title.\nSec. 2. Register of rents.',
        'SEC. 1. SHORT TITLE.',
        'This Act is short.',
        'SEC. 2. REGISTER OF RENTS.',
        'It is kept.',
      ),
    ).toEqual(['sec. 1', 'sec. 2', 'contents']);
  });
});

describe('what is no table of contents stays in the law', () => {
  it('numbers that come twice with other words', async () => {
    expect(
      await outlineOf(
        'Decree on rents',
        'Article 1. The annexed Regulation is approved.',
        'Article 2. Old rents are spared until 2030.',
        'RENT REGULATION',
        'Article 1. Rents are fixed.',
        'Article 2. Tenants may sue.',
      ),
    ).toEqual([
      'preamble Decree on rents',
      'art. 1 The annexed Regulation is approved.',
      'art. 2 Old rents are spared until 2030.',
      'preamble RENT REGULATION',
      'art. 1 Rents are fixed.',
      'art. 2 Tenants may sue.',
    ]);
  });

  it('the same titles with text below each', async () => {
    expect(await labelsOf(...law, 'RENT REGULATION', ...law)).toEqual([...labels, 'preamble', ...labels]);
  });

  it('a list that comes twice', async () => {
    const list = ['1. Name;', '2. Address;', '3. Rent.'];
    const outline = await outlineOf('Article 1', 'The register has:', ...list, 'Article 2', 'The form has:', ...list);
    expect(outline).toEqual([
      'art. 1 The register has:',
      'art. 1(1) Name;',
      'art. 1(2) Address;',
      'art. 1(3) Rent.',
      'art. 2 The form has:',
      'art. 2(1) Name;',
      'art. 2(2) Address;',
      'art. 2(3) Rent.',
    ]);
  });

  it('articles that only say that they were vetoed', async () => {
    expect(
      await outlineOf(
        'Art. 1. (VETADO).',
        'Art. 2. (VETADO).',
        'REGULAMENTO DOS ALUGUÉIS',
        'Art. 1. (VETADO).',
        'Art. 2. (VETADO).',
      ),
    ).toEqual([
      'art. 1 (VETADO).',
      'art. 2 (VETADO).',
      'preamble REGULAMENTO DOS ALUGUÉIS',
      'art. 1 (VETADO).',
      'art. 2 (VETADO).',
    ]);
  });
});
