import { fullText, type Provision } from '../structure/provision.ts';

/** An indexed paragraph: a point of a unit with its descendants, or the unit's own text. */
export interface Entry {
  /** Its index among all entries, which is document order. */
  readonly id: number;
  readonly unit: Provision;
  readonly provision: Provision;
  readonly heading: string;
  /** The headings of the groups around it. */
  readonly context: string;
  readonly text: string;
}

/** An entry as it is indexed: the stems of its fields, joined by spaces. */
export type StemmedEntry = Record<'heading' | 'context' | 'text', string> & Pick<Entry, 'id'>;

/** The closing formula with its signatures, a table of contents, captions and the texts of pictures. */
function isWithoutRules({ kind }: Provision): boolean {
  return kind === 'closing' || kind === 'contents' || kind === 'caption' || kind === 'alt';
}

/** The paragraphs of a draft to index, in document order. */
export function entriesOf(provisions: readonly Provision[]): Entry[] {
  const entries: Entry[] = [];
  const add = (unit: Provision, provision: Provision, text: string, headings: readonly string[]): void => {
    const heading = unit.heading ?? '';
    const inner = provision !== unit && provision.heading ? `${provision.heading} ` : '';
    if (`${heading}${text}` !== '')
      entries.push({ id: entries.length, unit, provision, heading, context: headings.join(' '), text: inner + text });
  };
  const visit = (provision: Provision, headings: readonly string[]): void => {
    const { kind, children, text, heading } = provision;
    const isContainer = kind === 'group' || kind === 'annex' || kind === 'preamble';
    const points = children.filter((child) => child.kind === 'point' || child.kind === 'closing');
    if (isContainer) {
      if (text) add(provision, { ...provision, children: [] }, text, headings);
      for (const point of points) add(provision, point, fullText(point), headings);
      for (const child of children) if (!points.includes(child)) visit(child, heading ? [...headings, heading] : headings);
    } else {
      if (text || points.length === 0) add(provision, { ...provision, children: [] }, text, headings);
      for (const point of points) add(provision, point, `${text.length < 200 ? text : ''} ${fullText(point)}`, headings);
    }
  };
  for (const provision of provisions) if (!isWithoutRules(provision)) visit(provision, []);
  return entries;
}
