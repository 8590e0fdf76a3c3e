import { describe, expect, it } from 'vitest';
import { bodyOf, column, line, lines, ofRole, type Painted, readAll, type Words } from './pdf-file.ts';

/** Cuts a text into lines of at most so many letters. */
const wrap = (width: number, text: string): string[] =>
  text.match(new RegExp(`.{1,${width}}(?:\\s|$)`, 'g'))?.map((part) => part.trim()) ?? [];

const english = [
  '1 This Act may be cited as the Platform Redress Act of the year in which it is passed.',
  '2 (1) An operator must assess the risks of its platform to the human rights of the persons who use it.',
  '(2) The operator must publish the assessment on the website of the platform within thirty days.',
];
const french = [
  '1 La loi peut être citée sous le titre de loi sur les recours contre les plateformes de la même année.',
  '2 (1) L’exploitant évalue les risques de la plateforme pour les droits de la personne et des usagers.',
  '(2) Il publie son évaluation sur le site Web de la plateforme dans les trente jours qui suivent.',
];
/** Paragraphs of a column, the first line at the height. */
const paragraphs = (x: number, from: number, texts: readonly string[], width = 40): Words[] => {
  const found: Words[] = [];
  let y = from;
  for (const text of texts) {
    for (const part of wrap(width, text)) {
      found.push({ text: part, x, y, size: 10 });
      y -= 12;
    }
    y -= 8;
  }
  return found;
};
/** Painted row by row across the page. */
const byRows = (words: readonly Words[]): Words[] => [...words].sort((a, b) => b.y - a.y || (a.x ?? 0) - (b.x ?? 0));

