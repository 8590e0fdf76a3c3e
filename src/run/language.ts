import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Sentences, useLanguage } from '../messages/active.ts';

/** The sentences of one language, as the build writes them; undefined for English, which is part of the program. */
export function readSentences(root: string, tag: string): Sentences | undefined {
  if (tag === 'en') return undefined;
  return JSON.parse(readFileSync(join(root, 'dist', 'messages', `${tag}.json`), 'utf8')) as Sentences;
}

/** The sentences that the page of `compass form` may say, in one language; in English where it has none. */
export function readPageSentences(root: string, tag: string): Sentences {
  const english = JSON.parse(readFileSync(join(root, 'dist', 'form', 'english.json'), 'utf8')) as Sentences;
  const own = readSentences(root, tag);
  if (!own) return english;
  return Object.fromEntries(Object.entries(english).map(([area, texts]) => [area, spoken(texts, own[area])]));
}

/** The entries of one area of the catalogue, each in English if the language has none. An error is an entry with several texts. */
function spoken(english: Sentences[string], own: Sentences[string] = {}): Sentences[string] {
  const entries = Object.entries(english).map(([key, text]) => [
    key,
    typeof text === 'object' && text !== null ? { ...text, ...(own[key] as object | undefined) } : own[key] || text,
  ]);
  return Object.fromEntries(entries);
}

/** Makes this thread speak a language that `knownLanguage` returned. */
export function speak(root: string, tag: string): void {
  useLanguage(tag, readSentences(root, tag));
}

/** Runs an action while compass speaks another language: English where it does not offer that one. Then it speaks that of the run again. */
export function speaking<Result>(
  { root, language = 'en' }: { readonly root: string; readonly language?: string | undefined },
  tag: string,
  act: () => Result,
): Result {
  speak(root, knownLanguage(root, tag) ?? 'en');
  try {
    return act();
  } finally {
    speak(root, language);
  }
}

/** The languages that the build has made a catalogue for, English first. */
export function offeredLanguages(root: string): string[] {
  let files: string[] = [];
  try {
    files = readdirSync(join(root, 'dist', 'messages'));
  } catch {
    // No language but English was built.
  }
  const others = files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length));
  return ['en', ...others.sort()];
}

/** The offered language that a name stands for, in whatever case; undefined if there is none. */
export function knownLanguage(root: string, name: string): string | undefined {
  return offeredLanguages(root).find((tag) => tag.toLowerCase() === name.toLowerCase());
}
