import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseDraft, readDraft } from '../../src/draft/read.ts';
import { CompassError } from '../../src/source/problem.ts';
import { root } from '../fixtures/bundled.ts';

const folder = join(root, 'test', 'fixtures', 'drafts');

/** The code of the problem that reading fails with; undefined if it succeeds. */
async function refusal(bytes: Uint8Array, name: string): Promise<string | undefined> {
  return parseDraft(bytes, name).then(
    () => undefined,
    (error) => (error instanceof CompassError ? error.problems[0]?.code : String(error)),
  );
}

describe('damaged and hostile files are refused', () => {
  it.each([
    [
      'XML that declares an entity',
      Buffer.from('<!DOCTYPE akomaNtoso [<!ENTITY x SYSTEM "file:///etc/passwd">]><akomaNtoso><p>&x;</p></akomaNtoso>'),
      'a.xml',
      'xml-entities',
    ],
    ['XML that is cut off', Buffer.from('<akomaNtoso><act><body><p>words'), 'a.xml', 'xml-unclosed'],
    [
      'XML nested 3,000 deep',
      Buffer.from(`<akomaNtoso>${'<a>'.repeat(3000)}${'</a>'.repeat(3000)}</akomaNtoso>`),
      'a.xml',
      'too-deep',
    ],
    ['other XML', Buffer.from('<?xml version="1.0"?><note/>'), 'a.xml', 'xml-other'],
    ['a damaged zip archive', Buffer.from('PK\u0003\u0004garbage'), 'a.docx', 'docx-unreadable'],
    ['an old or encrypted Word file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'a.docx', 'docx-encrypted'],
    ['a damaged PDF', Buffer.from('%PDF-1.7\ngarbage'), 'a.pdf', 'pdf-unreadable'],
    ['a binary file', Buffer.from(Uint8Array.from({ length: 5000 }, (_, index) => (index * 37) % 256)), 'a.txt', 'not-a-text'],
    ['an empty file', Buffer.from(''), 'a.txt', 'draft-empty'],
    ['fifty megabytes', Buffer.alloc(50e6, 'words '), 'a.txt', 'draft-too-large'],
  ] as const)('%s', async (_, bytes, name, code) => {
    expect(await refusal(bytes, name)).toBe(code);
  });

  it('a Word file that is larger than 64 MB', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(70 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(1e6);
    expect(await refusal(bomb, 'bomb.docx')).toBe('unpacks-too-large');
  });

  it('an encrypted PDF, and a scan without text', async () => {
    await expect(readDraft(join(folder, 'encrypted.pdf'), 'encrypted.pdf')).rejects.toMatchObject({
      problems: [{ code: 'pdf-encrypted' }],
    });
    const scan =
      '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\ntrailer << /Size 4 /Root 1 0 R >>\n%%EOF\n';
    expect(await refusal(Buffer.from(scan), 'scan.pdf')).toBe('pdf-scanned');
  });
});

describe('text files are decoded', () => {
  it.each([
    ['UTF-16 with a byte-order mark', Buffer.from('\ufeffArticle 1 - Año\n\nDespués.\n', 'utf16le')],
    ['UTF-16 without a byte-order mark', Buffer.from('Article 1 - Año\n\nDespués.\n', 'utf16le')],
    ['Windows-1252', Buffer.from('Article 1 - Año\n\nDespués.\n', 'latin1')],
  ])('%s', async (_, bytes) => {
    const { provisions } = await parseDraft(bytes, 'law.txt');
    expect(provisions[0]).toMatchObject({ label: 'art. 1', heading: 'Año', text: 'Después.' });
  });
});
