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

  it('takes the first word of a line of forms as the one that the others count as', async () => {
    const stemmer = await stemmerFor('en', lexiconOf({ forms: [['child', 'children']], functionWords: 'the' }));
    expect(stemmer.stem('Children')).toBe(stemmer.stem('child'));
    expect(stemmer.stem('the')).toBe('');
    expect(stemmer.sequence('the children')).toEqual(['the', 'child']);
  });
});
