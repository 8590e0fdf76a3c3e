import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseDraft } from '../../../src/draft/read.ts';
import { readLexicon } from '../../../src/draft/read-lexicon.ts';
import { type DraftSearch, draftSearch } from '../../../src/draft/search/search.ts';

const folder = join(import.meta.dirname, '../../../lexicon');

async function searchIn(text: string): Promise<DraftSearch> {
  const draft = await parseDraft(new TextEncoder().encode(text), 'law.txt');
  return draftSearch(draft, (language) => readLexicon(folder, language));
}

/** The labels of the units that are found, the best first. */
function labels(search: DraftSearch, words: string): string[] {
  return search.find({ words, terms: [] }, 5).map(({ label }) => label.replace(/\(.*/, ''));
}

describe('search in an English draft', () => {
  let search: DraftSearch;
  beforeAll(async () => {
    search = await searchIn(`
Article 1 Scope
This Act applies to the authority and to the undertakings that the authority supervises.
Article 2 Young users
The provider shall protect minors. A child shall not be shown advertising.
Article 3 Complaint
A user may lodge a complaint with the provider.
Article 4 Security
The provider shall notify the authority of a personal data breach within 72 hours.
Article 5 Distributors
A distributor shall not make the product available on the market without the mark.
Article 6 Transparency
The provider shall ensure that persons know that they interact with an AI system.
Article 7 Effectiveness
The authority shall assess the effectiveness of the measures once a year.
Article 8 Fines
The authority may impose a fine of up to 1 500 000 euros or 6 % of turnover.
Article 9 Third countries
The authority may cooperate with the authorities of a third country.
Article 10 Parent companies
A parent company of a group shall report for the group to the authority.
Article 11 Anonymisation
The provider shall anonymise the data of the authority.
Article 12 Workers
The undertaking shall hear the trade-union before it monitors work.
`);
  });

  it.each([
    ['an irregular plural', 'children', 'art. 2'],
    ['a word of the same family', 'complain', 'art. 3'],
    ['another spelling', 'anonymized', 'art. 11'],
    ['an everyday word', 'leak', 'art. 4'],
    ['an everyday phrase', 'who sells on it', 'art. 5'],
    ['a sentence of everyday words', 'told that it is a machine', 'art. 6'],
    ['two everyday words', 'check whether the measures work', 'art. 7'],
    ['a phrase with a preposition', 'from abroad', 'art. 9'],
    ['a number', '72', 'art. 4'],
    ['a number that is written in another way', 'fine of 1,500,000', 'art. 8'],
    ['a number in words', 'six percent', 'art. 8'],
    ['a word with a hyphen by its spelling without', 'tradeunion', 'art. 12'],
  ])('finds %s', (_, words, label) => {
    expect(labels(search, words)[0]).toBe(label);
  });

  it('ranks a rare word above the many places of its synonyms', () => {
    expect(labels(search, 'the regulator and the minors')[0]).toBe('art. 2');
    expect(labels(search, 'group')[0]).toBe('art. 10');
  });

  it('ranks a word that tells something above those that questions are made of', async () => {
    const law = await searchIn(
      'Article 1 Start\nA company shall keep its form.\nArticle 2 Waste\nThe board shall stop pollution.',
    );
    expect(labels(law, 'company, keep, pollution')[0]).toBe('art. 2');
  });

  it('counts synonyms once: one thing in many words is not several things', async () => {
    const scores = (await searchIn('Article 1\nA fine.\nArticle 2\nA penalty and a sanction, penalties and sanctions.\n')).find(
      { words: 'fine', terms: [] },
      2,
    );
    expect(scores[0]?.label).toBe('art. 1');
  });

  it('marks in the passage what was found', () => {
    const [hit] = search.find({ words: 'leak', terms: [] }, 1);
    const words = hit?.marks.map(([from, to]) => hit.passage.slice(from, to));
    expect(words).toContain('breach');
  });

  it('finds nothing for function words alone', () => {
    expect(labels(search, 'who must do what and when')).toEqual([]);
  });
});

describe('search in a German draft', () => {
  let search: DraftSearch;
  beforeAll(async () => {
    search = await searchIn(`
§ 1 Anwendungsbereich
Dieses Gesetz gilt für Anbieter, die ihre Dienste anderen Personen am Ende anbieten.
§ 2 Schulungsangebote
Der Anbieter muss Schulungsangebote machen.
§ 3 Löschung
Der Anbieter muss den Inhalt innerhalb von 24 Stunden nach der Beschwerde gelöscht haben.
§ 4 Gericht
Der Nutzer kann vor dem Verwaltungsgericht klagen; er erhält Schadensersatz.
§ 5 Minderjährige
Der Anbieter schützt Kinder nach der Richtlinie vom 10. März 2010 und Art. 5 der Charta.
§ 6 Lieferanten
Das Unternehmen prüft seine Lieferkette.
§ 7 Zugang
Der Anbieter gibt Zugang zu den Daten.
`);
  });

  it.each([
    ['a word within a compound', 'Schulungen', '§ 2'],
    ['a short word at the end of a compound', 'Kette', '§ 6'],
    ['a participle by its verb', 'löschen', '§ 3'],
    ['a word without its umlaut', 'loschen', '§ 3'],
    ['an umlaut in two letters', 'Loeschung', '§ 3'],
    ['a number', '24 Stunden', '§ 3'],
    ['an English word', 'children', '§ 5'],
    ['an English everyday phrase', 'money back', '§ 4'],
    ['an English question', 'can a user go to court?', '§ 4'],
  ])('finds %s', (_, words, label) => {
    expect(labels(search, words)[0]).toBe(label);
  });

  it('does not take the end of a short word for a word', () => {
    expect(labels(search, 'Gang')).toEqual([]);
  });

  it('does not take English function words for German words', () => {
    expect(labels(search, 'and')).toEqual([]);
    expect(labels(search, 'in the end')).toEqual([]);
  });
});

describe('search in drafts of other languages', () => {
  it('finds a French word after an article with an apostrophe', async () => {
    const search = await searchIn(
      "Article 1\nLe fournisseur publie les règles.\nArticle 2\nLa loi s'applique à l'hébergeur et à la plateforme.\n",
    );
    expect(labels(search, 'hébergeur')[0]).toBe('art. 2');
  });

  it('finds a Spanish word that was typed without its accent', async () => {
    const search = await searchIn(
      'Artículo 1. El responsable informará al titular.\nArtículo 2. El titular puede revocar la autorización.\n',
    );
    expect(labels(search, 'autorizacion')[0]).toBe('art. 2');
  });

  it('finds words as they are in a language without support', async () => {
    const search = await searchIn(
      'Art. 1\nIl fornitore valuta i rischi per i diritti.\nArt. 2\nIl danneggiato può agire in giudizio.\n',
    );
    expect(labels(search, 'giudizio')[0]).toBe('art. 2');
    expect(labels(search, 'court')).toEqual([]);
  });
});
