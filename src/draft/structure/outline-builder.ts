import type { PointMarker, PointReading, StructureMarker } from './markers.ts';
import numbering from './numbering.json' with { type: 'json' };
import type { Paragraph, Place, Provision, ProvisionKind } from './provision.ts';

/** A provision while its draft is being read. */
export interface OpenProvision {
  readonly kind: ProvisionKind;
  readonly label: string;
  marker?: string;
  heading?: string;
  text: string;
  /** The last paragraph of `text`: a long text must not be gone through for each of its paragraphs. */
  tail?: string;
  readonly place: Place;
  paragraphs?: Paragraph[];
  readonly children: OpenProvision[];
}

/** Adds a paragraph to what a provision says. */
export function append(node: OpenProvision, text: string, place: Place): void {
  node.paragraphs ??= [];
  node.paragraphs.push({ offset: node.text === '' ? 0 : node.text.length + 1, place });
  node.text = node.text === '' ? text : `${node.text}\n${text}`;
  node.tail = text;
}

interface OpenPoint {
  readonly node: OpenProvision;
  reading: PointReading;
}

const groupOrder = Object.keys(numbering.groups);

/** Takes a draft's parts in the order of the text and puts each where it belongs. Labels are made here, so that every format has the same. */
export class OutlineBuilder {
  readonly roots: OpenProvision[] = [];
  #groups: { node: OpenProvision; rank: number }[] = [];
  #container: OpenProvision | undefined;
  readonly #ranks = new Map<string, number>();
  #points: OpenPoint[] = [];
  /** The lists that words without a number have closed, as long as nothing else has begun. */
  #closed: readonly OpenPoint[] = [];

  /** What text would be added to now. */
  get current(): OpenProvision | undefined {
    return this.#points.at(-1)?.node ?? this.#container;
  }

  get container(): OpenProvision | undefined {
    return this.#container;
  }

  get pointDepth(): number {
    return this.#points.length;
  }

  /** The last words that were read. */
  get lastText(): string {
    const child = this.current?.children.at(-1);
    return child?.tail || child?.text || this.current?.tail || this.current?.text || '';
  }

  openGroup(
    marker: Pick<StructureMarker, 'kind' | 'word' | 'number' | 'written'> | undefined,
    heading: string,
    place: Place,
  ): OpenProvision {
    const rank = marker ? this.#rankOf(marker.kind) : groupOrder.length;
    this.#groups = this.#groups.filter((group) => group.rank < rank || group.node.kind === 'annex');
    const parent = this.#groups.at(-1)?.node;
    const own = marker ? `${marker.word} ${marker.number}` : '';
    const label = [parent?.label, own].filter(Boolean).join(', ');
    const node = this.#add(parent, { kind: 'group', label: marker ? label : '', place }, marker?.written, heading);
    this.#groups.push({ node, rank });
    this.#container = node;
    return node;
  }

