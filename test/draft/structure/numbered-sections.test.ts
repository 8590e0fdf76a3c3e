import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../../src/draft/read.ts';
import { walk } from '../../../src/draft/structure/provision.ts';

/** The labels of a text with one paragraph for each argument, without closing words. */
async function labelsOf(...lines: readonly string[]): Promise<string[]> {
  const { provisions } = await parseDraft(Buffer.from(lines.join('\n\n')), 'law.txt');
  return [...walk(provisions)].filter(({ provision }) => provision.kind !== 'closing').map(({ provision }) => provision.label);
}

/** The labels of provisions with a heading, each with its heading. */
async function headingsOf(...lines: readonly string[]): Promise<string[]> {
  const { provisions } = await parseDraft(Buffer.from(lines.join('\n\n')), 'law.txt');
  return [...walk(provisions)].flatMap(({ provision: { label, heading } }) => (heading ? [`${label} ${heading}`] : []));
}

describe('sections that have only a number', () => {
  const british = [
    'Digital Services Bill',
    'PART 1\nDUTIES',
    '1 Duties of providers',
    '(1) A provider must—',
    '(a) assess the risk, and',
    '(b) keep records.',
    '2 Offence',
    '(1) A person who fails to comply commits an offence under section 1.',
    '2A Defence',
    'It is a defence to show due diligence.',
    '3 Interpretation',
    'In this Act “provider” means a person.',
    'SCHEDULE 1\nSection 2\nENFORCEMENT',
    '1 (1) OFCOM may give a notice.',
    '(2) The notice must be in writing.',
    '2 A notice may be varied.',
  ];

  it('United Kingdom: sections in parts, paragraphs in schedules, and the section that a schedule belongs to is not its title', async () => {
    expect(await labelsOf(...british)).toEqual([
      'preamble',
      'part 1',
      'sec. 1',
      'sec. 1(1)',
      'sec. 1(1)(a)',
      'sec. 1(1)(b)',
      'sec. 2',
      'sec. 2(1)',
      'sec. 2A',
      'sec. 3',
      'sched. 1',
      'sched. 1(1)',
      'sched. 1(1)(1)',
      'sched. 1(1)(2)',
      'sched. 1(2)',
    ]);
    expect(await headingsOf(...british)).toContain('sched. 1 ENFORCEMENT');
  });

  it('United Kingdom: the same without blank lines and with a table of contents', async () => {
    const lines = british
      .join('\n')
      .replace(
        'Digital Services Bill',
        'Digital Services Bill\nCONTENTS\nPART 1\nDUTIES\n1 Duties of providers\n2 Offence\n2A Defence\n3 Interpretation\nSCHEDULES\nSchedule 1 — Enforcement\n',
      );
    expect(await labelsOf(lines)).toEqual([...(await labelsOf(...british)), 'contents']);
  });

  it('India: number and subsection on one line, chapters, a schedule without a number', async () => {
    expect(
      await labelsOf(
        'CHAPTER I\nPRELIMINARY',
        '1. (1) This Act may be called the Data Act.',
        '(2) It shall come into force on such date as is notified.',
        '2. In this Act, unless the context otherwise requires,—',
        '(a) "Board" means the Board;',
        '3. Nothing in this section applies to a court.',
        'THE SCHEDULE\n[See section 3]',
        '1. Breach of notice.',
      ),
    ).toEqual(['chap. I', 'sec. 1', 'sec. 1(1)', 'sec. 1(2)', 'sec. 2', 'sec. 2(a)', 'sec. 3', 'sched.', 'sched.(1)']);
  });

  it('Kenya and Austria: the title comes before the number', async () => {
    const kenyan = [
      'Short title.',
      '1. This Act may be cited as the Act.',
      'Interpretation.',
      '2. In this Act "a" means b.',
      'Fines.',
      '3. (1) A fine may be imposed.',
      '(2) It is payable.',
      'FIRST SCHEDULE (s. 3)',
      'Amounts',
    ];
    expect(await headingsOf(...kenyan)).toEqual([
      'sec. 1 Short title',
      'sec. 2 Interpretation',
      'sec. 3 Fines',
      'sched. 1 Amounts',
    ]);
    const austrian = [
      '1. Abschnitt\nAllgemeines',
      'Geltung',
      '§ 1. (1) Dieses Gesetz gilt.',
      'Begriffe',
      '§ 2. Im Sinne dieses Gesetzes bedeutet',
      '1. Plattform: ein Dienst;',
      '2. Nutzer: eine Person.',
    ];
    expect(await labelsOf(...austrian)).toEqual(['sec. 1', '§ 1', '§ 1(1)', '§ 2', '§ 2(1)', '§ 2(2)']);
    expect(await headingsOf(...austrian)).toEqual(['sec. 1 Allgemeines', '§ 1 Geltung', '§ 2 Begriffe']);
  });

  it('policies: numbers with several levels', async () => {
    expect(
      await labelsOf(
        'A POLICY',
        '1. Introduction',
        '1.1 The Government adopts it.',
        '1.2 It has aims:',
        '(a) growth.',
        '2. Remedy',
        '2.1 Courts',
        '2.1.1 They are open.',
        '3. End',
        '3.1 It ends.',
      ),
    ).toEqual([
      'preamble',
      'para. 1',
      'para. 1.1',
      'para. 1.2',
      'para. 1.2(a)',
      'para. 2',
      'para. 2.1',
      'para. 2.1.1',
      'para. 3',
      'para. 3.1',
    ]);
  });

  it('United Kingdom: a schedule that has lost its word and number, with numbers alone on their lines', async () => {
    expect(
      await labelsOf(
        'Rent Act',
        '1 Register',
        'A landlord must keep a register.',
        '2 Fines',
        'A fine is due.',
        '3 Short title',
        'This Act is the Rent Act.',
        'Fines: consequential amendments',
        'Section 2',
        '1',
        'The Housing Act is repealed.',
        '2',
        '(1) The Fines Act is amended as follows.',
        '(2) Omit section 8.',
      ),
    ).toEqual(['preamble', 'sec. 1', 'sec. 2', 'sec. 3', 'sched.', 'sched.(1)', 'sched.(2)', 'sched.(2)(1)', 'sched.(2)(2)']);
  });
});

describe('two numbers without a word', () => {
  const sections = [
    '1 Register',
    'A landlord shall keep a register.',
    '2 Penalties',
    'A landlord who breaches section 1 commits an offence.',
  ];

  it('are the sections of a short bill below its opening formula', async () => {
    expect(await labelsOf('BE IT ENACTED by Parliament as follows:', ...sections)).toEqual(['preamble', 'sec. 1', 'sec. 2']);
  });

  it('are an ordinary list elsewhere', async () => {
    expect(await labelsOf('A note on registers', ...sections)).toEqual(['para. 1', 'para. 2', 'para. 3', 'para. 4', 'para. 5']);
  });
});
