import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCitations } from '../../../src/draft/citations/citation.ts';
import { readPlace } from '../../../src/draft/citations/cited-place.ts';
import { ownNamesOf } from '../../../src/draft/citations/own-names.ts';
import { standsIn } from '../../../src/draft/citations/within.ts';
import { parseDraft } from '../../../src/draft/read.ts';
import { type DraftText, walk } from '../../../src/draft/structure/provision.ts';

/** For each invented law, citations with the labels of the provisions that they name; empty if the law has none. */
const cases: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'ar.txt': [
    ['المادة 2', 'art. 2'],
    ['المادة ٢', 'art. 2'],
    ['مادة ۲', 'art. 2'],
    ['م 2', 'art. 2'],
    ['م. 2', 'art. 2'],
    ['المادة الثانية', 'art. 2'],
    ['المادة 6 (2)', 'art. 6(2)'],
    ['المادة (6)', 'art. 6'],
    ['المادة (6) فقرة (2)', 'art. 6(2)'],
    ['المادة 6، الفقرة 2', 'art. 6(2)'],
    ['الفقرة 2 من المادة 6', 'art. 6(2)'],
    ['الفقرة الثانية من المادة السادسة', 'art. 6(2)'],
    ['البند (ب) من الفقرة (2) من المادة (6)', 'art. 6(2)(ب)'],
    ['المادة 6/2/ب', 'art. 6(2)(ب)'],
    ['المادة 6 فقرة 2 بند ب', 'art. 6(2)(ب)'],
    ['المادة 6(2)(ب)', 'art. 6(2)(ب)'],
    ['article 6(2)(ب)', 'art. 6(2)(ب)'],
    ['art. 6(2)(أ)', 'art. 6(2)(أ)'],
    ['المادة الحادية والعشرون', 'art. 21'],
    ['المادة الحادية والعشرين', 'art. 21'],
    ['المادتان 6 و7', 'art. 6,art. 7'],
    ['المواد 6 و7 و8', 'art. 6,art. 7,art. 8'],
    ['المواد من 6 إلى 8', 'art. 6,art. 7,art. 8'],
    ['المواد 6-8', 'art. 6,art. 7,art. 8'],
    ['الباب الثاني، الفصل الأول', 'title 2, chap. 1'],
    ['الفصل الأول من الباب الثاني', 'title 2, chap. 1'],
    ['المادة رقم 6', 'art. 6'],
    ['article 21', 'art. 21'],
    ['Article 6, paragraph 2, point (ب)', 'art. 6(2)(ب)'],
    ['المادة السادسة عشرة', 'art. 16'],
  ],
  'ru.txt': [
    ['ст. 6 ч. 2 п. 2', 'art. 6(2)(2)'],
    ['ст.6', 'art. 6'],
    ['статьи 6', 'art. 6'],
    ['статье 6', 'art. 6'],
    ['Статья 6', 'art. 6'],
    ['статьей 6', 'art. 6'],
    ['статьёй 6', 'art. 6'],
    ['часть 2 статьи 6', 'art. 6(2)'],
    ['ч. 2 ст. 6', 'art. 6(2)'],
    ['п. 2 ч. 2 ст. 6', 'art. 6(2)(2)'],
    ['пункт 2 части 2 статьи 6', 'art. 6(2)(2)'],
    ['подпункт «а» пункта 2 части 2 статьи 6', 'art. 6(2)(2)(а)'],
    ['пп. "а" п. 2 ч. 2 ст. 6', 'art. 6(2)(2)(а)'],
    ['подп. а) п. 2 ч. 2 ст. 6', 'art. 6(2)(2)(а)'],
    ['ст. 6, ч. 2, п. 2, подп. «б»', 'art. 6(2)(2)(б)'],
    ['статья 7.1', 'art. 7.1'],
    ['ст. 7.1 ч. 2', 'art. 7.1(2)'],
    ['ч. 1.1 ст. 8', 'art. 8(1.1)'],
    ['ст. 8 ч. 1.1', 'art. 8(1.1)'],
    ['article 6(2)(2)(а)', 'art. 6(2)(2)(а)'],
    ['Article 6 paragraph 2', 'art. 6(2)'],
    ['статьи 6 и 7', 'art. 6,art. 7'],
    ['ст. ст. 6, 7', 'art. 6,art. 7'],
    ['ст.ст. 6-7', 'art. 6,art. 7,art. 7.1,art. 7.2'],
    ['статьи 15-17', 'art. 15,art. 16,art. 17'],
    ['статьи с 15 по 17', 'art. 15,art. 16,art. 17'],
    ['пункты 1 и 3 статьи 16', 'art. 16(1),art. 16(3)'],
    ['п.п. 1, 3 ст. 16', 'art. 16(1),art. 16(3)'],
    ['глава 3', 'title II, chap. 3'],
    ['гл. 3', 'title II, chap. 3'],
    ['раздел II', 'title II'],
    ['глава 3 раздела II', 'title II, chap. 3'],
    ['абзац 2 статьи 3', ''],
    ['абз. 1 ст. 3', 'art. 3'],
    ['art. 6 ч. 2', 'art. 6(2)'],
    ['первая часть статьи 6', 'art. 6(1)'],
    ['часть вторая статьи 6', 'art. 6(2)'],
    ['пункта 3 части 1 статьи 1', ''],
  ],
  'zh.txt': [
    ['第五条第二款', 'art. 5(2)'],
    ['第5条第2款', 'art. 5(2)'],
    ['第五条第（二）款', 'art. 5(2)'],
    ['article 5(2)', 'art. 5(2)'],
    ['Article 5, paragraph 2', 'art. 5(2)'],
    ['第六条第二款第二项', 'art. 6(2)(2)'],
    ['第六条第二款第（二）项', 'art. 6(2)(2)'],
    ['第六条第二款第（二）项第1目', 'art. 6(2)(2)(1)'],
    ['第三条第一项', 'art. 3(1)'],
    ['第三条第（一）项', 'art. 3(1)'],
    ['第三条（一）', 'art. 3(1)'],
    ['第三条第一款第一项', 'art. 3(1)'],
    ['第十条之一', 'art. 10-1'],
    ['article 10-1', 'art. 10-1'],
    ['第一百二十三条', ''],
    ['第二十一条', 'art. 21'],
    ['第二章第一节', 'chap. 2, sec. 1'],
    ['第二章', 'chap. 2'],
    ['第十三条、第十四条', 'art. 13,art. 14'],
    ['第十三条和第十四条', 'art. 13,art. 14'],
    ['第十三条至第十五条', 'art. 13,art. 14,art. 15'],
    ['第十三至十五条', 'art. 13,art. 14,art. 15'],
    ['13条', 'art. 13'],
    ['《数字平台安全法》第五条第二款', 'art. 5(2)'],
    ['本法第五条', 'art. 5'],
    ['第五條第二款', 'art. 5(2)'],
    ['第五条第一款、第二款', 'art. 5(1),art. 5(2)'],
    ['第１３条', 'art. 13'],
    ['art. 6(2)(2)(1)', 'art. 6(2)(2)(1)'],
  ],
  'tr.txt': [
    ['Madde 4/2', 'art. 4(2)'],
    ['madde 4/2-b', 'art. 4(2)(b)'],
    ['m. 4/2', 'art. 4(2)'],
    ['md. 4/2', 'art. 4(2)'],
    ['4. madde', 'art. 4'],
    ['4. maddenin 2. fıkrası', 'art. 4(2)'],
    ['4 üncü maddenin ikinci fıkrası', 'art. 4(2)'],
    ["4'üncü maddenin (2) numaralı fıkrasının (b) bendi", 'art. 4(2)(b)'],
    ['Madde 4, fıkra 2, bent b', 'art. 4(2)(b)'],
    ['article 4(2)(b)', 'art. 4(2)(b)'],
    ['geçici madde 1', 'prov. art. 1'],
    ['İkinci Bölüm', 'chap. 2'],
    ['MADDE 4', 'art. 4'],
  ],
  'id.txt': [
    ['Pasal 3 ayat (2)', 'art. 3(2)'],
    ['Pasal 3 ayat (2) huruf b', 'art. 3(2)(b)'],
    ['Pasal 3 ayat (2) huruf b angka 1', 'art. 3(2)(b)(1)'],
    ['ayat (2) Pasal 3', 'art. 3(2)'],
    ['article 3(2)(b)', 'art. 3(2)(b)'],
    ['Bab II', 'chap. II'],
    ['BAB II Bagian Kesatu', 'chap. II, sec. 1'],
    ['Bagian Kesatu Bab II', 'chap. II, sec. 1'],
    ['Pasal 3 dan Pasal 4', 'art. 3,art. 4'],
    ['Pasal 1 angka 2', 'art. 1(2)'],
    ['ps. 3 ayat 2', 'art. 3(2)'],
  ],
  'vi.txt': [
    ['Điều 3 khoản 2', 'art. 3(2)'],
    ['khoản 2 Điều 3', 'art. 3(2)'],
    ['điểm b khoản 2 Điều 3', 'art. 3(2)(b)'],
    ['điểm đ khoản 2 Điều 3', 'art. 3(2)(đ)'],
    ['Điều 3, khoản 2, điểm b', 'art. 3(2)(b)'],
    ['Điều 3a', 'art. 3a'],
    ['đ. 3 k. 2', 'art. 3(2)'],
    ['Chương II', 'chap. II'],
    ['Mục 1 Chương II', 'chap. II, sec. 1'],
    ['article 3(2)(b)', 'art. 3(2)(b)'],
    ['Điều 3 và Điều 4', 'art. 3,art. 4'],
    ['Dieu 3 khoan 2', 'art. 3(2)'],
  ],
  'it.txt': [
    ['art. 2 comma 2', 'art. 2(2)'],
    ['art. 2, comma 2, lett. b)', 'art. 2(2)(b)'],
    ['articolo 2, comma 2, lettera a-bis)', 'art. 2(2)(a-bis)'],
    ["comma 1-bis dell'articolo 2", 'art. 2(1-bis)'],
    ['art. 2-bis', 'art. 2-bis'],
    ['articolo 2 bis', 'art. 2-bis'],
    ['art. 3, co. 2, lett. b, n. 1', 'art. 3(2)(b)(1)'],
    ['art. 3 c. 2', 'art. 3(2)'],
    ['Titolo I, Capo II', 'title I, chap. II'],
    ['article 3(2)(b)', 'art. 3(2)(b)'],
    ['lettera b) del comma 2 dell’articolo 3', 'art. 3(2)(b)'],
    ['artt. 3 e 4', 'art. 3,art. 4'],
  ],
  'nl.txt': [
    ['artikel 3 lid 2', 'art. 3(2)'],
    ['artikel 3, tweede lid', 'art. 3(2)'],
    ['art. 3 lid 2 sub b', 'art. 3(2)(b)'],
    ['artikel 3, tweede lid, onderdeel b', 'art. 3(2)(b)'],
    ['artikel 3, tweede lid, onder b, onder 1°', 'art. 3(2)(b)(1)'],
    ['tweede lid van artikel 3', 'art. 3(2)'],
    ['artikel 3a', 'art. 3a'],
    ['hoofdstuk 2', 'chap. 2'],
    ['article 3(2)(b)', 'art. 3(2)(b)'],
    ['artikelen 3 en 4', 'art. 3,art. 4'],
  ],
  'no.txt': [
    ['§ 3 (2)', '§ 3(2)'],
    ['§ 3 andre ledd', '§ 3(2)'],
    ['§ 3 annet ledd bokstav b', '§ 3(2)(b)'],
    ['§ 3 annet ledd bokstav b nr. 1', '§ 3(2)(b)(1)'],
    ['§ 3 a', '§ 3a'],
    ['§ 4 annet ledd', '§ 4'],
    ['kapittel 2', 'chap. 2'],
    ['section 3(2)', '§ 3(2)'],
    ['paragraf 3', '§ 3'],
    ['§ 2 bokstav a', '§ 2(a)'],
  ],
  'da.txt': [
    ['§ 3 stk. 2', '§ 3(2)'],
    ['§ 3, stk. 2, nr. 2', '§ 3(2)(2)'],
    ['§ 3, stk. 2, nr. 2, litra a', '§ 3(2)(2)(a)'],
    ['§ 3 stk 2', '§ 3(2)'],
    ['§ 3 a', '§ 3a'],
    ['kapitel 2', 'chap. 2'],
    ['section 3(2)', '§ 3(2)'],
    ['paragraf 3, stykke 2', '§ 3(2)'],
    ['§ 3, stk. 1', '§ 3(1)'],
  ],
  'sw.txt': [
    ['kifungu cha 2(2)', 'sec. 2(2)'],
    ['Kifungu 2', 'sec. 2'],
    ['kifungu cha 2(2)(a)', 'sec. 2(2)(a)'],
    ['kifungu kidogo cha (2) cha kifungu cha 2', 'sec. 2(2)'],
    ['Sehemu ya Pili', 'part 2'],
    ['section 2(2)(a)', 'sec. 2(2)(a)'],
    ['kif. 2(2)', 'sec. 2(2)'],
    ['vifungu 2 na 3', 'sec. 2,sec. 3'],
  ],
};

