import { fold } from '../structure/markers.ts';
import numbering from '../structure/numbering.json' with { type: 'json' };
import { spelledOut } from './spelling.ts';

/** A provision as it was cited, in a form that can be compared: the kind's label, then the numbers from the outside in. */
export interface Citation {
  /** `art.`, `rec.`, `annex`; empty where only paragraphs are named. */
  readonly word: string;
  /** `14`, `2`, `b`: lower case, without brackets. */
  readonly numbers: readonly string[];
  /** Last number of a range, at the depth of the last of `numbers`. */
  readonly to?: string;
}

const plurals = new Set<string>(Object.values(numbering.several.words).flat());
const wordOf = new Map<string, string>();
for (const { label, words } of [
  ...Object.values(numbering.groups),
  ...Object.values(numbering.units),
  ...Object.values(numbering.annexes),
  ...Object.entries(numbering.several.words).map(([label, words]) => ({ label, words })),
  numbering.recital,
  { label: 'para.', words: ['para.', 'paras.', 'paragraph', 'paragraphs'] },
  { label: 'preamble', words: ['preamble', 'preambule', 'preambulo', 'praambel'] },
  { label: numbering.transitional.label, words: [numbering.transitional.label] },
]) {
  for (const word of words) wordOf.set(word, label);
}
for (const kind of numbering.supplement.kinds) wordOf.set(`disp-${kind}`, `disp-${kind}`);
const innerPlurals = new Set(numbering.severalInside.words);
const inside = new Set([...numbering.paragraphWords, ...innerPlurals]);
const numberWords = new Map(Object.entries(numbering.numberWords));
/** In French an unnumbered paragraph, in Portuguese a point with a letter. */
const alinea = new Set(['alinea', 'al.', 'alineas']);
/** Parts of a provision that have no number in ours. */
const notNumbered = new Set(numbering.notNumbered);
/** Kinds that are one and the same to those who cite: a bill's clauses are an act's sections. */
const likeSections = new Set(['sec.', 'cl.', '§']);
const unitKinds = new Set<string>([...Object.values(numbering.units).map(({ label }) => label), 'para.']);
const annexKinds = new Set<string>(Object.values(numbering.annexes).map(({ label }) => label));
/** `§ 3 Abs. 2 und 3`. */
const singularLists = new Set(numbering.severalInside.singular);
const joining = new Set(numbering.joining);
const upTo = new Set(numbering.upTo);

/**
 * Reads where a piece of evidence stands as people write it: `art. 14(2)(b)`, `Article 14(2), point (b)`, `§ 3 Abs. 2 Nr. 1`,
 * `art. 4º, § 2º, III`, `arts. 14 and 16-18`, `s 12A(1)`.
 * @returns one citation for each provision named; empty where none could be read
 */
