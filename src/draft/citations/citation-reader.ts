import { isArabic, type Token } from './tokens.ts';
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
  orNumberedWords,
  plurals,
  rangeWords,
  unnumberedParts,
} from './vocabulary.ts';

/**
 * Reads the words and numbers of a citation one after the other. A number belongs to the word before it; a number in brackets, or
 * after a word such as "paragraph", is inside the provision that was read last.
 */
export class CitationReader {
  readonly #found: { word: string; numbers: string[]; to?: string; within?: Citation[]; counts?: number; dotted?: true }[] = [];
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
      this.#isInnerList = innerPlurals.has(text) || ((innerSingulars.has(text) || label === '§') && !this.#isPlural);
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

  #addNumber({ kind, text, afterComma, dotted }: Token, afterBracket: boolean): void {
    const current = this.#found.at(-1);
    // "(a), (b) and (c)", "paragraphs 2, 3 and 4", "(2)(a) and (3)": beside the last number of the same type.
    const level = levelBeside(current?.numbers ?? [], text);
    const isList = this.#isInnerList || (kind === 'bracket' && afterBracket);
    const isBeside = this.#isJoined || (afterComma && !this.#isDeeper && isList && level > 0);
    // "art. 7, II e IX": both are points.
    const isPointBeside = this.#isJoined && !this.#isNamed && level > 0 && /^(?:[ivxlcdm]+|\p{L})$/u.test(text);
    const isInner = this.#isDeeper || (kind === 'bracket' && !this.#isNamed) || (isBeside && this.#isInnerList) || isPointBeside;
    if (this.#isRangeEnd && current) {
      current.to = text;
      this.#isRangeEnd = false;
      this.#isDeeper = false;
    } else if (isInner) {
      if (isBeside && current) {
        const { word, numbers, counts } = current;
        this.#found.push({ word, numbers: [...numbers.slice(0, level), text], ...(counts === level && { counts }) });
      } else if (current) {
        if (isArabic(text) && orNumberedWords.has(this.#lastName)) current.counts = current.numbers.length;
        current.numbers.push(text);
      }
      this.#isDeeper = false;
    } else if (this.#word !== '' || (isArabic(text) && !this.#isForeign && (current === undefined || this.#isJoined))) {
      // `art. 4º, § 2º, III`: after a comma a Roman numeral or letter is further in, an Arabic number is the next article.
      if (!this.#isJoined && afterComma && !isArabic(text) && current) {
        // "art. 5, a), b)": after a letter, a letter is the next point.
        if (level > 0 && level === current.numbers.length - 1 && styleOf(current.numbers[level] ?? '') === styleOf(text))
          this.#found.push({ word: current.word, numbers: [...current.numbers.slice(0, level), text] });
        else current.numbers.push(text);
      } else
        this.#found.push({
          word: this.#word,
          numbers: [text],
          ...(dotted && { dotted }),
          ...(this.#groups.length > 0 && { within: this.#groups }),
        });
    }
  }
}

/** The depth of the last number that another one may stand beside: of its style, else of any that is Arabic as it is, or not. */
function levelBeside(numbers: readonly string[], text: string): number {
  const inner = (isLike: (each: string) => boolean): number => numbers.findLastIndex((each, depth) => depth > 0 && isLike(each));
  const last = numbers.at(-1) ?? '';
  // After point (h), (i) is a letter.
  if (numbers.length > 1 && last.length === 1 && text.length === 1 && last.charCodeAt(0) + 1 === text.charCodeAt(0))
    return numbers.length - 1;
  const same = inner((each) => styleOf(each) === styleOf(text));
  return same > 0 ? same : inner((each) => isArabic(each) === isArabic(text));
}

function styleOf(number: string): 'arabic' | 'roman' | 'letter' {
  if (isArabic(number)) return 'arabic';
  return /^(?:[ivx]|[ivxlcdm]{2,})$/.test(number) ? 'roman' : 'letter';
}

function isKnown(word: string): boolean {
  return [leadingWords, unnumberedParts, conjunctions, rangeWords, numberWords].some((words) => words.has(word));
}

/** Whether a provision of the first kind stands in a group of the second: articles in chapters, chapters in parts. */
function isInGroup(label: string, group: string): boolean {
  const [inner, outer] = [groupRanks.get(label), groupRanks.get(group)];
  return outer !== undefined && label !== group && (inner === undefined ? !annexLabels.has(label) : true) && label !== 'rec.';
}
