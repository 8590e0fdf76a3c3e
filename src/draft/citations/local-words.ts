import numbering from '../structure/numbering.json' with { type: 'json' };
import { fold } from '../structure/numbers/fold.ts';
import { numberInWords } from '../structure/numbers/number-words.ts';
import { superscripts, westernDigits, withCarets } from '../structure/numbers/numerals.ts';
import languages from './languages.json' with { type: 'json' };

/**
 * A word or a number of a citation:
 * - `unit`, `group`, `annex`: a kind of provision, with the word in its labels
 * - `inside`: a part of a provision; `counted` also counts paragraphs without a number
 * - `line`: a paragraph or point that is only counted
 * - `number`: with the numbers after it that are further in: `6(2)`, `6/2`
 * - `and`, `comma`, `to`: what joins numbers
 */
export type LocalToken =
  | { readonly kind: 'unit' | 'group' | 'annex'; readonly word: string }
  | { readonly kind: 'inside' | 'counted' | 'line'; readonly word: string }
  | { readonly kind: 'number'; readonly numbers: readonly string[]; readonly dotted: boolean }
  | { readonly kind: 'and' | 'comma' | 'to' };

type Words = (typeof languages)['ru'];

/** What tells a language: a word that names an article or a part of one, in other letters or unlike English. */
interface Local {
  readonly telling: RegExp;
  readonly patterns: readonly { readonly pattern: RegExp; readonly token: LocalToken | 'fill' }[];
}

const { about: _, ...named } = languages;
const locals: readonly Local[] = Object.values(named as unknown as Record<string, Words>).map(localOf);

function localOf({ kinds, inside, counted, lines, ordinals, and, to, fill, shared }: Words): Local {
  const exactly = (words: readonly string[]): RegExp => new RegExp(`^(?:${words.join('|')})\\.?$`, 'u');
  const ofKinds = Object.entries(kinds).map(([kind, words]) => ({ pattern: exactly(words), token: kindToken(kind) }));
  const patterns: Local['patterns'] = [
    ...(counted.length > 0 ? [{ pattern: exactly(counted), token: { kind: 'counted', word: 'counted' } as const }] : []),
    ...ofKinds,
    ...inside.map((word) => ({ pattern: exactly([word]), token: { kind: 'inside', word } as const })),
    ...(lines.length > 0 ? [{ pattern: exactly(lines), token: { kind: 'line', word: 'line' } as const }] : []),
    ...Object.entries(ordinals).map(([number, words]) => ({ pattern: exactly(words), token: numberToken([number]) })),
    { pattern: exactly(and), token: { kind: 'and' } },
    { pattern: exactly(to), token: { kind: 'to' } },
    { pattern: exactly(fill), token: 'fill' },
    { pattern: /^(?:art|article|articles)\.?$/, token: kindToken('article') },
    { pattern: /^(?:par|para|paragraph|point|item)\.?$/, token: { kind: 'inside', word: 'paragraph' } },
  ];
  const words = [...Object.values(kinds).flat(), ...inside, ...lines].filter(
    (word) => !/^[a-z]$/.test(word) && !(shared as readonly string[]).includes(word),
  );
  return { telling: new RegExp(`(?<![\\p{L}])(?:${words.join('|')})(?![\\p{L}])`, 'u'), patterns };
}

function kindToken(kind: string): LocalToken {
  for (const [type, kinds] of [
    ['unit', numbering.units],
    ['annex', numbering.annexes],
    ['group', numbering.groups],
  ] as const) {
    const entry = (kinds as Readonly<Record<string, { readonly label: string }>>)[kind];
    // A section is a unit in the languages that name no article.
    if (entry) return { kind: type, word: entry.label };
  }
  throw new Error(kind);
}

function numberToken(numbers: readonly string[], dotted = false): LocalToken {
  return { kind: 'number', numbers, dotted };
}

/** A number with what is directly after it, a word, a sign. Quotation marks around a letter say nothing. */
const piece = new RegExp(
  `(\\d+(?:[.-]\\d+|\\^\\d{1,2}|[${superscripts}]+)*(?:bis|[a-zа-яđ]{0,2})(?![\\p{L}\\d]))((?:\\s?\\([\\p{L}\\d.]{1,5}\\)|/[\\p{L}\\d]{1,4}|(?<=/\\d{1,3})-\\p{L}(?!\\p{L}))*)|\\(\\s*([\\p{L}\\d.^]{1,6})\\s*\\)|(\\p{L}+\\.?(?:\\p{L}\\.)?|§)|([,;،؛、–—-])|(\\S)`,
  'gu',
);

/** Reads the words and numbers of a citation in one of the languages; undefined if it has other words. */
export function localTokensOf(at: string): LocalToken[] | undefined {
  const text = plain(at);
  for (const local of locals) {
    if (!local.telling.test(spelled(text))) continue;
    const tokens = tokensIn(text, local);
    if (tokens) return tokens;
  }
  return undefined;
}

