import { Parser } from 'htmlparser2';
import { CompassError } from '../../source/problem.ts';

/** Attributes of an element; those without a prefix, and those with one, by their local name. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** What to do with the parts of an XML file, in their order. Names of elements have no prefix. */
export interface ElementHandler {
  readonly open: (element: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (element: string) => void;
}

/** Far deeper than any workbook. */
const maxDepth = 400;

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
        if (depth > maxDepth) throw CompassError.of('workbook-unreadable', name);
        open(localName(tag), localAttributes(attributes));
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
  return tag.slice(tag.indexOf(':') + 1);
}

function localAttributes(attributes: Record<string, string>): Attributes {
  for (const name in attributes) {
    const colon = name.indexOf(':');
    if (colon === -1) continue;
    const local = name.slice(colon + 1);
    // An attribute without a prefix is the element's own.
    if (!Object.hasOwn(attributes, local)) attributes[local] = attributes[name] as string;
  }
  return attributes;
}
