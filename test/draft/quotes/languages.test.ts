import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FoundQuote, type QuoteFinder, quoteFinder } from '../../../src/draft/quotes/quotes.ts';
import { parseDraft } from '../../../src/draft/read.ts';
import { walk } from '../../../src/draft/structure/provision.ts';

const headings: Readonly<Record<string, (number: number) => string>> = {
  ar: (number) => `المادة ${number}`,
  ru: (number) => `Статья ${number}. Предмет`,
  zh: (number) => `第${number}条`,
  vi: (number) => `Điều ${number}. Phạm vi`,
  id: (number) => `Pasal ${number}`,
};

async function find(language: string, law: string, quote: string): Promise<FoundQuote> {
  const heading = headings[language] ?? String;
  const text = `${heading(1)}\n\n${law}\n\n${heading(2)}\n\n${law.slice(-1)}`;
  return quoteFinder(await parseDraft(Buffer.from(text), 'law.txt')).find(quote);
}

describe('layout in other writing systems makes no difference', () => {
  it.each([
    ['vowel signs of the draft', 'ar', 'تُشعر المنصة المستخدم بكل قرار.', 'تشعر المنصة المستخدم'],
    ['vowel signs of the quote', 'ar', 'تشعر المنصة المستخدم بكل قرار.', 'تُشْعِرُ المنصَّةُ المستخدِم'],
    ['vowel signs at the end', 'ar', 'يرد خلال ثلاثين يوماً.', 'خلال ثلاثين يوما'],
    ['vowel signs that one text has only in part', 'ar', 'عَلِمَ المستخدم بالقرار.', 'علِم المستخدم بالقرار'],
    ['tatweel', 'ar', 'تشعر المنصة المستخدم بكل قرار.', 'تشعـــر المنصة المستخـدم'],
    ['punctuation after a space', 'ar', 'يرد خلال شهر، ويبين الأسباب؛ ثم ينشر.', 'خلال شهر ، ويبين الأسباب ؛ ثم'],
    ['punctuation of another keyboard', 'ar', 'يرد خلال شهر، ويبين الأسباب.', 'خلال شهر, ويبين الأسباب'],
    ['digits of another keyboard', 'ar', 'يرد خلال ٣٠ يوماً.', 'خلال 30 يوما'],
    ['Persian digits', 'ar', 'يرد خلال ٣٠ يوماً.', 'خلال ۳۰ يوما'],
    ['marks of direction', 'ar', 'تشعر المنصة \u200fالمستخدم\u200f بكل \u202bقرار\u202c.', 'المنصة المستخدم بكل قرار'],
    ['quotation marks', 'ar', 'تسمى «الهيئة» المستقلة.', 'تسمى "الهيئة" المستقلة'],
    ['forms of letters, as PDF files store them', 'ar', 'ﻻ ﻳﺠﻮﺯ التمييز بين المستخدمين.', 'لا يجوز التمييز بين المستخدمين'],
    ['ё of the draft', 'ru', 'Её отчёт публикуется «ежегодно».', 'Ее отчет публикуется "ежегодно"'],
    ['ё of the quote', 'ru', 'Ее отчет публикуется.', 'Её отчёт публикуется'],
    ['a space after №', 'ru', 'Закон № 152-ФЗ применяется.', 'Закон №152-ФЗ применяется'],
    ['German quotation marks', 'ru', 'Орган „Надзор“ независим.', 'Орган «Надзор» независим'],
    ['a line break of the quote', 'zh', '平台应当尊重人权，不得歧视用户。', '平台应当尊重\n人权，不得歧视用户。'],
    ['a line break of the draft', 'zh', '平台应当尊重人权，不得\n歧视用户。', '平台应当尊重人权，不得歧视用户。'],
    ['commas of another keyboard', 'zh', '平台应当尊重人权，不得歧视用户。', '平台应当尊重人权,不得歧视用户.'],
    ['spaces, also ideographic ones', 'zh', '平台应当尊重人权，不得歧视用户。', '平台 应当 尊重 人权，不得　歧视用户'],
    ['spaces beside Latin letters', 'zh', '使用 AI 系统的平台应当公开。', '使用AI系统的平台应当公开'],
    ['full-width digits and brackets', 'zh', '应当在３０日内答复（书面）。', '应当在30日内答复(书面)'],
    ['corner brackets', 'zh', '本法所称“平台”，是指服务。', '本法所称「平台」，是指服务'],
    ['letters and their accents apart', 'vi', 'Nền tảng không được phân biệt.', 'Nền tảng không được phân biệt'.normalize('NFD')],
  ])('%s', async (_, language, law, quote) => {
    expect((await find(language, law, quote)).status).toMatch(/^(?:exact|layout)$/);
  });
});

