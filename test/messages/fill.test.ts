import { afterEach, describe, expect, it } from 'vitest';
import { useLanguage } from '../../src/messages/active.ts';
import { fill } from '../../src/messages/fill.ts';
import { helpText } from '../../src/messages/help.ts';
import { aside, inSentences, listed, sentence, withColon } from '../../src/messages/lists.ts';
import { phrase } from '../../src/messages/phrases.ts';
import { hintText, problemText, unwritableReason } from '../../src/messages/problems.ts';
import { topicText } from '../../src/messages/topics.ts';

afterEach(() => useLanguage('en'));

describe('a message', () => {
  it('fills placeholders, and leaves one without an argument', () => {
    expect(fill('{a} of {b}', { a: 1 })).toBe('1 of {b}');
    expect(fill('{toString}', {})).toBe('{toString}');
  });

  it('chooses between two forms in English', () => {
    expect([1, 2].map((n) => fill('{n|question|questions} {n?is|are} open', { n }))).toEqual([
      '1 question is open',
      '2 questions are open',
    ]);
  });

  it('chooses between the three forms of Russian', () => {
    useLanguage('ru');
    const text = '{n|one=вопрос|few=вопроса|many=вопросов}';
    expect([1, 2, 5, 11, 21].map((n) => fill(text, { n }))).toEqual([
      '1 вопрос',
      '2 вопроса',
      '5 вопросов',
      '11 вопросов',
      '21 вопрос',
    ]);
    expect(fill(text, { n: 1.5 })).toBe('1,5 вопросов');
  });

  it('chooses between the six forms of Arabic, some without the number', () => {
    useLanguage('ar');
    const text = '{n?zero=لا أسئلة|one=سؤال واحد|two=سؤالان|few={n} أسئلة|many={n} سؤالاً|other={n} سؤال}';
    expect([0, 1, 2, 3, 11, 100].map((n) => fill(text, { n }))).toEqual([
      'لا أسئلة',
      'سؤال واحد',
      'سؤالان',
      '3 أسئلة',
      '11 سؤالاً',
      '100 سؤال',
    ]);
  });

  it('has one form in Chinese, and in French that of one for zero', () => {
    useLanguage('zh');
    expect(fill('{n?other={n}个问题}', { n: 3 })).toBe('3个问题');
    useLanguage('fr');
    expect(fill('{n|one=question|other=questions}', { n: 0 })).toBe('0 question');
  });

  it('chooses the form of a number with a fraction by what is shown of it', () => {
    const points = (text: string) => fill('{n|point|points}', { n: text });
    expect(['0.8', '1.0', '2.1'].map(points)).toEqual(['0.8 points', '1.0 points', '2.1 points']);
    useLanguage('fr');
    expect(['<0,1', '0,8', '1,0', '2,1'].map(points)).toEqual(['<0,1 point', '0,8 point', '1,0 point', '2,1 points']);
    useLanguage('ru');
    expect(fill('{n|one=балл|few=балла|many=баллов|other=балла}', { n: '1,0' })).toBe('1,0 балла');
  });

  it('chooses a form by a value, and fills the placeholders in it', () => {
    expect(fill('{n?0=none|other={n} of {of}}', { n: 0, of: 3 })).toBe('none');
    expect(fill('{n?0=none|other={n} of {of}}', { n: 2, of: 3 })).toBe('2 of 3');
    expect(fill('{who?author=hers|other=theirs}', { who: 'author' })).toBe('hers');
  });
});

describe('a sentence that is not translated', () => {
  it('is English, next to others that are', () => {
    useLanguage('fr', {
      report: { summary: 'Résumé', flags: '' },
      problems: { 'not-found': { text: 'introuvable' } },
      help: { score: { summary: 'évaluer' } },
      values: { 'list-separator': ' ; ' },
    });
    expect([phrase('report', 'summary'), phrase('report', 'flags')]).toEqual(['Résumé', 'Red flags']);
    expect(problemText('not-found', {})).toBe('introuvable');
    expect(hintText('rubric-not-found', { known: 'x' })).toContain('x');
    expect(helpText('score', 'summary')).toBe('évaluer');
    expect(helpText('report', 'summary')).not.toBe('');
    expect(topicText('formats').title).toBe('Formats');
    expect(unwritableReason('ENOSPC')).toBeTruthy();
    expect(listed(['a', false, undefined, '', 0])).toBe('a ; 0');
  });
});

it('a label has the colon of the language after it, and what there is not has none', () => {
  expect(withColon('art. 3', undefined, 'a note')).toBe('art. 3: a note');
  useLanguage('fr', { values: { 'label-separator': '\u00a0: ' } });
  expect(withColon('art. 3', 'une remarque')).toBe('art. 3\u00a0: une remarque');
});

it('sentences have a space between them, but none after a full-width stop', () => {
  expect(inSentences(['One.', undefined, 'Two.'])).toBe('One. Two.');
  expect(sentence('One')).toBe('One.');
  useLanguage('zh', { values: { 'stop-separator': '。', aside: '（{text}）' } });
  expect(inSentences([sentence('一'), sentence('二')])).toBe('一。二。');
  expect(`一${aside('二')}`).toBe('一（二）');
});
