import type { Provision } from '../structure/provision.ts';
import type { Segment } from './draft-words.ts';
import negations from './negations.json' with { type: 'json' };

type Language = keyof typeof negations;

/**
 * Where omitted words stand:
 * - `within`: in an ellipsis
 * - `before`, `after`: in the rest of the sentence around the quote
 */
type Position = 'within' | 'before' | 'after';

/** Languages with a writing system of their own, in which no word of another language can be meant. */
const byScript: readonly (readonly [RegExp, Language])[] = [
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Han}/u, 'zh'],
];
/** Words that mean something else in another language: they count in their own language alone. */
const ambiguous = /^(?:n|ni|no|mai|sin|sans|sem|men|utan|bare|bara|solo|desde que|siempre que)$/i;
/** Languages whose words and endings are ordinary words of others: they count in their own language alone. */
const apart: readonly Language[] = ['tr', 'id', 'vi', 'sw'];
const latin = (Object.keys(negations) as Language[]).filter((language) => !byScript.some(([, own]) => own === language));

/**
 * The negations, exceptions and limits among words that a quote leaves out: with them it may say the contrary. "without" and bounds
 * such as "not later than" count only in an ellipsis, or before the quote in the same clause ("without informing the user"); "only"
 * counts in an ellipsis. Phrases such as "without undue delay" do not count.
 * @param language of the draft, ISO 639-1. A draft may have a second one, so that the plain words of all languages count.
 * @returns each once, as in the text and in its order
 */
export function negationsIn(omitted: readonly string[], language: string, position: Position = 'within'): string[] {
  const found = new Set<string>();
  for (const text of omitted)
    for (const pattern of patternsFor(text, language))
      for (const match of text.matchAll(pattern)) if (counts(match, language, position)) found.add(match[0].trim());
  return [...found];
}

function counts({ index, 0: word, input, groups = {} }: RegExpExecArray, language: string, position: Position): boolean {
  if (groups['ordinary'] !== undefined) return false;
  if (groups['limit'] !== undefined) return position === 'within';
  if (position === 'within' || groups['exception'] !== undefined) return true;
  if (groups['governing'] !== undefined) return position === 'before' && !clauseEnd.test(input.slice(index + word.length));
  return position === 'after' || !isInCondition(input, index + word.length, language);
}

const clauseEnd = /[,;:()，；：、،؛]/u;
/** "Where a provider does not comply, [the Authority may fine it]": a condition that comes first, up to its comma. */
const firstClause = /^[^,，،]*[\p{L}\p{M}](?=[,，،])/u;

/** Whether a negation belongs to the condition with which the sentence begins, so that it does not negate what follows. */
function isInCondition(text: string, end: number, language: string): boolean {
  const [clause = ''] = firstClause.exec(text) ?? [];
  // "If the provider does not, within a year, [reply]" goes on after the comma.
  return clause.length > end && /[\p{L}\p{N}]/u.test(clause.slice(end)) && (conditionOf(language)?.test(clause) ?? false);
}

function patternsFor(text: string, language: string): RegExp[] {
  const own = byScript.filter(([script]) => script.test(text)).map(([, each]) => patternOf(each));
  const isLatin = /\p{Script=Latin}/u.test(text);
  return isLatin ? [...own, patternOfLatin(isLatinLanguage(language) ? language : '')] : own;
}

function isLatinLanguage(language: string): boolean {
  return (latin as readonly string[]).includes(language);
}

const patterns = new Map<string, RegExp>();

/** The pattern for a language with a writing system of its own. */
function patternOf(language: Language): RegExp {
  // Chinese has no spaces; Arabic writes "and" and "so" as one letter of the next word.
  const before = language === 'ar' ? `${wordStart}[وف]?` : language === 'zh' ? '' : wordStart;
  const words = (kind: Kind): readonly string[] => negations[language][kind];
  return known(language, () => new RegExp(`${before}(?:${anyKind(words)})${language === 'zh' ? '' : wordEnd}`, 'giu'));
}

