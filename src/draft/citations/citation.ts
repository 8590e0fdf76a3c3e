import numbering from '../structure/numbering.json' with { type: 'json' };
import { fold } from '../structure/numbers/markers.ts';
import { chineseNumeral, wholeNumber } from '../structure/numbers/numerals.ts';
import { citationOfLabel } from './label.ts';
import { countedPartIn } from './parts.ts';
import { normalizedCitation } from './spelling.ts';
import { isArabic, type Token, tokensOf } from './tokens.ts';
import type { Citation } from './types.ts';
import {
  alineaWords,
  annexLabels,
  conjunctions,
  groupRanks,
  innerPlurals,
  innerSingulars,
  innerWords,
  labelOfWord,
  leadingWords,
  numberWords,
  plurals,
  rangeWords,
  unnumberedNames,
  unnumberedParts,
} from './vocabulary.ts';

/**
 * Reads citations as people write them: `art. 14(2)(b)`, `Article 14(2), point (b)`, `§ 3 Abs. 2 Nr. 1`, `art. 4º, § 2º, III`,
 * `arts. 14 and 16-18`, `s 12A(1)`.
 * @returns one citation for each provision or range named; empty if none is recognised
 */
export function readCitations(at: string): Citation[] {
  const visible = at.normalize('NFC').replace(unprinted, '');
  const whole = visible
    .trim()
    .replace(characterCitation, (_, number: string, character: string) => ` ${characterWords[character]} ${wholeNumber(number)} `)
    .trim();
  const unnumbered = unnumberedNames.get(fold(whole));
  if (unnumbered !== undefined) return [{ word: unnumbered, numbers: [] }];
  const annex = annexLabelOf(whole);
  if (annex !== undefined) return [{ word: annex, numbers: [] }];
  const own = citationOfLabel(whole);
  if (own?.word) return [{ ...own, exact: true }];
  const inserted = insertion.exec(fold(whole));
  if (inserted) return readInsertion(inserted[1] ?? '', inserted[2] ?? '');
  const found = new CitationReader().read(tokensOf(normalizedCitation(whole)));
  const part = found.length === 1 ? countedPartIn(visible) : undefined;
  return part ? found.map((citation) => ({ ...citation, part })) : found;
}

/** Characters that print nothing, such as a zero-width space. */
const unprinted = /\p{Cf}|[\ufe00-\ufe0f]/gu;

/** `第三条第二款`: Chinese and Japanese names of provisions. */
const characterCitation = new RegExp(`第\\s*(${chineseNumeral}|[\\d０-９]{1,4})\\s*([条條章节節编編款项項号])`, 'gu');
const characterWords: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(numbering.characters).map(([character, kind]) => [character, kind])),
  款: 'paragraph',
  项: 'point',
  項: 'paragraph',
  号: 'point',
};