const drafts = new Map<string, Promise<DraftText>>();

function draftOf(name: string): Promise<DraftText> {
  const draft = drafts.get(name) ?? parseDraft(readFileSync(new URL(`../../fixtures/laws/${name}`, import.meta.url)), name);
  drafts.set(name, draft);
  return draft;
}

/** The labels of the outermost provisions that a citation names. */
function placesIn({ provisions }: DraftText, at: string): string {
  const cited = readCitations(at);
  const found = new Set<string>();
  for (const { provision, above } of walk(provisions)) {
    const isNamed = cited.some((each) => standsIn([...above, provision], each));
    if (provision.kind !== 'closing' && provision.label && isNamed && !above.some(({ label }) => found.has(label)))
      found.add(provision.label);
  }
  return [...found].join(',');
}

describe.each(Object.entries(cases))('citations of %s', (name, list) => {
  it.each(list)('%s is %s', async (at, labels) => {
    expect(placesIn(await draftOf(name), at)).toBe(labels);
  });

  it('every label is a citation of its own provision', async () => {
    const draft = await draftOf(name);
    for (const { provision } of walk(draft.provisions))
      if (provision.label !== '' && provision.kind !== 'closing') expect(placesIn(draft, provision.label)).toBe(provision.label);
  });
});

describe('an article with a dot is no part of another article', () => {
  it.each([
    ['статья 7', 'art. 7'],
    ['ст. 7 ч. 1', 'art. 7'],
    ['ст. 7 ч. 2', ''],
    ['art. 7(1)', ''],
    ['art. 7.1', 'art. 7.1'],
    ['article 7.1(2)', 'art. 7.1(2)'],
  ])('%s is %s', async (at, labels) => {
    expect(placesIn(await draftOf('ru.txt'), at)).toBe(labels);
  });
});

