import { spelledOut } from './citation-spelling.ts';
import { plain } from './markers.ts';
import numbering from './numbering.json' with { type: 'json' };

/** A provision as it was cited, in a form that can be compared: the kind's label, then the numbers from the outside in. */
export interface Citation {
  /** `art.`, `rec.`, `annex`; empty where only paragraphs are named. */
  readonly word: string;
  /** `14`, `2`, `b`: lower case, without brackets. */
  readonly numbers: readonly string[];
  /** Last number of a range, at the depth of the last of `numbers`. */
  readonly to?: string;
}

const wordOf = new Map<string, string>();
for (const [label, words] of [
  ...Object.values(numbering.groups).map((entry) => [entry.label, entry.words] as const),
  ...Object.values(numbering.units).map((entry) => [entry.label, entry.words] as const),
  ...Object.values(numbering.annexes).map((entry) => [entry.label, entry.words] as const),
  [numbering.recital.label, numbering.recital.words] as const,
  ['para.', ['para.', 'paras.', 'paragraph', 'paragraphs']] as const,
  ['preamble', ['preamble', 'preambule', 'preambulo', 'praambel']] as const,
  [numbering.transitional.label, [numbering.transitional.label]] as const,
  ...numbering.supplement.kinds.map((kind) => [`disp-${kind}`, [`disp-${kind}`]] as const),
]) {
  for (const word of words) wordOf.set(word, label);
}
const inside = new Set(numbering.paragraphWords);
const numberWords = new Map(Object.entries(numbering.numberWords));
/** In French an unnumbered paragraph, in Portuguese a point with a letter. */
const alinea = new Set(['alinea', 'al.']);
/** Kinds that are one and the same to those who cite: a bill's clauses are an act's sections. */
const likeSections = new Set(['sec.', 'cl.', '§']);
const unitKinds = new Set<string>([...Object.values(numbering.units).map(({ label }) => label), 'para.']);
const plurals = new Set([
  'arts',
  'arts.',
  'articles',
  'articulos',
  'artigos',
  '§§',
  'sections',
  'ss.',
  'clauses',
  'recitals',
  'recs.',
]);
/** After these, `2 and 3` are both inside the provision: `Article 14, paragraphs 2 and 3`. */
const innerPlurals = new Set(['paragraphs', 'paras', 'paras.', 'points']);
const joining = new Set(['and', 'or', 'y', 'e', 'et', 'ou', 'und', 'oder', 'sowie', '&']);
const upTo = new Set(['-', '–', '—', 'to', 'a', 'bis', 'au', 'until', 'through']);

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
  for (const token of tokens(spelledOut(at))) {
    const current = found.at(-1);
    // "the first sentence of Article 14": the next kind that is named has its own number.
    if (token.kind === 'word' && (wordOf.has(token.text) || inside.has(token.text))) skip = '';
    if (skip !== '' && token.kind !== 'word') {
      if (alinea.has(skip) && /^\p{L}$/u.test(token.text)) current?.numbers.push(token.text);
      skip = '';
    } else if (numbering.notNumbered.includes(token.text)) skip = token.text;
    else if (token.kind === 'word') {
      const label = wordOf.get(token.text);
      const isParagraph = inside.has(token.text) && current !== undefined && !joined;
      // `§ 2` within an article is its paragraph; `para. 3` after an annex is its point.
      if (isParagraph || (label === '§' && current !== undefined && current.word !== '§' && !joined)) {
        deeper = true;
        listed = innerPlurals.has(token.text);
      } else if (label !== undefined) {
        listed = false;
        word = label;
        named = true;
        if (label === 'preamble') found.push({ word, numbers: [] });
        else if (current?.word === 'annex' || current?.word === 'sched.' || current?.word === 'app.') deeper = !joined;
        else deeper = false;
      } else if (joining.has(token.text)) joined = true;
      else if (upTo.has(token.text)) range = true;
    } else if (range && current) {
      current.to = token.text;
      range = false;
    } else if ((token.kind === 'bracket' && !named) || deeper || (joined && listed)) {
      if (joined && current) {
        found.push({ word: current.word, numbers: [...current.numbers.slice(0, -1), token.text] });
      } else if (current) current.numbers.push(token.text);
      joined = false;
      named = false;
      deeper = token.kind === 'bracket' && deeper;
    } else {
      named = false;
      // "14(2)" names whatever the draft is cited by.
      if (word === '' && (current !== undefined || !/^\d/.test(token.text))) continue;
      // `art. 4º, § 2º, III`: after a comma a Roman number or letter goes on inward, an Arabic one names the next article.
      const inward = current !== undefined && !joined && token.afterComma && !/^\d/.test(token.text);
      if (inward) current.numbers.push(token.text);
      else found.push({ word, numbers: [token.text] });
      joined = false;
    }
  }
  return found;
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
  for (const [whole, sign, bracket, number, word, mark] of at.matchAll(pattern)) {
    const afterComma = comma;
    const range = plural ? /^(\d+)-(\d+)$/.exec(number ?? '') : null;
    if (sign || word) plural = plurals.has(whole);
    comma = mark === ',' || mark === ';';
    if (sign) found.push({ kind: 'word', text: '§', afterComma });
    else if (bracket) found.push({ kind: 'bracket', text: bracket, afterComma });
    // "arts. 14-16" is a range, "art. 6-1" is a number.
    else if (range) {
      found.push({ kind: 'number', text: range[1] ?? '', afterComma }, { kind: 'word', text: '-', afterComma: false });
      found.push({ kind: 'number', text: range[2] ?? '', afterComma: false });
    } else if (number) {
      const [first = '', ...levels] = number.split('.');
      found.push({ kind: afterComma && whole.endsWith('°') ? 'bracket' : 'number', text: first, afterComma });
      // "3.1" goes inward like "3(1)".
      for (const text of levels) found.push({ kind: 'bracket', text, afterComma: false });
    } else if (word) found.push(wordToken(word, afterComma, found));
    else if (mark && mark !== ',' && mark !== ';') found.push({ kind: 'word', text: mark, afterComma });
  }
  return found;
}

