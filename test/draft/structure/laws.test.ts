import { readdirSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../../src/draft/read.ts';
import { type Provision, walk } from '../../../src/draft/structure/provision.ts';

const folder = new URL('../../fixtures/laws/', import.meta.url);
const laws = readdirSync(folder).filter((name) => name.endsWith('.txt'));

/** Every provision on a line: its label, its number as printed, its heading and its text. */
function outlineOf(provisions: readonly Provision[]): string {
  const lines = [...walk(provisions)].map(({ provision, above }) => {
    const { kind, label, marker = '', heading = '', text } = provision;
    const name = [kind, label && `[${label}]`, marker && `{${marker}}`, heading && `«${heading}»`].filter(Boolean).join(' ');
    return `${'  '.repeat(above.length)}${name} ${text.replaceAll('\n', ' / ')}`.trimEnd();
  });
  return `${lines.join('\n')}\n`;
}

describe('a law in another language has the outline that its lawyers know', () => {
  it.each(laws)('%s', async (name) => {
    const { provisions } = await parseDraft(readFileSync(new URL(name, folder)), name);
    await expect(outlineOf(provisions)).toMatchFileSnapshot(`../../golden/outlines/${name}`);
  });
});

/** The lines of a law as the paragraphs of another format. */
const formats: Readonly<Record<string, (lines: readonly string[], language: string) => Uint8Array>> = {
  html: (lines, language) => {
    const direction = language === 'ar' ? 'rtl' : 'ltr';
    const body = lines.map((line) => `<p>${line}</p>`).join('\n');
    return strToU8(`<html lang="${language}" dir="${direction}"><meta charset="utf-8"><body>${body}</body></html>`);
  },
  docx: (lines, language) => {
    const properties = language === 'ar' ? '<w:pPr><w:bidi/></w:pPr>' : '';
    const body = lines.map((line) => `<w:p>${properties}<w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`).join('');
    return zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`) });
  },
};

/** What does not depend on how a format keeps its lines apart. */
function labelsOf(provisions: readonly Provision[]): string[] {
  const named = [...walk(provisions)].filter(
    ({ provision }) => provision.kind === 'group' || provision.kind === 'unit' || provision.kind === 'point',
  );
  return named.map(({ provision }) => `${provision.label} ${provision.heading ?? ''}`.trim());
}

describe.each(['ar', 'ru', 'zh'])('the law in %s has the same outline', (language) => {
  it.each(Object.keys(formats))('as %s', async (format) => {
    const text = readFileSync(new URL(`${language}.txt`, folder), 'utf8');
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const bytes = formats[format]?.(lines, language) ?? new Uint8Array();
    const [plain, other] = await Promise.all([
      parseDraft(Buffer.from(text), `${language}.txt`),
      parseDraft(Buffer.from(bytes), `${language}.${format}`),
    ]);
    expect(labelsOf(other.provisions)).toEqual(labelsOf(plain.provisions));
    expect(other.reading.language).toBe(language);
  });
});
