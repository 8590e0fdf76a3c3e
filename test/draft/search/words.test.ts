import { describe, expect, it } from 'vitest';
import { arabicStemmer } from '../../../src/draft/search/arabic.ts';
import { placedWords, plainSpelling, wordsOf } from '../../../src/draft/search/words.ts';

describe('the words of a text', () => {
  it('are divided by spaces and hyphens, and have their apostrophes', () => {
    expect(wordsOf("l'ayant-droit paie 1 500 000 € (6 %)")).toEqual(["l'ayant", 'droit', 'paie', '1 500 000', '6', '%']);
  });

  it('are pairs of characters in Chinese, the same whatever is around them', () => {
    expect(wordsOf('个人信息')).toEqual(['个人', '人信', '信息']);
    expect(wordsOf('收集个人信息的，')).toEqual(['收集', '集个', '个人', '人信', '信息', '息的']);
    expect(wordsOf('法 𠀀𠀁')).toEqual(['法', '𠀀𠀁']);
  });

  it('are those of each script where a text has several', () => {
    expect(wordsOf('AI系统v2')).toEqual(['AI', '系统', 'v2']);
    expect(wordsOf('データ保護')).toEqual(['デー', 'ータ', 'タ保', '保護']);
  });

  it('know their places', () => {
    for (const text of ['用AI系统，请', 'A provider 𠀀𠀁𠀂 shall'])
      for (const { text: word, at } of placedWords(text)) expect(text.slice(at, at + word.length)).toBe(word);
  });
});

describe('the spelling that words are compared in', () => {
  it.each([
    ['SHALL', 'shall', 'small letters'],
    ['ＡＩ３０', 'ai30', 'letters and digits of full width'],
    ['ребёнок', 'ребенок', 'Russian е for ё'],
    ['йод', 'йод', 'no other Russian letter'],
    ['٣٠', '30', 'Arabic digits'],
    ['۳۰', '30', 'Persian digits'],
    ['شكـــوى', 'شكوي', 'no stroke that lengthens a word'],
    ['البَيَانَات', 'البيانات', 'no vowel signs'],
    ['أطفال', 'اطفال', 'one alef'],
    ['تعويضاً', 'تعويض', 'no ending of an indefinite noun'],
    ['ﻻ', 'لا', 'letters for their printed forms'],
  ])('writes %s as %s: %s', (word, plain) => {
    expect(plainSpelling(word)).toBe(plain);
  });

  it('keeps the end of a short function word from looking like another word', () => {
    expect(plainSpelling('إلى')).not.toBe(plainSpelling('آلي'));
  });
});

describe('the stems of Arabic words', () => {
  const stem = arabicStemmer(['بيانات', 'التزام', 'وساطه', 'خرق البيانات', 'حقوق'].map(plainSpelling));

  it.each([
    ['بيانات', 'البيانات', 'والبيانات', 'للبيانات', 'بياناته', 'بياناتها'],
    ['التزام', 'الالتزام', 'التزامات', 'بالتزاماته', 'والتزامات'],
    ['وساطة', 'الوساطة', 'للوساطة'],
    ['حقوق', 'الحقوق', 'بحقوق', 'لحقوق', 'وحقوقه'],
    ['غرامة', 'الغرامات', 'غرامات', 'والغرامة', 'وغرامة'],
    ['خدمة', 'الخدمات', 'خدماته', 'خدمته'],
  ])('are one for %s and its forms', (...words) => {
    expect(new Set(words.map((word) => stem(plainSpelling(word)))).size).toBe(1);
  });

  it('keep the first letter of a word that only looks like a preposition', () => {
    expect(stem('بيان')).toBe('بيان');
    expect(stem('لجنة')).toBe('لجن');
  });
});