describe('what names another act names no provision of the draft', () => {
  it.each([
    ['ru.txt', 'ст. 6 Конституции'],
    ['ru.txt', 'статья 6 Гражданского кодекса'],
    ['ar.txt', 'المادة 6 من الدستور'],
    ['zh.txt', '《刑法》第五条'],
    ['zh.txt', '宪法第五条'],
    ['tr.txt', 'Anayasa madde 4'],
    ['id.txt', 'Pasal 3 UUD 1945'],
  ])('%s: %s', async (name, at) => {
    expect(readPlace(at, ownNamesOf(await draftOf(name))).citations).toEqual([]);
  });

  it.each([
    ['ru.txt', 'ст. 6 настоящего Федерального закона', '6'],
    ['ru.txt', 'статья 6 законопроекта', '6'],
    ['ar.txt', 'المادة 6 من هذا القانون', '6'],
    ['ar.txt', 'المادة 6 من قانون سلامة المنصات الرقمية', '6'],
    ['zh.txt', '《数字平台安全法》第五条', '5'],
    ['zh.txt', '数字平台安全法第五条', '5'],
    ['zh.txt', '本法第五条', '5'],
    ['tr.txt', 'Bu Kanunun 4. maddesi', '4'],
    ['id.txt', 'Pasal 3 Undang-Undang ini', '3'],
  ])('the draft itself is none: %s: %s', async (name, at, number) => {
    expect(readPlace(at, ownNamesOf(await draftOf(name))).citations[0]?.numbers).toEqual([number]);
  });
});
