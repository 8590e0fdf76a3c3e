import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { quoteFinder } from '../../src/draft/quotes/quotes.ts';
import { parseDraft } from '../../src/draft/read.ts';
import { CompassError } from '../../src/source/problem.ts';

/** More than any of these takes, also on a busy machine; what grows with the square of the length takes hours. */
const patience = 60_000;
const much = 400_000;

async function outcome(bytes: Uint8Array, name: string): Promise<string> {
  return parseDraft(bytes, name).then(
    () => 'read',
    (error) => (error instanceof CompassError ? (error.problems[0]?.code ?? '') : String(error)),
  );
}

describe('texts made to hang or to crash a reader', () => {
  const head = 'Article 1\n\n';
  it.each([
    ['points within points', `${head}${'(a)(1)'.repeat(much)}`, 'law.txt'],
    ['lists that introduce lists', `${head}${'1. x:\n\n'.repeat(20_000)}`, 'law.txt'],
    ['a run of digits and points', `${head}${'1.'.repeat(much)}`, 'law.txt'],
    ['articles of one number', `${'Article 1\n\nText.\n\n'.repeat(20_000)}`, 'law.txt'],
    ['a line of nothing but hyphens', '-'.repeat(much), 'law.txt'],
    ['hyphens at the ends of lines', `${head}${'a-\n'.repeat(much)}`, 'law.txt'],
    ['spaces', `${head}x${' '.repeat(much * 5)}y`, 'law.txt'],
    ['links that do not end', '![['.repeat(much), 'law.md'],
    ['links without an end', '[a]('.repeat(much), 'law.md'],
    ['rules that are none', `${'- '.repeat(much)}x`, 'law.md'],
    ['the underlining of a heading that is none', `${'='.repeat(much * 5)}x`, 'law.md'],
    ['tags that do not end', '<b '.repeat(much), 'law.md'],
    ['comments and backticks on one line', '`<!-- -->'.repeat(much), 'law.md'],
    ['words about comments, and an end far away', `${'\\<!--'.repeat(much)}-->`, 'law.md'],
    ['headings closed over and over', `# ${'a #'.repeat(much)}`, 'law.md'],
    [
      'sections of XML on one line',
      `<akomaNtoso><act><body>${'<section><num>1</num><content><p>a</p></content></section>'.repeat(30_000)}</body></act></akomaNtoso>`,
      'law.xml',
    ],
    ['entities one after the other', `<html>${'&lt'.repeat(much)}`, 'law.html'],
  ])(
    '%s: read',
    async (_, text, name) => {
      expect(await outcome(Buffer.from(text), name)).toBe('read');
    },
    patience,
  );

  it.each([
    ['a page nested 100 000 deep', Buffer.from(`<html><body>${'<div>'.repeat(100_000)}x`), 'a.html', 'too-deep'],
    ['lists nested 100 000 deep', Buffer.from(`<html><body>${'<ol><li>x'.repeat(100_000)}`), 'a.html', 'too-deep'],
    ['a Word file nested without end', zipSync({ 'word/document.xml': strToU8('<w:p>'.repeat(100_000)) }), 'a.docx', 'too-deep'],
    [
      'an entity in UTF-16',
      Buffer.from('\ufeff<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><akomaNtoso><p>&x;</p></akomaNtoso>', 'utf16le'),
      'a.xml',
      'xml-entities',
    ],
    ['a text that begins like an archive', Buffer.from('PK is short for public key.\n'), 'a.txt', 'read'],
    ['a text that is called a PDF', Buffer.from('Article 1\n\nText.\n'), 'a.pdf', 'read'],
  ])(
    '%s: %#',
    async (_, bytes, name, code) => {
      expect(await outcome(bytes, name)).toBe(code);
    },
    patience,
  );

  it(
    'a quote of thousands of words is looked up',
    async () => {
      const finder = quoteFinder(
        await parseDraft(Buffer.from(`Article 1\n\n${'a provider shall report. '.repeat(2000)}`), 'a.txt'),
      );
      expect(finder.find('(a)'.repeat(much)).status).toBe('missing');
      expect(finder.find('a provider shall report. '.repeat(1500)).status).toBe('exact');
    },
    patience,
  );
});
