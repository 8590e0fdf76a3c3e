import { fold } from '../structure/numbers/markers.ts';
import data from './languages.json' with { type: 'json' };

/** The languages with a lexicon: drafts in them can be searched for the questions of a rubric, and in English. */
export const languages = ['en', 'es', 'fr', 'pt', 'de', 'it', 'ar', 'ru', 'zh'] as const;
export type Language = (typeof languages)[number];
/** The languages with a stemmer alone: words that are typed in them are found in any form. */
const stemmedLanguages: ReadonlySet<string> = new Set(['nl', 'nb', 'da', 'tr', 'id']);
/** The scripts that put no spaces between words. */
const withoutSpaces: ReadonlySet<string> = new Set(['Thai', 'Lao', 'Khmer', 'Myanmar', 'Tibetan', 'Hiragana']);

/** The language of a draft. */
export interface DetectedLanguage {
  /** ISO 639-1 code; `und` if it is none of those in languages.json. */
  readonly code: string;
  /** In English. */
  readonly name: string;
}

interface Known extends DetectedLanguage {
  readonly script: string;
  /** Frequent short words; absent if the script is enough. */
  readonly words?: string;
  /** Letters of its script that it does not have. */
  readonly foreign?: string;
}

const known: readonly Known[] = data.languages;
const unknown: DetectedLanguage = data.unknown;
const scripts = [...new Set(known.map(({ script }) => script))].map(
  (script) => [script, new RegExp(`\\p{Script=${script}}`, 'gu')] as const,
);
const wordsOf = new Map(known.map(({ code, words }) => [code, words?.split(' ') ?? []]));

/** Characters. Enough to detect a language. */
const sampleLength = 60_000;
/** More letters than this share are no names from other languages. */
const leastForeignShare = 0.01;
/** Japanese has many Han letters between its own ones. */
const leastJapaneseShare = 0.05;
/** A language without support is detected only if it clearly has more of its words than each language with support. */
const clearMargin = 1.15;
/** ... and has as many different ones: a repeated `w` or `z` may be a sign or a variable. */
const leastWords = 3;
/** In all known languages, the frequent words are at least this share of a text of this many words. */
const knownText = { share: 0.05, words: 80 };

/** Whether drafts in a language can be searched by stems and synonyms. */
export function isSearchable(code: string): code is Language {
  return languages.some((language) => language === code);
}

/** Why a draft in a language can't be searched as others are; undefined if it can. */
export function searchLimit(code: string): 'stems-only' | 'no-spaces' | 'exact' | 'unknown' | undefined {
  if (isSearchable(code)) return undefined;
  if (code === unknown.code) return 'unknown';
  if (stemmedLanguages.has(code)) return 'stems-only';
  return withoutSpaces.has(known.find((each) => each.code === code)?.script ?? '') ? 'no-spaces' : 'exact';
}

/** Short words that are frequent in laws of a language, separated by spaces; empty if none are known. */
export function frequentWords(code: string): string {
  return (wordsOf.get(code) ?? []).map(fold).join(' ');
}

/** Detects the language of a text by its script and its frequent short words; English if nothing tells. */
export function detectLanguage(text: string): DetectedLanguage {
  const sample = text.slice(0, sampleLength);
  const script = scriptOf(sample);
  const candidates = known.filter((each) => each.script === script && !hasForeign(sample, each));
  const counts = new Map<string, number>();
  const words = sample.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*/gu) ?? [];
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const score = ({ code }: Known): number => (wordsOf.get(code) ?? []).reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
  const ranked = candidates.map((each) => ({ each, score: score(each) })).sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (!best) return unknown;
  if (script === 'Latin' && words.length >= knownText.words && best.score < knownText.share * words.length) return unknown;
  const supported = ranked.find(({ each }) => isSearchable(each.code));
  if (!supported) return best.each;
  const different = (wordsOf.get(best.each.code) ?? []).filter((word) => counts.has(word)).length;
  const isClear = best.score > supported.score * clearMargin && different >= leastWords;
  return (isClear ? best : supported).each;
}

/** Whether a text has letters that a language does not have. */
function hasForeign(text: string, { foreign = '' }: Known): boolean {
  if (foreign === '') return false;
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(new RegExp(`[${foreign}]`, 'giu')) > leastForeignShare * count(/\p{L}/gu);
}

/** The script of most letters; Latin if there are no letters. */
function scriptOf(text: string): string {
  const letters = text.replace(/\P{L}+/gu, '');
  if (letters.replace(/\P{Script=Latin}+/gu, '').length * 2 >= letters.length) return 'Latin';
  const counts = new Map(scripts.map(([script, pattern]) => [script, letters.match(pattern)?.length ?? 0]));
  const han = counts.get('Han') ?? 0;
  const hiragana = counts.get('Hiragana') ?? 0;
  if (hiragana > leastJapaneseShare * han) counts.set('Hiragana', hiragana + han);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'Latin';
}