export function readCitations(at: string): Citation[] {
  const found: { word: string; numbers: string[]; to?: string }[] = [];
  let word = '';
  let joined = false;
  let deeper = false;
  let listed = false;
  let range = false;
  let skip = '';
  let named = false;
  let several = false;
  let lastNamed = '';
  let previous: Token | undefined;
  for (const token of tokens(spelledOut(at))) {
    const current = found.at(-1);
    const before = previous;
    previous = token;
    if (token.kind === 'word') {
      const label = wordOf.get(token.text);
      const name = label ?? token.text;
      const isAgain = name === lastNamed;
      // `§ 2` within an article is its paragraph; `para. 3` after an annex is its point.
      const isInner = current !== undefined && label !== current.word && (inside.has(token.text) || label === '§');
      if (label !== undefined || inside.has(token.text)) {
        // "the first sentence of Article 14": the next kind that is named has its own number.
        skip = '';
        // "Article 3 – paragraph 2" is no range, "§ 3 bis § 5" is one.
        if (!isAgain) range = false;
        lastNamed = name;
      }
      if (notNumbered.has(token.text)) skip = token.text;
      else if (isInner && !joined) {
        deeper = true;
        listed = innerPlurals.has(token.text) || (singularLists.has(token.text) && !several);
      } else if (isInner && isAgain) {
        // "paragraph 2 and paragraph 3".
        listed = true;
      } else if (label !== undefined) {
        word = label;
        named = true;
        several = plurals.has(token.text);
        if (label === 'preamble') found.push({ word, numbers: [] });
        else deeper = current !== undefined && annexKinds.has(current.word) && current.word !== label && !joined;
        // "Schedule 1, articles 3 and 4": both are the schedule's.
        listed = deeper && several;
      } else if (joining.has(token.text)) {
        joined = true;
        // "§§ 3 Satz 1 und 5": the next section.
        if (several) skip = '';
      } else if (upTo.has(token.text)) range = true;
      continue;
    }
    if (skip !== '') {
      const isPoint = token.kind === 'bracket' || (alinea.has(skip) && /^\p{L}$/u.test(token.text));
      // "Satz 1 und 2", "alinéas 1 à 3" name nothing that has a number in ours.
      if (!isPoint) {
        joined = false;
        range = false;
        if (several) skip = '';
        continue;
      }
      skip = '';
      deeper = true;
      listed = true;
      joined = false;
    }
    // "(a), (b) and (c)", "paragraphs 2, 3 and 4", "(2)(a) and (3)": beside the last that is like it.
    const level = (current?.numbers ?? []).findLastIndex((each, depth) => depth > 0 && isArabic(each) === isArabic(token.text));
    const isList = listed || (token.kind === 'bracket' && before?.kind === 'bracket');
    const beside = joined || (token.afterComma && !deeper && isList && level > 0);
    if (range && current) {
      current.to = token.text;
      range = false;
      deeper = false;
    } else if ((token.kind === 'bracket' && !named) || deeper || (beside && listed)) {
      if (beside && current) found.push({ word: current.word, numbers: [...current.numbers.slice(0, level), token.text] });
      else current?.numbers.push(token.text);
      deeper = false;
    } else if (word !== '' || (isArabic(token.text) && (current === undefined || joined))) {
      // "14(2)" names whatever the draft is cited by.
      // `art. 4º, § 2º, III`: after a comma a Roman number or letter goes on inward, an Arabic one names the next article.
      if (!joined && token.afterComma && !isArabic(token.text)) current?.numbers.push(token.text);
      else found.push({ word, numbers: [token.text] });
    }
    joined = false;
    named = false;
  }
  return found;
}

function isArabic(number: string): boolean {
  return /^\d/.test(number);
}

interface Token {
  readonly kind: 'word' | 'number' | 'bracket';
  readonly text: string;
  readonly afterComma: boolean;
}

function tokens(at: string): Token[] {
  const found: Token[] = [];
  const pattern =
    /(§§?)|\(\s*([\p{L}\d]+)\s*\)|([lrda]\*?\d+(?:-\d+)*|\d+(?:-\d+|\.\d+)*(?:-?\p{L}{1,2}|\p{L}{3,8})?(?![\p{L}\d]))(?:\s?°)?|(disp-\p{L}+|\p{L}+\.?)|([-–—&,;])/gu;
  let comma = false;
  let plural = false;
  for (const match of at.matchAll(pattern)) {
    const [whole, sign, bracket, number, word, mark] = match;
    const afterComma = comma;
    const [, outer = '', from = '', to = ''] = (plural && /^((?:\d+\.)*)(\d+)-\1(\d+\p{L}*)$/u.exec(whole)) || [];
    if ((sign || word) && !joining.has(whole)) plural = plurals.has(whole) || inside.has(whole);
    comma = mark === ',' || mark === ';';
    if (sign) found.push({ kind: 'word', text: sign, afterComma });
    else if (bracket) found.push({ kind: 'bracket', text: bracket, afterComma });
    else if (number) {
      // "arts. 14-16" and "arts. 2.1-2.3" are ranges, "art. 6-1" is a number.
      const [first = '', ...levels] = (to ? outer + from : number).split('.');
      found.push({ kind: afterComma && whole.endsWith('°') ? 'bracket' : 'number', text: first, afterComma });
      // "3.1" goes inward like "3(1)".
      for (const text of levels) found.push({ kind: 'bracket', text, afterComma: false });
      if (to) found.push({ kind: 'word', text: '-', afterComma: false }, { kind: 'number', text: to, afterComma: false });
    } else if (word) found.push(wordToken(word, afterComma, found, at.slice(match.index + word.length)));
    else if (mark && !comma) found.push({ kind: 'word', text: mark, afterComma });
  }
  return found;
}

