import numbering from './numbering.json' with { type: 'json' };
import type { StructureMarker } from './numbers/markers.ts';
import type { PointMarker, PointReading } from './numbers/point-markers.ts';
import type { Paragraph, Place, Provision, ProvisionKind } from './provision.ts';
import { withParagraphs } from './unnumbered-paragraphs.ts';

/** A provision while the tree is being built. */
export interface OpenProvision {
  readonly kind: ProvisionKind;
  label: string;
  marker?: string;
  heading?: string;
  text: string;
  /** The last paragraph of `text`, kept apart because searching a long text for it at every paragraph is slow. */
  lastParagraph?: string;
  readonly place: Place;
  paragraphs?: Paragraph[];
  readonly children: OpenProvision[];
}

/** Adds a paragraph to a provision's own text. */
export function appendText(node: OpenProvision, text: string, place: Place): void {
  node.paragraphs ??= [];
  node.paragraphs.push({ offset: node.text === '' ? 0 : node.text.length + 1, place });
  node.text = node.text === '' ? text : `${node.text}\n${text}`;
  node.lastParagraph = text;
}

/** An entry of a table of contents. */
export type Entry = Readonly<{ text: string; place: Place }>;

export interface Outline {
  readonly provisions: readonly Provision[];
  readonly contents: readonly Entry[];
}

interface OpenPoint {
  readonly node: OpenProvision;
  readonly reading: PointReading;
}

/** Where a point goes in the open lists, and how its number is to be read. */
export interface PointPosition {
  /** 0 directly below the unit. */
  readonly depth: number;
  readonly reading: PointReading;
}

type GroupMarker = Pick<StructureMarker, 'kind' | 'word' | 'number' | 'written'>;

const groupOrder = Object.keys(numbering.groups);

/**
 * Builds the tree of provisions from the parts of a draft, which must come in document order. Makes the labels, so that they are
 * the same for every format.
 */
export class OutlineBuilder {
  readonly roots: OpenProvision[] = [];
  /** The open groups, outermost first. A group closes all open groups of the same or a higher rank. */
  #groups: { node: OpenProvision; rank: number }[] = [];
  /** The last provision that is not a point: text before the first point is added to it. */
  #container: OpenProvision | undefined;
  readonly #ranks = new Map<string, number>();
  /** The open points, outermost first. */
  #points: OpenPoint[] = [];
  /** The points that unnumbered text has closed. Kept until the next numbered part, because their lists may go on after it. */
  #closed: readonly OpenPoint[] = [];

  /** The provision that text would be added to. */
  get current(): OpenProvision | undefined {
    return this.#points.at(-1)?.node ?? this.#container;
  }

  get container(): OpenProvision | undefined {
    return this.#container;
  }

  /** The last paragraph that was added. */
  get lastText(): string {
    const child = this.current?.children.at(-1);
    return child?.lastParagraph || child?.text || this.current?.lastParagraph || this.current?.text || '';
  }

  openGroup(marker: GroupMarker | undefined, heading: string, place: Place): void {
    this.#addGroup(marker, heading, place, marker ? this.#rankOf(marker.kind) : groupOrder.length);
  }

  /** Opens a group without a number. In capitals it is the title of a chapter, which stands around sections rather than in one. */
  openTitled(heading: string, place: Place): void {
    const isCapital = heading === heading.toUpperCase() && heading !== heading.toLowerCase();
    this.#addGroup(undefined, heading, place, isCapital ? groupOrder.indexOf('section') - 0.1 : groupOrder.length);
  }

