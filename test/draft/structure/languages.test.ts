import { describe, expect, it } from 'vitest';
import { labelsOf, outlineOf } from './outline.ts';

describe('numbers and words of other languages', () => {
  it.each([
    [
      'Turkish',
      [
        'İKİNCİ BÖLÜM\nKira',
        'Kayıt\nMADDE 3- (1) Kiraya veren kayıt tutar.\n(2) Kayıt açıktır.',
        'GEÇİCİ MADDE 1- (1) Eski kiralar korunur.',
      ],
      ['chap. 2', '', 'art. 3', 'art. 3(1)', 'art. 3(2)', 'prov. art. 1', 'prov. art. 1(1)'],
    ],
    [
      'Indonesian',
      ['BAB II\nSEWA', 'Pasal 5', '(1) Pemilik wajib:\na. mencatat; dan\nb. melapor.', 'Pasal 6', 'Sewa ditetapkan.'],
      ['chap. II', 'art. 5', 'art. 5(1)', 'art. 5(1)(a)', 'art. 5(1)(b)', 'art. 6'],
    ],
    [
      'Vietnamese',
      [
        'Chương II\nTHUÊ NHÀ',
        'Điều 4. Đăng ký',
        '1. Chủ nhà phải:',
        'a) Đăng ký;',
        'b) Báo cáo.',
        'Điều 5. Phí',
        'Phí là bắt buộc.',
      ],
      ['chap. II', 'art. 4', 'art. 4(1)', 'art. 4(1)(a)', 'art. 4(1)(b)', 'art. 5'],
    ],
    [
      'Russian',
      [
        'Глава 2. Аренда',
        'Статья 4. Реестр',
        '1. Арендодатель ведёт реестр:',
        'а) доходов;',
        'б) расходов.',
        'Статья 5. Плата',
        '1. Плата взимается.',
      ],
      ['chap. 2', 'art. 4', 'art. 4(1)', 'art. 4(1)(а)', 'art. 4(1)(б)', 'art. 5', 'art. 5(1)'],
    ],
    [
      'Arabic',
      ['الفصل الثاني\nالإيجار', 'المادة (٤)\nيمسك المؤجر سجلاً.', 'المادة ٥', '(١) السجل علني.', '(٢) الرسوم واجبة.'],
      ['chap. 2', 'art. 4', 'art. 5', 'art. 5(1)', 'art. 5(2)'],
    ],
    [
      'Chinese',
      ['第二章　租金', '第十二条　出租人应当登记：\n（一）租金；\n（二）押金。', '第十三条　登记应当公开。'],
      ['chap. 2', 'art. 12', 'art. 12(1)', 'art. 12(2)', 'art. 13'],
    ],
    [
      'Japanese',
      [
        '第二章　賃料',
        '（登録）\n第四条　貸主は登録しなければならない。\n２　登録は次による。\n一　書面\n二　公表',
        '（料金）\n第五条　料金は法律で定める。',
      ],
      ['chap. 2', 'art. 4', 'art. 4(2)', 'art. 4(2)(1)', 'art. 4(2)(2)', 'art. 5'],
    ],
    [
      'Norwegian',
      [
        'Kapittel 2. Leie',
        '§ 2-1. Register',
        'Utleieren skal føre register over:',
        'a) leiere, og',
        'b) leie.',
        '§ 2-2. Klage',
        'Leieren kan klage.',
      ],
      ['chap. 2', '§ 2-1', '§ 2-1(a)', '§ 2-1(b)', '§ 2-2'],
    ],
    [
      'Danish',
      [
        'Kapitel 2\nLeje',
        '§ 4. Udlejeren skal føre register over',
        '1) lejere og',
        '2) leje.',
        'Stk. 2. Registret er offentligt.',
        '§ 5. Lejeren kan klage.',
      ],
      ['chap. 2', '§ 4', '§ 4(1)', '§ 4(1)(1)', '§ 4(1)(2)', '§ 4(2)', '§ 5'],
    ],
    [
      'Dutch',
      [
        'Hoofdstuk 2 Huur',
        'Artikel 4',
        '1. De verhuurder houdt een register bij.',
        '2. Het register is openbaar.',
        'Artikel 5',
        'De huurder kan klagen.',
      ],
      ['chap. 2', 'art. 4', 'art. 4(1)', 'art. 4(2)', 'art. 5'],
    ],
    [
      'Italian',
      [
        'Capo II\nCANONE',
        'Art. 4\n(Registro)',
        '1. Il locatore tiene un registro.',
        '1-bis. Il registro è pubblico.',
        'Art. 5\n(Reclami)',
        '1. Il reclamo è gratuito.',
      ],
      ['chap. II', 'art. 4', 'art. 4(1)', 'art. 4(1-bis)', 'art. 5', 'art. 5(1)'],
    ],
    [
      'Spanish letters',
      [
        'Artículo 4',
        'El registro contiene:',
        'm) la renta;',
        'n) la fianza;',
        'ñ) el plazo;',
        'o) el lugar.',
        'Artículo 5',
        'Es público.',
      ],
      ['art. 4', 'art. 4(m)', 'art. 4(n)', 'art. 4(ñ)', 'art. 4(o)', 'art. 5'],
    ],
  ])('%s', async (_, lines, labels) => {
    expect((await labelsOf(...lines)).filter((label) => label !== 'preamble')).toEqual(labels);
  });

  it('Danish: what comes before "Stk. 2." is the first paragraph', async () => {
    expect(await outlineOf('§ 1. Loven gælder lejere.', 'Stk. 2. Loven gælder ikke hoteller.', '§ 2. Lejen er fast.')).toEqual([
      '§ 1',
      '§ 1(1) Loven gælder lejere.',
      '§ 1(2) Loven gælder ikke hoteller.',
      '§ 2 Lejen er fast.',
    ]);
  });
});

describe('lists', () => {
  it('a list inside a point, after further text of that point', async () => {
    expect(
      await outlineOf(
        'Article 1',
        'Rent means:',
        '(a) money.',
        'It includes:',
        '(i) fees;',
        '(ii) deposits;',
        '(b) work.',
        'Article 2',
        'It is due.',
      ),
    ).toEqual([
      'art. 1 Rent means:',
      'art. 1(a) money. It includes:',
      'art. 1(a)(i) fees;',
      'art. 1(a)(ii) deposits;',
      'art. 1(b) work.',
      'art. 2 It is due.',
    ]);
  });

  it('India: (1A) is inserted after (1)', async () => {
    expect(
      await labelsOf('Section 1', '(1) Rents are fixed.', '(1A) Fees are due.', '(2) Fines are due.', 'Section 2', 'It ends.'),
    ).toEqual(['sec. 1', 'sec. 1(1)', 'sec. 1(1A)', 'sec. 1(2)', 'sec. 2']);
  });

  it('sections of a code are units', async () => {
    expect(
      await labelsOf(
        'RENT CODE',
        '99-123-1. Aim.\nIt fixes rents.',
        '99-123-3. Fees.\n(1) They are due.\n(2) They are low.',
        '99-123-5. End.\nIt ends.',
      ),
    ).toEqual(['preamble', 'sec. 99-123-1', 'sec. 99-123-3', 'sec. 99-123-3(1)', 'sec. 99-123-3(2)', 'sec. 99-123-5']);
  });
});
