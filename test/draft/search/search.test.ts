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
      'Art. 1\nDostawca ocenia ryzyko dla praw człowieka.\nArt. 2\nPoszkodowany może wnieść powództwo do sądu.\n',
    );
    expect(labels(search, 'powództwo')[0]).toBe('art. 2');
    expect(labels(search, 'court')).toEqual([]);
  });

  it.each([
    [
      'Dutch',
      'Artikel 1\nDe aanbieder van het platform beoordeelt de risico’s.\nArtikel 2\nDe gebruiker kan een klacht indienen.',
      'klachten',
    ],
    [
      'Danish',
      '§ 1. Udbyderen skal vurdere risici og som led i det høre brugerne.\n§ 2. Den, der er berørt, kan indgive en klage.',
      'klager',
    ],
    [
      'Norwegian',
      '§ 1 Tilbyderen skal vurdere risiko og som ledd i det høre brukerne.\n§ 2 Den som er berørt, kan sende en klage.',
      'klagen',
    ],
    [
      'Turkish',
      'MADDE 1- Sağlayıcı bu Kanun uyarınca riskleri değerlendirir.\nMADDE 2- Kullanıcı ve ilgili kişi MAHKEMEYE başvurabilir.',
      'mahkeme',
    ],
    [
      'Indonesian',
      'Pasal 1\nPenyelenggara yang dimaksud dalam ayat ini menilai risiko.\nPasal 2\nPengguna dapat mengajukan pengaduan.',
      'mengadukan',
    ],
  ])('finds a word in another form in %s, of which there is no lexicon', async (_, text, words) => {
    const [hit] = (await searchIn(text)).find({ words, terms: [] }, 1);
    expect(hit?.line).toBeGreaterThan(1);
  });

  it('does not search for the short words of a language without a lexicon', async () => {
    const search = await searchIn('Artikel 1\nDe aanbieder van het platform beoordeelt de risico’s die hij kent.\n');
    expect(labels(search, 'van het')).toEqual([]);
  });
});

describe('search in an Arabic draft', () => {
  let search: DraftSearch;
  beforeAll(async () => {
    search = await searchIn(`
المادة 1
تسري أحكام هذا القانون على مقدمي الخدمات، وينشر الوزير لائحته التنفيذية.
المادة 2
لا يُعالَج من البَيَانَات الشخصيّة إلا ما يلزم.
المادة ٣
ولكل متضرر أن يقدّم شكـــوى إلى الهيئة خلال ٣٠ يوماً.
المادة 4
يلتزم مقدم الخدمة بحماية الأطفال.
`);
  });

  it.each([
    ['a word without its vowel signs', 'البيانات الشخصية', 'art. 2'],
    ['a word without its article', 'بيانات', 'art. 2'],
    ['a broken plural, past the stroke that lengthens a word', 'الشكاوى', 'art. 3'],
    ['an alef without its sign', 'اطفال', 'art. 4'],
    ['a word after a preposition', 'حماية', 'art. 4'],
    ['a number in other digits', '30', 'art. 3'],
    ['an English word', 'personal data', 'art. 2'],
    ['an English everyday word', 'kids', 'art. 4'],
  ])('finds %s', (_, words, label) => {
    expect(labels(search, words)[0]).toBe(label);
  });
});

describe('search in a Russian draft', () => {
  let search: DraftSearch;
  beforeAll(async () => {
    search = await searchIn(`
Статья 1
Оператор ежегодно оценивает риски для прав человека.
Статья 2
Ребёнок вправе быть выслушан.
Статья 3
Решение может быть обжаловано в суд.
`);
  });

  it.each([
    ['a word with е for ё', 'ребенок', 'art. 2'],
    ['a noun by its verb', 'оценка риска', 'art. 1'],
    ['an irregular plural', 'дети', 'art. 2'],
    ['an English question', 'can a user go to court?', 'art. 3'],
  ])('finds %s', (_, words, label) => {
    expect(labels(search, words)[0]).toBe(label);
  });
});

describe('search in a Chinese draft', () => {
  let search: DraftSearch;
  beforeAll(async () => {
    search = await searchIn(`
第一条 提供者应当每年对人权风险进行评估；评估报告应当公布。
第二条 用户可以向人民法院提起诉讼。提供者使用ＡＩ系统的，应当告知用户。
第三条 提供者应当保护未成年人的个人信息，保存期限不得超过３０日。
`);
  });

  it.each([
    ['a word of two characters', '诉讼', 'art. 2'],
    ['a word within a longer one', '法院', 'art. 2'],
    ['a phrase', '个人信息', 'art. 3'],
    ['letters of full width', 'AI', 'art. 2'],
    ['digits of full width', '30', 'art. 3'],
    ['an everyday word', '打官司', 'art. 2'],
    ['an English word', 'risk assessment', 'art. 1'],
  ])('finds %s', (_, words, label) => {
    expect(labels(search, words)[0]).toBe(label);
  });

  it('shows the sentence that matches, with its words marked whole', () => {
    const [hit] = search.find({ words: '提起诉讼', terms: [] }, 1);
    expect(hit?.passage).toBe('用户可以向人民法院提起诉讼。');
    expect(hit?.marks.map(([from, to]) => hit.passage.slice(from, to))).toContain('提起诉讼');
  });

  it('cuts a long sentence without spaces at a comma', async () => {
    const long = `第一条 ${'提供者应当履行义务，'.repeat(60)}用户可以投诉，${'提供者应当履行义务，'.repeat(60)}并公布结果。`;
    const [hit] = (await searchIn(long)).find({ words: '投诉', terms: [] }, 1);
    expect(hit?.passage).toMatch(/^投诉，提.*义务，$/u);
    expect(hit?.cut).toEqual({ before: true, after: true });
  });
});

describe('search in an Italian draft', () => {
  it.each([
    ['giudici', 'art. 2'],
    ['can a user go to court?', 'art. 2'],
    ['dati dei minori', 'art. 3'],
    ['risk assessment', 'art. 1'],
  ])('finds %s', async (words, label) => {
    const search = await searchIn(
      "Art. 1\nIl fornitore valuta i rischi per i diritti.\nArt. 2\nIl danneggiato può agire davanti al giudice.\nArt. 3\nIl gestore non tratta i dati personali dell'utente minorenne.\n",
    );
    expect(labels(search, words)[0]).toBe(label);
  });
});
