import { describe, expect, it } from 'vitest';
import { checkOf } from '../../../src/draft/quotes/check.ts';
import { negationsIn } from '../../../src/draft/quotes/omissions.ts';
import { quoteFinder } from '../../../src/draft/quotes/quotes.ts';
import { parseDraft } from '../../../src/draft/read.ts';

async function omits(sentence: string, quote: string): Promise<readonly string[] | undefined> {
  const text = `Article 1\n\n1. An earlier rule is not meant. ${sentence} A later rule is not meant.\n\nArticle 2\n\nThe end of this law.\n`;
  const { status, omits: found, placed } = checkOf(quoteFinder(await parseDraft(Buffer.from(text), 'law.txt')).find(quote));
  expect([status, placed]).toEqual(['exact', true]);
  return found;
}

describe('a negation or an exception that an ellipsis leaves out is told', () => {
  it.each<[string, string, readonly string[]]>([
    ['A provider shall not keep the records.', 'A provider shall [...] keep the records.', ['not']],
    ['A provider shall, unless the Authority agrees, keep the records.', 'A provider shall [...] keep the records.', ['unless']],
    ['A provider, except a small one, keeps the records.', 'A provider (…) keeps the records.', ['except']],
    ['A provider shall in no case and never alter records.', 'A provider shall ... alter records.', ['no', 'never']],
    ["A provider doesn't have to tell the user.", 'A provider […] have to tell the user.', ["doesn't"]],
    ['No provider shall sell the data.', '[...] provider shall sell the data.', ['No']],
    ['Data shall be kept save where the user objects.', 'Data shall be kept [...]', ['save where']],
    ['Users may sue, subject to section 4, at any time.', 'Users may sue [...] at any time.', ['subject to']],
    ['Users may sue, provided that they pay, at any time.', 'Users may sue [...] at any time.', ['provided']],
    ['Users may sue without consent and other than by mail.', 'Users may sue [...] by mail.', ['without', 'other than']],
    ['Users may sue without delay and other than by mail.', 'Users may sue [...] by mail.', ['other than']],
    ['A fine of not more than 500 crowns is due.', 'A fine of [...] 500 crowns is due.', ['not more than']],
    [
      'Content which, without necessarily being illegal content, is liable to cause harm.',
      'Content which, [...] being illegal content, is liable to cause harm.',
      ['without'],
    ],
    ['This Act applies only to large platforms.', 'This Act applies [...] to large platforms.', ['only']],
    [
      'The word is not here, and a provider shall not act, unless told.',
      '[...] a provider shall [...] act [...]',
      ['not', 'unless'],
    ],
  ])('%s / %s', async (sentence, quote, expected) => {
    expect(await omits(sentence, quote)).toEqual(expected);
  });

  it.each([
    ['A provider shall, within a year, keep the records.', 'A provider shall [...] keep the records.'],
    ['A provider shall, without undue delay, tell the user.', 'A provider shall, [...] tell the user.'],
    ['This Act applies not only to large platforms.', 'This Act applies [...] to large platforms.'],
    ['A provider shall notify and nominate another.', 'A provider shall [...] another.'],
    ['A provider shall not keep the records.', 'A provider shall not keep [...]'],
    ['A provider shall not keep the records.', 'shall not keep the records.'],
  ])('nothing is told where nothing of the kind is left out: %s / %s', async (sentence, quote) => {
    expect(await omits(sentence, quote)).toBeUndefined();
  });
});

