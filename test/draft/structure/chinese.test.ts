import { describe, expect, it } from 'vitest';
import { readCitations } from '../../../src/draft/citations/citation.ts';
import { citationOfLabel } from '../../../src/draft/citations/label.ts';
import { parseDraft } from '../../../src/draft/read.ts';
import { wholeNumber } from '../../../src/draft/structure/numbers/numerals.ts';
import { walk } from '../../../src/draft/structure/provision.ts';
import { labelsOf, outlineOf } from './outline.ts';

describe('Chinese numerals', () => {
  it.each([
    ['一', '1'],
    ['十', '10'],
    ['十二', '12'],
    ['二十', '20'],
    ['九十九', '99'],
    ['一百', '100'],
    ['一百零一', '101'],
    ['一百〇一', '101'],
    ['一百一十', '110'],
    ['一百二十三', '123'],
    ['两百', '200'],
    ['二百六十', '260'],
    ['一千二百六十', '1260'],
    ['一〇三', '103'],
    ['二〇', '20'],
    ['１２', '12'],
    ['壹佰贰拾', '120'],
  ])('%s is %s', (text, number) => {
    expect(wholeNumber(text)).toBe(number);
  });
});

describe('Chinese articles', () => {
  it.each([
    ['in numerals', '第一百二十三条　平台应当公开。', 'art. 123'],
    ['in digits', '第 123 条　平台应当公开。', 'art. 123'],
    ['in full-width digits', '第１２３条　平台应当公开。', 'art. 123'],
    ['in traditional characters', '第一百二十三條　平臺應當公開。', 'art. 123'],
    ['that are inserted', '第一百二十三条之一　平台应当公开。', 'art. 123-1'],
    ['that are inserted, in Taiwan', '第 123-1 條　平臺應當公開。', 'art. 123-1'],
    ['without a space', '第一百二十三条平台应当公开。', 'art. 123'],
    ['with a colon', '第一百二十三条：平台应当公开。', 'art. 123'],
  ])('%s', async (_, article, label) => {
    expect(await labelsOf('第一百二十二条　平台应当安全。', article)).toEqual(['art. 122', label]);
  });

  it.each([['【立法目的】'], ['（立法目的）']])('with a title in brackets: %s', async (title) => {
    expect(await outlineOf(`第一条　${title}为了保护用户，制定本法。`, '第二条　【公开】平台应当公开。')).toEqual([
      'art. 1 «立法目的» 为了保护用户，制定本法。',
      'art. 2 «公开» 平台应当公开。',
    ]);
  });

  it('parts, chapters and sections', async () => {
    expect(
      await labelsOf(
        '第一编　总则',
        '第一分编　通则',
        '第一章　一般规定',
        '第一节　原则',
        '第一条　本法保护用户。',
        '第二条　本法施行。',
      ),
    ).toEqual([
      'part 1',
      'part 1, subpart 1',
      'part 1, subpart 1, chap. 1',
      'part 1, subpart 1, chap. 1, sec. 1',
      'art. 1',
      'art. 2',
    ]);
  });

  it.each([
    ['附件1：风险清单', 'annex 1', '附件1'],
    ['附件一　风险清单', 'annex 1', '附件一'],
    ['附表2', 'sched. 2', '附表2'],
  ])('annexes: %s', async (heading, label, at) => {
    expect(await labelsOf('第一条　本法保护用户。', '第二条　本法施行。', heading, '一、算法。')).toEqual([
      'art. 1',
      'art. 2',
      label,
      `${label}(1)`,
    ]);
    expect(readCitations(at)).toEqual([citationOfLabel(label)]);
  });

  it('a sentence about an annex is none', async () => {
    expect(await labelsOf('第一条　本法保护用户。', '附件所列的算法，应当评估。', '第二条　本法施行。')).not.toContain('annex');
  });

  it('lines may begin with ideographic spaces', async () => {
    expect(
      await labelsOf('　　第一条　本法保护用户。', '　　第二条　平台应当：', '　　（一）评估；', '　　（二）公布。'),
    ).toEqual(['art. 1', 'art. 2', 'art. 2(1)', 'art. 2(2)']);
  });

  it('a heading that is spread over the line has no spaces', async () => {
    expect((await outlineOf('第一章　总　　则', '第一条　本法保护用户。', '第二条　本法施行。'))[0]).toBe('chap. 1 «总则»');
  });
});

it('the characters of a Chinese draft are counted as its words', async () => {
  const { reading } = await parseDraft(Buffer.from('第一条　平台应当使用 AI 系统。\n\n第二条　本法于2031年施行。'), 'law.txt');
  expect(reading.words).toBe(8 + 1 + 6 + 1);
});

describe('the paragraphs of a Chinese article have no numbers, and are counted', () => {
  const law = ['第一条　平台应当评估。', '评估包括：', '（一）设计；', '（二）广告。', '结果应当公布。', '第二条　本法施行。'];
  const labels = ['art. 1', 'art. 1(1)', 'art. 1(2)', 'art. 1(2)(1)', 'art. 1(2)(2)', 'art. 1(3)', 'art. 2'];

  it('in a text with empty lines', async () => {
    expect(await labelsOf(...law)).toEqual(labels);
  });

  it('in a text with a paragraph on each line', async () => {
    expect(await labelsOf(law.join('\n'))).toEqual(labels);
  });

  it('in HTML', async () => {
    const { provisions } = await parseDraft(Buffer.from(law.map((each) => `<p>${each}</p>`).join('')), 'law.html');
    expect([...walk(provisions)].map(({ provision }) => provision.label)).toEqual(labels);
  });

  it('but not those of an article that has one, whose items are cited without it', async () => {
    expect(await labelsOf('第一条　平台应当：', '（一）评估；', '（二）公布。', '第二条　本法施行。')).toEqual([
      'art. 1',
      'art. 1(1)',
      'art. 1(2)',
      'art. 2',
    ]);
  });

  it('each with a list of its own', async () => {
    expect(
      await labelsOf(
        '第一条　平台应当：',
        '（一）评估；',
        '（二）公布。',
        '委员会应当：',
        '（一）检查；',
        '（二）处罚。',
        '第二条　本法施行。',
      ),
    ).toEqual(['art. 1', 'art. 1(1)', 'art. 1(1)(1)', 'art. 1(1)(2)', 'art. 1(2)', 'art. 1(2)(1)', 'art. 1(2)(2)', 'art. 2']);
  });

  it('a line that the edge of the page has broken is no paragraph', async () => {
    const lines = [
      '第一条　平台应当每年至少进行一次风险评估，',
      '评估应当包括推荐系统的设计和广告对儿童的影响。平台应',
      '当公布评估的结果和采取的措施。委员会可以要求平台提',
      '供更多的信息，并可以进行检查。',
    ];
    expect(await labelsOf(lines.join('\n'), '第二条　本法施行。')).toEqual(['art. 1', 'art. 2']);
  });

  it('those of a Japanese article have numbers', async () => {
    expect(await labelsOf('第一条　貸主は登録する。', '２　登録は公開する。', '第二条　施行する。')).toEqual([
      'art. 1',
      'art. 1(2)',
      'art. 2',
    ]);
  });
});
