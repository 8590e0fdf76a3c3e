import { phrase } from '../../messages/phrases.ts';
import { answerCell } from './answer-columns.ts';
import { columnKeys, factIds, idKeys } from './layout.ts';
import { looks } from './looks.ts';
import type { Parts } from './parts.ts';
import { type BuiltTable, buildTable, titleRow } from './table.ts';

type FactId = (typeof factIds)[number];

/** The sheet with what is known of the draft and of the reviewer. */
export function factsSheet(parts: Parts): BuiltTable {
  const { prepared, names, rightToLeft } = parts;
  return buildTable<FactId>({
    name: names.facts,
    columns: [
      { key: idKeys.fact, heading: '', width: 10, hidden: true, cell: (id) => ({ value: id }) },
      {
        heading: phrase('workbook', 'fact'),
        width: 34,
        cell: (id) => ({ value: phrase('workbook', `fact-${id}`), style: looks.strongText }),
      },
      { key: columnKeys.value, heading: phrase('workbook', 'value'), width: 80, cell: (id) => answerCell(factOf(parts, id)) },
    ],
    entries: factIds,
    above: [titleRow(phrase('workbook', 'facts'), 1)],
    frozenColumns: 0,
    tab: '7f7f7f',
    rightToLeft,
    print: { pagesWide: 1, footer: prepared.rubric.notice },
  });
}

function factOf({ assessment }: Parts, id: FactId): string | undefined {
  const [section, key] = id.split('.') as [keyof Pick<typeof assessment, 'draft' | 'reviewer'>, string];
  return (assessment[section] as Readonly<Record<string, string | undefined>>)[key];
}
