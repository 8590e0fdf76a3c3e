import { describe, expect, it } from 'vitest';
import { type LexiconFile, lexiconOf } from '../../../src/draft/search/lexicon.ts';
import { stemmerFor } from '../../../src/draft/search/stem.ts';
import { type LanguageWords, synonymsIn, translationsOf } from '../../../src/draft/search/thesaurus.ts';

async function wordsOf(language: string, file: LexiconFile): Promise<LanguageWords> {
  const lexicon = lexiconOf(file);
  return { lexicon, stemmer: await stemmerFor(language, lexicon) };
}

const english = await wordsOf('en', { bridges: { 'emergency, war': ['crisis'] } });
const portuguese = await wordsOf('pt', { words: { emergency: ['emergência'], crisis: ['crise'] } });

describe('the synonyms of a language', () => {
  it('have the English bridges of a word that translates an everyday English one', () => {
    const { stemmer } = portuguese;
    const terms = synonymsIn(portuguese, english).of(stemmer.sequence('emergências'));
    expect(terms).toEqual([{ text: 'crise', weight: 0.3, isBridge: true }]);
    expect(synonymsIn(portuguese).of(stemmer.sequence('emergência'))).toEqual([]);
  });
});

describe('the translations of English words', () => {
  it('go through the bridges of an everyday word without translation', () => {
    const terms = translationsOf(portuguese.lexicon, english).of(english.stemmer.sequence('war'));
    expect(terms).toEqual([{ text: 'crise', weight: 0.85, isBridge: true }]);
  });
});
