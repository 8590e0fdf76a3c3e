import { afterEach, describe, expect, it } from 'vitest';
import { useLanguage } from '../../src/messages/active.ts';
import { isolated } from '../../src/text/direction.ts';
import { directionOf, grouped, nameOfLanguage, pluralCategory } from '../../src/text/language.ts';
import { showApart, showCount, showPoints, showRange, showScore } from '../../src/text/number.ts';
import { visible } from '../../src/text/visible.ts';

afterEach(() => useLanguage('en'));

const range = { values: { 'no-number': '—', range: '{from}–{to}' } };

describe('numbers', () => {
  it.each([
    ['en', '45.6', '1,234'],
    ['fr', '45,6', '1\u202f234'],
    ['es', '45,6', '1234'],
    ['ru', '45,6', '1\u00a0234'],
    ['zh', '45.6', '1,234'],
    ['ar', '45.6', '1,234'],
  ])('in %s have its decimal sign and separators, and the digits 0 to 9', (tag, score, count) => {
    useLanguage(tag);
    expect([showScore(45.6), showCount(1234)]).toEqual([score, count]);
  });

  it('keep the digits that show a bound that is not reached', () => {
    useLanguage('fr');
    expect(showScore(59.96, [60])).toBe('59,96');
    expect(showApart(1.234, 1.235)).toEqual(['1,23', '1,24']);
    expect(showPoints(0.01)).toBe('<0,1');
  });

  it('take the words for a range and for none from the catalogue; English ones if it has none', () => {
    useLanguage('fr', range);
    expect([showRange(1, 2), showRange(null, 2)]).toEqual(['1,0–2,0', '—']);
    useLanguage('fr');
    expect([showRange(1, 2), showRange(null, 2)]).toEqual(['1,0 to 2,0', 'none']);
  });

  it('are English again after another language', () => {
    useLanguage('fr', range);
    useLanguage('en', range);
    expect([showRange(1, 2), grouped(1234)]).toEqual(['1.0 to 2.0', '1,234']);
  });
});

it.each([
  ['en', 'other one other other other'],
  ['fr', 'one one other other other'],
  ['zh', 'other other other other other'],
  ['ru', 'many one few many many'],
  ['ar', 'zero one two few many'],
])('the plural categories of %s follow CLDR', (tag, categories) => {
  useLanguage(tag);
  expect([0, 1, 2, 5, 11].map((number) => pluralCategory(number)).join(' ')).toBe(categories);
});

it('knows which languages are written from right to left', () => {
  expect(['ar', 'fa', 'he', 'ur'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl']);
  expect(['en', 'fr', 'ru', 'zh', 'no tag at all'].map(directionOf)).toEqual(['ltr', 'ltr', 'ltr', 'ltr', 'ltr']);
});

it('names languages in the active one', () => {
  useLanguage('fr');
  expect([nameOfLanguage('el', 'Greek'), nameOfLanguage('no tag', 'as it is')]).toEqual(['grec', 'as it is']);
});

describe('a Latin text in a sentence from right to left', () => {
  it('is set apart, one in Arabic is not, and in other languages neither', () => {
    useLanguage('ar');
    expect(isolated('art. 14(2)')).toBe('\u2068art. 14(2)\u2069');
    expect(isolated('المادة 14')).toBe('المادة 14');
    expect(isolated('12')).toBe('12');
    expect(isolated('2026-03-02')).toBe('\u20682026-03-02\u2069');
    expect(['1 / 3', '+0.8', '45 < 50'].map(isolated)).toEqual(['\u20681 / 3\u2069', '\u2068+0.8\u2069', '45 < 50']);
    useLanguage('fr');
    expect(isolated('art. 14(2)')).toBe('art. 14(2)');
  });

  it('keeps its isolates on screen, but text of a file cannot end one or add an override', () => {
    useLanguage('ar');
    const sentence = (name: string): string => visible(`ملف ${isolated(name)} غير موجود`);
    expect(sentence('a.yaml')).toBe('ملف \u2068a.yaml\u2069 غير موجود');
    expect(sentence('a\u2069\u202eb')).not.toMatch(/[\u2066-\u2069\u202a-\u202e]/);
    expect(sentence('a\u202eb')).toContain('\\u202e');
    useLanguage('en');
    expect(visible('a \u2068b\u2069')).toBe('a \\u2068b\\u2069');
  });
});