describe('two columns', () => {
  const both = [...paragraphs(60, 700, english), ...paragraphs(320, 700, french)];

  it.each([
    ['one after the other', both],
    ['row by row', byRows(both)],
    ['from the bottom up', [...both].reverse()],
  ])('with two languages are read one after the other, with a warning, if painted %s', async (_, page) => {
    expect(await bodyOf(page)).toEqual([...english, ...french]);
    expect((await readAll(page)).warnings).toEqual([{ code: 'columns', columns: 'en / fr', place: 1 }]);
  });

  it('with two languages go on over the pages, each by itself', async () => {
    const second = [
      ...paragraphs(60, 700, ['3 A person who suffers loss because of a breach of this Act may bring an action in the court.']),
      ...paragraphs(320, 700, [
        '3 Quiconque subit une perte du fait de la violation de la loi peut intenter une action devant la cour.',
      ]),
    ];
    const texts = await bodyOf(both, second);
    expect(texts.map((text) => text.slice(0, 6))).toEqual(
      [...english, '3 A person', ...french, '3 Quiconque'].map((text) => text.slice(0, 6)),
    );
  });

  it('of one text are read page by page, and a sentence goes on at the top of the next column', async () => {
    const left = paragraphs(60, 700, [
      english[0] ?? '',
      'The assessment of the operator covers the rights of the child and the rights of workers, and of',
    ]);
    const right = paragraphs(320, 700, ['all other persons who are affected by the platform in any way.', english[2] ?? '']);
    const texts = await bodyOf(byRows([...left, ...right]));
    expect(texts[1]).toBe(
      'The assessment of the operator covers the rights of the child and the rights of workers, and of all other persons who are affected by the platform in any way.',
    );
    expect((await readAll([...left, ...right])).warnings).toEqual([]);
  });

  it('stand below a title and above a closing line that go over the whole page', async () => {
    const title: Words = {
      text: 'An Act to give redress to the persons who are harmed by the operators of platforms',
      x: 80,
      y: 760,
    };
    const closing: Words = {
      text: 'Passed by both houses of parliament on the third day of the month of May of this year',
      x: 80,
      y: 520,
    };
    const texts = await bodyOf([title, ...byRows(both), closing]);
    expect([texts[0], texts.at(-1), texts[1]]).toEqual([title.text, french[2], english[0]]);
    expect(texts).toContain(closing.text);
  });

  it('with an old and a new version are read one after the other, with a warning', async () => {
    const old = english.map((text) => text.replace('must', 'may'));
    const page = byRows([...paragraphs(60, 700, old), ...paragraphs(320, 700, english)]);
    expect(await bodyOf(page)).toEqual([...english, ...old]);
    expect((await readAll(page)).warnings).toMatchObject([{ code: 'columns' }]);
  });

  it('with a longer translation keep its end apart, even where it stands alone on a page', async () => {
    const end = '3 Quiconque subit une perte du fait de la violation de la loi peut intenter une action devant la cour.';
    expect(await bodyOf(both, paragraphs(320, 700, [end]))).toEqual([...english, ...french, end]);
  });

  it('with versions are known by their heads', async () => {
    const present = [
      'Texto vigente',
      'Artículo 4. El proveedor podrá conservar los datos de las personas durante diez años.',
      'Artículo 5. La autoridad decide.',
    ];
    const proposed = [
      'Texto propuesto',
      'Artículo 4. Queda prohibido guardar información alguna sin el consentimiento expreso de su titular.',
      'Artículo 5. El juez resuelve.',
    ];
    const page = byRows([...paragraphs(60, 700, present), ...paragraphs(320, 700, proposed)]);
    expect((await bodyOf(page)).slice(0, 2)).toEqual(proposed.slice(0, 2));
    expect((await readAll(page)).warnings).toEqual([{ code: 'columns', columns: 'Texto vigente / Texto propuesto', place: 1 }]);
  });

  it('may be three', async () => {
    const german = [
      '1 Das Gesetz trägt den Namen Plattformgesetz und gilt in dem Jahr, in dem es beschlossen wird.',
      '2 Der Betreiber bewertet die Risiken der Plattform für die Rechte der Personen und veröffentlicht das Ergebnis.',
    ];
    const page = byRows([
      ...paragraphs(40, 700, english, 28),
      ...paragraphs(220, 700, french, 28),
      ...paragraphs(400, 700, german, 28),
    ]);
    expect(await bodyOf(page)).toEqual([...english, ...french, ...german]);
  });

  it('are not the numbers and the words of a list', async () => {
    const page = ['in writing;', 'signed by the persons who made it; and', 'public.'].flatMap((text, index) => [
      { text: `(${'abc'[index]})`, x: 72, y: 700 - 14 * index },
      { text, x: 110, y: 700 - 14 * index },
    ]);
    expect(await bodyOf(page)).toEqual(['(a) in writing;', '(b) signed by the persons who made it; and', '(c) public.']);
    expect(await bodyOf([...page].sort((a, b) => a.x - b.x))).toEqual([
      '(a) in writing;',
      '(b) signed by the persons who made it; and',
      '(c) public.',
    ]);
  });

  it('are not the words and the figures of a table', async () => {
    const rows = [
      ['minor breaches', '1 000'],
      ['grave breaches', '20 000'],
      ['repeated breaches', '90 000'],
    ];
    const page = rows.flatMap(([name = '', fine = ''], index) => [
      { text: name, x: 72, y: 700 - 14 * index },
      { text: fine, x: 300, y: 700 - 14 * index },
    ]);
    expect((await bodyOf(page)).join(' ')).toBe('minor breaches 1 000 grave breaches 20 000 repeated breaches 90 000');
  });
});

