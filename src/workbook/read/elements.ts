import { Parser } from 'htmlparser2';
import { CompassError } from '../../source/problem.ts';

/** Attributes of an element, with their prefixes. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** What to do with the parts of an XML file, in their order. Names of elements have no prefix. */
export interface ElementHandler {
  readonly open: (element: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (element: string) => void;
}

/** Far deeper than any workbook. */
const maxDepth = 400;
/** Of one part. A workbook with the answers of one reviewer has 30,000 in its largest. */
const maxElements = 2_000_000;

/**
 * Reads XML without building a tree. Entity declarations are refused: they allow entity expansion attacks, and external entities that
 * read files or addresses.
 * @param name of the file, in messages
 * @throws CompassError if the file has a document type, nests too deep, or is cut off
 */
export function eachElement(text: string, name: string, { open, text: addText, close }: ElementHandler): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw CompassError.of('workbook-entities', name);
  let depth = 0;
  let elements = 0;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        depth += 1;
        elements += 1;
        if (depth > maxDepth || elements > maxElements) throw CompassError.of('workbook-too-complex', name);
        open(localName(tag), attributes);
      },
      ontext(data) {
        addText?.(data);
      },
      onclosetag(tag, implied) {
        depth -= 1;
        // The parser closes open elements at the end of the input, where a file was cut off.
        if (implied && !/\/>$/.test(text.slice(parser.startIndex, parser.endIndex + 1))) {
          throw CompassError.of('workbook-unreadable', name);
        }
        close?.(localName(tag));
      },
    },
    { xmlMode: true },
  );
  parser.write(text);
  parser.end();
  if (elements === 0) throw CompassError.of('workbook-unreadable', name);
}

function localName(tag: string): string {
  const at = tag.indexOf(':');
  return at === -1 ? tag : tag.slice(at + 1);
}

/** The value of an attribute in a namespace, whatever prefix the file gives it. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  for (const key in attributes) {
    if (key.endsWith(name) && (key.length === name.length || key.charCodeAt(key.length - name.length - 1) === colon))
      return attributes[key];
  }
  return undefined;
}

const colon = 58;
