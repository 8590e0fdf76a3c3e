import type { KeptPart } from '../../../filled/collect.ts';
import type { FilledCell } from '../../../filled/field.ts';
import { loose } from '../../../text/loose.ts';
import { cutText, firstPiece, numberedKey, settingIds, workbookFormat } from '../layout.ts';
import { dropdownWords, typedWords } from '../lists.ts';
import { cellWord } from '../words.ts';
import { type OwnContent, ownContent } from './own.ts';
import type { SheetEntry } from './sheet.ts';

/** What the hidden sheet of a workbook says. */
export interface Settings {
  /** `lost` if the sheet is gone, or what it says of itself. */
  readonly format: 'known' | 'lost' | 'other';
  /** The rubric that the workbook was made from. */
  readonly rubric: readonly FilledCell[];
  readonly kept: readonly KeptPart[];
  /** The value of an answers file that a word in a dropdown stands for; the word itself if it is none of them. */
  readonly valueOf: (column: string, word: string) => string;
  /** The value that a typed answer stands for, by the same rule as the formulas have; undefined if it is none. */
  readonly answerOf: (column: 'present' | 'status', text: string) => string | undefined;
  /** The whole text of a cell that was too short for it, wherever that cell was moved; the text itself if the cell holds all. */
  readonly wholeText: (text: string, section: string, id: string, key: string) => string;
  /** What compass wrote into the other sheets; undefined if the sheet does not say it. */
  readonly own: OwnContent | undefined;
}

/** @param entries of the hidden sheet; none if it is gone */
export function readSettings(entries: readonly SheetEntry[]): Settings {
  const of = (id: string): SheetEntry[] => entries.filter((entry) => entry.id === id);
  const shown = wordsOf(of(settingIds.word));
  const words = new Map(shown.map(([column, word, text]) => [`${column} ${loose(text)}`, word]));
  const long = of(settingIds.long).map((entry) => ({
    path: pathText(value(entry, 1), value(entry, 2), value(entry, 3)),
    text: pieces(entry),
  }));
  const [rubric] = of(settingIds.rubric);
  const fact = (id: 'id' | 'version', number: number): FilledCell[] =>
    rubric === undefined || value(rubric, number) === ''
      ? []
      : [{ key: { section: 'rubric', id, part: 'value' }, value: value(rubric, number), place: {} }];
  return {
    format: formatOf(of(settingIds.format).map((entry) => value(entry, 1))),
    rubric: [...fact('id', 1), ...fact('version', 2)],
    kept: of(settingIds.kept).flatMap(keptPart),
    valueOf: (column, word) => words.get(`${column} ${loose(word)}`) ?? word,
    answerOf: (column, text) => answerIn(shown, column, cellWord(text)),
    wholeText: (text, section, id, key) => {
      const found = long.filter((each) => cutText(each.text) === text);
      return (found.find(({ path }) => path === pathText(section, id, key)) ?? found[0])?.text ?? text;
    },
    own: ownOf(of(settingIds.column), of(settingIds.texts)),
  };
}

function formatOf([format]: readonly string[]): Settings['format'] {
  if (format === undefined || format === '') return 'lost';
  return format === workbookFormat ? 'known' : 'other';
}

/** Without words of its own, a workbook has those of the language in use. */
function wordsOf(entries: readonly SheetEntry[]): readonly ShownWord[] {
  const own = entries.map((entry): ShownWord => [value(entry, 1), value(entry, 2), value(entry, 3)]);
  const usual = Object.entries(dropdownWords()).flatMap(([key, words]) =>
    words.map((word): ShownWord => [key, word.value, word.shown]),
  );
  return own.length > 0 ? own : usual;
}

type ShownWord = readonly [column: string, value: string, shown: string];

function answerIn(words: readonly ShownWord[], column: 'present' | 'status', typed: string): string | undefined {
  const [, own] = words.find(([key, , shown]) => key === column && cellWord(shown) === typed) ?? [];
  return own ?? dropdownWords()[column].find(({ value: each }) => typedWords(column, each).includes(typed))?.value;
}

function ownOf(columns: readonly SheetEntry[], texts: readonly SheetEntry[]): OwnContent | undefined {
  if (columns.length === 0 || texts.length === 0) return undefined;
  return ownContent(
    columns.map((entry) => ({ idKey: value(entry, 1), key: value(entry, 2), heading: value(entry, 3) })),
    texts.flatMap((entry) => pieces(entry).split(' ')),
  );
}

function pathText(section: string, id: string, key: string): string {
  return JSON.stringify([section, id, key]);
}

/** A value that somebody has damaged is no part of the answers: it was never shown, so nobody meant to change it. */
function keptPart(entry: SheetEntry): KeptPart[] {
  try {
    const data = JSON.parse(pieces(entry));
    const part = { section: value(entry, 1), id: value(entry, 2), key: value(entry, 3) };
    return [part.key.startsWith('evidence.') ? { ...part, of: { ...data.of }, value: data.value } : { ...part, value: data }];
  } catch {
    return [];
  }
}

function value({ cells }: SheetEntry, number: number): string {
  return cells.get(numberedKey('value', number))?.text ?? '';
}

function pieces(entry: SheetEntry): string {
  let text = '';
  for (let number = firstPiece; entry.cells.has(numberedKey('value', number)); number++) text += value(entry, number);
  return text;
}