describe('numbers of lines in the margin', () => {
  const law = [
    'A provider must carry out an assessment of',
    'the risks that its service has for the rights',
    'of the persons who use it, and of all others',
    'whom it affects.',
    'The assessment must be published within ten',
    'days after the end of the year in which it was',
    'made.',
  ];
  const numbered = (x: number, numbers: (index: number) => number | undefined, from = 700): Painted[] =>
    law.flatMap((text, index) => {
      const number = numbers(index);
      return [
        { text, x: 100, y: from - 20 * index },
        ...(number === undefined ? [] : [{ text: `${number}`, x, y: from - 20 * index, size: 9 }]),
      ];
    });
  const whole = law.join(' ');
  const everyFifth = (index: number): number | undefined => ((index + 1) % 5 === 0 ? index + 1 : undefined);

  it.each<[string, Painted[]]>([
    ['on the left of every line', numbered(70, (index) => index + 1)],
    ['on the right of every line', numbered(500, (index) => index + 1)],
    [
      'on both sides',
      [...numbered(70, (index) => index + 1), ...numbered(500, (index) => index + 1).filter((_, index) => index % 2 === 1)],
    ],
    [
      'painted after all words',
      [...numbered(70, (index) => index + 1)].sort((a, b) => (((a as Words).size ?? 12) < ((b as Words).size ?? 12) ? 1 : -1)),
    ],
  ])('are left out %s', async (_, page) => {
    expect((await bodyOf(page)).join(' ')).toBe(whole);
  });

  it('are left out of every fifth line', async () => {
    const pages = [1, 2].map((): Painted[] =>
      [
        ...numbered(500, everyFifth),
        ...law.map((text, index) => ({ text, x: 100, y: 540 - 20 * index })),
        { text: '10', x: 500, y: 520 + 20, size: 9 },
      ].slice(0),
    );
    const text = (await bodyOf(...pages)).join(' ');
    expect(text).not.toMatch(/\b(?:5|10)\b/);
    expect(text.match(/whom it affects/g)).toHaveLength(4);
  });

  it('are left out of every fifth line in the outer margins of a book', async () => {
    const rows = Array.from(
      { length: 32 },
      (_, index) => `line ${'abcdefgh'[index % 8]} of the ${'abcd'[Math.floor(index / 8)]} part goes on with the law`,
    );
    const pages = [0, 1, 2, 3].map((page): Painted[] =>
      rows.flatMap((text, index) => [
        { text: `${text} ${'wxyz'[page]}`, x: 120, y: 700 - 18 * index },
        ...((index + 1) % 5 === 0 ? [{ text: `${index + 1}`, x: page % 2 ? 520 : 80, y: 700 - 18 * index, size: 8 }] : []),
      ]),
    );
    const texts = await bodyOf(...pages);
    expect(texts.join(' ')).not.toMatch(/\d/);
    expect(texts.join(' ').match(/goes on/g)).toHaveLength(128);
  });

  it('are left out beside numbered sections', async () => {
    const rows = [
      '1 Short title',
      '(1) This Act may be cited as the Redress',
      'Act and applies to all providers.',
      '2 Remedies',
      '(1) A person harmed may bring an action',
      'before the court within',
      '3 years of the harm.',
    ];
    const page = rows.flatMap((text, index) => [
      { text, x: 100, y: 700 - 20 * index },
      { text: `${index + 1}`, x: 70, y: 700 - 20 * index },
    ]);
    expect((await bodyOf(page)).join(' ')).toBe(rows.join(' '));
  });

  it('do not include the numbers of sections, even if every section has one line', async () => {
    const page = ['Short title', 'Definitions', 'Duty to assess', 'Remedies', 'Penalties'].flatMap((text, index) => [
      { text: `${index + 1}`, x: 72, y: 700 - 14 * index },
      { text, x: 110, y: 700 - 14 * index },
    ]);
    expect((await bodyOf(page)).join(' ')).toBe('1 Short title 2 Definitions 3 Duty to assess 4 Remedies 5 Penalties');
  });

  it('do not include the figures of a table', async () => {
    const page = ['the first offence', 'the second offence', 'the third offence', 'the fourth offence'].flatMap((text, index) => [
      { text, x: 72, y: 700 - 14 * index },
      { text: `${5 * (index + 1)}`, x: 400, y: 700 - 14 * index },
    ]);
    expect((await bodyOf(page)).join(' ')).toMatch(/first offence 5 .*second offence 10 .*third offence 15 .*fourth offence 20/);
  });
});

