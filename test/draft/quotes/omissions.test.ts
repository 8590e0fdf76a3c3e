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

describe('an ellipsis that leaves out a negation or an exception is told', () => {
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
    ['Users may sue without delay and other than by mail.', 'Users may sue [...] by mail.', ['without', 'other than']],
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
    ['A provider shall notify and nominate another.', 'A provider shall [...] another.'],
    ['A provider shall not keep the records.', 'A provider shall not keep [...]'],
    ['A provider shall not keep the records.', 'shall not keep the records.'],
  ])('nothing is told where nothing of the kind is left out: %s / %s', async (sentence, quote) => {
    expect(await omits(sentence, quote)).toBeUndefined();
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
    ['en', 'не вправе', ['не']],
    ['en', '不得', ['不']],
    ['xx', 'the rule is not; die Regel gilt nicht', ['not', 'nicht']],
    ['en', 'NOT, Unless', ['NOT', 'Unless']],
    // A draft may have a second language, but a word that is another one in the first does not count.
    ['en', "ne peut pas, sauf accord; n'est, no 3, ni", ['ne', 'pas', 'sauf', 'no']],
    ['fr', 'shall not, unless; selon le no 3, provided', ['not', 'unless']],
    ['de', 'the operator cannot; im Mai', ['cannot']],
    ['pt', "l'operatore non può; mai", ['non']],
  ])('in %s: %s', (language, text, expected) => {
    expect(negationsIn([text], language)).toEqual(expected);
  });
});
