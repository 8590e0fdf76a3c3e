import { describe, expect, it } from 'vitest';
import { readCitations } from '../../../src/draft/citations/citation.ts';
import { standsIn } from '../../../src/draft/citations/within.ts';
import type { Provision } from '../../../src/draft/structure/provision.ts';
import { outlineOf, provisionsOf } from './outline.ts';

/** The labels of the provisions in which a citation places words. */
async function placesOf(law: readonly string[], words: string, at: string): Promise<string[]> {
  const found: string[] = [];
  const look = (provisions: readonly Provision[], above: readonly Provision[]): void => {
    for (const provision of provisions) {
      const path = [...above, provision];
      const start = provision.text.indexOf(words);
      const end = { provision, offset: start + words.length - 1 };
      const span = { start: { provision, offset: start }, end };
      if (start !== -1 && readCitations(at).some((cited) => standsIn(path, cited, span))) found.push(provision.label);
      look(provision.children, path);
    }
  };
  look(await provisionsOf(...law), []);
  return found;
}

describe('Switzerland numbers its alinéas', () => {
  const law = [
    'Art. 1 But',
    'La loi protège la personnalité.',
    'Art. 2 Champ d’application',
    '1 La loi régit le traitement par:',
    'a. des personnes privées;',
    'b. des organes fédéraux:',
    '1. de l’armée,',
    '2. de la douane.',
    '1bis Elle régit les essais.',
    '2 Elle ne s’applique pas au Parlement.',
  ];
  it.each([
    ['art. 2 al. 1 let. b', 'organes fédéraux', ['art. 2(1)(b)']],
    ['art. 2 al. 1 let. b ch. 2', 'de la douane', ['art. 2(1)(b)(2)']],
    ['art. 2 al. 1bis', 'les essais', ['art. 2(1bis)']],
    ['art. 2 al. 2', 'au Parlement', ['art. 2(2)']],
    ['art. 2 al. 2', 'personnes privées', []],
  ])('%s: %s', async (at, words, labels) => {
    expect(await placesOf(law, words, at)).toEqual(labels);
  });
});

describe('Canada names the innermost part of a citation first', () => {
  const law = [
    'Digital Charter Act',
    'Definitions',
    '1 (1) The following definitions apply in this Act.',
    'organization includes an association. (organisation)',
    'Exception',
    '(2) An individual is not an organization.',
    'Consent',
    '2 (1) Consent may be',
    '(a) express; or',
    '(b) implied.',
    'Binding',
    '3 This Act is binding.',
  ];
  it.each([
    ['subsection 1(2)', 'not an organization', ['sec. 1(2)']],
    ['paragraph 2(1)(b)', 'implied', ['sec. 2(1)(b)']],
    ['paragraphs 2(1)(a) and (b)', 'implied', ['sec. 2(1)(b)']],
    ['paragraph 2(1)(a)', 'implied', []],
  ])('%s: %s', async (at, words, labels) => {
    expect(await placesOf(law, words, at)).toEqual(labels);
  });

  it('and gives a subsection its title after the French term of a definition', async () => {
    expect(await outlineOf(...law)).toContain('sec. 1(2) «Exception» An individual is not an organization.');
  });
});

it('Turkey cites by a slash and a dash', async () => {
  const law = ['Amaç', 'MADDE 1 – (1) Kanun korur.', 'Risk', 'MADDE 2 – (1) Sağlayıcı;', 'a) Değerlendirir,', 'b) Yayımlar.'];
  expect(await placesOf(law, 'Yayımlar', 'madde 2/1-b')).toEqual(['art. 2(1)(b)']);
});

it('Sweden: a sentence above a section is no title, and a list needs no colon', async () => {
  expect(
    await outlineOf(
      'Lagens innehåll',
      '1 § Denna lag gäller plattformar.',
      'Bedömningen utförs skriftligt.',
      'Skyldigheter',
      '2 § Leverantören ska',
      '1. informera användare, och',
      '2. föra register.',
      'Registret hålls öppet.',
      'Överklagande',
      '3 § Användaren har rätt att klaga.',
    ),
  ).toEqual([
    '§ 1 «Lagens innehåll» Denna lag gäller plattformar. Bedömningen utförs skriftligt.',
    '§ 2 «Skyldigheter» Leverantören ska',
    '§ 2(1) informera användare, och',
    '§ 2(2) föra register.',
    '§ 2 Registret hålls öppet.',
    '§ 3 «Överklagande» Användaren har rätt att klaga.',
  ]);
});

