import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { quoteFinder } from '../../src/draft/quotes/quotes.ts';
import { parseDraft } from '../../src/draft/read.ts';
import { CompassError } from '../../src/source/problem.ts';

/** Milliseconds: enough for linear time on a busy machine. Quadratic time would take hours. */
const timeout = 60_000;
const repeats = 400_000;

/** `read`, or the code of the problem. */
async function outcome(bytes: Uint8Array, name: string): Promise<string> {
  return parseDraft(bytes, name).then(
    () => 'read',
    (error) => (error instanceof CompassError ? (error.problems[0]?.code ?? '') : String(error)),
  );
}

describe('input made to hang or crash a reader', () => {
  const head = 'Article 1\n\n';
  it.each([
    ['points within points', `${head}${'(a)(1)'.repeat(repeats)}`, 'law.txt'],
    ['lists that each introduce another list', `${head}${'1. x:\n\n'.repeat(20_000)}`, 'law.txt'],
    ['a long dotted number', `${head}${'1.'.repeat(repeats)}`, 'law.txt'],
    ['articles with the same number', `${'Article 1\n\nText.\n\n'.repeat(20_000)}`, 'law.txt'],
    ['a line of hyphens', '-'.repeat(repeats), 'law.txt'],
    ['hyphens at the ends of lines', `${head}${'a-\n'.repeat(repeats)}`, 'law.txt'],
    ['spaces', `${head}x${' '.repeat(repeats * 5)}y`, 'law.txt'],
    ['images that are not closed', '![['.repeat(repeats), 'law.md'],
    ['link targets that are not closed', '[a]('.repeat(repeats), 'law.md'],
    ['a line that begins like a horizontal rule', `${'- '.repeat(repeats)}x`, 'law.md'],
    ['a line that begins like the underline of a heading', `${'='.repeat(repeats * 5)}x`, 'law.md'],
    ['tags that are not closed', '<b '.repeat(repeats), 'law.md'],
    ['comments in code spans on one line', '`<!-- -->'.repeat(repeats), 'law.md'],
    ['escaped comments with one end far away', `${'\\<!--'.repeat(repeats)}-->`, 'law.md'],
    ['a heading with many closing signs', `# ${'a #'.repeat(repeats)}`, 'law.md'],
    [
      'sections of XML on one line',
      `<akomaNtoso><act><body>${'<section><num>1</num><content><p>a</p></content></section>'.repeat(30_000)}</body></act></akomaNtoso>`,
      'law.xml',
    ],
    ['entities without a semicolon', `<html>${'&lt'.repeat(repeats)}`, 'law.html'],
  ])(
    '%s: is read',
    async (_, text, name) => {
      expect(await outcome(Buffer.from(text), name)).toBe('read');
    },
    timeout,
  );

  it.each([
    ['a page nested 100 000 deep', 'too-deep', Buffer.from(`<html><body>${'<div>'.repeat(100_000)}x`), 'a.html'],
    ['lists nested 100 000 deep', 'too-deep', Buffer.from(`<html><body>${'<ol><li>x'.repeat(100_000)}`), 'a.html'],
    ['a Word file nested 100 000 deep', 'too-deep', zipSync({ 'word/document.xml': strToU8('<w:p>'.repeat(100_000)) }), 'a.docx'],
    [
      'an entity declared in UTF-16',
      'xml-entities',
      Buffer.from('\ufeff<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><akomaNtoso><p>&x;</p></akomaNtoso>', 'utf16le'),
      'a.xml',
    ],
    ['plain text that begins like a ZIP archive', 'read', Buffer.from('PK is short for public key.\n'), 'a.txt'],
    ['plain text in a file named .pdf', 'read', Buffer.from('Article 1\n\nText.\n'), 'a.pdf'],
  ])(
    '%s: the outcome is %s',
    async (_, code, bytes, name) => {
      expect(await outcome(bytes, name)).toBe(code);
    },
    timeout,
  );

  it(
    'a quote of thousands of words is found or reported as missing within the time limit',
    async () => {
      const finder = quoteFinder(
        await parseDraft(Buffer.from(`Article 1\n\n${'a provider shall report. '.repeat(2000)}`), 'a.txt'),
      );
      expect(finder.find('(a)'.repeat(repeats)).status).toBe('missing');
      expect(finder.find('a provider shall report. '.repeat(1500)).status).toBe('exact');
    },
    timeout,
  );
});
