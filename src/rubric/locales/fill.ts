import { byFile, type RubricText, textsOf } from '../../core/localised.ts';
import type { Rubric } from '../../core/rubric.ts';
import type { FilledRow } from '../../core/translation.ts';
import { nearest } from '../../source/nearest.ts';
import type { Problem, ProblemCode } from '../../source/problem.ts';
import { ownEntry } from './check.ts';
import type { LocaleEntries } from './read.ts';
import { type RowTexts, rowName, shownEntry } from './table.ts';

/** A translation into which somebody's rows were taken over. */
export interface FilledLocale {
  /** What its files have now, by file. */
  readonly texts: ReadonlyMap<string, LocaleEntries>;
  /** How many texts are no longer as they were. */
  readonly changed: number;
  /** If there is one, nothing may be written. */
  readonly problems: readonly Problem[];
}

/**
 * Takes over what somebody has changed in rows of `localeTable`, in any order. A row that was left as it was changes nothing, unless
 * the files have no translation at all: so an older table never takes back what was translated since.
 * @param rubric in its own language
 * @param present what the files of the translation have
 * @param source the name of the table in messages
 */
export function fillLocale(
  rubric: Rubric,
  present: ReadonlyMap<string, LocaleEntries>,
  rows: readonly FilledRow[],
  source: string,
): FilledLocale {
  const places = byFile(textsOf(rubric));
  const texts = new Map(present);
  const problems: Problem[] = [];
  const seen = new Map<string, FilledRow>();
  let changed = 0;
  for (const row of rows) {
    const { file, key, at } = row;
    const fault = (code: ProblemCode, args: Problem['args'], place: string): void => {
      problems.push({ code, args, source, at: place });
    };
    const known = places.get(file);
    const place = known?.find((each) => each.key === key);
    const twin = seen.get(`${file} ${key}`);
    seen.set(`${file} ${key}`, row);
    if (!known) fault('locale-row-file', { file }, at.file);
    else if (!place) fault('locale-unknown-text', { file, key, ...suggested(key, known) }, at.key);
    else if (twin) fault('locale-row-twice', { key, there: twin.at.key }, at.key);
    else {
      const entry = ownEntry(present.get(file) ?? {}, key);
      const next = filledEntry(row, entry, place.text);
      if (next === 'both') fault('locale-row-both', { key }, at.text);
      else if (next) {
        changed += 1;
        texts.set(file, { ...texts.get(file), [key]: next });
      }
    }
  }
  return { texts, changed, problems };
}

function suggested(key: string, places: readonly { readonly key: string }[]): { suggestion?: string } {
  const suggestion = nearest(
    key,
    places.map((place) => place.key),
  );
  return suggestion === undefined ? {} : { suggestion };
}

/**
 * What a row makes of an entry.
 * @returns undefined if it stays as it is; `both` if it was changed in the row and, in another way, in the file
 */
function filledEntry(
  row: FilledRow,
  entry: LocaleEntries[string] | undefined,
  source: RubricText,
): LocaleEntries[string] | 'both' | undefined {
  const before = shownEntry(entry);
  const isAccepted = row.isChecked && row.text !== '' && row.from !== row.of;
  if (isSame(row, before)) return isAccepted && entry && entry.of !== row.of ? { ...entry, of: row.of } : undefined;
  const isTyped = rowName(row) !== row.was;
  const isBlank = isSame(before, { text: '', note: '' });
  if (!isTyped && !isBlank) return undefined;
  if (isTyped && !isBlank && rowName(before) !== row.was) return 'both';
  const stood = isTyped && entry ? entry.of : row.from || row.of;
  const of = isAccepted || (isTyped && row.text !== before.text) ? row.of : stood;
  const text = Array.isArray(source) ? row.text.split('\n').filter((word) => word !== '') : row.text;
  return { of, text, ...(row.note !== '' && { note: row.note }) };
}

function isSame(a: RowTexts, b: RowTexts): boolean {
  return a.text === b.text && a.note === b.note;
}
