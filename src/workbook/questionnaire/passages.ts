import type { Hit } from '../../core/evidence.ts';
import { phrase } from '../../messages/phrases.ts';
import type { Sheet } from '../sheets.ts';
import { looks } from './looks.ts';
import type { Parts } from './parts.ts';
import { buildTable, titleRow } from './table.ts';

/** A passage of the draft, with the question or red flag that it may be about. */
interface Passage {
  readonly id: string;
  readonly text: string;
  readonly hit: Hit;
}

/** As many as a reader looks through for one question. */
const mostPassages = 4;

/** The sheet with what a search of the draft finds. */
export function passagesSheet(parts: Parts, passages: NonNullable<Parts['passages']>): Sheet {
  const { prepared, names, rightToLeft } = parts;
  const { features, flags } = prepared.rubric;
  const asked = [...features.flatMap(({ questions }) => questions), ...flags];
  return buildTable<Passage>({
    name: names.passages,
    columns: [
      { heading: phrase('workbook', 'id'), width: 30, cell: ({ id }) => ({ value: id, style: looks.id }) },
      { heading: phrase('workbook', 'question'), width: 40, cell: ({ text }) => ({ value: text, style: looks.text }) },
      { heading: phrase('workbook', 'provision'), width: 16, cell: ({ hit }) => ({ value: hit.label, style: looks.strongText }) },
      { heading: phrase('workbook', 'passage'), width: 90, cell: ({ hit }) => ({ value: hit.passage, style: looks.text }) },
    ],
    entries: asked.flatMap(({ id, text }) => (passages[id] ?? []).slice(0, mostPassages).map((hit) => ({ id, text, hit }))),
    above: [
      titleRow(phrase('workbook', 'passages'), 0),
      { cells: [{ value: phrase('workbook', 'passages-about'), style: looks.note }] },
    ],
    frozenColumns: 0,
    tab: '7f7f7f',
    rightToLeft,
    print: { pagesWide: 1, footer: prepared.rubric.notice },
  }).sheet;
}