describe('the last row of a table', () => {
  const cells = (y: number, left: string, right: string): Words[] => [
    { text: left, x: 72, y },
    { text: right, x: 330, y },
  ];

  it('is not joined to the heading below it', async () => {
    const page = [
      ...lines(700, 'Article 1', 'Records', '1. Providers keep records of the decisions that they take.'),
      ...cells(658, 'First the kind of the record', 'Then the period for which it is to be kept by all'),
      ...lines(644, 'Article 2', 'Courts', '1. Users may sue.'),
    ];
    const texts = await bodyOf(page);
    expect(texts).toContain('Article 2');
    expect(texts.join(' ')).toContain('to be kept by all Article 2 Courts 1. Users may sue.');
  });

  it('a number set apart from its words is no cell', async () => {
    const page = [
      { text: '1.', x: 72, y: 700 },
      { text: 'Providers keep records of all decisions by the', x: 110, y: 700 },
      { text: 'Authority and the courts.', x: 72, y: 686 },
    ];
    expect(await bodyOf(page)).toEqual(['1. Providers keep records of all decisions by the Authority and the courts.']);
  });
});

describe('footnotes', () => {
  const page = (...notes: Painted[]): Painted[] => [
    ...lines(
      700,
      'A person harmed has the right to a remedy before a court of law, and',
      'the court may order the provider to pay compensation, to',
    ),
    ...notes,
  ];
  const next = lines(780, 'apologise in public, and to delete the data.');
  const sentence =
    'A person harmed has the right to a remedy before a court of law, and the court may order the provider to pay compensation, to apologise in public, and to delete the data.';
  const rule = line(72, 130, 200, 130);
  const mark: Words = { text: '1', x: 288, y: 704, size: 7 };

  it('below a rule do not stand in a sentence that goes on overleaf', async () => {
    const first = page(
      rule,
      { text: '1', x: 72, y: 121, size: 6 },
      { text: 'See the opinion of the committee.', x: 80, y: 118, size: 9 },
    );
    expect(await bodyOf(first, next)).toEqual([sentence]);
    expect(await ofRole('note', first, next)).toEqual(['See the opinion of the committee.']);
  });

  it.each<[string, Painted[]]>([
    [
      'a raised number',
      [
        { text: '1', x: 72, y: 121, size: 6 },
        { text: 'See the opinion.', x: 80, y: 118, size: 9 },
      ],
    ],
    ['a number in brackets', [{ text: '(1) See the opinion.', y: 118, size: 9 }]],
    ['a number', [{ text: '1 See the opinion.', y: 118, size: 9 }]],
  ])('without a rule are known by the mark in the text: %s', async (_, note) => {
    expect((await bodyOf(page(mark, ...note), next)).join(' ')).toBe(sentence);
    expect(await ofRole('note', page(mark, ...note), next)).toEqual(['See the opinion.']);
  });

  it('have their numbers, and several lines', async () => {
    const notes: Painted[] = [
      rule,
      ...lines(118, '1 See the opinion of the committee of', 'the third of March.', '2 See the position.').map((each) => ({
        ...each,
        size: 9,
      })),
    ];
    const { blocks } = await readAll(page(mark, { text: '2', x: 300, y: 690, size: 7 }, ...notes), next);
    expect(blocks.filter(({ role }) => role === 'note').map(({ number, text }) => [number, text])).toEqual([
      ['1', 'See the opinion of the committee of\nthe third of March.'],
      ['2', 'See the position.'],
    ]);
  });

  it('in the type of the text are known by a rule and the mark', async () => {
    const note = [rule, { text: '1 See the opinion.', y: 118 }];
    expect((await bodyOf(page(mark, ...note), next)).join(' ')).toBe(sentence);
    expect((await bodyOf(page(...note))).join(' ')).toContain('See the opinion');
  });

  it('in the type of the text are known by a number that touches their first word, far below the text', async () => {
    const note = { text: '1See the opinion.', y: 118 };
    expect((await bodyOf(page(mark, note), next)).join(' ')).toBe(sentence);
    expect(await ofRole('note', page(mark, note), next)).toEqual(['See the opinion.']);
    expect(await ofRole('note', page(note), next)).toEqual([]);
  });

  it('in the type of the text, without a rule, are known by the mark in the middle of a sentence', async () => {
    const note = { text: '1 See the opinion.', y: 672 };
    expect((await bodyOf(page(mark, note), next)).join(' ')).toBe(sentence);
    expect(await ofRole('note', page(mark, note), next)).toEqual(['See the opinion.']);
    // Without a mark in the text, or after the end of a sentence, it is a paragraph.
    expect(await ofRole('note', page(note), next)).toEqual([]);
    expect(await ofRole('note', page(mark, { text: 'and to stop.', y: 672 }, { ...note, y: 658 }), next)).toEqual([]);
  });

  it('are referred to by the row that a mark stands in, however high it is raised', async () => {
    const rows = lines(700, 'One may complain.', 'Two may complain too.');
    const [first, second] = rows as [Words, Words];
    const high = { text: '1', x: 250, y: second.y + (first.y - second.y) * 0.4, size: 5.5 };
    const all = [first, second, high, rule, { text: '1 A note.', y: 118, size: 8 }];
    expect(await bodyOf(all)).toEqual(['One may complain.', 'Two may complain too.']);
    expect(await ofRole('note', all)).toEqual(['A note.']);
  });

  it('may begin with a sign instead of a number', async () => {
    const note: Painted[] = [rule, { text: '* See the opinion.', y: 118, size: 9 }];
    expect((await bodyOf(page({ ...mark, text: '*' }, ...note), next)).join(' ')).toBe(sentence);
    expect(await ofRole('note', page({ ...mark, text: '*' }, ...note))).toEqual(['See the opinion.']);
  });

  it('may go on below the text of the next page', async () => {
    const first = page(mark, rule, { text: '1 See the opinion of the committee, which was', y: 118, size: 9 });
    const second = [...next, rule, { text: 'given on the third of March.', y: 118, size: 9 }];
    expect(await bodyOf(first, second)).toEqual([sentence]);
    expect(await ofRole('note', first, second)).toEqual([
      'See the opinion of the committee, which was given on the third of March.',
    ]);
  });

  it('with the same words on several pages are no feet of pages', async () => {
    const pages = [1, 2, 3].map((number): Painted[] => [
      ...lines(700, `A person harmed by provider ${'abc'[number - 1]} has the right to a`, 'remedy before a court of law.'),
      ...[{ text: `${number}`, x: 228, y: 690, size: 7 }, rule],
      ...[
        { text: `${number} OJ L 119, 4.5.2016, p. 1.`, y: 50, size: 8 },
        { text: `${number}`, x: 300, y: 30, size: 8 },
      ],
    ]);
    expect(await ofRole('note', ...pages)).toEqual(Array(3).fill('OJ L 119, 4.5.2016, p. 1.'));
  });

  it('are not the small print of the law itself', async () => {
    const small = { text: 'This Act enters into force on the first of May.', y: 118, size: 9 };
    expect((await bodyOf(page(small), [])).join(' ')).toContain(small.text);
  });

  it('leave raised numbers that are no marks of notes in the text, set off', async () => {
    const power: Painted[] = [
      { text: 'more than 10', y: 700 },
      { text: '6', x: 142, y: 704, size: 7 },
      { text: 'operations a second are a large model', x: 150, y: 700 },
    ];
    expect(await bodyOf(power)).toEqual(['more than 10^6 operations a second are a large model']);
  });
});

