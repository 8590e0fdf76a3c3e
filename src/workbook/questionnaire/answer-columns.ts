import type { Evidence } from '../../core/answers.ts';
import { phrase } from '../../messages/phrases.ts';
import { type Cell, daysOfDate, type Style } from '../sheets.ts';
import { cutText, type EvidencePart, evidenceInRow, evidenceKey } from './layout.ts';
import { looks } from './looks.ts';
import type { TableColumn } from './table.ts';

/** A cell to fill in, with what the answers file has. */
export function answerCell(text: string | null | undefined, style: Style = looks.answer): Cell {
  return text === undefined || text === null ? { style } : { value: cutText(text), style };
}

/** A date to fill in. One that no spreadsheet counts stays as it is. */
export function dateCell(text: string | undefined): Cell {
  const days = text === undefined ? undefined : daysOfDate(text);
  return days === undefined ? answerCell(text) : { value: days, style: looks.date };
}

const widths: Readonly<Record<EvidencePart, number>> = { document: 18, at: 13, quote: 36, note: 18 };

/** The columns for the first pieces of evidence of an entry. */
export function evidenceColumns<Entry>(
  parts: readonly EvidencePart[],
  evidenceOf: (entry: Entry) => readonly Evidence[] | undefined,
): TableColumn<Entry>[] {
  return Array.from({ length: evidenceInRow }, (_, index) =>
    parts.map(
      (part): TableColumn<Entry> => ({
        key: evidenceKey(index + 1, part),
        heading: phrase('workbook', `evidence-${part}`, { n: index + 1 }),
        width: widths[part],
        cell: (entry) => answerCell(evidenceOf(entry)?.[index]?.[part]),
      }),
    ),
  ).flat();
}
