import { expect, it } from 'vitest';
import { linesOf, widthOf, wrapped } from '../../src/text/plain-text.ts';

it('Chinese is broken between characters, each two columns wide', () => {
  const lines = linesOf('企业应当尽职调查其经营活动对人权的影响', 10);
  expect(lines.every((line) => widthOf(line) <= 10)).toBe(true);
  expect(lines.join('')).toBe('企业应当尽职调查其经营活动对人权的影响');
  expect(lines[0]).toBe('企业应当尽');
});

it('no line begins with closing punctuation or ends with opening punctuation', () => {
  const lines = linesOf('企业应当尽，职调查（人权）影响。《原则》第十条', 10);
  for (const line of lines) {
    expect(line).not.toMatch(/^[，。）》]/);
    expect(line).not.toMatch(/[（《]$/);
  }
});

it('words of another script stay whole', () => {
  expect(linesOf('问题value-chain.scope的级别是什么', 18)).toEqual(['问题', 'value-chain.scope', '的级别是什么']);
});

it('line breaks in the text and the indent stay', () => {
  expect(wrapped('第一行\n第二行', 40, 2)).toBe('  第一行\n  第二行');
});
