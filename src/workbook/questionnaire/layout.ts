import { noWords, yesWords } from '../../text/yes-no.ts';
import { cellWord } from './words.ts';

/**
 * How a questionnaire lies in a workbook: what `compass form` writes and what `compass import` reads.
 *
 * A sheet with answers says itself what it holds, so that it can be read after somebody has renamed or moved it, sorted its rows, moved
 * its columns or translated its headings:
 *
 * - One row has keys, `compass:level`, one above each column that has data. It is the first row, and hidden.
 * - One column has ids, in full, one before each entry. Its key says what they are the ids of (`idKeys`). It is hidden too, has nothing
 *   but ids, and a row without one is no entry.
 * - The hidden sheet whose id column has the key `compass:setting` says which rubric it was made with, and what has no cell.
 */

/** The version of this layout; the value of the setting `format`. */
export const workbookFormat = 'compass-workbook/1';

/** How the text of every key begins. */
export const keyPrefix = 'compass:';

/** The text of the cell above a column. */
export function keyCell(key: string): string {
  return `${keyPrefix}${key}`;
}

/** @returns the key that a cell has; undefined if it has none */
export function keyIn(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed.startsWith(keyPrefix) ? trimmed.slice(keyPrefix.length) : undefined;
}

/** The keys of columns with ids, and what they are the ids of. */
export const idKeys = {
  /** A scored question: `value-chain.end-use`. */
  question: 'question',
  /** A guiding question: `scoping.problem`. */
  guiding: 'guiding',
  /** A red flag: `encryption`. */
  flag: 'flag',
  /** A feature: `value-chain`. Its only answer is `columnKeys.notApplicable`. */
  feature: 'feature',
  /** A fact about the draft or the reviewer (`factIds`). Its answer is `columnKeys.value`. */
  fact: 'fact',
  /** A setting of the hidden sheet (`settingIds`). Its cells are `columnKeys.value` with a number from 1. */
  setting: 'setting',
  /** Further evidence. An id may come several times; blank rows are for more. `columnKeys.kind` says what it is the id of. */
  evidence: 'evidence-of',
} as const;

/** The keys of the other columns. */
export const columnKeys = {
  /** `2 - An article ...`: see `readLevel`. */
  level: 'level',
  /** The ids of the question's marks, separated by spaces, in the order of the columns `mark`. */
  marks: 'marks',
  /** With a number from 1: whether a mark is seen. See `tickIn`. */
  mark: 'mark',
  /** Why the question, or the whole feature, does not apply. */
  notApplicable: 'not-applicable',
  rationale: 'rationale',
  confidence: 'confidence',
  owner: 'owner',
  due: 'due',
  review: 'review',
  elsewhereLevel: 'elsewhere.level',
  elsewhereLaw: 'elsewhere.law',
  elsewhereAt: 'elsewhere.at',
  elsewhereNote: 'elsewhere.note',
  /** Of a guiding question: addressed, partly, missing. */
  status: 'status',
  /** Of a guiding question. */
  notes: 'notes',
  /** Of a red flag: yes, no. */
  present: 'present',
  /** Of a fact; with a number, of a setting. */
  value: 'value',
  /** Of further evidence: question, guiding, flag. A blank cell is a question, or else a guiding question, or else a flag. */
  kind: 'kind',
  /** Of further evidence. */
  document: 'document',
  at: 'at',
  quote: 'quote',
  note: 'note',
} as const;

/** Pieces of evidence that have cells in the row of an answer; others are in the sheet of further evidence, after them. */
export const evidenceInRow = 3;

/** What a piece of evidence has. Only a guiding question has a column for `document`. */
export const evidenceParts = ['document', 'at', 'quote', 'note'] as const;

export type EvidencePart = (typeof evidenceParts)[number];

/** The key of a column of the `number`th piece of evidence, from 1: `evidence.1.quote`. */
export function evidenceKey(number: number, part: EvidencePart): string {
  return `evidence.${number}.${part}`;
}

/** The key of the column of the `number`th mark, or of the `number`th value of a setting, from 1. */
export function numberedKey(key: 'mark' | 'value', number: number): string {
  return `${key}.${number}`;
}

/** The facts, in the order of the sheet. */
export const factIds = [
  ...(['draft.title', 'draft.jurisdiction', 'draft.version', 'draft.date', 'draft.text', 'draft.sha256', 'draft.note'] as const),
  ...(['reviewer.name', 'reviewer.organisation'] as const),
];

/** The settings: for each, what its values 1, 2, ... are. */
export const settingIds = {
  /** 1: `workbookFormat`. */
  format: 'format',
  /** 1: the rubric's id; 2: its version; 3: its digest. */
  rubric: 'rubric',
  /** 1: the language of the workbook. */
  language: 'language',
  /** 1: the version of compass that made it. */
  tool: 'tool',
  /** A word in a dropdown. 1: the column's key (`confidence`, `status`, `present`, `kind`); 2: the value in an answers file; 3: the word. */
  word: 'word',
  /**
   * A part of the answers file that has no cell. 1: the section (`answers`, `steps`, `flags`, `draft`, or a key of the file); 2: the
   * entry's id, or nothing; 3: the key in the entry, or nothing if it is the whole section; from 4: its value as JSON, cut into pieces. For
   * `evidence.0.was` that is `{ of: { at, quote }, value }`, with what the piece of evidence said.
   */
  kept: 'kept',
  /** A text that is longer than a cell can be. 1 to 3 as in `kept`, where 3 may be `evidence.0.quote`; from 4: the whole text, cut into pieces. The cell has `cutText` of it. */
  long: 'long',
  /** A column with a key. 1: the key of its sheet's ids; 2: its own key; 3: the heading that is seen. */
  column: 'column',
  /** What compass wrote into cells that are not to be filled in. From 4: `fingerprint` of each text, with spaces between them, cut into pieces. */
  texts: 'texts',
} as const;

/** Where the pieces of a value begin, in a setting that is cut into pieces. */
export const firstPiece = 4;

/** Characters that a cell can have in Excel. */
export const longestCell = 32_767;

/** The text in the cell of one that is longer than a cell can be. */
export function cutText(text: string): string {
  return text.length <= longestCell ? text : `${text.slice(0, longestCell - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Characters of a level's text in the dropdown. */
const longestChoice = 120;

/** A level in the dropdown: its number and the beginning of its text. */
export function levelChoice(level: number, text: string): string {
  const words = text.trim().replace(/\s+/g, ' ');
  const characters = [...words];
  const cut =
    characters.length <= longestChoice
      ? words
      : `${characters
          .slice(0, longestChoice - 1)
          .join('')
          .trimEnd()}…`;
  return `${level} - ${cut}`;
}

/** The cell of a mark: seen in the text; looked for and not seen; not decided. If all of a question are not decided, no mark was ticked. */
export type Tick = 'seen' | 'not-seen' | 'open';

/** What the dropdown of a mark offers. */
export const tickChoices = { seen: 'x', 'not-seen': '-' } as const;

/** @returns undefined if the text of a cell is neither a tick nor its absence */
export function tickIn(text: string): Tick | undefined {
  const word = cellWord(text);
  if (word === '') return 'open';
  return yesWords.includes(word) ? 'seen' : noWords.includes(word) ? 'not-seen' : undefined;
}
