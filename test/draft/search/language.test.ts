import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../../src/draft/read.ts';
import { detectLanguage, isSearchable, languages } from '../../../src/draft/search/language.ts';

/** A sentence of a law in each language: "the provider assesses the risks, and who is harmed may go to court", more or less. */
const sentences: Readonly<Record<string, string>> = {
  en: 'A provider shall assess the risks to the rights of the persons affected, and a person who is harmed may bring proceedings.',
  es: 'El proveedor evaluará los riesgos de la plataforma para los derechos de las personas y el perjudicado podrá demandar.',
  fr: "Le fournisseur évalue les risques de la plateforme pour les droits des personnes et la victime peut saisir le juge dans l'année.",
  pt: 'O fornecedor avalia os riscos da plataforma para os direitos das pessoas e o lesado não perde a ação em juízo.',
  de: 'Der Anbieter bewertet die Risiken der Plattform für die Rechte der Personen, und der Geschädigte kann Klage erheben.',
  it: 'Il fornitore valuta ogni anno i rischi della piattaforma per i diritti delle persone e il danneggiato può agire in giudizio.',
  nl: 'De aanbieder beoordeelt de risico’s van het platform voor de rechten van personen, en wie schade lijdt kan naar de rechter.',
  pl: 'Dostawca ocenia ryzyko dla praw człowieka, a osoba poszkodowana może wnieść powództwo do sądu w ciągu roku.',
  sv: 'Leverantören ska varje år bedöma riskerna för de mänskliga rättigheterna, och den som lider skada får väcka talan.',
  da: 'Udbyderen skal hvert år vurdere risici for de berørte personers rettigheder, og den, som lider skade, kan anlægge sag efter denne lov.',
  nb: 'Tilbyderen skal hvert år vurdere risikoen for rettighetene til dem det gjelder, og den som lider skade, kan gå til sak etter fjerde ledd.',
  id: 'Penyelenggara wajib menilai setiap tahun risiko bagi hak asasi manusia, dan orang yang dirugikan dapat mengajukan gugatan.',
  vi: 'Nhà cung cấp phải đánh giá hằng năm các rủi ro đối với quyền con người và người bị thiệt hại có quyền khởi kiện theo quy định.',
  tr: 'Sağlayıcı insan hakları bakımından riskleri her yıl değerlendirir ve zarar gören kişi bu nedenle dava açabilir.',
  sw: 'Mtoa huduma atatathmini hatari za huduma kwa haki za binadamu kila mwaka, na mtu aliyeathirika anaweza kwenda mahakamani.',
  ru: 'Поставщик ежегодно оценивает риски для прав человека, и лицо, которому причинён вред, вправе обратиться в суд.',
  uk: 'Постачальник щороку оцінює ризики для прав людини, а особа, якій завдано шкоди, має право звернутися до суду.',
  bg: 'Доставчикът оценява всяка година рисковете за правата на човека и лицето, което е увредено, може да се обърне към съда по реда на чл. 5.',
  sr: 'Пружалац услуге сваке године процењује ризике за људска права, а оштећени може да поднесе тужбу суду.',
  kk: 'Жеткізуші жыл сайын адам құқықтары үшін тәуекелдерді бағалайды және зардап шеккен адам сотқа жүгіне алады.',
  ur: 'فراہم کنندہ ہر سال انسانی حقوق کو لاحق خطرات کا جائزہ لے گا اور متاثرہ شخص عدالت سے رجوع کر سکتا ہے۔',
  ar: 'على مقدم الخدمة أن يقيّم كل سنة المخاطر على حقوق الإنسان، ولكل شخص متضرر الحق في رفع دعوى.',
  fa: 'ارائه دهنده باید هر سال خطرات را برای حقوق بشر ارزیابی کند و این ماده به دادگاه مربوط است.',
  zh: '提供者应当每年对人权风险进行评估；受到损害的人可以向人民法院提起诉讼。',
  ja: '事業者は、毎年、人権に対する危険を評価しなければならない。被害者は、裁判所に訴えを提起することができる。',
  ko: '제공자는 매년 인권에 대한 위험을 평가하여야 한다.',
  th: 'ผู้ให้บริการต้องประเมินความเสี่ยงต่อสิทธิมนุษยชนทุกปี',
  el: 'Ο πάροχος αξιολογεί κάθε χρόνο τους κινδύνους για τα ανθρώπινα δικαιώματα.',
};

describe('the language of a draft', () => {
  it.each(Object.entries(sentences))('is told by one sentence: %s', (code, sentence) => {
    expect(detectLanguage(sentence).code).toBe(code);
  });

  it('is English if nothing tells', () => {
    expect(detectLanguage('').code).toBe('en');
    expect(detectLanguage('§ 1 2027').code).toBe('en');
  });

  it('is that of most letters, not that of a quoted name', () => {
    expect(detectLanguage(`${sentences['en']} (“人权”, «права человека»)`).code).toBe('en');
  });

  it('is unknown where a long text has no frequent words of any language', () => {
    const { code } = detectLanguage('Kadanu miri solo betu faram gelo suni karo '.repeat(20));
    expect(code).toBe('und');
    expect(isSearchable(code)).toBe(false);
  });

  it('is not told by the letters of numbers and codes', () => {
    expect(detectLanguage('7a v12 k9z 4a z8 o3v 2s k7 '.repeat(20)).code).toBe('und');
  });

  it('is said in the reading report where compass cannot search it', async () => {
    const warningsIn = async (text: string) =>
      (await parseDraft(new TextEncoder().encode(text), 'law.txt')).reading.warnings.filter(({ code }) =>
        code.startsWith('language'),
      );
    const codes = { pl: 'language', vi: 'language', tr: 'language-words', nl: 'language-words', ja: 'language-spaces' };
    for (const [tag, code] of Object.entries(codes))
      expect(await warningsIn(`Art. 1\n${sentences[tag]}`)).toMatchObject([{ code, tag }]);
    expect(await warningsIn(`Art. 1\n${'Kadanu miri solo betu faram gelo suni karo '.repeat(20)}`)).toMatchObject([
      { code: 'language-unknown' },
    ]);
    for (const code of languages) expect(await warningsIn(`Art. 1\n${sentences[code]}`)).toEqual([]);
  });

  it.each([
    ['it', 'Il gestore informa l’utente.'],
    ['ru', 'Оператор обязан уведомить пользователя.'],
    ['ru', 'Статья 1. Жалобы'],
    ['ar', 'المادة 1 الشكاوى'],
    ['zh', '第一条 投诉'],
    ['tr', 'Her kullanıcı bu Kanun uyarınca şikâyet edebilir ve dava açabilir.'],
    ['id', 'Pengguna dapat mengajukan gugatan dan pengaduan yang tidak dipungut biaya.'],
  ])('is told by a few words: %s', (code, text) => {
    expect(detectLanguage(text).code).toBe(code);
  });
});
