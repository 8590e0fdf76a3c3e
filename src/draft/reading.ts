import type { Reading, ReadingWarning } from '../core/reading.ts';
import type { Read } from './block.ts';
import { type DetectedLanguage, detectLanguage, searchLimit } from './search/language.ts';
import type { Structured } from './structure/asides.ts';
import { repeatedLabels } from './structure/numbers/same-numbers.ts';
import { type DraftFormat, fullText, type Provision, walk } from './structure/provision.ts';

/** How many labels the warning about repeated numbers names. */
const shownLabels = 5;

/** What to say about a language that can't be searched like others. */
const languageCodes = {
  exact: 'language',
  'stems-only': 'language-words',
  'no-spaces': 'language-spaces',
  unknown: 'language-unknown',
} as const;

/** Provisions that the draft itself numbers. */
const numberedKinds: ReadonlySet<string> = new Set<Provision['kind']>(['unit', 'point', 'recital', 'annex', 'note']);

/** Reports how a draft was read. */
export function readingOf(
  format: DraftFormat,
  { provisions, struck }: Structured,
  { warnings, pages, imagePages = 0 }: Omit<Read, 'blocks'>,
): Reading {
  const struckWords = struck.reduce((sum, { text }) => sum + wordCount(text), 0);
  const counts = countWords(provisions);
  const language = detectLanguage(beginning(provisions));
  return {
    format,
    language: language.code,
    words: counts.kept + struckWords,
    kept: counts.kept,
    struck: struckWords,
    notes: counts.notes,
    pages: pages ?? null,
    imagePages: pages === undefined ? null : imagePages,
    labelled: counts.labelled,
    warnings: [...warnings, ...struckWarning(struckWords), ...languageWarning(language), ...repeatedWarning(provisions)],
  };
}

function struckWarning(n: number): ReadingWarning[] {
  return n > 0 ? [{ code: 'struck', n }] : [];
}

function languageWarning({ code, name }: DetectedLanguage): ReadingWarning[] {
  const limit = searchLimit(code);
  return limit === undefined ? [] : [{ code: languageCodes[limit], language: name, tag: code }];
}

function repeatedWarning(provisions: readonly Provision[]): ReadingWarning[] {
  const labels = repeatedLabels(provisions);
  if (labels.length === 0) return [];
  const shown = labels.slice(0, shownLabels).join(', ');
  return [{ code: 'numbers-twice', labels: labels.length > shownLabels ? `${shown} ...` : shown }];
}

/** Enough text to detect its language. */
function beginning(provisions: readonly Provision[]): string {
  let text = '';
  for (const provision of provisions) {
    text += `${fullText(provision)}\n`;
    if (text.length > 60_000) break;
  }
  return text;
}

function countWords(provisions: readonly Provision[]): Pick<Reading, 'kept' | 'labelled' | 'notes'> {
  const counts = { kept: 0, labelled: 0, notes: 0 };
  for (const { provision, above } of walk(provisions)) {
    const words = wordCount(provision.heading ?? '') + wordCount(provision.text);
    counts.kept += words;
    if (provision.kind === 'note') counts.notes += 1;
    if ([...above, provision].some(isNumbered)) counts.labelled += words;
  }
  return counts;
}

/** Whether the draft gives the provision a number. compass counts the paragraphs of a draft without any: `para. 7`. */
function isNumbered({ kind, label }: Provision): boolean {
  return numberedKinds.has(kind) && !/(?:^|, )para\. [^,]*$/.test(label);
}

/** Words; in Chinese and Japanese, which have no spaces between words, characters. */
function wordCount(text: string): number {
  const spaced = unspaced.test(text) ? text.replace(everyUnspaced, ' x ') : text;
  return spaced.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+){0,100}/gu)?.length ?? 0;
}

/** Ranges rather than scripts, which take ten times as long to look for in a long text. */
const unspaced = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;
const everyUnspaced = new RegExp(unspaced, 'g');