/** The pattern for a draft in a language with Latin letters; empty for an unknown one, in which all words count. */
function patternOfLatin(language: string): RegExp {
  return known(`latin ${language}`, () => {
    const isCounted = (each: Language, word: string): boolean =>
      each === language || (!apart.includes(each) && (language === '' || !ambiguous.test(word)));
    const words = (kind: Kind): string[] => [
      ...new Set(latin.flatMap((each) => negations[each][kind].filter((word) => isCounted(each, word)))),
      ...(kind === 'negations' ? ["\\p{L}+n['’]t"] : []),
    ];
    return new RegExp(`${wordStart}(?:${anyKind(words)})${wordEnd}`, 'giu');
  });
}

/** How a sentence begins with a condition; undefined for a language that is not known. */
function conditionOf(language: string): RegExp | undefined {
  if (!(language in negations)) return undefined;
  const words = anyOf(negations[language as Language].conditions);
  const marker = '(?:\\p{L}{1,4}[.)]\\s+)?';
  return known(
    `condition ${language}`,
    () => new RegExp(`^[\\s\\p{P}\\p{N}]*${marker}(?:${words})${language === 'zh' ? '' : wordEnd}`, 'iu'),
  );
}

function known(key: string, make: () => RegExp): RegExp {
  const pattern = patterns.get(key) ?? make();
  patterns.set(key, pattern);
  return pattern;
}

// A part of a compound such as "non-profit" is no word of its own.
const wordStart = '(?<![\\p{L}\\p{N}]|\\p{L}[-‐‑])';
const wordEnd = '(?![\\p{L}\\p{N}]|[-‐‑]\\p{L})';

type Kind = Exclude<keyof (typeof negations)[Language], 'conditions'>;

/** The phrases before the words in them. */
function anyKind(words: (kind: Kind) => readonly string[]): string {
  const [ordinary, governing, exception, limit, negation] = (
    ['ordinary', 'governing', 'exceptions', 'limits', 'negations'] as const
  ).map((kind) => anyOf(words(kind)));
  return `(?<ordinary>${ordinary})|(?<governing>${governing})|(?<exception>${exception})|(?<limit>${limit})|${negation}`;
}

/** The longest first, so that `save where` is found before a part of it. The words are patterns. */
function anyOf(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/ (?!\?)/g, '\\s+'))
    .join('|');
}

/** Characters on either side of a quote in which its sentence is looked for. */
const reach = 600;
/** A colon does not end a sentence: what follows is an example, a list or a proviso (": Provided that ..."). */
const sentenceEnd = /[.;!?。；！？](?=\s|$)|[。；！？]/gu;

/**
 * The words of the sentence that come before a position, after those of the opening words of a list that the position is in ("A
 * provider shall not: (a) ...").
 * @param segment the part of the text that the position is in
 */
export function sentenceBefore(text: string, position: number, { start, provision, above }: Segment): string[] {
  const own = text.slice(Math.max(start, position - reach), position);
  const rest = lastSentence(own);
  const isInFirst = rest === own && position - start <= reach;
  return [...(isInFirst ? openingWords(provision, above) : []), rest];
}

/** The unfinished sentences of the provisions around a point, outermost first. */
function openingWords({ kind }: Provision, above: readonly Provision[]): string[] {
  const parent = above.at(-1);
  const text = parent?.text.trimEnd() ?? '';
  if (!parent || kind !== 'point' || text === '' || /[.;!?]$/.test(text)) return [];
  const opening = text.replace(/[:—–-]$/, '');
  const sentence = lastSentence(opening);
  return [...(sentence === opening ? openingWords(parent, above.slice(0, -1)) : []), sentence];
}

function lastSentence(text: string): string {
  const end = [...text.matchAll(sentenceEnd)].at(-1);
  return end ? text.slice(end.index + 1) : text;
}

/** The words of the sentence that come after a position; empty if the sentence ends there. */
export function sentenceAfter(text: string, position: number, most: number): string {
  if (/[.;!?。；！？]$/u.test(text.charAt(position - 1))) return '';
  const after = text.slice(position, Math.min(most, position + reach));
  const end = after.search(sentenceEnd);
  return end === -1 ? after : after.slice(0, end);
}
