import { readdirSync, readFileSync } from 'node:fs';
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