describe('text in another direction', () => {
  it('is not part of the sentences of a page', async () => {
    const page: Painted[] = [
      ...lines(700, 'A provider shall assess the risks of its', 'service every year.'),
      { text: 'Copy for the archive of parliament', x: 30, y: 500, turned: 90 },
    ];
    expect(await bodyOf(page)).toEqual(['A provider shall assess the risks of its service every year.']);
    expect(await ofRole('caption', page)).toEqual(['Copy for the archive of parliament']);
  });

  it('is left out if several pages have it', async () => {
    const pages = [1, 2].map((number): Painted[] => [
      ...lines(700, 'A provider shall assess the risks of its', 'service every year.'),
      { text: `Printed on sheet ${number}`, x: 30, y: 500, turned: 90 },
    ]);
    expect(await ofRole('caption', ...pages)).toEqual([]);
  });

  it.each([90, -90])('is the text if the whole page is turned by %i degrees', async (turned) => {
    const page = ['A provider shall assess the risks of its', 'service every year.'].map((text, index) => ({
      text,
      turned,
      x: turned > 0 ? 100 + 14 * index : 400 - 14 * index,
      y: turned > 0 ? 100 : 700,
    }));
    expect(await bodyOf(page)).toEqual(['A provider shall assess the risks of its service every year.']);
  });
});

