import { strFromU8, unzipSync } from 'fflate';
import { CompassError } from '../../../source/problem.ts';
import type { Block, Read } from '../../block.ts';
import { type Element, parseXml } from '../xml.ts';
import { numberingOf } from './numbering.ts';
import { readStyles } from './styles.ts';

/** Bytes that the parts below may unpack to, together: a guard against zip bombs. A law of 500 pages takes 20 MB. */
const maxUnpacked = 64 * 1024 * 1024;
const neededParts = new Set(['word/document.xml', 'word/numbering.xml', 'word/styles.xml']);

/**
 * A Word document (Office Open XML) as blocks: paragraphs in document order, tables cell by cell, with their automatic numbers.
 * Tracked changes are read as accepted: deletions are left out, insertions are included.
 * @throws CompassError if it is not a Word file, is encrypted, or unpacks to more than 64 MB
 */
export function readDocx(bytes: Uint8Array, name: string): Read {
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
  return { blocks, warnings: [] };
}

function unpack(bytes: Uint8Array, name: string): Record<string, string> {
  // Word stores encrypted documents in an OLE container instead of a zip archive.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw CompassError.of('docx-encrypted', name);
  let size = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: (file) => {
        if (!neededParts.has(file.name)) return false;
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
      // A text box is part of a paragraph and contains paragraphs.
      yield* paragraphsOf(child);
    } else if (child.name !== 'mc:Fallback' && child.name !== 'w:del') yield* paragraphsOf(child);
  }
}

/** The text of a paragraph as printed once all tracked changes are accepted. */
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
      // Deleted text, field codes, properties, fallback drawings, and text boxes (read as paragraphs of their own).
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