it('New Zealand: the subsection that is inserted is not one of the amending section', async () => {
  const found = await outlineOf(
    '1 Title',
    'This Act is the Content Act.',
    '2 Section 23 amended',
    '(1) In section 23(1), replace “$1” with “$5”.',
    '(2) After section 23(2), insert:',
    '(3) A director is liable.',
    '3 Commencement',
    'This Act is in force.',
  );
  expect(found.slice(2, 5)).toEqual([
    'sec. 2(1) In section 23(1), replace “$1” with “$5”.',
    'sec. 2(2) After section 23(2), insert:',
    'sec. 2(2), inserting (3) A director is liable.',
  ]);
});

it('Australia: an item with a letter is an item of the schedule', async () => {
  const found = await outlineOf(
    '1  Short title',
    'This Act is the Safety Act.',
    '2  Commencement',
    'This Act has commenced.',
    '3  Schedules',
    'Acts are amended as set out in the Schedule.',
    'Schedule 1—Amendments',
    '1  At the end of section 64',
    'Add:',
    '(4) A person must not reprise the post.',
    '1A  After section 65',
    'Insert:',
    '65A  Register',
    'The Commissioner keeps a register.',
    '2  Section 70',
    'Repeal the section.',
  );
  expect(found.slice(3)).toEqual([
    'sched. 1 «Amendments»',
    'sched. 1(1) At the end of section 64 Add:',
    'sched. 1(1), inserting (4) A person must not reprise the post.',
    'sched. 1(1A) After section 65 Insert:',
    'sched. 1(1A), inserting sec. 65A «Register» The Commissioner keeps a register.',
    'sched. 1(2) Section 70 Repeal the section.',
  ]);
});

it('Greece: words and letters of its own', async () => {
  const law = [
    'ΚΕΦΑΛΑΙΟ Α΄',
    'ΓΕΝΙΚΑ',
    'Άρθρο 1',
    'Σκοπός',
    'Ο νόμος ρυθμίζει.',
    'Άρθρο 2',
    'Έργο',
    '1. Ο πάροχος αξιολογεί:',
    'α) υπηρεσία,',
    'β) μέτρα.',
  ];
  expect((await outlineOf(...law))[0]).toBe('chap. Α «ΓΕΝΙΚΑ»');
  expect(await placesOf(law, 'μέτρα', 'άρθρο 2 παρ. 1 περ. β')).toEqual(['art. 2(1)(β)']);
});

it('Estonia and Finland: numbers of inserted provisions', async () => {
  expect(
    await outlineOf('§ 1. Duty', '(1) A provider reports.', '(1^1) It is free.', '(2) It is public.', '§ 2. End', 'It ends.'),
  ).toContain('§ 1(1^1) It is free.');
  const law = [
    'Section 3',
    'Risk',
    'A provider shall report.',
    'It is public.',
    'Section 3 a',
    'Appeal',
    'A user may appeal.',
    'Section 4',
    'End',
    'It ends.',
  ];
  expect(await placesOf(law, 'may appeal', 'section 3a')).toEqual(['sec. 3a']);
  expect(await placesOf(law, 'It is public', 'section 3, subsection 2')).toEqual(['sec. 3']);
});

describe('Japan and Korea in English', () => {
  it('the title of an article stands above it in brackets, and its sentence after the number', async () => {
    const found = await outlineOf(
      '(Purpose)',
      'Article 1 The purpose is to protect users.',
      '(Duties)',
      'Article 2 (1) A provider must report.',
      '(2) It must be quick.',
    );
    expect(found).toEqual([
      'art. 1 «Purpose» The purpose is to protect users.',
      'art. 2 «Duties»',
      'art. 2(1) A provider must report.',
      'art. 2(2) It must be quick.',
    ]);
  });

  it('the title of an article stands in brackets after its number, and addenda begin again', async () => {
    const found = await outlineOf(
      'Article 1 (Purpose)',
      'The purpose is to protect users.',
      'Article 2 (Duties of Providers)',
      '(1) A provider shall report.',
      'ADDENDA',
      'Article 1 (Enforcement Date)',
      'This Act is in force.',
    );
    expect(found).toEqual([
      'art. 1 «Purpose» The purpose is to protect users.',
      'art. 2 «Duties of Providers»',
      'art. 2(1) A provider shall report.',
      'preamble ADDENDA',
      'art. 1 «Enforcement Date» This Act is in force.',
    ]);
  });
});

it('Austria: a Hauptstück is a group, and no recital', async () => {
  const found = await outlineOf('Gesetz', '1. Hauptstück', 'Allgemeines', '§ 1. (1) Das Gesetz regelt Mieten.', '§ 2. Es gilt.');
  expect(found[1]).toBe('part 1 «Allgemeines»');
});