describe('another word is no layout', () => {
  it.each([
    ['a negation that was added', 'ar', 'يجوز لأي منصة أن تميز بينهم.', 'لا يجوز لأي منصة أن تميز بينهم'],
    ['a negation that was dropped', 'ar', 'المنصة لا تميز بين المستخدمين.', 'المنصة تميز بين المستخدمين'],
    ['a hamza', 'ar', 'إن المنصة تحترم المستخدم.', 'أن المنصة تحترم المستخدم'],
    ['an alef without its hamza', 'ar', 'على أن تحترم المنصة المستخدم.', 'على ان تحترم المنصة المستخدم'],
    ['other vowel signs', 'ar', 'عُلِمَ القرار في الموعد.', 'عَلِمَ القرار في الموعد'],
    ['another digit', 'ar', 'يرد خلال ٣٠ يوماً من الشكوى.', 'يرد خلال ٣١ يوماً من الشكوى'],
    ['the beginning of a number', 'ar', 'يرد خلال ٣٠ يوماً.', 'يرد خلال ٣'],
    ['й and и', 'ru', 'Крайний срок наступает завтра.', 'Крайнии срок наступает завтра'],
    ['a negation that was dropped', 'ru', 'Оператор не вправе проводить различие.', 'Оператор вправе проводить различие'],
    ['a negation that was added', 'ru', 'Оператор вправе проводить различие.', 'Оператор не вправе проводить различие'],
    ['a negation that was dropped', 'zh', '平台不得歧视用户和员工。', '平台得歧视用户和员工'],
    ['a negation that was added', 'zh', '平台得歧视用户和员工。', '平台不得歧视用户和员工'],
    ['a negation that was cut off', 'zh', '平台不得歧视用户和员工。', '得歧视用户和员工'],
    ['another numeral', 'zh', '平台应当在三十日内答复用户。', '平台应当在二十日内答复用户'],
    ['the end of a numeral', 'zh', '平台应当在三十日内答复用户。', '十日内答复用户'],
    ['the beginning of a numeral', 'zh', '罚款金额不超过三十万元人民币。', '罚款金额不超过三十'],
    ['a number without its unit', 'zh', '罚款金额不超过3万元人民币。', '罚款金额不超过3'],
    ['a numeral for a digit', 'zh', '平台应当在三十日内答复用户。', '平台应当在3十日内答复用户'],
    ['the enumeration comma', 'zh', '平台、用户和员工应当遵守本法。', '平台，用户和员工应当遵守本法'],
    ['a negation that was dropped', 'vi', 'Nền tảng không được phân biệt đối xử.', 'Nền tảng được phân biệt đối xử'],
    ['a negation that was dropped', 'id', 'Platform tidak boleh membedakan pengguna.', 'Platform boleh membedakan pengguna'],
  ])('%s: %s', async (_, language, law, quote) => {
    expect((await find(language, law, quote)).status).toMatch(/^(?:near|missing)$/);
  });

  it.each([
    ['ar', 'لا يجوز لأي منصة أن تميز بين المستخدمين.', 'يجوز لأي منصة أن تميز', ['لا']],
    ['ru', 'Оператор не вправе проводить различие.', 'вправе проводить различие', ['не']],
    ['zh', '任何平台不得为广告目的处理儿童信息。', '为广告目的处理儿童信息', ['不']],
    ['vi', 'Nền tảng không được phân biệt đối xử.', 'được phân biệt đối xử', ['không']],
  ])('%s: a negation before the quote is told', async (language, law, quote, omits) => {
    expect((await find(language, law, quote)).places[0]?.omits).toEqual(omits);
  });
});

