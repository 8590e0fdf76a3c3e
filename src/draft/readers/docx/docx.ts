import { strFromU8, unzipSync } from 'fflate';
import { CompassError } from '../../../source/problem.ts';
import type { Block } from '../../block.ts';
import { type Element, parseXml } from '../xml.ts';
import { numberingOf } from './numbering.ts';
import { readStyles } from './styles.ts';

/** What the parts that are read may unpack to, together. A law of 500 pages takes 20 MB. */
const maxUnpacked = 64 * 1024 * 1024;
const wanted = new Set(['word/document.xml', 'word/numbering.xml', 'word/styles.xml']);

/**
 * A Word document (Office Open XML): paragraphs in their order, tables cell by cell, with the numbers that Word shows before
 * them. Words deleted under tracked changes are left out, inserted ones are in.
 * @throws CompassError where it is no such file, is encrypted, or unpacks to more than 64 MB
 */
export function readDocx(bytes: Uint8Array, name: string): Block[] {
  const parts = unpack(bytes, name);
  const main = parts['word/document.xml'];
  if (!main) throw CompassError.of('docx-unreadable', name);
  const styles = readStyles(parseXml(parts['word/styles.xml'] ?? '<w:styles/>', name));
  const nextNumber = numberingOf(parseXml(parts['word/numbering.xml'] ?? '<w:numbering/>', name));
  const blocks: Block[] = [];
  let paragraph = 0;
  for (const element of paragraphsOf(parseXml(main, name))) {
    paragraph += 1;
    const properties = element.children.find(({ name: child }) => child === 'w:pPr');
    const style = styles.of(properties?.children.find(({ name: child }) => child === 'w:pStyle')?.attributes['w:val']);
    const number = nextNumber(properties, style);
    const words = wordsOf(element)
      .replace(/[^\S\u00a0\n]+/g, ' ')
      .trim();
    if (words === '') continue;
    const heading = style.heading || properties?.children.some(({ name: child }) => child === 'w:outlineLvl') === true;
    blocks.push({
      text: [number, words].filter(Boolean).join(' '),
      place: { line: paragraph },
      ...(heading && { heading: true }),
    });
  }
  return blocks;
}

function unpack(bytes: Uint8Array, name: string): Record<string, string> {
  // What Word encrypts is not a zip archive but an OLE container.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw CompassError.of('docx-encrypted', name);
  let size = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: (file) => {
        if (!wanted.has(file.name)) return false;
        size += file.originalSize;
        if (size > maxUnpacked) throw CompassError.of('unpacks-too-large', name, { limit: '64 MB' });
        return true;
      },
    });
    return Object.fromEntries(Object.entries(parts).map(([part, data]) => [part, strFromU8(data)]));
  } catch (error) {
    throw error instanceof CompassError ? error : CompassError.of('docx-unreadable', name);
  }
}

function* paragraphsOf(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (child.name === 'w:p') {
      yield child;
      // A text box stands in a paragraph and has paragraphs of its own.
      yield* paragraphsOf(child);
    } else if (child.name !== 'mc:Fallback' && child.name !== 'w:del') yield* paragraphsOf(child);
  }
}

/** The words of a paragraph as the page shows them when all changes are accepted. */
function wordsOf(element: Element): string {
  let words = '';
  for (const child of element.children) {
    switch (child.name) {
      case 'w:t':
        words += child.text.replace(/[\r\n]/g, ' ');
        break;
      case 'w:tab':
      case 'w:ptab':
        words += ' ';
        break;
      case 'w:br':
      case 'w:cr':
        words += '\n';
        break;
      case 'w:noBreakHyphen':
        words += '\u2011';
        break;
      case 'w:softHyphen':
        words += '\u00ad';
        break;
      // Deleted words, field codes, notes, and paragraphs of their own.
      case 'w:del':
      case 'w:moveFrom':
      case 'w:instrText':
      case 'w:pPr':
      case 'w:rPr':
      case 'mc:Fallback':
      case 'w:txbxContent':
        break;
      default:
        words += wordsOf(child);
    }
  }
  return words;
}
