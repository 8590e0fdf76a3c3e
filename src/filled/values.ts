import type { Question } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { loose, withAsciiDigits } from '../text/loose.ts';
import { noWords, yesWords } from '../text/yes-no.ts';
import { noMark } from './field.ts';

/** The name of the choice "not applicable" of a level. */
export const notApplicableChoice = 'na';

/** A level as somebody wrote it; or that the question does not apply; or undefined if the text is neither. */
export type ReadLevel =
  | { readonly level: number /** Words after the level that are not those of the rubric. */; readonly rest?: string }
  | { readonly notApplicable: true }
  | undefined;

/**
 * Reads `2`, `2.0`, `2 - words of the level`, or the words alone.
 * @param question undefined if the rubric in use does not have it
 */
export function readLevel(text: string, question: Pick<Question, 'levels'> | undefined): ReadLevel {
  const value = withAsciiDigits(text.trim());
  if (isNotApplicable(value)) return { notApplicable: true };
  if (/^[+-]?\d+([.,]0+)?$/.test(value)) return { level: Number.parseInt(value, 10) };
  const levels = question?.levels ?? [];
  const named = levels.findIndex((words) => loose(words) === loose(value));
  if (named !== -1) return { level: named };
  // A date is no level (2-3-2026, 2.3.26), nor is another number (2.5).
  if (/^\d{1,4}([-./])\d{1,2}\1\d{1,4}|^[\d.,]+$/.test(value)) return undefined;
  const [, digits, rest = ''] = /^(\d{1,3})\s*[-\u2010-\u2015\u2212:.,)=]\s*(.+)$/su.exec(value) ?? [];
  // Two numbers are two levels, not a level with words. The Check column of the workbook has the same rule.
  if (digits === undefined || /^[\d.,]+$/.test(rest.trim())) return undefined;
  const level = Number(digits);
  return isWordsOf(rest, levels[level]) ? { level } : { level, rest: rest.trim() };
}

/** A cell may hold the beginning of the words only, since a dropdown has little room. */
function isWordsOf(rest: string, words: string | undefined): boolean {
  const [found, known] = [loose(rest).replace(/\s*(\u2026|\.\.\.)$/, ''), loose(words ?? '')];
  return known !== '' && (known.startsWith(found) || loose(rest) === known);
}

/** Whether a text has two levels where one is asked: `2-3`, `1/2`. */
export function hasTwoLevels(text: string): boolean {
  return /^\d(\s*[-/\u2010-\u2015\u2212;+&]\s*|\s+)\d$/.test(withAsciiDigits(text.trim()));
}

export function isNotApplicable(text: string): boolean {
  return [notApplicableChoice, 'n/a', loose(phrase('survey', 'not-applicable'))].includes(loose(text));
}

/** Reads yes or no, as a survey, a spreadsheet or a person writes it; undefined if the text is neither. */
export function readYesNo(text: string): boolean | undefined {
  const value = loose(text).replace(/\.0+$/, '');
  if ([...yesWords, loose(phrase('survey', 'yes'))].includes(value)) return true;
  return [...noWords, loose(phrase('survey', 'no'))].includes(value) ? false : undefined;
}

/**
 * Reads a list of marks: their names or ids, with spaces or commas between them, or their texts one after the other, as KoboToolbox
 * writes the labels of several choices.
 * @returns the ids, and the words that name no mark
 */
export function readMarks(
  text: string,
  question: Pick<Question, 'marks'> | undefined,
): { readonly ids: string[]; readonly unknown: string[] } {
  const marks = question?.marks ?? [];
  const byName = new Map(marks.flatMap(({ id }) => [id, choiceName(id)].map((name) => [name.toLowerCase(), id] as const)));
  const words = text.split(/[\s,;|]+/).filter((word) => word !== '');
  const named = words.map((word) => byName.get(word.toLowerCase()));
  if (saysNoMark(text)) return { ids: [], unknown: [] };
  const byWords = {
    ids: named.filter((id) => id !== undefined),
    unknown: words.filter((_, index) => named[index] === undefined),
  };
  if (byWords.unknown.length === 0) return byWords;
  const byText = marksByText(text, marks);
  return byText.ids.length > 0 ? byText : byWords;
}

/** Whether a text says of all marks that none was seen. */
export function saysNoMark(text: string): boolean {
  return text.trim() === noMark || loose(text) === loose(phrase('survey', 'no-mark'));
}

/** The longest texts first: one mark's text may contain another's. */
function marksByText(text: string, marks: NonNullable<Question['marks']>): { ids: string[]; unknown: string[] } {
  const ids: string[] = [];
  let left = ` ${loose(text)} `;
  const labels = marks.flatMap(({ id, text: own, from }) => [
    { id, label: loose(own) },
    ...(from === undefined ? [] : [{ id, label: loose(phrase('survey', 'mark-from', { text: own, from })) }]),
  ]);
  for (const { id, label } of labels.sort((a, b) => b.label.length - a.label.length)) {
    if (!left.includes(` ${label} `)) continue;
    ids.push(id);
    left = left.replace(` ${label} `, '  ');
  }
  const rest = left.replace(/[\s,;|]+/g, ' ').trim();
  return { ids, unknown: rest === '' ? [] : [rest] };
}

/** The name of a choice: an id with underscores, which every survey tool and statistics package reads. */
export function choiceName(id: string): string {
  return id.replaceAll('-', '_');
}
