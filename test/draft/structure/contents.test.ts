import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../../src/draft/read.ts';
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

describe('the heading of a group right after a table of contents', () => {
  const contents = ['Contents', 'Section 1. Overview', 'Section 2. Duties'];
  const sections = ['Section 1. Overview', 'This Act is about safety.', 'Section 2. Duties', 'A provider must take care.'];
  const labels = ['sec. 1', 'sec. 2'];
  /** The labels of the law, without the title above it. */
  const labelsIn = async (...paragraphs: readonly string[]) => (await labelsOf('Safety Act', ...paragraphs)).slice(1);

  it.each([
    ['an annex', ['SCHEDULE 1', 'PART 1', 'GENERAL', 'The forms are these.'], ['sched. 1', 'sched. 1, part 1']],
    [
      'a later chapter',
      ['PART 2', 'CHAPTER 1', 'GENERAL', 'Section 3. Fines', 'Fines are due.'],
      ['part 2', 'part 2, chap. 1', 'sec. 3'],
    ],
  ])('belongs to the text, although %s has a group of that name', async (_, more, found) => {
    const group = more[0] === 'PART 2' ? ['PART 1', 'CHAPTER 1', 'GENERAL'] : ['PART 1', 'GENERAL'];
    const groups = more[0] === 'PART 2' ? ['part 1', 'part 1, chap. 1'] : ['part 1'];
    expect(await labelsIn(...contents, ...group, ...sections, ...more)).toEqual([...groups, ...labels, ...found, 'contents']);
  });

  it('belongs to the text, although the contents name the annex and its parts', async () => {
    const listed = ['Contents', 'PART 1', 'GENERAL', ...contents.slice(1), 'SCHEDULE 1'];
    const annex = ['SCHEDULE 1', 'PART 1', 'GENERAL', 'The forms are these.'];
    expect(await labelsIn(...listed, 'PART 1', 'GENERAL', ...sections, ...annex)).toEqual([
      'part 1',
      ...labels,
      'sched. 1',
      'sched. 1, part 1',
      'contents',
    ]);
  });

  it('is an entry if it is that of an annex', async () => {
    const listed = [...contents, 'SCHEDULE 1', 'PART 1', 'FORMS'];
    const annex = ['SCHEDULE 1', 'PART 1', 'FORMS', 'The forms are these.'];
    expect(await labelsIn(...listed, ...sections, ...annex)).toEqual([...labels, 'sched. 1', 'sched. 1, part 1', 'contents']);
  });
});

it('articles whose text is the same as that of another are no table of contents', async () => {
  const articles = (...texts: readonly string[]) => texts.flatMap((text, index) => [`Article ${index + 1}`, text]);
  const labels = await labelsOf(
    ...articles('The fee is due.', 'Name.', 'The fee is due.', 'The fee is due.'),
    'RENT REGULATION',
    ...articles('Name.', 'The fee is due.', 'The fee is due.'),
  );
  expect(labels).toEqual(['art. 1', 'art. 2', 'art. 3', 'art. 4', 'preamble', 'art. 1', 'art. 2', 'art. 3']);
});

describe('no row of short articles is a table of contents', () => {
  const sentences = [
    'The fee is due.',
    'Unlawful acts.',
    'The unlawful act.',
    'Name and address.',
    'Name.',
    'Los datos son públicos.',
    'Queda prohibida la venta.',
    'Les loyers sont fixes.',
    'Mieten sind fest.',
    'Berechtigung der Mieter.',
    'Os aluguéis são fixos.',
    'Entry into force on publication',
    'Publicación en la Gaceta',
    'Fee of 500',
    'Fee of 500 for each rent',
  ];
  const units = ['Article', 'Section', 'Artículo', 'Article', 'Artigo', 'Art.', '§', 'Artikel'];
  /** How a format writes an article with one sentence. */
  const formats: readonly [file: string, write: (unit: string, number: number, sentence: string) => string][] = [
    ['law.txt', (unit, number, sentence) => `${unit} ${number}. ${sentence}`],
    ['law.txt', (unit, number, sentence) => `${unit} ${number}\n\n${sentence}`],
    ['law.txt', (unit, number, sentence) => `${unit} ${number}\n\n1. ${sentence}`],
    ['law.md', (unit, number, sentence) => `## ${unit} ${number}\n\n1. ${sentence}`],
    ['law.md', (unit, number, sentence) => `**${unit} ${number}.** ${sentence}`],
    ['law.html', (unit, number, sentence) => `<h3>${unit} ${number}</h3><p>1. ${sentence}</p>`],
    ['law.html', (unit, number, sentence) => `<p>${unit} ${number}. ${sentence}</p>`],
  ];
  const sentencesOfLaw = fc.array(fc.constantFrom(...sentences), { minLength: 2, maxLength: 12 });

  it('whatever its words, in one law', async () => {
    await fc.assert(
      fc.asyncProperty(
        sentencesOfLaw,
        fc.constantFrom(...units),
        fc.constantFrom(...formats),
        async (rows, unit, [file, write]) => {
          const text = rows.map((sentence, index) => write(unit, index + 1, sentence)).join('\n\n');
          const { provisions } = await parseDraft(Buffer.from(text), file);
          expect(provisions.map(({ label }) => label)).not.toContain('contents');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('or in a decree and the regulation that it approves', async () => {
    await fc.assert(
      fc.asyncProperty(
        sentencesOfLaw,
        sentencesOfLaw,
        fc.constantFrom(...units),
        fc.constantFrom(...formats),
        async (a, b, unit, [file, write]) => {
          const rows = (each: readonly string[]): string[] => each.map((sentence, index) => write(unit, index + 1, sentence));
          const text = [...rows(a), file === 'law.html' ? '<p>RENT REGULATION</p>' : 'RENT REGULATION', ...rows(b)].join('\n\n');
          const { provisions } = await parseDraft(Buffer.from(text), file);
          expect(provisions.map(({ label }) => label)).not.toContain('contents');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('nor where the title of an article stands above the next one, whose number had that title in the decree', async () => {
    const decree = ['Article 1', 'The fee is due.', 'Article 2', 'Unlawful acts.', 'Article 3', 'The fee is due.'];
    const regulation = ['Article 1', 'Unlawful acts.', 'Article 2', 'The fee is due.', 'Article 3', 'The fee is due.'];
    expect(await labelsOf(...decree, 'RENT REGULATION', ...regulation)).not.toContain('contents');
  });

  it('nor the rows of a form or of a list of fees', async () => {
    const fees = ['1. Application ........ 50', '2. Renewal ........ 25', '3. Appeal ........ 100'];
    const form = ['1. Name ........', '2. Address ........', '3. Signature ........'];
    const outline = await outlineOf(...law, 'SCHEDULE 1\nFees', ...fees, 'SCHEDULE 2\nForm', ...form);
    expect(outline.slice(3)).toEqual([
      'sched. 1 «Fees»',
      ...fees.map((row, index) => `sched. 1(${index + 1}) ${row.slice(3)}`),
      'sched. 2 «Form»',
      ...form.map((row, index) => `sched. 2(${index + 1}) ${row.slice(3)}`),
    ]);
  });
});
