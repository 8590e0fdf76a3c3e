import { stringify } from 'yaml';
import { byFile, type RubricText, textsOf } from '../../core/localised.ts';
import type { Rubric } from '../../core/rubric.ts';
import { phrase } from '../../messages/phrases.ts';
import { ownEntry, usableText } from './check.ts';
import { fingerprint } from './fingerprint.ts';
import type { LocaleEntries } from './read.ts';

/** The column at which comments and texts are wrapped. */
const width = 140;

/** How many texts of a file are to be translated, and how many of them are not or no longer. */
export interface LocaleCounts {
  readonly texts: number;
  readonly missing: number;
  readonly stale: number;
}

export interface WrittenLocale {
  readonly file: string;
  readonly text: string;
  readonly counts: LocaleCounts;
}

/**
 * The files of a rubric's translation: every text, below a comment with its source. Translations that there are stay as they are,
 * those of texts that the rubric no longer has come last.
 * @param rubric in its own language
 * @param present what the files have now, by file
 */
export function localeTexts(rubric: Rubric, language: string, present: ReadonlyMap<string, LocaleEntries>): WrittenLocale[] {
  return [...byFile(textsOf(rubric))].map(([file, texts]) => {
    const entries = present.get(file) ?? {};
    const blocks = texts.map(({ key, text }) => block(key, { language: rubric.language, text }, ownEntry(entries, key)));
    const keys = new Set(texts.map(({ key }) => key));
    const gone = Object.entries(entries)
      .filter(([key]) => !keys.has(key))
      .map(([key, entry]) => `${comment(phrase('rubric', 'locale-gone'))}\n${entryText(key, entry)}`);
    const of = (state: Block['state']): number => blocks.filter((each) => each.state === state).length;
    const counts = { texts: texts.length, missing: of('missing'), stale: of('stale') };
    return { file, counts, text: `${[head(language, counts), ...blocks.map(({ text }) => text), ...gone].join('\n\n')}\n` };
  });
}

function head(language: string, counts: LocaleCounts): string {
  const comments = [phrase('rubric', 'locale-counts', { ...counts }), ...phrase('rubric', 'locale-how').split('\n')];
  return ['format: compass-locale/1', `language: ${language}`, ...comments.map((line) => `# ${line}`), 'texts:'].join('\n');
}

interface Block {
  readonly text: string;
  readonly state: 'translated' | 'missing' | 'stale';
}

/** A text with its source. A new wording is written under `of` at once only if nothing was translated from the old one. */
function block(
  key: string,
  source: { readonly language: string; readonly text: RubricText },
  entry: LocaleEntries[string] | undefined,
): Block {
  const of = fingerprint(source.text);
  const translation = entry && usableText(entry.text) !== undefined ? entry : undefined;
  const state = translation === undefined ? 'missing' : translation.of === of ? 'translated' : 'stale';
  const blank = typeof source.text === 'string' ? '' : [];
  const comments = [comment(`${source.language}: ${shown(source.text)}`)];
  if (state === 'stale') comments.push(comment(phrase('rubric', 'locale-changed', { of })));
  return { state, text: [...comments, entryText(key, translation ?? { ...entry, of, text: blank })].join('\n') };
}

/** A source text in a comment. The words of a list stand in brackets. */
function shown(source: RubricText): string {
  return typeof source === 'string' ? source : stringify(source, { collectionStyle: 'flow', lineWidth: 0 }).trim();
}

/** An entry, indented by two spaces. The quotation marks keep digits from being read as a number. */
function entryText(key: string, { of, text, note }: LocaleEntries[string]): string {
  const style = { lineWidth: width, ...(Array.isArray(text) && { collectionStyle: 'any' as const }) };
  const lines = [`${JSON.stringify(key)}:`, `  of: ${JSON.stringify(of)}`, indented(stringify({ text }, style).trimEnd())];
  if (note !== undefined) lines.push(indented(stringify({ note }, style).trimEnd()));
  return indented(lines.join('\n'));
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

/** Comment lines, broken at spaces. */
function comment(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width - 6) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(last === undefined ? word : `  ${word}`);
  }
  return lines.map((line) => `  # ${line}`).join('\n');
}
