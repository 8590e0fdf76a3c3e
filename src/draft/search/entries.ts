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

/** Characters. The parts of a longer point are indexed one by one: its length would hide what one of them says. */
const longPoint = 1200;
/** Characters. A longer text before a list is a rule of its own. */
const longLead = 200;

/** The closing formula with its signatures, a table of contents, captions and the texts of pictures. */
function isWithoutRules({ kind }: Provision): boolean {
  return kind === 'closing' || kind === 'contents' || kind === 'caption' || kind === 'alt';
}

/** The paragraphs of a draft to index, in document order. */
export function entriesOf(provisions: readonly Provision[]): Entry[] {
  const collector = new Collector();
  for (const provision of provisions) if (!isWithoutRules(provision)) collector.visit(provision, []);
  return collector.entries;
}

class Collector {
  readonly entries: Entry[] = [];

  /** @param headings of the groups around a provision */
  visit(provision: Provision, headings: readonly string[]): void {
    const { kind, children, text, heading } = provision;
    const isContainer = kind === 'group' || kind === 'annex' || kind === 'preamble';
    const points = children.filter(isPoint);
    if (text || (!isContainer && points.length === 0)) this.#add(provision, { ...provision, children: [] }, text, headings);
    for (const point of points) this.#addPoint(provision, point, isContainer ? '' : leadOf(provision), headings);
    if (!isContainer) return;
    for (const child of children) if (!points.includes(child)) this.visit(child, heading ? [...headings, heading] : headings);
  }

  #addPoint(unit: Provision, point: Provision, lead: string, headings: readonly string[]): void {
    const points = point.children.filter(isPoint);
    const text = fullText(point);
    if (points.length === 0 || text.length <= longPoint) {
      this.#add(unit, point, `${lead} ${text}`, headings);
      return;
    }
    if (point.text) this.#add(unit, { ...point, children: [] }, point.text, headings);
    for (const each of points) this.#addPoint(unit, each, leadOf(point), headings);
  }

  #add(unit: Provision, provision: Provision, text: string, headings: readonly string[]): void {
    const heading = unit.heading ?? '';
    const inner = provision !== unit && provision.heading ? `${provision.heading} ` : '';
    if (`${heading}${text}`.trim() === '') return;
    this.entries.push({ id: this.entries.length, unit, provision, heading, context: headings.join(' '), text: inner + text });
  }
}

function isPoint({ kind }: Provision): boolean {
  return kind === 'point' || kind === 'closing';
}

/** The words before a list, which its points go on. */
function leadOf({ text }: Provision): string {
  return text.length < longLead ? text : '';
}
