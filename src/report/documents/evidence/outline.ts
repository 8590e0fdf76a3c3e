import type { OutlineEntry, OutlineResult } from '../../../core/evidence.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Block, Cell, Detail, Document } from '../../document/blocks.ts';
import { paragraph, plain, strong } from '../../document/build.ts';
import { placeWords } from '../../words/phrases.ts';

/** All that the document of `compass evidence outline` is made from. */
export interface OutlineInput {
  readonly result: OutlineResult;
}

/** Characters of a heading or a text that are shown: its beginning, however long it is. A terminal cuts what it has no room for. */
const shown = { brief: { heading: 240, text: 240 }, full: { heading: 400, text: 160 } };

/** Deeper provisions are indented no further. */
const deepest = 6;

interface Row {
  readonly depth: number;
  readonly cells: readonly Cell[];
}

/** The tree of provisions as it was read: a row each. */
export function outlineDocument({ result }: OutlineInput, detail: Detail): Document {
  const rows = rowsOf(result.provisions, detail);
  const title = phrase('report', 'outline-title', { draft: result.draft });
  const isFull = detail === 'full';
  const tree: Block = {
    kind: 'table',
    about: title,
    columns: [
      { title: isFull ? phrase('report', 'outline-provision') : '', align: 'left', room: 86 },
      { title: isFull ? phrase('report', 'outline-place') : '', align: 'right', room: 14 },
    ],
    rows: rows.map(({ cells }) => cells),
    depths: rows.map(({ depth }) => Math.min(depth, deepest)),
  };
  const opening: Block[] = [
    { kind: 'heading', level: 1, text: title },
    paragraph(phrase('report', 'outline-about', { n: rows.length }), 'about'),
  ];
  // The draft's language is not known; the words of the document are English.
  return { title, language: 'en', scale: [], notice: '', blocks: isFull ? [...opening, tree] : [tree] };
}

function rowsOf(entries: readonly OutlineEntry[], detail: Detail): Row[] {
  const rows: Row[] = [];
  // Not spread into push: a draft may have more provisions than a call may have arguments.
  const add = (list: readonly OutlineEntry[], at: number): void => {
    for (const entry of list) {
      rows.push({ depth: at, cells: cellsOf(entry, detail) });
      add(entry.children, at + 1);
    }
  };
  add(entries, 0);
  return rows;
}

function cellsOf({ label, heading, text, line, page }: OutlineEntry, detail: Detail): Cell[] {
  const words = heading ? beginning(heading, shown[detail].heading) : beginning(text, shown[detail].text);
  const named = [label, words].filter(Boolean).join('  ');
  const place =
    placeWords({ foundAt: [], line: null, ...(page !== undefined && { page }) }) || (line === null ? '' : String(line));
  const isApart = detail === 'full' && !heading && label !== '';
  return [
    isApart ? [strong(label), plain(`  ${words}`)] : [heading ? strong(named) : plain(named)],
    place === '' ? [] : [{ text: place, tone: 'dim' }],
  ];
}

function beginning(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(' ', most);
  return `${text.slice(0, end > 0 ? end : most)} …`;
}
