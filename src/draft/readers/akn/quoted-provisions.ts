import numbering from '../../structure/numbering.json' with { type: 'json' };
import { appendText, type OpenProvision } from '../../structure/outline-builder.ts';
import type { Place } from '../../structure/provision.ts';
import type { Element } from '../xml.ts';
import { childOf, isHead, localName, pointElements, skippedElements, textOf, tidy, wordsOf } from './elements.ts';
import { groupKinds } from './groups.ts';
import { numberOf, type UnitKind, unitKinds } from './numbers.ts';
import { isLeaf, quotationMark } from './quoted.ts';

/** How the provisions that an amending provision inserts are named and placed. */
export interface QuotedNames {
  /** The label of the amending provision: `sec. 2(1)`. */
  readonly by: string;
  readonly placeOf: (element: Element) => Place;
}

/**
 * The provisions that an amending provision puts into another law, named after both: `sec. 2(1), inserting sec. 12B(1)`. Words
 * outside them have the label of the amending provision.
 * @returns undefined if the quoted words have no numbers
 */
export function quotedProvisions(element: Element, names: QuotedNames): OpenProvision[] | undefined {
  const reader = new QuotedReader(names);
  for (const child of element.children) reader.read(child, undefined);
  const { roots, words } = reader;
  if (roots.every(({ kind }) => kind === 'closing')) return undefined;
  const { startQuote = '', endQuote = '' } = element.attributes;
  const [first, last] = [words[0], words.at(-1)];
  if (first && !quotationMark.test(first.get())) first.set(startQuote + first.get());
  if (last && !/["'”“»’]$/.test(last.get())) last.set(last.get() + endQuote);
  return roots;
}

/** A number, heading or text, to which a quotation mark may be added. */
interface Words {
  readonly get: () => string;
  readonly set: (text: string) => void;
}

class QuotedReader {
  readonly roots: OpenProvision[] = [];
  readonly words: Words[] = [];
  readonly #names: QuotedNames;

  constructor(names: QuotedNames) {
    this.#names = names;
  }

  read(element: Element, parent: OpenProvision | undefined): void {
    const name = localName(element);
    if (skippedElements.has(name)) return;
    const number = isHead(element) || !childOf(element, 'num') ? '' : numberOf(element);
    const label = number === '' ? undefined : this.#labelOf(name, number, parent);
    if (label !== undefined) this.#open(element, label, parent);
    else if (isHead(element) || isLeaf(element)) this.#addText(tidy(textOf(element)), element, parent);
    else for (const child of element.children) this.read(child, parent);
  }

  #labelOf(name: string, number: string, parent: OpenProvision | undefined): string | undefined {
    const inserting = `${this.#names.by}, inserting `;
    const unit = unitKinds.find((kind) => kind === name);
    if (unit !== undefined && (unit !== 'clause' || parent === undefined)) return `${inserting}${unitWord(unit)} ${number}`;
    if (pointElements.has(name)) return parent && !isGroup(parent) ? `${parent.label}(${number})` : `${inserting}(${number})`;
    const group = groupKinds.get(name);
    return group && `${inserting}${numbering.groups[group].label} ${number}`;
  }

  #open(element: Element, label: string, parent: OpenProvision | undefined): void {
    const printed = wordsOf(childOf(element, 'num'));
    const isPoint = label.endsWith(')');
    const heading = wordsOf(childOf(element, 'heading'));
    const node: OpenProvision = {
      kind: groupKinds.has(localName(element)) && !isPoint && !/inserting (?:sec|art)\./.test(label) ? 'group' : 'point',
      label,
      marker: isPoint && /^[\p{L}\d]+$/u.test(printed) ? `(${printed})` : printed,
      ...(heading && { heading }),
      text: '',
      place: this.#names.placeOf(element),
      children: [],
    };
    this.#note(
      () => node.marker ?? '',
      (text) => {
        node.marker = text;
      },
    );
    (parent?.children ?? this.roots).push(node);
    for (const child of element.children) if (!isHead(child) || localName(child) === 'subheading') this.read(child, node);
  }

  #addText(text: string, element: Element, parent: OpenProvision | undefined): void {
    if (text === '') return;
    const place = this.#names.placeOf(element);
    let node = parent;
    if (node === undefined || node.children.length > 0) {
      const siblings = node?.children ?? this.roots;
      const label = node?.label ?? this.#names.by;
      const last = siblings.at(-1);
      node = last?.kind === 'closing' ? last : { kind: 'closing', label, text: '', place, children: [] };
      if (node !== last) siblings.push(node);
    }
    const own = node;
    appendText(own, text, place);
    this.#note(
      () => own.text,
      (words) => {
        own.text = words;
      },
    );
  }

  #note(get: Words['get'], set: Words['set']): void {
    this.words.push({ get, set });
  }
}

function unitWord(kind: UnitKind): string {
  return numbering.units[kind].label;
}

function isGroup({ kind }: OpenProvision): boolean {
  return kind === 'group';
}