describe('a negation or an exception in the rest of the sentence is told', () => {
  it.each<[string, string, readonly string[]]>([
    ['No provider shall sell the data.', 'provider shall sell the data.', ['No']],
    ['A provider shall not be liable for the data.', 'be liable for the data', ['not']],
    ['No obligation to monitor shall be imposed.', 'obligation to monitor shall be imposed', ['No']],
    ['Users may sue, unless the provider has paid.', 'Users may sue', ['unless']],
    ['Users may sue at any time except on holidays.', 'Users may sue', ['except']],
    ['A provider shall not sell data, save where the user agrees.', 'sell data', ['not', 'save where']],
    ['A provider shall not: (a) sell the data;', 'sell the data', ['not']],
  ])('%s / %s', async (sentence, quote, expected) => {
    expect(await omits(sentence, quote)).toEqual(expected);
  });

  it.each([
    ['Users may sue. This does not bind the Crown.', 'Users may sue.'],
    ['Users may sue. This does not bind the Crown.', 'Users may sue'],
    ['It does not bind the Crown; users may sue.', 'users may sue'],
    ['A provider shall not sell the data.', 'A provider shall not sell the data.'],
  ])('nothing is told of another sentence: %s / %s', async (sentence, quote) => {
    expect(await omits(sentence, quote)).toBeUndefined();
  });

  it.each<[string, string, readonly string[] | undefined]>([
    ['sell the data', 'opening words of its list', ['not']],
    ['share it with others', 'opening words of the list around its list', ['not', 'unless']],
    ['Fees are banned', 'no opening words', undefined],
  ])('"%s" has %s', async (quote, _, expected) => {
    const law = `Article 1

1. A first rule is not meant. A provider shall not:
(a) sell the data;
(b) unless the user agrees:
(i) share it with others;
2. Fees are banned.

Article 2

1. A second rule.
`;
    const finder = quoteFinder(await parseDraft(Buffer.from(law), 'law.txt'));
    expect(checkOf(finder.find(quote)).omits).toEqual(expected);
  });
});

describe('what only sounds like a negation is not told', () => {
  it.each([
    ['Providers shall reply without undue delay, and keep records.', 'and keep records.'],
    ['Without prejudice to Article 2, providers shall keep records.', 'providers shall keep records.'],
    ['Non-governmental bodies and other non-profit bodies may sue a provider.', 'may sue a provider.'],
    ['Users may sue, whether or not they live here, before any court.', 'before any court.'],
    ['Users may sue before any court without informing the provider.', 'Users may sue before any court'],
    ['Under Regulation (EU) No 910/2014, users may sue.', 'users may sue.'],
    ['The information provided by users is kept.', 'is kept.'],
    ['Large providers are subject to a yearly audit.', 'Large providers'],
    ['Where a provider does not reply, the user may sue it.', 'the user may sue it.'],
    ['Fines not exceeding 500 crowns, in the cases of Annex I, are due.', 'are due.'],
  ])('%s / %s', async (sentence, quote) => {
    expect(await omits(sentence, quote)).toBeUndefined();
  });

  it.each<[string, string, readonly string[]]>([
    ['Users may sue without informing the provider.', 'informing the provider', ['without']],
    ['Fines not exceeding 500 crowns are due.', '500 crowns are due', ['not exceeding']],
    ['The right to sue is subject to subsection (2) and to fees.', 'The right to sue', ['subject to']],
    ['Subject to Article 2, users may sue.', 'users may sue', ['Subject to']],
    ['No-one may sell the data of users.', 'may sell the data of users', ['No-one']],
    ['Users may sue, provided the fee was paid.', 'Users may sue', ['provided']],
    ['Where he asks, the provider shall not sell the data.', 'sell the data', ['not']],
    ['Where a provider does not, within a year, reply to users, they may sue.', 'reply to users', ['not']],
    ['Where a provider, unless exempted, agrees, users may sue.', 'users may sue', ['unless', 'exempted']],
  ])('but the word itself is: %s / %s', async (sentence, quote, expected) => {
    expect(await omits(sentence, quote)).toEqual(expected);
  });

  it.each([
    ['de', 'ohne schuldhaftes Zögern, nicht nur für Nicht-Unternehmer'],
    ['es', 'sin perjuicio de otras leyes, sin dilación indebida y sin ánimo de lucro'],
    ['fr', 'sans préjudice de la loi n° 2004-575, sans retard injustifié, non seulement les organisations non gouvernementales'],
    ['pt', 'sem prejuízo da lei, sem demora injustificada, não só'],
    ['it', 'fatto salvo il presente articolo, senza ingiustificato ritardo, non solo'],
    ['nl', 'zonder onnodige vertraging, niet alleen niet-gouvernementele organisaties'],
    ['sv', 'utan onödigt dröjsmål, utan att det påverkar, icke-statliga'],
    ['da', 'uden unødig forsinkelse, ikke-statslige, ikke kun'],
    ['no', 'uten ugrunnet opphold, ikke bare'],
    ['pl', 'bez zbędnej zwłoki, bez uszczerbku dla, nie tylko'],
    ['ru', 'без неоправданной задержки, без ущерба, не только'],
    ['ar', 'دون الإخلال بأحكام القانون، ودون تأخير، لا سيما'],
    ['zh', '删除非法信息，未成年人，不影响其他法律，无论何时'],
  ])('in %s: %s', (language, text) => {
    expect(negationsIn([text], language)).toEqual([]);
  });

  it.each([
    ['de', 'Wenn der Anbieter nicht antwortet, '],
    ['es', 'Cuando el proveedor no responda, '],
    ['fr', "Lorsque le fournisseur ne répond pas à l'utilisateur, "],
    ['pt', 'Quando o fornecedor não responder, '],
    ['it', 'Qualora il fornitore non risponda, '],
    ['nl', 'Indien de aanbieder niet antwoordt, '],
    ['sv', 'Om leverantören inte svarar, '],
    ['da', 'Hvis udbyderen ikke svarer, '],
    ['no', 'Dersom tilbyderen ikke svarer, '],
    ['pl', 'Jeżeli dostawca nie odpowie, '],
    ['ru', 'Если поставщик не ответит, '],
    ['ar', 'إذا لم يجب المزود، '],
    ['zh', '如果提供者不答复，'],
    ['en', '3. If the provider does not answer, '],
    ['en', '(b) where no answer is given, '],
  ])('in the condition before a quote, in %s: %s', (language, text) => {
    expect(negationsIn([text], language, 'before')).toEqual([]);
    expect(negationsIn([text], language)).not.toEqual([]);
  });
});

