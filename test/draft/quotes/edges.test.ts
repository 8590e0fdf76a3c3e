import { describe, expect, it } from 'vitest';
import { cutsWord } from '../../../src/draft/quotes/edges.ts';
import { quoteFinder } from '../../../src/draft/quotes/quotes.ts';
import { parseDraft } from '../../../src/draft/read.ts';

/** The text and the position that `|` marks. */
function marked(text: string): [string, number] {
  return [text.replace('|', ''), text.indexOf('|')];
}

describe('a word or number includes', () => {
  it.each([
    ['its hyphens', ['non-|EU', 'non|-EU', 'NON-|PAYMENT', 'state-|of-the-art', 'state-of-the|-art', 'non‑|EU', 'U.S.-|based']],
    ['hyphens at the end of a line', ['infor-\n|mation', 'non-\n|EU providers', 'infor-  \n  |mation']],
    ['its apostrophes', ["can|'t", "can'|t", 'can|’t', "operator|'s", 'l’|autorité', "d|'accord", 'n`|est']],
    ['groups of digits', ['2| 500 000', '2 |500 000', '2 500| 000', '2 500 |000', '20| 000 000', '1\u202f|000', '1\u00a0|000']],
    ['groups of digits with other signs', ["1'|200'000", '1’200|’000', '1.|000.000', '12,|34,567', '1,000|.50']],
    ['groups of digits at the end of a line', ['fine of 2\n|500 000']],
    ['decimals', ['2|.5', '2.|5', '0|,75', '10|:30', '٣|٫٥']],
    ['both ends of a range', ['2|–4', '2–|4', '2010|-2020', '2010—|2020']],
    ['a fraction', ['3|/4', '3/|4', '3|⁄4', '2| ½', '2 |½', '2|½', '2 |1/2', '2| 1/2', '3 |/ 4']],
    ['a number with a slash', ['2022|/2065', '2022/|2065', '95/|46', '2024|/03/01', '2020/|1234']],
    ['a date', ['1|.3.2024', '1.|3.2024', '01/|03/2024', '2024-|03-01', '10.| 3. 2024', '10. 3. |2024', '10. |3.2024']],
    ['a range with spaces around the dash', ['5| – 10', '5 – |10']],
    ['a power of ten', ['5| × 10^6', '5 × |10^6', '5·|10⁶', '10^|-6', '10^-|6']],
    ['a point before the decimals', ['(.|5', 'of .|5 per cent']],
    ['a sign and a percent sign', ['-|5 per cent', '(-|5)', '−|5', '5| %', '5 |%', '5|%', '5\u202f|‰']],
    ['a superscript that is set off', ['10|^6', '10^|6', 'm|^2']],
    ['a superscript sign', ['10|⁻³', '10⁻|³', '10|²']],
    ['a prefix in brackets', ['(non)|binding', '[un]|lawful', '(non|)binding']],
    ['an underscore', ['user_|name', 'user|_name']],
    ['letters beside digits', ['12|A', '1|2', '5|th', '3|º', '4|bis', 'G|20']],
    [
      'characters without width',
      ['un|\u200blawful', 'un\u200b|lawful', 'un\u00ad|lawful', 'un\u2060|lawful', 'a\u200d|b', 'non-\u200b|EU'],
    ],
    ['combining marks', ['e|\u0301']],
    ['the points of an abbreviation', ['U|.S. persons', 'U.|S. persons']],
    ['the Chinese word for "not" before it', ['不|得收集', '未|经同意', '非|法']],
  ])('%s', (_, texts) => {
    for (const text of texts) expect([text, cutsWord(...marked(text))]).toEqual([text, true]);
  });

  it.each([
    ['a space', ['the |EU', 'the| EU', 'of |5 years', '5| years', 'users,| and', 'is |-5']],
    ['a space between two numbers', ['in 2021 |500 users', 'in 2021| 500 users', 'x.| 500']],
    ['quotation marks', ["the '|operator", "'operator|' means", "operators|' duties", '“|operator', '« |opérateur']],
    ['a full stop', ['end. |Next', 'end.|Next', 'e.g.| this']],
    [
      'a dash with spaces',
      ['word| – word', 'word –| word', '10| - 12', 'rules --| and', 'rules -- |and', 'pre-| and post', 'pre- |and'],
    ],
    ['the brackets of a point', ['(a)|the', '(ii)|the', '(bb)|the', '(iv)|each', 'user(s)| and', '(see)| below', '(b)|']],
    ['an underscore of emphasis', ['the _|operator', 'operator_| is']],
    ['brackets', ['a |(b)', '(|5', '(|a)', 'a)| b', '[|x']],
    ['the end of the text', ['|word', 'word|']],
    ['a slash between words', ['and/|or', 'km|/h']],
    ['a slash between two years', ['2020|/21', '2020/|21']],
    ['a day without its year', ['on 10.| March', 'point 3.| 5 users', 'in 2021. |10 users']],
    ['a script without spaces', ['第|十二条', '平台|应当', 'ผู้|ให้']],
  ])('but not %s', (_, texts) => {
    for (const text of texts) expect([text, cutsWord(...marked(text))]).toEqual([text, false]);
  });
});