  #addGroup(marker: GroupMarker | undefined, heading: string, place: Place, rank: number): void {
    this.#groups = this.#groups.filter((group) => group.rank < rank || group.node.kind === 'annex');
    const parent = this.#groups.at(-1)?.node;
    const label = marker ? [parent?.label, `${marker.word} ${marker.number}`].filter(Boolean).join(', ') : '';
    const node = this.#add(parent, { kind: 'group', label, place }, marker?.written, heading);
    this.#groups.push({ node, rank });
    this.#container = node;
  }

  /**
   * The nesting rank of a kind of group, 0 for the outermost. Usually parts contain chapters; but if the first part comes right
   * below the heading of a chapter, chapters contain parts in this draft.
   */
  #rankOf(kind: string): number {
    const known = this.#ranks.get(kind);
    if (known !== undefined) return known;
    const usual = groupOrder.indexOf(kind);
    const above = this.#groups.at(-1);
    const isBelowHeading =
      above !== undefined && above.node === this.#container && above.node.kind === 'group' && above.node.label !== '';
    const rank =
      isBelowHeading && above.rank > usual && above.node.text === '' && above.node.children.length === 0
        ? above.rank + 0.1
        : usual;
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

  /** Closes all groups: what follows belongs to no part or chapter. */
  leaveGroups(): void {
    this.#groups = [];
  }

  openPreamble(place: Place, marker?: string): OpenProvision {
    const node = this.#add(undefined, { kind: 'preamble', label: 'preamble', place }, undefined, marker);
    this.#container = node;
    this.#groups = [];
    return node;
  }

  openClosing(label: string, place: Place): void {
    this.#groups = [];
    this.#container = this.#add(undefined, { kind: 'closing', label, place });
  }

  openRecital(
    preamble: OpenProvision,
    { number, written, rest }: Pick<PointMarker, 'number' | 'written' | 'rest'>,
    place: Place,
  ): OpenProvision {
    const node = this.#add(preamble, { kind: 'recital', label: `${numbering.recital.label} ${number}`, place }, written);
    node.text = rest;
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

  /** Opens a provision that another law is to get. Its points are named after it. */
  openInserted(label: string, place: Place, marker?: string, heading?: string): OpenProvision {
    this.#container = this.#add(undefined, { kind: 'point', label, place }, marker, heading);
    return this.#container;
  }

  /** Closes the points below a depth. Returns the provision that remains open. */
  closeTo(depth: number): OpenProvision | undefined {
    this.#points.length = Math.min(depth, this.#points.length);
    return this.current;
  }

  /** Adds provisions that were built elsewhere to the open one. */
  graft(provisions: readonly OpenProvision[]): void {
    for (const provision of provisions) this.current?.children.push(provision);
  }

  /** Opens a point at a depth, 0 being directly below the unit. Points at this depth and below are closed. */
  openPoint(
    { number, written, rest }: Pick<PointMarker, 'number' | 'written' | 'rest'>,
    { depth, reading }: PointPosition,
    place: Place,
  ): OpenProvision {
    this.#points.length = Math.min(depth, this.#points.length);
    this.#closed = [];
    const parent = this.current;
    const node: OpenProvision = {
      kind: 'point',
      label: pointLabel(parent?.label ?? '', number),
      marker: written,
      text: rest,
      place,
      children: [],
    };
    (parent?.children ?? this.roots).push(node);
    this.#points.push({ node, reading });
    return node;
  }

  /** The open points, outermost first. */
  points(): readonly OpenPoint[] {
    return this.#points;
  }

  /** The points that unnumbered text has closed, outermost first: the next number may continue one of their lists. */
  closed(): readonly OpenPoint[] {
    return this.#closed;
  }

  /** Reopens a closed list, because its next number has come: the unnumbered text in between belongs to the list's last point. */
  resume(depth: number): void {
    const between = this.current?.children.at(-1);
    const resumed = this.#closed.slice(0, depth + 1);
    if (between?.kind === 'closing') this.current?.children.pop();
    this.#points = [...resumed];
    this.#closed = [];
    if (between?.kind === 'closing') this.addText(between.text, between.place);
  }

  /** Adds unnumbered text to the provision at a depth; after points of that provision, as its closing words. */
  addText(text: string, place: Place, depth = this.#points.length): void {
    if (depth < this.#points.length) {
      if (this.#closed.length <= depth) this.#closed = [...this.#points];
      this.#points.length = depth;
    }
    const node = this.current ?? this.openPreamble(place);
    if (node.children.length === 0 || node.kind === 'preamble') appendText(node, text, place);
    else {
      const last = node.children.at(-1);
      if (last?.kind === 'closing') appendText(last, text, place);
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

  /** Returns the tree. Empty headings that come again later are entries of a table of contents, and are returned as such. */
  finish(): Outline {
    const contents: Entry[] = [];
    const remaining = new Map<string, number>();
    const count = (nodes: readonly OpenProvision[]): void => {
      for (const node of nodes) {
        if (isListed(node)) remaining.set(node.label, (remaining.get(node.label) ?? 0) + 1);
        count(node.children);
      }
    };
    count(this.roots);
    const prune = (nodes: readonly OpenProvision[]): Provision[] =>
      nodes.flatMap((node) => {
        const children = prune(node.children);
        const isEmpty = node.text === '' && children.length === 0;
        const comesAgain = isListed(node) && (remaining.get(node.label) ?? 0) > 1;
        const wasEmptied = node.kind === 'group' && node.children.length > 0 && isEmpty;
        if ((isEmpty && comesAgain) || wasEmptied) {
          remaining.set(node.label, (remaining.get(node.label) ?? 0) - 1);
          const title = [node.marker, node.heading].filter(Boolean).join(' ');
          if (title) contents.push({ text: title, place: node.place });
          return [];
        }
        const { lastParagraph: _, ...provision } = node;
        return [withParagraphs({ ...provision, children })];
      });
    return { provisions: prune(this.roots), contents };
  }
}

/** Whether a table of contents would list the provision. */
function isListed({ kind, label }: OpenProvision): boolean {
  return label !== '' && (kind === 'annex' || kind === 'group');
}

/** `art. 14(2)` for 2 in `art. 14`; `annex VII(3.1)` for 3.1 in `annex VII(3)`. */
function pointLabel(parent: string, number: string): string {
  const outer = outerNumber(number);
  if (outer !== '' && parent.endsWith(`(${outer})`)) return `${parent.slice(0, -outer.length - 2)}(${number})`;
  if (outer !== '' && parent.endsWith(` ${outer}`)) return `${parent.slice(0, -outer.length)}${number}`;
  return `${parent}(${number})`;
}

/** The number one level up: 3 for 3.1; empty for a number without levels. */
export function outerNumber(number: string): string {
  return /^\d+(?:\.\d+)*\.(?:\d+|[a-z])$/.test(number) ? number.slice(0, number.lastIndexOf('.')) : '';
}