/** A word that names a kind, or a Roman number or letter standing for a number. */
function wordToken(text: string, afterComma: boolean, before: readonly Token[], after: string): Token {
  const bare = text.replace(/\.$/, '');
  const known = wordOf.has(text) || inside.has(text);
  const previous = before.at(-1);
  const numberExpected =
    previous?.kind === 'word' && (wordOf.has(previous.text) || inside.has(previous.text) || alinea.has(previous.text));
  const isJoined = previous?.kind === 'word' && (joining.has(previous.text) || upTo.has(previous.text));
  // "Annexes I and II", "alíneas a) e b)".
  const other = before.at(-2);
  const goesOn = isJoined && other !== undefined && other.kind !== 'word' && !isArabic(other.text);
  const isNumber = /^(?:[ivxlcdm]+|\p{L})(?:bis|ter|quater)?$/u.test(bare);
  const inWords = numberWords.get(bare);
  // "disposiciones finales primera, segunda y tercera"; "and second" of an article, "y segunda frase" are sentences.
  const isNextDisposition =
    (isJoined || afterComma) &&
    before.findLast(({ text: word }) => wordOf.has(word))?.text.startsWith('disp-') === true &&
    !notNumbered.has(/^\s+(\p{L}+)/u.exec(after)?.[1] ?? '');
  if ((numberExpected || isNextDisposition) && inWords !== undefined) return { kind: 'number', text: fold(inWords), afterComma };
  if (isNumber && (numberExpected || (goesOn && !known) || (afterComma && (!known || text.length === 1))))
    return { kind: 'number', text: bare, afterComma };
  return { kind: 'word', text, afterComma };
}

/** The citation that a label of ours is; a label names one provision. Labels of groups have several words and are kept whole. */
export function citationOfLabel(label: string): Citation | undefined {
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
  return outer && annexKinds.has(outer.word)
    ? { word: outer.word, numbers: [...outer.numbers, ...numbers] }
    : { word: word || (number ? '' : 'preamble'), numbers };
}

/** A number of a label as citations are spelled: `2 bis` as `2bis`, `L. 123-4` as `l123-4`, `3.1` as 3 and 1. */
function levelsOf(number: string): string[] {
  const spelled = fold(number)
    .replace(/^([lrda])\. /, '$1')
    .replace(/\s/g, '');
  return /^\d+(?:\.\d+\p{L}{0,2})+$/u.test(spelled) ? spelled.split('.') : [spelled];
}

/** Whether a provision lies within what was cited, or is it. */
export function liesWithin(inner: Citation, outer: Citation): boolean {
  if (!isSameKind(inner.word, outer.word)) return false;
  const depth = outer.numbers.length - 1;
  return outer.numbers.every((number, index) => {
    const own = inner.numbers[index];
    if (own === undefined) return false;
    if (index === depth && outer.to !== undefined) return between(own, number, outer.to);
    // A Colombian article has paragraphs with that word.
    return own === number || own === `paragrafo${number}`;
  });
}

function isSameKind(own: string, cited: string): boolean {
  return own === cited || (likeSections.has(own) && likeSections.has(cited)) || (cited === '' && unitKinds.has(own));
}

function between(value: string, from: string, to: string): boolean {
  const compare = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
  // 16a lies within 14 to 16, and 160 does not.
  return compare(value, from) >= 0 && (compare(value, to) < 0 || (value.startsWith(to) && !/^\d/.test(value.slice(to.length))));
}
