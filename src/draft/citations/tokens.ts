import { foldedLatin } from '../structure/numbers/latin.ts';
import { fold } from '../structure/numbers/markers.ts';
import {
  alineaWords,
  conjunctions,
  innerWords,
  labelOfWord,
  numberWords,
  plurals,
  rangeWords,
  unnumberedParts,
} from './vocabulary.ts';

/** A word, a number, or a number in brackets. */
export interface Token {
  readonly kind: 'word' | 'number' | 'bracket';
  readonly text: string;
  readonly afterComma: boolean;
  /** Whether its number has a dot, so that the next tokens are its further levels. */
  readonly dotted?: true;
}

const pattern =
  /(§§?)|\(\s*([\p{L}\d]+)\s*\)|([lrda]\*?\d+(?:-\d+)*|\d+(?:-\d+|\.\d+|\^\d+|\/\d{1,2}(?!\d))*(?:-?\p{L}{1,2}|\p{L}{3,16})?(?![\p{L}\d]))(?:\s?°)?|(disp-\p{L}+|prov\.-art\.|\p{L}+\.?)|([-–—&,;])/gu;

/** Splits a normalised citation into tokens. */
export function tokensOf(citation: string): Token[] {
  const tokens: Token[] = [];
  let comma = false;
  let plural = false;
  for (const match of citation.matchAll(pattern)) {
    const [whole, sign, bracket, number, word, mark] = match;
    const afterComma = comma;
    const range = plural ? rangeIn(whole) : undefined;
    if ((sign || word) && !conjunctions.has(whole)) plural = plurals.has(whole) || innerWords.has(whole);
    comma = mark === ',' || mark === ';';
    if (sign) tokens.push({ kind: 'word', text: sign, afterComma });
    else if (bracket) tokens.push({ kind: 'bracket', text: bracket, afterComma });
    else if (number) {
      tokens.push(...numberTokens(range?.from ?? number, whole.endsWith('°') ? 'bracket' : 'number', afterComma));
      if (range)
        tokens.push({ kind: 'word', text: '-', afterComma: false }, { kind: 'number', text: range.to, afterComma: false });
    } else if (word) tokens.push(wordToken(word, afterComma, tokens, citation.slice(match.index + word.length)));
    else if (mark && !comma) tokens.push({ kind: 'word', text: mark, afterComma });
  }
  return tokens;
}

/** After a plural a hyphen makes a range: "arts. 14-16", "arts. 2.1-2.3". In "art. 6-1" it is part of the number. */
function rangeIn(text: string): { from: string; to: string } | undefined {
  const match = /^((?:\d+\.)*)(\d+)-\1(\d+\p{L}*)$/u.exec(text);
  return match ? { from: `${match[1]}${match[2]}`, to: match[3] ?? '' } : undefined;
}

/** One token for each level of a number: `3.1` is read like `3(1)`. */
function numberTokens(number: string, kind: 'number' | 'bracket', afterComma: boolean): Token[] {
  const [first = '', ...levels] = number.split('.');
  return [
    { kind, text: first, afterComma, ...(levels.length > 0 && { dotted: true as const }) },
    ...levels.map((text): Token => ({ kind: 'bracket', text, afterComma: false })),
  ];
}

/** A word; as a number where it is a Roman numeral, a letter or a number word, and a number is expected. */
function wordToken(text: string, afterComma: boolean, before: readonly Token[], after: string): Token {
  const bare = text.replace(/\.$/, '');
  // "arts. 7, IX, e 20": not point e.
  if (afterComma && conjunctions.has(text) && joinsNumber.test(after)) return { kind: 'word', text, afterComma };
  const isKnown = labelOfWord.has(text) || innerWords.has(text);
  const previous = before.at(-1);
  const isNumberExpected =
    previous?.kind === 'word' &&
    (labelOfWord.has(previous.text) || innerWords.has(previous.text) || alineaWords.has(previous.text));
  const isJoined = previous?.kind === 'word' && (conjunctions.has(previous.text) || rangeWords.has(previous.text));
  const inWords = numberWords.get(bare);
  const isNextDisposition = (isJoined || afterComma) && followsDisposition(before) && !namesUnnumberedPart(after);
  if ((isNumberExpected || isNextDisposition) && inWords !== undefined) {
    return { kind: 'number', text: fold(inWords), afterComma };
  }
  // "Annexes I and II", "alíneas a) e b)".
  const joined = before.at(-2);
  const isNextNumber = isJoined && joined !== undefined && joined.kind !== 'word' && !isArabic(joined.text);
  const isNumeral = numeral.test(bare);
  const isNumber = isNumberExpected || (isNextNumber && !isKnown) || (afterComma && (!isKnown || text.length === 1));
  return isNumeral && isNumber ? { kind: 'number', text: bare, afterComma } : { kind: 'word', text, afterComma };
}

/** A Roman numeral or a letter, as in `point (abis)`. */
const numeral = new RegExp(`^(?:[ivxlcdm]+|\\p{L})(?:${foldedLatin})?$`, 'u');

const joinsNumber = /^\s+(?:\d|§|[ivxlcdm]+(?!\p{L})|art)/u;

/** "disposiciones finales primera, segunda y tercera". */
function followsDisposition(before: readonly Token[]): boolean {
  return before.findLast(({ text }) => labelOfWord.has(text))?.text.startsWith('disp-') === true;
}

/** "second" in "and second sentence" is the number of a sentence. */
function namesUnnumberedPart(after: string): boolean {
  return unnumberedParts.has(/^\s+(\p{L}+)/u.exec(after)?.[1] ?? '');
}

export function isArabic(number: string): boolean {
  return /^\d/.test(number);
}