describe('negations and exceptions are known', () => {
  it.each([
    ['de', 'die Behörde darf nicht, es sei denn, sie ist ausgenommen', ['nicht', 'es sei denn', 'ausgenommen']],
    ['de', 'nichtig ist die Kleinigkeit', []],
    ['es', 'no podrá, salvo autorización, a menos que', ['no', 'salvo', 'a menos que']],
    ['fr', "n'est pas tenu, sauf à moins que", ['n', 'pas', 'sauf', 'à moins']],
    ['pt', 'não poderá, exceto ressalvado o caso', ['não', 'exceto', 'ressalvado']],
    ['it', 'non è tenuto, salvo che', ['non', 'salvo']],
    ['nl', 'is niet verplicht, tenzij', ['niet', 'tenzij']],
    ['sv', 'får inte, utom när', ['inte', 'utom']],
    ['da', 'må ikke, medmindre', ['ikke', 'medmindre']],
    ['no', 'skal ikke, med mindre', ['ikke', 'med mindre']],
    ['pl', 'nie może, chyba że', ['nie', 'chyba że']],
    ['ru', 'не вправе, за исключением, кроме', ['не', 'исключением', 'кроме']],
    ['ar', 'لا يجوز إلا بإذن، ولا غير ذلك', ['لا', 'إلا', 'ولا', 'غير']],
    ['zh', '不得收集，但法律另有规定的除外', ['不', '但', '除']],
    ['zh', '除非用户同意', ['除非']],
    ['da', 'jf. dog stk. 2', ['jf. dog']],
    ['en', 'не вправе', ['не']],
    ['en', '不得', ['不']],
    ['xx', 'the rule is not; die Regel gilt nicht', ['not', 'nicht']],
    ['en', 'NOT, Unless', ['NOT', 'Unless']],
    // A draft may have a second language, but a word that is another one in the first does not count.
    ['en', "ne peut pas, sauf accord; n'est, no right, ni", ['ne', 'pas', 'sauf', 'no']],
    ['fr', 'shall not, unless; selon le no 3, provided', ['not', 'unless']],
    ['de', 'the operator cannot; im Mai', ['cannot']],
    ['pt', "l'operatore non può; mai", ['non']],
  ])('in %s: %s', (language, text, expected) => {
    expect(negationsIn([text], language)).toEqual(expected);
  });
});
