import { parseDraft } from '../../../src/draft/read.ts';
import { type Provision, walk } from '../../../src/draft/structure/provision.ts';

/** The provisions of a text with one paragraph for each argument. */
export async function provisionsOf(...paragraphs: readonly string[]): Promise<readonly Provision[]> {
  const { provisions } = await parseDraft(Buffer.from(paragraphs.join('\n\n')), 'law.txt');
  return provisions;
}

/** Every provision as `label «heading» text`, without what is empty, in document order. */
export async function outlineOf(...paragraphs: readonly string[]): Promise<string[]> {
  const provisions = await provisionsOf(...paragraphs);
  return [...walk(provisions)].map(({ provision: { label, heading, text } }) =>
    [label, heading && `«${heading}»`, text.replace(/\s+/g, ' ')].filter(Boolean).join(' '),
  );
}

/** The labels in document order. */
export async function labelsOf(...paragraphs: readonly string[]): Promise<string[]> {
  const provisions = await provisionsOf(...paragraphs);
  return [...walk(provisions)].filter(({ provision }) => provision.kind !== 'closing').map(({ provision }) => provision.label);
}
