import type { OutlineEntry, OutlineResult } from '../../../core/evidence.ts';
import { lineUnitOf } from '../../../core/reading.ts';
import { phrase } from '../../../messages/phrases.ts';
import { activeLanguage } from '../../../text/language.ts';
import type { Detail, Document } from '../../document/blocks.ts';
import { heading, paragraph, strong, type Text, toned } from '../../document/build.ts';
import { left, right, tableOf } from '../../document/table.ts';
import { placeWords } from '../../words/evidence.ts';

/** All that the document of `compass evidence outline` is made from. */
export interface OutlineInput {
  readonly result: OutlineResult;
}

/** The maximum number of characters of a heading or a text. A terminal cuts them to its width. */
const shown = { brief: { heading: 240, text: 240 }, full: { heading: 400, text: 160 } };

/** Deeper provisions are indented no further. */
const deepest = 6;

interface Row {
  readonly depth: number;
  readonly entry: OutlineEntry;
}

/** The tree of provisions as it was read: a row for each. */
export function outlineDocument({ result }: OutlineInput, detail: Detail): Document {
  const rows = rowsOf(result.provisions);
  const title = phrase('report', 'outline-title', { draft: result.draft });
  const isFull = detail === 'full';
  const unit = lineUnitOf(result.reading);
  const columns = [
    left<Row>(isFull ? phrase('report', 'outline-provision') : '', 86, ({ entry }) => provisionText(entry, detail), {
      beginning: true,
    }),
    right<Row>(
      isFull ? phrase('report', `outline-place-${result.reading.pages === null ? unit : 'page'}`) : '',
      14,
      ({ entry: { line, page } }) => {
        const place = placeWords({ foundAt: [], line: null, ...(page !== undefined && { page }) }, unit);
        return toned(place || String(line ?? ''), 'dim');
      },
    ),
  ];
  const depths = rows.map(({ depth }) => Math.min(depth, deepest));
  const head = [heading(1, title), paragraph(phrase('report', 'outline-about', { n: rows.length }), 'about')];
  const tree = { ...tableOf(title, columns, rows), depths };
  return { title, language: activeLanguage(), scale: [], notice: '', blocks: isFull ? [...head, tree] : [tree] };
}

function rowsOf(entries: readonly OutlineEntry[]): Row[] {
  const rows: Row[] = [];
  // Rows are pushed one by one: a draft may have more provisions than a call may have arguments.
  const add = (list: readonly OutlineEntry[], depth: number): void => {
    for (const entry of list) {
      rows.push({ depth, entry });
      add(entry.children, depth + 1);
    }
  };
  add(entries, 0);
  return rows;
}

function provisionText({ label, heading: title, text }: OutlineEntry, detail: Detail): Text {
  const words = title ? beginning(title, shown[detail].heading) : beginning(text, shown[detail].text);
  if (detail === 'full' && !title && label !== '') return [strong(label), `  ${words}`];
  const named = [label, words].filter(Boolean).join('  ');
  return title ? strong(named) : named;
}

function beginning(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(' ', most);
  return `${text.slice(0, end > 0 ? end : most)} …`;
}
