import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/draft/search/language.ts';
import { type LexiconFile, lexiconOf } from '../../../src/draft/search/lexicon.ts';
import { stemmerFor } from '../../../src/draft/search/stem.ts';
import { fold } from '../../../src/draft/structure/numbers/markers.ts';
import { quickYaml } from '../../../src/source/quick-yaml/quick-yaml.ts';

const folder = join(import.meta.dirname, '../../../lexicon');
const fileOf = (language: string): LexiconFile & { language: string } =>
  quickYaml(readFileSync(join(folder, `${language}.yaml`), 'utf8')) as LexiconFile & { language: string };

const keys = [
  'language',
  'functionWords',
  'commonWords',
  'abbreviations',
  'months',
  'elisions',
  'compounds',
  'plurals',
  'endings',
  'forms',
  'bridges',
  'groups',
  'words',
];

describe.each(languages)('lexicon/%s.yaml', (language) => {
  const file = fileOf(language);

  it('is read by the fast YAML reader, and has no other keys than those that are read', () => {
    expect(file.language).toBe(language);
    expect(Object.keys(file).filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('has function words and abbreviations without accents, for they are compared so', () => {
    for (const list of [file.functionWords, file.abbreviations, file.months]) expect(list ?? '').toBe(fold(list ?? ''));
  });

  it('has a word to search for in each line', async () => {
    const stemmer = await stemmerFor(language, lexiconOf(file));
    const terms = [...Object.values(file.bridges ?? {}), ...Object.values(file.words ?? {}), ...(file.groups ?? [])].flat();
    expect(terms.length).toBeGreaterThan(300);
    expect(terms.filter((term) => stemmer.stems(term).length === 0 && stemmer.sequence(term).length < 2)).toEqual([]);
  });
});

describe('a lexicon', () => {
  it('takes a key of bridges for several phrases, and a phrase in two lines for both', () => {
    const { bridges } = lexiconOf({ bridges: { 'leak, data leak': ['breach'], 'leak, drip': ['water'] } });
    expect(Object.fromEntries(bridges)).toEqual({ leak: ['breach', 'water'], 'data leak': ['breach'], drip: ['water'] });
  });

  it('joins the inflected forms of a word of a family to the family', async () => {
    const stemmer = await stemmerFor(
      'en',
      lexiconOf({
        forms: [
          ['complain', 'complaint'],
          ['life', 'lives'],
        ],
      }),
    );
    expect(stemmer.stem('complaints')).toBe(stemmer.stem('complain'));
    expect(stemmer.stem('live')).not.toBe(stemmer.stem('life'));
  });

  it('takes the first word of a line of forms as the one that the others count as', async () => {
    const stemmer = await stemmerFor('en', lexiconOf({ forms: [['child', 'children']], functionWords: 'the' }));
    expect(stemmer.stem('Children')).toBe(stemmer.stem('child'));
    expect(stemmer.stem('the')).toBe('');
    expect(stemmer.sequence('the children')).toEqual(['the', 'child']);
  });

  it('counts a word without its accents as the word that it has with them', async () => {
    const lexicon = lexiconOf({ bridges: { multa: ['sanção', 'copia', 'cópia'] } });
    expect(Object.fromEntries(lexicon.accented)).toEqual({ sancao: 'sanção' });
    const stemmer = await stemmerFor('pt', lexicon);
    expect(stemmer.stem('sancao')).toBe(stemmer.stem('sanção'));
  });

  it('counts a plural that the stemmer does not know as its singular, before it looks for the family', async () => {
    const stemmer = await stemmerFor('pt', lexiconOf({ plurals: { ões: 'ão' }, forms: [['decidir', 'decisão']] }));
    expect(stemmer.stem('sanções')).toBe(stemmer.stem('sanção'));
    expect(stemmer.stem('decisões')).toBe(stemmer.stem('decidir'));
    expect(stemmer.stem('ões')).not.toBe(stemmer.stem('ão'));
  });
});

describe.each([
  ['en', 'suspend/suspension inspect/inspector/inspection protect/protection disclose/disclosure steal/stolen child/children'],
  [
    'de',
    'melden/Meldung/gemeldet prüfen/Prüfung verbieten/verboten/Verbot Vertrag/Verträge Firma/Firmen löschen/Löschung/gelöscht',
  ],
  ['es', 'proteger/protección decidir/decisiones perjudicar/perjuicio vez/veces pagar/pago notificar/notificación'],
  ['fr', 'protéger/protection tribunal/tribunaux bloquer/blocage interdire/interdit vérifier/vérification héberger/hébergeur'],
  ['pt', 'sanção/sanções tribunal/tribunais imagem/imagens proteger/proteção culpa/culpada responsável/responsáveis'],
])('lexicon/%s.yaml', (language, families) => {
  const stemmer = stemmerFor(language, lexiconOf(fileOf(language)));

  it.each(families.split(' '))('joins %s', async (family) => {
    const { stem } = await stemmer;
    expect(new Set(family.split('/').map(stem)).size).toBe(1);
  });
});