  /**
   * How far out a kind of group stands. Usually parts hold chapters; where the first part comes right under the heading of a
   * chapter, chapters hold parts in this draft.
   */
  #rankOf(kind: string): number {
    const known = this.#ranks.get(kind);
    if (known !== undefined) return known;
    const usual = groupOrder.indexOf(kind);
    const above = this.#groups.at(-1);
    const isUnder =
      above !== undefined && above.node === this.#container && above.node.kind === 'group' && above.node.label !== '';
    const rank =
      isUnder && above.rank > usual && above.node.text === '' && above.node.children.length === 0 ? above.rank + 0.1 : usual;
    this.#ranks.set(kind, rank);
    return rank;
  }

  openAnnex(marker: Pick<StructureMarker, 'word' | 'number' | 'written'>, heading: string, place: Place): OpenProvision {
    const label = [marker.word, marker.number].filter(Boolean).join(' ');
    const node = this.#add(undefined, { kind: 'annex', label, place }, marker.written, heading);
    this.#groups = [{ node, rank: -1 }];
    this.#container = node;
    return node;
  }

  /** What comes now stands in no part or chapter. */
  leaveGroups(): void {
    this.#groups = [];
  }

  openPreamble(place: Place, marker?: string): OpenProvision {
    const node = this.#add(undefined, { kind: 'preamble', label: 'preamble', place }, undefined, marker);
    this.#container = node;
    this.#groups = [];
    return node;
  }

  openClosing(label: string, place: Place): OpenProvision {
    this.#groups = [];
    this.#container = this.#add(undefined, { kind: 'closing', label, place });
    return this.#container;
  }

  openRecital(preamble: OpenProvision, number: string, written: string, text: string, place: Place): OpenProvision {
    const node = this.#add(preamble, { kind: 'recital', label: `${numbering.recital.label} ${number}`, place }, written);
    node.text = text;
    this.#container = node;
    return node;
  }

  openUnit(marker: Pick<StructureMarker, 'word' | 'number' | 'written'>, heading: string, place: Place): OpenProvision {
    const parent = this.#groups.at(-1)?.node;
    const annex = this.#groups.find(({ node }) => node.kind === 'annex')?.node;
    const label = [annex?.label, `${marker.word} ${marker.number}`].filter(Boolean).join(', ');
    const node = this.#add(parent, { kind: 'unit', label, place }, marker.written, heading);
    this.#container = node;
    return node;
  }

  /** Opens a point at a depth: 0 directly below the unit. Deeper points are closed. */
  openPoint(
    marker: Pick<PointMarker, 'number' | 'written'>,
    reading: PointReading,
    depth: number,
    text: string,
    place: Place,
  ): OpenProvision {
    this.#points.length = Math.min(depth, this.#points.length);
    this.#closed = [];
    const parent = this.current;
    const node: OpenProvision = {
      kind: 'point',
      label: pointLabel(parent?.label ?? '', marker.number),
      marker: marker.written,
      text,
      place,
      children: [],
    };
    (parent?.children ?? this.roots).push(node);
    this.#points.push({ node, reading });
    return node;
  }

  points(): readonly { readonly reading: PointReading; readonly node: OpenProvision }[] {
    return this.#points;
  }

  /** Lists that words without a number came after: a number may go on with one of them. */
  closed(): readonly { readonly reading: PointReading; readonly node: OpenProvision }[] {
    return this.#closed;
  }

  /** Opens a closed list again at a depth, since its next number has come: the words between belong to its last point. */
  resume(depth: number): void {
    const between = this.current?.children.at(-1);
    const resumed = this.#closed.slice(0, depth + 1);
    if (between?.kind === 'closing') this.current?.children.pop();
    this.#points = [...resumed];
    this.#closed = [];
    if (between?.kind === 'closing') this.addText(between.text, between.place);
  }

  /** Words without a number of their own, for the provision at this depth. */
  addText(text: string, place: Place, depth = this.#points.length): void {
    if (depth < this.#points.length) {
      if (this.#closed.length <= depth) this.#closed = [...this.#points];
      this.#points.length = depth;
    }
    const node = this.current ?? this.openPreamble(place);
    if (node.children.length === 0 || node.kind === 'preamble') append(node, text, place);
    else {
      const last = node.children.at(-1);
      if (last?.kind === 'closing') append(last, text, place);
      else node.children.push({ kind: 'closing', label: node.label, text, place, children: [] });
    }
  }

  #add(
    parent: OpenProvision | undefined,
    node: Pick<OpenProvision, 'kind' | 'label' | 'place'>,
    marker?: string,
    heading?: string,
  ): OpenProvision {
    const opened: OpenProvision = { ...node, ...(marker && { marker }), ...(heading && { heading }), text: '', children: [] };
    (parent?.children ?? this.roots).push(opened);
    this.#points = [];
    this.#closed = [];
    return opened;
  }

  /** The finished tree, without the table of contents: headings that come again later, with their text. */
  finish(): Provision[] {
    const seen = new Map<string, number>();
    const count = (nodes: readonly OpenProvision[]): void => {
      for (const node of nodes) {
        if (isListed(node)) seen.set(node.label, (seen.get(node.label) ?? 0) + 1);
        count(node.children);
      }
    };
    count(this.roots);
    const prune = (nodes: OpenProvision[]): OpenProvision[] =>
      nodes.flatMap((node) => {
        const children = prune(node.children);
        const empty = node.text === '' && children.length === 0;
        const again = isListed(node) && (seen.get(node.label) ?? 0) > 1;
        const emptied = node.kind === 'group' && node.children.length > 0 && children.length === 0 && node.text === '';
        if ((empty && again) || emptied) {
          seen.set(node.label, (seen.get(node.label) ?? 0) - 1);
          return [];
        }
        const { tail: _, ...provision } = node;
        return [{ ...provision, children }];
      });
    return prune(this.roots);
  }
}

/** What a table of contents lists. */
function isListed({ kind, label }: OpenProvision): boolean {
  return label !== '' && (kind === 'unit' || kind === 'annex' || kind === 'group');
}

/** `art. 14(2)` for 2 in `art. 14`; `annex VII(3.1)` for 3.1 in `annex VII(3)`. */
function pointLabel(parent: string, number: string): string {
  const outer = outerNumber(number);
  if (outer !== '' && parent.endsWith(`(${outer})`)) return `${parent.slice(0, -outer.length - 2)}(${number})`;
  if (outer !== '' && parent.endsWith(` ${outer}`)) return `${parent.slice(0, -outer.length)}${number}`;
  return `${parent}(${number})`;
}

/** 3 for 3.1; empty for a number without levels. */
export function outerNumber(number: string): string {
  return /^\d+(?:\.\d+)+$/.test(number) ? number.slice(0, number.lastIndexOf('.')) : '';
}