/** The label of an annex without a number: `the Schedule`, `Anexo`. */
function annexLabelOf(text: string): string | undefined {
  const label = labelOfWord.get(fold(text).replace(/^(?:the|la|el|o|a|l'|der|die|das|le|les) ?/, ''));
  return label !== undefined && annexLabels.has(label) ? label : undefined;
}

/** `clause 2(2), new section 12B(1)`, `art. 1(3), inserting art. 5a`. */
const insertion = new RegExp(`^(.{0,300}?)[,;]?\\s*(?<!\\p{L})(?:${numbering.amending.inserted.join('|')})\\s+(.{1,300})$`, 'u');

function readInsertion(outer: string, inner: string): Citation[] {
  const [by, inserted] = [readCitations(outer).at(-1), readCitations(inner).at(-1) ?? bracketsOnly(inner)];
  if (!inserted) return by ? [by] : [];
  return [by ? { ...by, inserting: inserted } : inserted];
}

/** `(ba)` after `inserting`, which is a point of the provision that the draft amends. */
function bracketsOnly(text: string): Citation | undefined {
  const numbers = [...text.matchAll(/\(\s*([\p{L}\d]+)\s*\)/gu)].map(([, number = '']) => number);
  return numbers.length > 0 ? { word: '', numbers } : undefined;
}

class CitationReader {
  readonly #found: { word: string; numbers: string[]; to?: string; within?: Citation[] }[] = [];
  /** The groups that were named before the next provision: `Chapter II` before `Article 5`. */
  #groups: Citation[] = [];
  /** The label of the kind that was named last. */
  #word = '';
  /** The last word for a kind or an inner part. */
  #lastName = '';
  /** Whether the last word for a kind was a plural. */
  #isPlural = false;
  /** Whether the kind was named directly before the next number. */
  #isNamed = false;
  /** Whether "and" or "or" precedes the next number. */
  #isJoined = false;
  /** Whether the next number ends a range. */
  #isRangeEnd = false;
  /** Whether the next number is one level further in. */
  #isDeeper = false;
  /** Whether further numbers are beside the last one, inside the same provision. */
  #isInnerList = false;
  /** Whether a word before the next number names nothing that is known: the number in "page 3" is not that of a provision. */
  #isForeign = false;
  /** The word for an unnumbered part, such as "sentence", whose numbers are ignored; otherwise empty. */
  #unnumberedPart = '';

  read(tokens: readonly Token[]): Citation[] {
    let previous: Token | undefined;
    for (const token of tokens) {
      if (token.kind === 'word') this.#readWord(token.text);
      else this.#readNumber(token, previous?.kind === 'bracket');
      previous = token;
    }
    return this.#found;
  }

  #readWord(text: string): void {
    const current = this.#found.at(-1);
    const label = labelOfWord.get(text);
    if (label !== undefined || innerWords.has(text)) this.#isForeign = false;
    else if (/^\p{L}/u.test(text) && !isKnown(text)) this.#isForeign = true;
    const name = label ?? text;
    const isRepeated = name === this.#lastName;
    // `§ 2` after an article is its paragraph; `para. 3` after an annex is its point.
    const isInner =
      current !== undefined &&
      label !== current.word &&
      (innerWords.has(text) || (label === '§' && !groupRanks.has(current.word)));
    if (label !== undefined || innerWords.has(text)) {
      // "the first sentence of Article 14": 14 is the number of the article.
      this.#unnumberedPart = '';
      // "Article 3 – paragraph 2" is not a range, "§ 3 bis § 5" is one.
      if (!isRepeated) this.#isRangeEnd = false;
      this.#lastName = name;
    }
    if (unnumberedParts.has(text)) this.#unnumberedPart = text;
    else if (isInner && !this.#isJoined) {
      this.#isDeeper = true;
      this.#isInnerList = innerPlurals.has(text) || (innerSingulars.has(text) && !this.#isPlural);
    } else if (isInner && isRepeated) {
      // "paragraph 2 and paragraph 3".
      this.#isInnerList = true;
    } else if (label !== undefined) this.#readKind(label, text);
    else if (conjunctions.has(text)) {
      this.#isJoined = true;
      // "§§ 3 Satz 1 und 5": 5 is the next section.
      if (this.#isPlural) this.#unnumberedPart = '';
    } else if (rangeWords.has(text)) this.#isRangeEnd = true;
  }

  #readKind(label: string, text: string): void {
    const current = this.#found.at(-1);
    this.#word = label;
    this.#isNamed = true;
    this.#isPlural = plurals.has(text);
    this.#groups = [];
    if (label === 'preamble') this.#found.push({ word: label, numbers: [] });
    else if (current && !this.#isJoined && isInGroup(label, current.word)) {
      this.#found.pop();
      const { within = [], ...group } = current;
      this.#groups = [...within, group];
    } else {
      this.#isDeeper = current !== undefined && annexLabels.has(current.word) && current.word !== label && !this.#isJoined;
    }
    // "Schedule 1, articles 3 and 4": both belong to the schedule.
    this.#isInnerList = this.#isDeeper && this.#isPlural;
  }

  #readNumber(token: Token, afterBracket: boolean): void {
    if (this.#unnumberedPart !== '') {
      const isPoint = token.kind === 'bracket' || (alineaWords.has(this.#unnumberedPart) && /^\p{L}$/u.test(token.text));
      this.#isJoined = false;
      if (!isPoint) {
        // "Satz 1 und 2", "alinéas 1 à 3".
        this.#isRangeEnd = false;
        if (this.#isPlural) this.#unnumberedPart = '';
        return;
      }
      this.#unnumberedPart = '';
      this.#isDeeper = true;
      this.#isInnerList = true;
    }
    this.#addNumber(token, afterBracket);
    this.#isJoined = false;
    this.#isNamed = false;
  }

  #addNumber({ kind, text, afterComma }: Token, afterBracket: boolean): void {
    const current = this.#found.at(-1);
    // "(a), (b) and (c)", "paragraphs 2, 3 and 4", "(2)(a) and (3)": beside the last number of the same type.
    const level = (current?.numbers ?? []).findLastIndex((each, depth) => depth > 0 && isArabic(each) === isArabic(text));
    const isList = this.#isInnerList || (kind === 'bracket' && afterBracket);
    const isBeside = this.#isJoined || (afterComma && !this.#isDeeper && isList && level > 0);
    const isInner = this.#isDeeper || (kind === 'bracket' && !this.#isNamed) || (isBeside && this.#isInnerList);
    if (this.#isRangeEnd && current) {
      current.to = text;
      this.#isRangeEnd = false;
      this.#isDeeper = false;
    } else if (isInner) {
      if (isBeside && current) this.#found.push({ word: current.word, numbers: [...current.numbers.slice(0, level), text] });
      else current?.numbers.push(text);
      this.#isDeeper = false;
    } else if (this.#word !== '' || (isArabic(text) && !this.#isForeign && (current === undefined || this.#isJoined))) {
      // `art. 4º, § 2º, III`: after a comma a Roman numeral or letter is further in, an Arabic number is the next article.
      if (!this.#isJoined && afterComma && !isArabic(text)) current?.numbers.push(text);
      else this.#found.push({ word: this.#word, numbers: [text], ...(this.#groups.length > 0 && { within: this.#groups }) });
    }
  }
}

function isKnown(word: string): boolean {
  return [leadingWords, unnumberedParts, conjunctions, rangeWords, numberWords].some((words) => words.has(word));
}

/** Whether a provision of the first kind stands in a group of the second: articles in chapters, chapters in parts. */
function isInGroup(label: string, group: string): boolean {
  const [inner, outer] = [groupRanks.get(label), groupRanks.get(group)];
  return outer !== undefined && label !== group && (inner === undefined ? !annexLabels.has(label) : true) && label !== 'rec.';
}
