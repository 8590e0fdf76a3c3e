import { Parser } from 'htmlparser2';
import { CompassError } from '../../source/problem.ts';

export interface Element {
  /** Including the prefix: `w:p`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Its own characters, without those of child elements. For mixed content use `pieces`. */
  text: string;
  /** Text and child elements in document order. */
  readonly pieces: readonly (string | Element)[];
  /** Offset of its start tag in the source. */
  readonly offset: number;
}

/** Far deeper than any law; protects the recursive readers from a stack overflow. */
const maxDepth = 400;
/** A law of 500 pages has 300,000 elements in a Word file. More than this would take too long to read. */
const maxElements = 1_000_000;

/** An element that is being read. */
interface OpenElement extends Element {
  children: Element[];
  pieces: (string | Element)[];
}

// Most elements have no child, or only text: they share these, which saves much memory.
const noChildren: Element[] = [];
const noPieces: (string | Element)[] = [];
const noAttributes = {};

/**
 * Parses XML into a tree. Entity declarations are refused: they allow entity expansion attacks ("billion laughs") and external
 * entities that read files or addresses.
 * @param rename gives each element and attribute the name under which it is read, such as one with the usual prefix
 * @returns an unnamed element that contains the root element
 * @throws CompassError if the file declares entities, nests too deep, has too many elements, is cut off or has no element
 */
export function parseXml(text: string, name: string, rename = (tag: string): string => tag): Element {
  if (/<!ENTITY/i.test(text)) throw CompassError.of('xml-entities', name);
  const top = openElement('', noAttributes, 0);
  const open: OpenElement[] = [top];
  let count = 0;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const element = openElement(rename(tag), renamed(attributes, rename), parser.startIndex);
        const parent = open.at(-1) as OpenElement;
        if (parent.children === noChildren) parent.children = [element];
        else parent.children.push(element);
        addPiece(parent, element);
        open.push(element);
        count += 1;
        if (open.length > maxDepth) throw CompassError.of('too-deep', name);
        if (count > maxElements) throw CompassError.of('too-many-elements', name, { most: String(maxElements) });
      },
      ontext(data) {
        const parent = open.at(-1) as OpenElement;
        parent.text += data;
        addPiece(parent, data);
      },
      onclosetag(tag, implied) {
        // The parser closes open elements at the end of the input. Refuse that: the file was cut off.
        if (implied && !/\/>$/.test(text.slice(parser.startIndex, parser.endIndex + 1))) {
          throw CompassError.of('xml-unclosed', name, { element: tag });
        }
        open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.write(text);
  parser.end();
  if (top.children.length === 0) throw CompassError.of('xml-unreadable', name);
  return top;
}

function openElement(name: string, attributes: Element['attributes'], offset: number): OpenElement {
  return { name, attributes, children: noChildren, text: '', pieces: noPieces, offset };
}

function addPiece(parent: OpenElement, piece: string | Element): void {
  if (parent.pieces === noPieces) parent.pieces = [piece];
  else parent.pieces.push(piece);
}

/** Attributes without a prefix are in no namespace: their names stay. */
function renamed(attributes: Record<string, string>, rename: (tag: string) => string): Record<string, string> {
  if (Object.keys(attributes).length === 0) return noAttributes;
  const names = Object.keys(attributes).filter((name) => name.includes(':'));
  if (names.every((name) => rename(name) === name)) return attributes;
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.includes(':') ? rename(name) : name, value]));
}

/**
 * A function that gives names the usual prefix of their namespace, whichever the document declares.
 * @param usual the usual prefix for the end of each namespace's address
 */
export function withUsualPrefixes(text: string, usual: Readonly<Record<string, string>>): ((tag: string) => string) | undefined {
  const prefixes = new Map<string, string>();
  for (const [, prefix = '', address = ''] of text.slice(0, 20_000).matchAll(/\sxmlns(?::([\w.-]+))?\s*=\s*["']([^"']+)["']/g)) {
    const known = Object.entries(usual).find(([end]) => address.endsWith(end))?.[1];
    if (known !== undefined && known !== prefix) prefixes.set(prefix, known);
  }
  if (prefixes.size === 0) return undefined;
  return (tag) => {
    const colon = tag.indexOf(':');
    const known = prefixes.get(tag.slice(0, Math.max(0, colon)));
    return known === undefined ? tag : `${known}:${tag.slice(colon + 1)}`;
  };
}
