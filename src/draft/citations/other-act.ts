import { fold } from '../structure/numbers/markers.ts';
import { romanValue } from '../structure/numbers/numerals.ts';
import acts from './acts.json' with { type: 'json' };
import { digitsOf, isOwnAbbreviated, isOwnName, type OwnNames } from './own-names.ts';
import {
  conjunctions,
  innerWords,
  labelOfWord,
  leadingWords,
  numberWords,
  plurals,
  rangeWords,
  unnumberedParts,
} from './vocabulary.ts';

type Kind = 'grammar' | 'filler' | 'number' | 'word' | 'act' | 'capitals' | 'act-number';

interface Word {
  readonly text: string;
  readonly folded: string;
  readonly start: number;
  readonly kind: Kind;
}

const fillers = new Set(acts.fillers.words);
const generic = new Set(acts.generic.words);
const named = new Set(acts.named.words);
const remarks = new Set(acts.remarks.words);
const compound = new RegExp(`\\p{L}{3,}(?:${acts.compounds.ends.join('|')})$`, 'u');
const grammar = [labelOfWord, innerWords, conjunctions, rangeWords, unnumberedParts, numberWords, leadingWords, plurals];
/** Names of units that are also those of acts: "regulation 5" and "Article 5 of the Regulation". */
const unitOrAct = new Set(['regulation', 'regulations', 'rules', 'bylaws', 'by-laws', 'reg.']);
/** `2022/2065`, `95/46/EC`. */
const actNumber = /^(?:\d{1,5}\/\d{4}|(?:19|20)\d\d\/\d{1,5}|\d{1,4}\/\d{1,4}\/\p{L}{2,7})(?:\/\p{L}{2,7})?$/u;
/** `(EU)` in `Regulation (EU) 2022/2065`. */
const union = /\(\s*(?:EU|EC|EEC|UE|CE|CEE|EG|EWG)(?:\s*,\s*\p{L}+)?\s*\)/gu;
/** Words in capitals, or mostly: `GDPR`, `NetzDG`, `U.S.C.`. */
const capitals = /^(?:\p{L}*\p{Lu}\p{L}*\p{Lu}\p{L}*|(?:\p{Lu}\.){2,})$/u;
/** `l'` in `de l'article`. */
const elision = /(?<!\p{L})([dl]|dell|nell)['’](?=\p{L})/giu;
const chineseAct = /^[\s(（]*《?\s*((?![本该此])\p{Script=Han}+(?:法典|法律|法|条例|條例|规定|規定|办法))\s*》?\s*(?=第)/u;

/** An act that a part of a citation names. */
export interface ActName {
  readonly text: string;
  /** Where it stands in that part. */
  readonly start: number;
  readonly end: number;
  /** Whether it is the draft itself. */
  readonly isOwn: boolean;
}

/** The acts that a part of a citation names. */
export function actsIn(clause: string, own: OwnNames): ActName[] {
  const chinese = chineseAct.exec(clause);
  if (chinese) {
    const [whole, text = ''] = chinese;
    return [{ text, start: 0, end: whole.length, isOwn: isOwnName(own, [text], []) }];
  }
  const isAllCapitals = (clause.match(/\p{Lu}{3,}/gu) ?? []).some((word) => isGrammar(fold(word)));
  const spaced = clause.replace(union, (text) => ' '.repeat(text.length)).replace(elision, '$1 ');
  const pieces = [...spaced.matchAll(/(?:(?!\s[-–—]\s)[^,()[\]"“”«»„:])+/gu)];
  const names = pieces.flatMap(({ 0: piece, index }) => namesIn(wordsOf(piece, index, isAllCapitals)));
  return names.map((name) => {
    const words = trimmed(name);
    const [first, last] = [words[0]?.start ?? 0, words.at(-1)];
    const text = words.map((word) => word.text).join(' ');
    return { text, start: first, end: last ? last.start + last.text.length : first, isOwn: isOwn(words, own) };
  });
}

function wordsOf(piece: string, offset: number, isAllCapitals: boolean): Word[] {
  const texts = [...piece.matchAll(/\S+/gu)];
  return texts.map(({ 0: text, index }, at) => {
    const folded = fold(text);
    const [before = '', next = ''] = [texts[at - 1]?.[0], texts[at + 1]?.[0]];
    // "art. 1240 CC": after an Arabic number, a great Roman one is none.
    const isCapitals = /^\d/.test(before) && /^[CDM]{2,}$/.test(text);
    return { text, folded, start: offset + index, kind: isCapitals ? 'capitals' : kindOf(text, folded, next, isAllCapitals) };
  });
}

function kindOf(text: string, folded: string, next: string, isAllCapitals: boolean): Kind {
  const bare = folded.replace(/\.$/, '');
  if (actNumber.test(text)) return 'act-number';
  // "Bu Kanunun 4. maddesi": the number stands before the word for an article.
  if (/^\d+\.?$/.test(text) && /^madde/i.test(next)) return 'grammar';
  if (unitOrAct.has(folded)) return /^\d+\p{L}?$/u.test(next) ? 'grammar' : 'act';
  if (fillers.has(bare)) return 'filler';
  if (/^\p{Lu}\.$/u.test(text)) return 'word';
  if (isGrammar(folded)) return 'grammar';
  if (/^[§\d]/u.test(text) || bare.length === 1 || romanValue(folded) !== undefined) return 'number';
  if (generic.has(bare) || named.has(bare) || compound.test(bare)) return 'act';
  if (capitals.test(text) && (!isAllCapitals || text.length <= 5)) return 'capitals';
  return 'word';
}

function isGrammar(folded: string): boolean {
  const bare = folded.replace(/\.$/, '');
  return grammar.some((words) => words.has(folded) || words.has(bare) || words.has(`${bare}.`));
}

/** Successive words that may name an act. */
function namesIn(words: readonly Word[]): Word[][] {
  const names: Word[][] = [];
  let name: Word[] = [];
  for (const word of words) {
    const { kind, text } = word;
    const isPart =
      kind === 'number'
        ? name.some((each) => each.kind === 'act') || isAbbreviated(name) || (name.length > 0 && /^(?:19|20)\d\d$/.test(text))
        : kind !== 'grammar' && (kind !== 'filler' || name.length > 0);
    if (isPart) name.push(word);
    else {
      names.push(name);
      name = [];
    }
  }
  return [...names, name].filter(namesAct);
}

/** Whether words name an act, rather than what a provision is about. */
function namesAct(name: readonly Word[]): boolean {
  const content = contentOf(name);
  if (content.some(({ folded }) => remarks.has(folded))) return false;
  const ends = [content[0], content.at(-1)];
  const isTitleCase = content.every(({ text, kind }) => kind !== 'word' || /^\p{Lu}/u.test(text));
  return (
    name.some(({ kind }) => kind === 'act-number') ||
    ends.some((word) => word?.kind === 'act') ||
    (isTitleCase && content.some(({ kind }) => kind === 'capitals')) ||
    isAbbreviated(content)
  );
}

/** `C. com. num.`, `Pub. L.`. */
function isAbbreviated(content: readonly Word[]): boolean {
  return content.length > 1 && /^\p{Lu}/u.test(content[0]?.text ?? '') && content.every(({ text }) => /^\p{L}+\.$/u.test(text));
}

function contentOf(name: readonly Word[]): Word[] {
  return name.filter(({ kind }) => kind !== 'filler' && kind !== 'number');
}

function trimmed(name: readonly Word[]): readonly Word[] {
  const last = name.findLastIndex(({ kind }) => kind !== 'filler');
  return name.slice(0, last + 1);
}

function isOwn(name: readonly Word[], own: OwnNames): boolean {
  const content = contentOf(name);
  const numbers = name.filter(({ kind }) => kind === 'number' || kind === 'act-number').flatMap(({ text }) => digitsOf(text));
  const words = content.filter(({ kind }) => kind !== 'act-number').map(({ text }) => text.replace(/\.$/, ''));
  if (isAbbreviated(content)) return isOwnAbbreviated(own, words.map(fold), numbers);
  const isGeneric = words.every((word) => generic.has(fold(word)));
  return (isGeneric && numbers.length === 0) || isOwnName(own, words, numbers);
}
