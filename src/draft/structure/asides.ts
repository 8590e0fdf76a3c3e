import type { Block, BlockRole } from '../block.ts';
import type { Around } from './around.ts';
import type { Entry, Outline } from './outline-builder.ts';
import { type Paragraph, type Place, type Provision, type ProvisionKind, type StruckText, walk } from './provision.ts';

/** The provisions of a draft and the words that are not the law. */
export interface Structured {
  /** Notes, tables of contents and captions come after the law, so that they never stand inside one of its sentences. */
  readonly provisions: Provision[];
  readonly struck: readonly StruckText[];
}

const labels = { contents: 'contents', caption: 'caption', alt: 'alternative text' } as const satisfies Partial<
  Record<BlockRole & ProvisionKind, string>
>;

/** Adds what is not the body of the law: notes, tables of contents and captions as provisions, struck words as a list. */
export function withAsides({ provisions, contents }: Outline, blocks: readonly Block[]): Structured {
  const own = (role: BlockRole): Block[] => blocks.filter((block) => block.role === role);
  return {
    provisions: [
      ...provisions,
      ...own('note').map(noteOf),
      ...listOf('contents', [...contents, ...own('contents')]),
      ...listOf('caption', own('caption')),
      ...listOf('alt', own('alt')),
    ],
    struck: struckTexts(provisions, blocks),
  };
}

/** A note with its printed number, or its position among the notes if it has none. */
export function noteOf({ text, place, number = '' }: Pick<Block, 'text' | 'place' | 'number'>, index: number): Provision {
  const label = `note ${number || index + 1}`;
  return { kind: 'note', label, ...(number && { marker: number }), text, place, children: [] };
}

/** All entries of one kind as one provision, each as a paragraph; none if there are no entries. */
export function listOf(kind: keyof typeof labels, entries: readonly Entry[]): Provision[] {
  return entries.length === 0 ? [] : [provisionOf(kind, labels[kind], entries)];
}

/** A memorandum or statement around the law, each of its paragraphs in one provision. */
export function aroundOf({ label, heading, place, entries }: Around): Provision {
  return { ...provisionOf('memorandum', label, entries), heading, place };
}

function provisionOf(kind: ProvisionKind, label: string, entries: readonly Entry[]): Provision {
  const paragraphs: Paragraph[] = [];
  let length = 0;
  for (const { text, place } of entries) {
    paragraphs.push({ offset: length, place });
    length += text.length + 1;
  }
  const text = entries.map((entry) => entry.text).join('\n');
  return { kind, label, text, place: entries[0]?.place ?? {}, paragraphs, children: [] };
}

/** The struck words, each with the provision of the last body block before it. */
function struckTexts(provisions: readonly Provision[], blocks: readonly Block[]): StruckText[] {
  if (blocks.every(({ role }) => role !== 'struck')) return [];
  const labelAt = labelsByPlace(provisions);
  let label = '';
  return blocks.flatMap(({ text, place, role = 'body' }) => {
    // The place of a title below a number is not kept; it belongs to the same provision.
    if (role === 'body') label = labelAt.get(place) ?? label;
    return role === 'struck' ? [{ text, label, place }] : [];
  });
}

/** The label of the innermost provision at each place. A place is one object for a block and for what became of it. */
export function labelsByPlace(provisions: readonly Provision[]): Map<Place, string> {
  const found = new Map<Place, string>();
  for (const { provision, above } of walk(provisions)) {
    const label = [...above, provision].findLast((each) => each.label !== '')?.label ?? '';
    found.set(provision.place, label);
    for (const { place } of provision.paragraphs ?? []) found.set(place, label);
  }
  return found;
}
