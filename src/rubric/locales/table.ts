import { byFile, type RubricText, textsOf } from '../../core/localised.ts';
import type { Rubric } from '../../core/rubric.ts';
import type { TranslationRow } from '../../core/translation.ts';
import { trimmedLines } from '../../text/trimmed-lines.ts';
import { ownEntry, usableText } from './check.ts';
import { fingerprint } from './fingerprint.ts';
import type { LocaleEntries } from './read.ts';

/**
 * A rubric's texts beside their translations, by the file that they stand in.
 * @param rubric in its own language
 * @param present what the files of the translation have
 */
export function localeTable(rubric: Rubric, present: ReadonlyMap<string, LocaleEntries>): Map<string, TranslationRow[]> {
  return new Map(
    [...byFile(textsOf(rubric))].map(([file, texts]) => {
      const entries = present.get(file) ?? {};
      return [file, texts.map(({ key, text }) => rowOf({ file, key, text }, ownEntry(entries, key)))];
    }),
  );
}

function rowOf(
  { file, key, text: source }: { readonly file: string; readonly key: string; readonly text: RubricText },
  entry: LocaleEntries[string] | undefined,
): TranslationRow {
  const of = fingerprint(source);
  const { text, note } = shownEntry(entry);
  const from = entry && text !== '' ? entry.of : '';
  const status = from === '' ? 'missing' : from === of ? 'ok' : 'stale';
  return { file, key, source: shownText(source), of, from, was: rowName({ text, note }), text, note, status };
}

/** What two cells of a row have. */
export interface RowTexts {
  readonly text: string;
  readonly note: string;
}

/** What the cells for an entry have; empty where it has nothing. */
export function shownEntry(entry: LocaleEntries[string] | undefined): RowTexts {
  const text = entry && usableText(entry.text);
  return { text: text === undefined ? '' : trimmedLines(shownText(text)), note: trimmedLines(entry?.note ?? '') };
}

/** Names what a row has, to tell later whether it was changed. */
export function rowName({ text, note }: RowTexts): string {
  return fingerprint([text, note]);
}

function shownText(text: RubricText): string {
  return [text].flat().join('\n');
}
