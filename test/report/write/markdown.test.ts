import { expect, it } from 'vitest';
import { emphasis, paragraph, strong, type Text } from '../../../src/report/document/build.ts';
import { writeMarkdown } from '../../../src/report/write/markdown.ts';

it.each<[Text, string]>([
  [[strong('Level 1.'), ' It means'], '**Level 1.** It means\n'],
  [[strong('一级。'), '此等级'], '**一级。** 此等级\n'],
  [[emphasis('理由：'), '此等级'], '*理由：* 此等级\n'],
  [[strong('一级'), '此等级'], '**一级**此等级\n'],
  [[strong('art. 4(1)'), '：“此”'], '**art. 4(1)**：“此”\n'],
])('marks after punctuation have a space before a letter, as else they would not be read as marks: %j', (text, written) => {
  const block = paragraph(text);
  expect(writeMarkdown({ title: 'T', language: 'zh', scale: [], notice: '', blocks: [block] })).toBe(written);
});
