import { listed } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import type { Rule } from '../sheets.ts';
import { columnKeys } from './layout.ts';
import { dropdownWords } from './lists.ts';
import { looks, warning } from './looks.ts';
import type { Parts } from './parts.ts';
import { textOf } from './sentences.ts';
import { firstCellOf, type RangeOf, type TableColumn } from './table.ts';
import { isFilledFormula, isOneOfFormula } from './words.ts';

type ChoiceKey = 'present' | 'status';

/** The number of an answer in the column `choice`: its place in the list. */
export function choiceNumber(key: ChoiceKey, value: string): number {
  return dropdownWords()[key].findIndex((word) => word.value === value);
}

/**
 * The hidden column `choice`, which the scores are made from: the place of the answer in its list, -1 if there is none, -2 for a word that
 * the import refuses too.
 */
export function choiceColumn<Entry>(
  key: ChoiceKey,
  { lists }: Parts,
  answerOf: (entry: Entry) => string | undefined,
): TableColumn<Entry> {
  return {
    name: 'choice',
    heading: '',
    width: 8,
    hidden: true,
    cell: (entry, at) => {
      const cell = at(columnKeys[key]);
      const place = lists.typed[key].reduceRight(
        (rest, { range }, index) => `IF(${isOneOfFormula(cell, range)},${index},${rest})`,
        '-2',
      );
      return { formula: `IF(${isFilledFormula(cell)},${place},-1)`, value: choiceNumber(key, answerOf(entry) ?? '') };
    },
  };
}

/** The column that says which word is none of the list. */
export function choiceCheckColumn<Entry>(key: ChoiceKey): TableColumn<Entry> {
  const words = textOf(phrase('workbook', 'check-choice', { choices: listed(dropdownWords()[key].map(({ shown }) => shown)) }));
  return {
    name: 'check',
    heading: phrase('workbook', 'check'),
    width: 18,
    cell: (_, at) => ({ formula: `IF(${at('choice')}=-2,${words},"")`, value: '', style: looks.check }),
  };
}

/** Colours a word that is none of the list, with what is said of it. */
export function choiceRules(key: ChoiceKey, range: RangeOf): Rule[] {
  return [range('check'), range(columnKeys[key])].map((cells) => ({
    cells: cells.replaceAll('$', ''),
    formula: `LEN(${firstCellOf(range('check'))})>0`,
    style: warning,
  }));
}
