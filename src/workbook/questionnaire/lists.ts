import type { Rubric } from '../../core/rubric.ts';
import { phrase } from '../../messages/phrases.ts';
import { noWords, yesWords } from '../../text/yes-no.ts';
import { columnLetters, quotedSheet } from '../address.ts';
import type { Cell, Sheet } from '../sheets.ts';
import { levelChoice, tickChoices } from './layout.ts';
import { cellWord } from './words.ts';

/** A word in a dropdown, and what it stands for in an answers file. */
export interface Word {
  readonly value: string;
  readonly shown: string;
}

/** The words of the dropdowns, by the key of their column. */
export function dropdownWords(): Readonly<Record<'confidence' | 'status' | 'present' | 'kind', readonly Word[]>> {
  return {
    confidence: (['low', 'medium', 'high'] as const).map((value) => ({ value, shown: phrase('report', `confidence-${value}`) })),
    status: (['addressed', 'partly', 'missing'] as const).map((value) => ({ value, shown: phrase('report', `status-${value}`) })),
    present: (['yes', 'no'] as const).map((value) => ({ value, shown: phrase('workbook', value) })),
    kind: (['question', 'guiding', 'flag'] as const).map((value) => ({ value, shown: phrase('workbook', `kind-${value}`) })),
  };
}

/** Where formulas and dropdowns find lists. Ranges are with their sheet: `'compass lists'!$A$2:$A$5`. */
export interface Lists {
  readonly sheet: Sheet;
  /** The levels of a question as they are chosen, and their full texts. */
  readonly levels: (question: string) => { readonly choices: string; readonly texts: string };
  readonly words: Readonly<Record<'confidence' | 'status' | 'present' | 'kind' | 'tick', string>>;
  /** What each answer may be typed as, see `typedWords`. */
  readonly typed: Readonly<Record<'present' | 'status', readonly { readonly value: string; readonly range: string }[]>>;
  /** What a ticked mark may be typed as. */
  readonly seen: string;
  /** All that can be in the cell of a mark. */
  readonly ticks: string;
  /** The ids of all entries that may have evidence. */
  readonly ids: string;
  /** The scores from which bands begin, lowest first, and the titles of the bands. */
  readonly bands: { readonly from: string; readonly titles: string };
}

/** What the answer to a red flag or to a guiding question may be typed as, by its value: one of the list, or what the file has for it. */
export function typedWords(column: 'present' | 'status', value: string): string[] {
  const shown = dropdownWords()[column].filter((word) => word.value === value);
  const others = column === 'status' ? [value] : value === 'yes' ? yesWords : noWords;
  return [...new Set([...shown.map((word) => cellWord(word.shown)), ...others])];
}

/** The hidden sheet with what dropdowns offer and formulas look up. */
export function listsOf(rubric: Rubric, name: string): Lists {
  const columns: Cell[][] = [];
  const add = (values: readonly (string | number)[]): string => {
    columns.push(values.map((value) => ({ value })));
    return rangeOf(name, columns.length, 1, Math.max(1, values.length));
  };
  const questions = rubric.features.flatMap((feature) => feature.questions);
  const first = new Map<string, readonly [first: number, last: number]>();
  let next = 1;
  for (const { id, levels } of questions) {
    first.set(id, [next, next + levels.length - 1]);
    next += levels.length;
  }
  add(questions.flatMap(({ levels }) => levels.map((text, level) => levelChoice(level, text))));
  add(questions.flatMap(({ levels }) => levels));
  const words = dropdownWords();
  const list = (key: keyof typeof words): string => add(words[key].map(({ shown }) => shown));
  const typed = (column: 'present' | 'status') =>
    words[column].map(({ value }) => ({ value, range: add(typedWords(column, value)) }));
  const guiding = rubric.steps.flatMap((step) => step.questions);
  const ids = [...questions, ...guiding, ...rubric.flags].map(({ id }) => id);
  const bands = rubric.bands.toReversed();
  const lists = {
    words: {
      confidence: list('confidence'),
      status: list('status'),
      present: list('present'),
      kind: list('kind'),
      tick: add(Object.values(tickChoices)),
    },
    typed: { present: typed('present'), status: typed('status') },
    seen: add(yesWords),
    ticks: add([...yesWords, ...noWords]),
    ids: add(ids),
    bands: { from: add(bands.map(({ from }) => from)), titles: add(bands.map(({ title }) => title)) },
  };
  return {
    ...lists,
    sheet: { name, columns: columns.map(() => ({ width: 20 })), rows: rowsOf(columns), hidden: true, locked: true },
    levels: (question) => {
      const [from, to] = first.get(question) ?? [1, 1];
      return { choices: rangeOf(name, 1, from, to), texts: rangeOf(name, 2, from, to) };
    },
  };
}

function rangeOf(sheet: string, column: number, first: number, last: number): string {
  const letters = columnLetters(column);
  return `${quotedSheet(sheet)}!$${letters}$${first}:$${letters}$${last}`;
}

function rowsOf(columns: readonly (readonly Cell[])[]): Sheet['rows'] {
  const length = Math.max(...columns.map((column) => column.length));
  return Array.from({ length }, (_, row) => ({ cells: columns.map((column) => column[row]) }));
}