it.each([
  ['id.txt', 'berlaku bagi: a. surat pribadi', ['tidak']],
  ['tr.txt', 'Kullanıcı mahkemeye başvurabilir; önceden şikâyet etmesi', ['gerekmez']],
])('%s: a negation around the quote is told', async (name, quote, omits) => {
  expect((await sentencesOf(name)).finder.find(quote).places[0]?.omits).toEqual(omits);
});

describe('a short Chinese quote', () => {
  it('has as many words as characters, so that a near one is found', async () => {
    const found = await find('zh', '平台应当尊重人权。', '平台必须尊重人权');
    expect(found.status).toBe('near');
    expect(found.differences?.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'same 平台',
      'gone 必须',
      'new 应当',
      'same 尊重人权',
    ]);
  });

  it('of two provisions joins them', async () => {
    const found = await find('zh', '平台应当：\n\n（一）评估；\n\n（二）公布结果。', '平台应当：公布结果');
    expect(found.status).not.toMatch(/^(?:exact|layout)$/);
    expect(found.joins).toBe(true);
  });
});

/** Every sentence of an invented law, with a finder for the law. */
async function sentencesOf(name: string): Promise<{ readonly finder: QuoteFinder; readonly sentences: readonly string[] }> {
  const draft = await parseDraft(readFileSync(new URL(`../../fixtures/laws/${name}`, import.meta.url)), name);
  const texts = [...walk(draft.provisions)].filter(({ provision }) => provision.kind === 'unit' || provision.kind === 'point');
  const sentences = texts.flatMap(({ provision }) => provision.text.split('\n')).filter((text) => text.length >= 12);
  return { finder: quoteFinder(draft), sentences };
}

function isVerified(finder: QuoteFinder, quote: string): boolean {
  return /^(?:exact|layout)$/.test(finder.find(quote).status);
}

const layouts: Readonly<Record<string, readonly ((text: string) => string)[]>> = {
  'ar.txt': [
    (text) => text.replace(/[\u064b-\u0652]/gu, ''),
    (text) => text.replace(/(?<=[بتسشعفقكلم])(?=[بتسشعفقكلم])/gu, 'ـ'),
    (text) => text.replace(/ /g, '\n'),
    (text) => text.replace(/،/g, ','),
  ],
  'ru.txt': [(text) => text.replaceAll('ё', 'е'), (text) => text.replace(/ /g, '\n'), (text) => text.replace(/ /g, '\u00a0')],
  'zh.txt': [
    (text) => text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, ' '),
    (text) => text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, '\u3000'),
    (text) => text.replace(/，/g, ',').replace(/。/g, '.').replace(/：/g, ':').replace(/；/g, ';'),
  ],
};

describe.each(Object.entries(layouts))('every sentence of %s', (name, variants) => {
  it('is verified in any layout', async () => {
    const { finder, sentences } = await sentencesOf(name);
    expect(sentences.length).toBeGreaterThan(20);
    for (const sentence of sentences) {
      expect(isVerified(finder, sentence), sentence).toBe(true);
      for (const variant of variants) expect(isVerified(finder, variant(sentence)), variant(sentence)).toBe(true);
    }
  });

  it('is not verified without one of its letters or digits, or with two of them in the other order', async () => {
    const { finder, sentences } = await sentencesOf(name);
    for (const sentence of sentences.filter((_, index) => index % 3 === 0)) {
      const letters = [...sentence];
      const last = letters.findLastIndex((each) => /[\p{L}\p{N}]/u.test(each));
      for (let index = 1; index < last; index++) {
        const [own = '', next = ''] = [letters[index], letters[index + 1]];
        if (!/[\p{L}\p{N}]/u.test(own) || own === 'ـ') continue;
        const without = [...letters.slice(0, index), ...letters.slice(index + 1)].join('');
        expect(isVerified(finder, without), without).toBe(false);
        if (!/[\p{L}\p{N}]/u.test(next) || next === own) continue;
        const swapped = [...letters.slice(0, index), next, own, ...letters.slice(index + 2)].join('');
        expect(isVerified(finder, swapped), swapped).toBe(false);
      }
    }
  });
});