describe('a quote that begins or ends within a word of the draft is not in it', () => {
  it.each([
    ['Articles 5 and 6 bind non-EU platforms as well.', 'EU platforms as well', 'non-EU platforms as well'],
    ['FINES FOR NON-PAYMENT ARE DOUBLED.', 'PAYMENT ARE DOUBLED', 'NON-PAYMENT ARE DOUBLED'],
    ['The fine shall not exceed 2 500 000 euros in a year.', '500 000 euros in a year', '2 500 000 euros in a year'],
    ['A deposit of at least 20 000 000 crowns is required.', 'A deposit of at least 20', 'A deposit of at least 20 000 000'],
    ["Whoever breaks this rule pays 1'200'000 francs.", "200'000 francs", '1’200’000 francs'],
    ['The host takes down un\u200blawful posts within a day.', 'lawful posts within a day', 'unlawful posts within a day'],
    ["An intermediary can't be sued for the posts.", 'An intermediary can', 'An intermediary can’t be sued'],
    ["An intermediary can't be sued for the posts.", "An intermediary can'", "An intermediary can't"],
    ['The rate is 5 per cent of the yearly income.', '-5 per cent of the yearly income', '5 per cent of the yearly income'],
    ['The rate is -5 per cent of the yearly income.', '5 per cent of the yearly income', '-5 per cent of the yearly income'],
    ['The rate is 2.5 million of the yearly income.', '.5 million of the yearly income', '2.5 million of the yearly income'],
    ['The rate is 3/4 of the yearly income.', '4 of the yearly income', '3/4 of the yearly income'],
    ['The rate is 2 ½ per cent of the yearly income.', '½ per cent of the yearly income', '2 ½ per cent of the yearly income'],
    ['Since 10. 3. 2024 each provider reports.', '3. 2024 each provider reports', '10. 3. 2024 each provider reports'],
    ['Regulation (EU) 2022/2065 binds each provider.', 'Regulation (EU) 2022', 'Regulation (EU) 2022/2065'],
    ['The fee is between 2–40 % of the yearly income.', 'The fee is between 2', 'The fee is between 2–40 %'],
    ['The fine is at least 4 % of the turnover.', 'The fine is at least 4', 'The fine is at least 4 %'],
    ['Section 12A of the old Act is repealed today.', 'Section 12', 'Section 12A'],
    ['A provider bears no non- liability of any kind.', 'A provider bears no non-able', 'A provider bears no non-'],
    ["L'autorité n'est pas tenue de publier la décision.", 'est pas tenue de publier', "n'est pas tenue de publier"],
    [
      'Das Nicht-EU-Unternehmen meldet die Daten sofort.',
      'EU-Unternehmen meldet die Daten',
      'Nicht-EU-Unternehmen meldet die Daten',
    ],
    ['The limit is 10^6 users of the service.', 'The limit is 10', 'The limit is 10^6'],
    ['It opens at 10:30 on every working day.', '30 on every working day', '10:30 on every working day'],
    ['经营者不得收集个人信息。', '得收集个人信息', '不得收集个人信息'],
  ])('%s', async (text, cut, whole) => {
    const finder = quoteFinder(
      await parseDraft(Buffer.from(`Article 1\n\n${text}\n\nArticle 2\n\nThe end of the Act.\n`), 'law.txt'),
    );
    expect(['near', 'missing']).toContain(finder.find(cut).status);
    expect(['exact', 'layout']).toContain(finder.find(whole).status);
  });
});
