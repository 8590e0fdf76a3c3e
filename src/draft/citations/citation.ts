import { fold } from '../structure/markers.ts';
import { normalizedCitation } from './spelling.ts';
import { isArabic, type Token, tokensOf } from './tokens.ts';
import {
  alineaWords,
  annexLabels,
  conjunctions,
  innerPlurals,
  innerSingulars,
  innerWords,
  labelOfWord,
  plurals,
  rangeWords,
  sectionLabels,
  unitLabels,
  unnumberedLabels,
  unnumberedParts,
} from './vocabulary.ts';

/** A cited provision in a form that can be compared. */
export interface Citation {
  /** The label of its kind: `art.`, `rec.`, `annex`; empty for a number alone, as in `14(2)`. */
  readonly word: string;
  /** From the outside in: `14`, `2`, `b`. Lower case, without brackets. */
  readonly numbers: readonly string[];
  /** The last number of a range; it replaces the last of `numbers`. */
  readonly to?: string;
}

/**
 * Reads citations as people write them: `art. 14(2)(b)`, `Article 14(2), point (b)`, `§ 3 Abs. 2 Nr. 1`, `art. 4º, § 2º, III`,
 * `arts. 14 and 16-18`, `s 12A(1)`.
 * @returns one citation for each provision or range named; empty if none is recognised
 */
export function readCitations(at: string): Citation[] {
  const whole = fold(at.trim());
  if (unnumberedLabels.has(whole)) return [{ word: whole, numbers: [] }];
  return new CitationReader().read(tokensOf(normalizedCitation(at)));
}

class CitationReader {
  readonly #found: { word: string; numbers: string[]; to?: string }[] = [];
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
    const name = label ?? text;
    const isRepeated = name === this.#lastName;
    // `§ 2` after an article is its paragraph; `para. 3` after an annex is its point.
    const isInner = current !== undefined && label !== current.word && (innerWords.has(text) || label === '§');
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
    if (label === 'preamble') this.#found.push({ word: label, numbers: [] });
    else {
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
    } else if (this.#word !== '' || (isArabic(text) && (current === undefined || this.#isJoined))) {
      // `art. 4º, § 2º, III`: after a comma a Roman numeral or letter is further in, an Arabic number is the next article.
      if (!this.#isJoined && afterComma && !isArabic(text)) current?.numbers.push(text);
      else this.#found.push({ word: this.#word, numbers: [text] });
    }
  }
}

/** Reads one of our own labels as a citation; undefined for a heading without a number. */
export function citationOfLabel(label: string): Citation | undefined {
  if (unnumberedLabels.has(label)) return { word: label, numbers: [] };
  const parts = label.split(', ');
  const last = (parts.at(-1) ?? '').replace(/^disp\. (?=\p{L})/u, 'disp-');
  const match = /^(disp-\p{L}+|\p{L}+\.?|§)?\s?((?:[LRDA]\. )?[^\s(]*(?:\s(?:[A-Z]{1,2}|[a-z]{3,8}))?)((?:\([^)]+\))*)$/u.exec(
    last,
  );
  if (!match) return undefined;
  const [, word = '', number = '', brackets = ''] = match;
  const inner = [...brackets.matchAll(/\(([^)]+)\)/g)].flatMap(([, each = '']) => levelsOf(each));
  const outer = parts.length > 1 ? citationOfLabel(parts[0] ?? '') : undefined;
  const numbers = [...(number ? levelsOf(number) : []), ...inner];
  return outer && annexLabels.has(outer.word)
    ? { word: outer.word, numbers: [...outer.numbers, ...numbers] }
    : { word: word || (number ? '' : 'preamble'), numbers };
}

/** The numbers in a label, spelled as in citations: `2 bis` as `2bis`, `L. 123-4` as `l123-4`, `3.1` as 3 and 1. */
function levelsOf(number: string): string[] {
  const spelled = fold(number)
    .replace(/^([lrda])\. /, '$1')
    .replace(/\s/g, '');
  return /^\d+(?:\.\d+\p{L}{0,2})+$/u.test(spelled) ? spelled.split('.') : [spelled];
}

/** Whether a provision is the cited one or is inside it. */
export function liesWithin(inner: Citation, outer: Citation): boolean {
  if (!isSameKind(inner.word, outer.word)) return false;
  const lastDepth = outer.numbers.length - 1;
  return outer.numbers.every((number, depth) => {
    const own = inner.numbers[depth];
    if (own === undefined) return false;
    if (depth === lastDepth && outer.to !== undefined) return isBetween(own, number, outer.to);
    // Labels in Colombian laws have the word: `art. 26(parágrafo 1)`.
    return own === number || own === `paragrafo${number}`;
  });
}

function isSameKind(own: string, cited: string): boolean {
  return own === cited || (sectionLabels.has(own) && sectionLabels.has(cited)) || (cited === '' && unitLabels.has(own));
}

function isBetween(value: string, from: string, to: string): boolean {
  const compare = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
  // 16a is within 14 to 16, but 160 is not.
  return compare(value, from) >= 0 && (compare(value, to) < 0 || (value.startsWith(to) && !/^\d/.test(value.slice(to.length))));
}
