import type { FlagAnswer } from '../../core/answers.ts';
import type { Flag } from '../../core/rubric.ts';
import { phrase } from '../../messages/phrases.ts';
import { answerCell, evidenceColumns } from './answer-columns.ts';
import { choiceCheckColumn, choiceColumn, choiceNumber, choiceRules } from './choice-columns.ts';
import { guidancePlace } from './guidance.ts';
import { columnKeys, idKeys } from './layout.ts';
import { dropdownWords } from './lists.ts';
import { looks, warning } from './looks.ts';
import type { Parts } from './parts.ts';
import { type BuiltTable, buildTable, firstCellOf, type TableColumn, titleRow } from './table.ts';

/** A red flag with its answer. */
interface FlagEntry {
  readonly flag: Flag;
  readonly answer: FlagAnswer | undefined;
}

/** The sheet of red flags. Its ranges `severity`, `deduct` and `choice` are for the formulas of the score. */
export function flagsSheet(parts: Parts): BuiltTable {
  const { prepared, assessment, names, rightToLeft } = parts;
  return buildTable<FlagEntry>({
    name: names.flags,
    columns: flagColumns(parts),
    entries: prepared.rubric.flags.map((flag) => ({ flag, answer: assessment.flags.get(flag.id) })),
    above: [
      titleRow(phrase('workbook', 'flags'), 3),
      { cells: [undefined, undefined, undefined, { value: phrase('workbook', 'flags-about'), style: looks.note }] },
    ],
    frozenColumns: 5,
    rules: (range) => [
      {
        cells: range(columnKeys.present).replaceAll('$', ''),
        formula: `${firstCellOf(range('choice'))}=${choiceNumber('present', 'yes')}`,
        style: warning,
      },
      ...choiceRules('present', range),
    ],
    tab: 'c00000',
    rightToLeft,
    print: { pagesWide: 3, footer: prepared.rubric.notice, repeatedColumns: [4, 5] },
  });
}

function flagColumns(parts: Parts): TableColumn<FlagEntry>[] {
  const shown = dropdownWords().present;
  const answerOf = ({ answer }: FlagEntry): string | undefined => {
    const present = answer?.present;
    return present === null || present === undefined ? undefined : present ? 'yes' : 'no';
  };
  return [
    { key: idKeys.flag, heading: '', width: 10, hidden: true, cell: ({ flag }) => ({ value: flag.id }) },
    { name: 'severity', heading: '', width: 10, hidden: true, cell: ({ flag }) => ({ value: flag.severity }) },
    {
      name: 'deduct',
      heading: '',
      width: 10,
      hidden: true,
      // A formula: any number that is none may be somebody's note.
      cell: ({ flag }) => ({ formula: String(flag.deduct), value: flag.deduct }),
    },
    {
      heading: phrase('workbook', 'id'),
      width: 18,
      cell: ({ flag }) => ({ value: flag.id, style: looks.link }),
      link: ({ flag }) => guidancePlace(parts, flag.id),
    },
    { heading: phrase('workbook', 'flag'), width: 46, cell: ({ flag }) => ({ value: flag.text, style: looks.strongText }) },
    {
      heading: phrase('workbook', 'severity'),
      width: 10,
      cell: ({ flag }) => ({ value: phrase('report', `severity-${flag.severity}`), style: looks.text }),
    },
    {
      key: columnKeys.present,
      heading: phrase('workbook', 'present'),
      width: 10,
      cell: (entry) => answerCell(shown.find(({ value }) => value === answerOf(entry))?.shown, looks.choice),
      choices: ({ flag }) => ({
        list: parts.lists.words.present,
        prompt: { title: phrase('workbook', 'present'), text: flag.help },
      }),
    },
    choiceCheckColumn('present'),
    {
      key: columnKeys.rationale,
      heading: phrase('workbook', 'rationale'),
      width: 48,
      cell: ({ answer }) => answerCell(answer?.rationale),
    },
    ...evidenceColumns<FlagEntry>(['at', 'quote', 'note'], ({ answer }) => answer?.evidence),
    {
      key: columnKeys.review,
      heading: phrase('workbook', 'review'),
      width: 22,
      cell: ({ answer }) => answerCell(answer?.review),
    },
    choiceColumn('present', parts, answerOf),
  ];
}