/** A word that names a kind, or a Roman number or letter standing for a number. */
function wordToken(text: string, afterComma: boolean, before: readonly Token[]): Token {
  const bare = text.replace(/\.$/, '');
  const known = wordOf.has(text) || inside.has(text) || joining.has(text) || upTo.has(text);
  const previous = before.at(-1);
  const numberExpected =
    previous?.kind === 'word' && (wordOf.has(previous.text) || inside.has(previous.text) || alinea.has(previous.text));
  const isNumber = /^(?:[ivxlcdm]+|\p{L})(?:bis|ter|quater)?$/u.test(bare);
  const inWords = numberWords.get(bare);
  if (numberExpected && inWords !== undefined) return { kind: 'number', text: plain(inWords), afterComma };
  if (isNumber && (numberExpected || (afterComma && (!known || text.length === 1))))
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
  return outer && /^(?:annex|sched\.|app\.)$/.test(outer.word)
    ? { word: outer.word, numbers: [...outer.numbers, ...numbers] }
    : { word: word || (number ? '' : 'preamble'), numbers };
}

/** A number of a label as citations are spelled: `2 bis` as `2bis`, `L. 123-4` as `l123-4`, `3.1` as 3 and 1. */
function levelsOf(number: string): string[] {
  const spelled = plain(number)
    .replace(/^([lrda])\. /, '$1')
    .replace(/\s/g, '');
  return /^\d+(?:\.\d+)+$/.test(spelled) ? spelled.split('.') : [spelled];
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
  return compare(value, from) >= 0 && (compare(value, to) <= 0 || (value.startsWith(to) && !/^\d/.test(value.slice(to.length))));
}
