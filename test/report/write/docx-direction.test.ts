import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { useLanguage } from '../../../src/messages/active.ts';
import type { Document } from '../../../src/report/document/blocks.ts';
import { directedParts } from '../../../src/report/write/docx/direction.ts';
import { writeDocx } from '../../../src/report/write/docx/docx.ts';
import { writeHtml } from '../../../src/report/write/html/html.ts';

afterEach(() => useLanguage('en'));

const document: Document = {
  title: 'تقرير',
  language: 'ar',
  scale: [],
  notice: 'ملاحظة.',
  blocks: [
    { kind: 'heading', level: 1, text: 'تقرير' },
    { kind: 'facts', facts: [['النص', 'bill.md']] },
    { kind: 'paragraph', runs: [{ text: 'انظر ' }, { text: 'value-chain.scope', style: 'code' }, { text: ' (GP 25) الآن' }] },
  ],
};

function parts(language: string): Record<string, string> {
  const files = unzipSync(writeDocx({ ...document, language }));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe('a Word file in Arabic', () => {
  it('runs from right to left: paragraphs, tables and the section', () => {
    useLanguage('ar');
    const { 'word/document.xml': body = '', 'word/styles.xml': styles = '' } = parts('ar');
    expect(styles).toContain('<w:pPr><w:bidi/></w:pPr>');
    expect(styles).toContain('w:bidi="ar-SA"');
    expect(styles).not.toContain('<w:left w:val="single"');
    expect(body).toContain('<w:bidiVisual/>');
    expect(body).toContain('<w:titlePg/><w:bidi/></w:sectPr>');
  });

  it('marks Arabic runs, and leaves ids, citations and files in their own direction', () => {
    useLanguage('ar');
    const { 'word/document.xml': body = '' } = parts('ar');
    expect(body).toContain('<w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">انظر </w:t>');
    expect(body).toContain('<w:rPr><w:rStyle w:val="Code"/></w:rPr><w:t xml:space="preserve">value-chain.scope</w:t>');
    expect(body).toContain('<w:r><w:t xml:space="preserve">GP 25</w:t></w:r>');
  });

  it('keeps the quotation marks of a quote in another direction on its sides', () => {
    useLanguage('ar');
    const quote = {
      kind: 'paragraph' as const,
      runs: [{ text: 'Users may sue.', style: 'quote' as const }, { text: ' Or not.' }],
    };
    const { 'word/document.xml': body = '' } = Object.fromEntries(
      Object.entries(unzipSync(writeDocx({ ...document, blocks: [quote] }))).map(([name, bytes]) => [name, strFromU8(bytes)]),
    );
    expect(body).toContain('>\u200e“Users may sue.”\u200e</w:t>');
    expect(body).toContain('> Or not.\u200e</w:t>');
  });

  it('has none of this in a language from left to right', () => {
    const { 'word/document.xml': body = '', 'word/styles.xml': styles = '' } = parts('fr');
    expect(body + styles).not.toMatch(/<w:(?:rtl|bidi|bidiVisual)\/>/);
  });
});

it('text in isolates is one part, without them', () => {
  expect(directedParts('ملف \u2068./a (1).yaml\u2069 غير موجود')).toEqual([
    { text: 'ملف ', isRtl: true },
    { text: './a (1).yaml', isRtl: false },
    { text: ' غير موجود', isRtl: true },
  ]);
});

it('a page in Arabic says its direction, and its ids have their own', () => {
  useLanguage('ar');
  const page = writeHtml(document);
  expect(page).toContain('<html lang="ar" dir="rtl">');
  expect(page).toContain('<code dir="ltr">value-chain.scope</code>');
  expect(writeHtml({ ...document, language: 'fr' })).toContain('<html lang="fr">');
});

it('in a page in Arabic, a sentence that begins with a Latin name is still written from right to left, a quote of a law is not', () => {
  useLanguage('ar');
  const lines = ['\u2068bill.md\u2069 غير موجود', 'The Authority shall act'].map((text) => [{ text }]);
  const page = writeHtml({
    ...document,
    blocks: [
      { kind: 'heading', level: 1, text: '\u2068A Bill\u2069: تقرير' },
      ...lines.map((runs) => ({ kind: 'paragraph' as const, runs })),
    ],
  });
  expect(page).toContain('<h1 dir="rtl">');
  expect(page.match(/<p dir="[a-z]+"/g)).toEqual(['<p dir="rtl"', '<p dir="auto"']);
});