describe('words of a page', () => {
  it('that are painted twice to look bold are read once', async () => {
    expect(
      await bodyOf([
        { text: 'Article 1', y: 700 },
        { text: 'Article 1', x: 72.4, y: 700 },
        { text: 'This law protects people.', y: 680 },
      ]),
    ).toEqual(['Article 1', 'This law protects people.']);
  });

  it('without spaces are told', async () => {
    const text = 'Aprovidermustassesstherisksofitsservicetohumanrightseveryyearandpublishit';
    expect((await readAll([{ text, y: 700 }])).warnings).toEqual([{ code: 'no-spaces' }]);
    expect(
      (
        await readAll([
          {
            text: 'Datenschutzgrundverordnung und Lieferkettensorgfaltspflichten gelten für alle Anbieter von Diensten.',
            y: 700,
            size: 8,
          },
        ])
      ).warnings,
    ).toEqual([]);
  });

  it('get the spaces that their positions show', async () => {
    const words = ['A', 'provider', 'must', 'assess', 'the', 'risks.'];
    let x = 72;
    const page = words.map((text) => {
      const word = { text, x, y: 700, before: '3 Tr' };
      x += text.length * 6 + 4;
      return word;
    });
    expect(await bodyOf(page)).toEqual(['A provider must assess the risks.']);
  });

  it('are one word each if their letters are painted one by one, with gaps', async () => {
    let x = 72;
    const widths: Record<string, number> = { S: 8, E: 8, C: 8.7, T: 7.3, O: 9.3, N: 8.7, W: 11.3 };
    const page = [...'SECTION TWO'].flatMap((text) => {
      const letter = { text, x, y: 700 };
      x += 3 + (widths[text] ?? 3.3);
      return text === ' ' ? [] : [letter];
    });
    expect(await bodyOf([...page, { text: 'This law protects a b c people.', y: 680 }])).toEqual([
      'SECTION TWO',
      'This law protects a b c people.',
    ]);
  });

  it('are one word each if their letters are set apart', async () => {
    expect(
      await bodyOf([
        { text: 'SECTION ONE', y: 700, before: '4 Tc' },
        { text: 'This law protects people.', y: 680 },
      ]),
    ).toEqual(['SECTION ONE', 'This law protects people.']);
  });
});

describe('numbers that are painted apart from their words', () => {
  it.each([
    ['after them', 1],
    ['before them', -1],
  ])('%s stand with their words', async (_, direction) => {
    const rows = [
      ['1.', 'Duty to assess'],
      ['(1)', 'A provider must assess the risks of its service every year.'],
      ['(a)', 'in writing;'],
      ['(b)', 'in public.'],
      ['2.', 'Remedies'],
      ['(1)', 'A person harmed may bring proceedings.'],
    ];
    const page = rows.flatMap(([number = '', text = ''], index) => [
      { text, x: 120, y: 700 - 20 * index },
      { text: number, x: number.startsWith('(') ? 90 : 72, y: 700 - 20 * index },
    ]);
    const apart = [...page].sort((a, b) => direction * (Number(a.x < 120) - Number(b.x < 120)));
    expect(await bodyOf(apart)).toEqual(rows.map((row) => row.join(' ')));
  });
});

describe('columns of one page', () => {
  it('are kept apart from the page number between them', async () => {
    const page = [
      ...column(60, 700, ...wrap(38, english.join(' '))),
      ...column(330, 700, ...wrap(38, english.join(' ').replace(/\d/g, '9'))),
    ];
    expect((await bodyOf([...page, { text: '7', x: 297, y: 30 }])).join(' ')).not.toContain('7');
  });
});