/** Digits and letters in one form, without quotation marks, and Arabic words without "and" or "in" before a digit or a word. */
function plain(at: string): string {
  return westernDigits(fold(at.slice(0, 300)))
    .replace(/[«»"“”„'’‘`]/gu, ' ')
    .replaceAll('ـ', '')
    .replace(/(\d)(\)?)\s*\(?\s*مكرر[ةا]?\s*(?!\p{L})/gu, '$1bis$2 ')
    .replaceAll('ى', 'ي')
    .replace(/(?<![\p{L}])و\s?(?=\d|\()/gu, ' و ')
    .replace(/(?<![\p{L}])[بفل](?=ال\p{L})/gu, '')
    .replace(/(?<![\p{L}])لل(?=\p{L}{2})/gu, '')
    .replace(/(?<![\p{L}])ال(?=\p{L}{2})/gu, '');
}

function spelled(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function tokensIn(text: string, { patterns }: Local): LocalToken[] | undefined {
  const tokens: LocalToken[] = [];
  for (let rest = text.trim(); rest !== ''; ) {
    const two = /^(\p{L}+\.?\s\p{L}+)(?!\p{L})/u.exec(rest)?.[1];
    const known = two === undefined ? undefined : patterns.find(({ pattern }) => pattern.test(two));
    const inWords = tokens.at(-1)?.kind === 'number' ? undefined : numberInWords(rest);
    const isAfterKind = tokens.length > 0;
    if (two !== undefined && known) {
      if (known.token !== 'fill') tokens.push(known.token);
      rest = rest.slice(two.length).trimStart();
    } else if (inWords && isAfterKind && !patterns.some(({ pattern }) => pattern.test(firstWord(rest)))) {
      tokens.push(numberToken([inWords.number]));
      rest = rest.slice(inWords.length).trimStart();
    } else {
      const joined = joinedAnd(rest, patterns);
      if (joined !== undefined) {
        tokens.push({ kind: 'and' });
        rest = joined;
        continue;
      }
      piece.lastIndex = 0;
      const match = piece.exec(rest);
      const token = match && match.index === 0 ? tokenOf(match, patterns, tokens.at(-1)) : undefined;
      if (token === undefined || !match) return undefined;
      if (token !== 'fill') tokens.push(token);
      rest = rest.slice(match[0].length).trimStart();
    }
  }
  return tokens;
}

/** What follows the Arabic "and" at the beginning of a word for a kind or a part: `والمادة`. */
function joinedAnd(rest: string, patterns: Local['patterns']): string | undefined {
  const [whole = '', word = ''] = /^و(?:ال)?(\p{L}{2,})/u.exec(rest) ?? [];
  const isKnown = word !== '' && patterns.some(({ pattern, token }) => token !== 'fill' && pattern.test(word));
  return isKnown ? word + rest.slice(whole.length) : undefined;
}

function firstWord(text: string): string {
  return /^\p{L}+\.?/u.exec(text)?.[0] ?? '';
}

function tokenOf(match: RegExpExecArray, patterns: Local['patterns'], before?: LocalToken): LocalToken | 'fill' | undefined {
  const [, number, deeper = '', bracketed, word, sign, other] = match;
  if (number !== undefined) {
    const head = withCarets(number);
    const inner = [...deeper.matchAll(/[\p{L}\d.]+/gu)].map(([each]) => each);
    return numberToken([...levelsOf(head), ...inner.flatMap(levelsOf)], head.includes('.'));
  }
  if (bracketed !== undefined) return numberToken(levelsOf(bracketed));
  if (word !== undefined) return wordToken(word, patterns, before);
  if (sign !== undefined) return /[,;،؛、]/.test(sign) ? { kind: 'comma' } : { kind: 'to' };
  return other === '.' || other === ')' || other === ':' ? 'fill' : undefined;
}

function wordToken(word: string, patterns: Local['patterns'], before?: LocalToken): LocalToken | 'fill' | undefined {
  const bare = word.replace(/\.$/, '');
  const isNumberExpected = before !== undefined && ['unit', 'group', 'annex', 'inside', 'counted', 'line'].includes(before.kind);
  const known = patterns.find(({ pattern }) => pattern.test(word));
  if (before?.kind === 'unit' && known?.token === 'fill') return 'fill';
  // After a word for a part, a letter or a Roman numeral is its number: `подп. а`, `huruf b`, `BAB II`.
  if (isNumberExpected && (bare.length === 1 || /^[ivxlc]+$/.test(bare))) return numberToken([bare]);
  if (known) return known.token;
  return before?.kind === 'and' && bare.length === 1 ? numberToken([bare]) : undefined;
}

/** `7.1` as in labels: 7 and 1. */
function levelsOf(number: string): string[] {
  return number.split('.');
}
