import { Parser } from 'htmlparser2';
import { CompassError } from '../../source/problem.ts';

/** An element of an XML file. */
export interface Element {
  /** With its prefix: `w:p`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  /** The characters directly in it. For mixed content use `pieces`. */
  text: string;
  /** Characters and elements in their order. */
  readonly pieces: (string | Element)[];
  /** Of its start tag in the source. */
  readonly offset: number;
}

/** No law nests its provisions this deep. */
const maxDepth = 400;

/**
 * The tree of an XML file. Entities that the file itself declares are refused, so that none can unfold to gigabytes or name a
 * file or an address to be read.
 * @returns an element without a name that holds the root
 * @throws CompassError where it declares entities, nests too deep or does not end
 */
export function parseXml(text: string, name: string): Element {
  if (/<!ENTITY/i.test(text)) throw CompassError.of('xml-entities', name);
  const top: Element = { name: '', attributes: {}, children: [], text: '', pieces: [], offset: 0 };
  const open: Element[] = [top];
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const element: Element = { name: tag, attributes, children: [], text: '', pieces: [], offset: parser.startIndex };
        const parent = open.at(-1) as Element;
        parent.children.push(element);
        parent.pieces.push(element);
        open.push(element);
        if (open.length > maxDepth) throw CompassError.of('too-deep', name);
      },
      ontext(data) {
        const parent = open.at(-1) as Element;
        parent.text += data;
        parent.pieces.push(data);
      },
      onclosetag(tag, implied) {
        // In XML every element is closed by name; a file that was cut off is not read as if it were whole.
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
