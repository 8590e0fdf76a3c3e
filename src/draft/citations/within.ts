import { fold } from '../structure/numbers/markers.ts';
import { romanValue } from '../structure/numbers/numerals.ts';
import type { Provision } from '../structure/provision.ts';
import { hasPart, isNumbered, type Span } from './counted.ts';
import { citationOfLabel } from './label.ts';
import type { Citation } from './types.ts';
import { groupLabels, sectionLabels, transitionalLabels, unitLabels } from './vocabulary.ts';

/**
 * Whether words stand in the cited provision.
 * @param path the provisions around the words, outermost first
 * @param span the words, for a citation that names a sentence or a paragraph; without it, that part only has to exist
 */
export function standsIn(path: readonly Provision[], cited: Citation, span?: Span): boolean {
  if (cited.columns && !path.some(({ isColumn, label }) => isColumn && cited.columns?.includes(fold(label)))) return false;
  if (cited.columns && cited.word === '' && cited.numbers.length === 0) return true;
  const numbered = withNumberedLine(path, cited);
  return numbered
    ? standsInNumbered(path, numbered, span)
    : standsInNumbered(path, cited, span) || standsInCounted(path, cited, span);
}

/** Swiss articles number their alinéas: `art. 2 al. 1 let. b` is `art. 2(1)(b)` if the article has nothing but numbered paragraphs. */
function withNumberedLine(path: readonly Provision[], cited: Citation): Citation | undefined {
  const { part, ...whole } = cited;
  if (part?.kind !== 'line' || part.last || part.to !== undefined) return undefined;
  const article = path.find(({ kind }) => kind === 'unit');
  const areNumbered =
    article?.text === '' && article.children.every(({ kind, marker }) => kind !== 'point' || /^\(?\d/.test(marker ?? ''));
  const own = areNumbered ? citationOfLabel(article.label) : undefined;
  if (!own || !article?.children.some(isNumbered)) return undefined;
  const at = own.numbers.length;
  return { ...whole, numbers: [...whole.numbers.slice(0, at), String(part.number), ...whole.numbers.slice(at)] };
}

/** Whether words stand in an unnumbered paragraph that is cited by a number, in a provision that numbers none of its paragraphs. */
function standsInCounted(path: readonly Provision[], cited: Citation, span?: Span): boolean {
  const around = aroundCounted(cited);
  const whole = around && path.find(({ label }) => isSame(citationOfLabel(label), around));
  return whole !== undefined && !whole.children.some(isNumbered) && standsInNumbered(path, around as Citation, span);
}

function isSame(own: Citation | undefined, cited: Citation): boolean {
  const { part: _, ...whole } = cited;
  return (
    own !== undefined &&
    liesWithin(own, { ...whole, numbers: whole.numbers.slice(0, own.numbers.length) }) &&
    own.numbers.length > 0
  );
}

/** A citation with its counted number as a part: `art. 26`, second paragraph, for `artículo 26, párrafo 2`. */
function aroundCounted({ counts, ...cited }: Citation): Citation | undefined {
  if (counts === undefined || cited.part?.kind === 'opening') return undefined;
  const number = Number.parseInt(cited.numbers[counts] ?? '', 10);
  const isOuter = counts < cited.numbers.length - 1;
  const paragraph = { kind: 'paragraph' as const, number, ...(isOuter && { outer: true as const }) };
  const part = cited.part?.kind === 'sentence' ? { ...cited.part, inside: paragraph } : paragraph;
  return { ...cited, numbers: cited.numbers.filter((_, depth) => depth !== counts), part };
}

/** An article that was inserted after another, as in Russia: article 7.1 is no part of article 7. */
const dottedArticle = /^(?:.*, )?art\. \d+\.\d+$/u;

function standsInNumbered(path: readonly Provision[], cited: Citation, span?: Span): boolean {
  const isDotted = path.some(({ kind, label }) => kind === 'unit' && dottedArticle.test(label));
  const own = path.flatMap((provision) => {
    const citation = citationOfLabel(provision.label);
    return citation ? [{ provision, citation: isDotted ? { ...citation, dotted: true as const } : citation }] : [];
  });
  if (!own.some(({ citation }) => liesWithin(citation, cited))) return false;
  if (!(cited.within ?? []).every((group) => own.some(({ citation }) => liesWithin(citation, group)))) return false;
  const { part } = cited;
  const whole = own.find(({ citation }) => liesWithin(citation, cited) && liesWithin(cited, citation));
  if (part === undefined || whole === undefined) return true;
  // "caput, II": the points belong to the words before them.
  if (part.kind === 'opening' && part.outer) return true;
  // "Abs. 2 Satz 1 Nr. 3": the sentence is one of Abs. 2.
  const outer = own.filter(({ citation }) => liesWithin(cited, citation) && !liesWithin(citation, cited));
  const around = part.outer ? outer : [whole];
  return around.some(({ provision }) => hasPart(provision, part, span));
}

/** Whether a provision is the cited one or is inside it. */
export function liesWithin(inner: Citation, outer: Citation): boolean {
  if (outer.columns && !inner.columns?.some((column) => outer.columns?.includes(column))) return false;
  if (outer.inserting) {
    return inner.inserting !== undefined && liesInside(inner, outer) && liesWithin(inner.inserting, outer.inserting);
  }
  if (liesInside(inner, outer)) return true;
  return inner.inserting !== undefined && isUnmistakable(outer) && liesInside(inner.inserting, outer);
}

/**
 * Whether a number is unlike those that a bill gives its own provisions, so that `section 12B` or `section 22902` alone means what
 * the bill inserts.
 */
function isUnmistakable({ numbers: [number = ''] }: Citation): boolean {
  return /^\d{3,}|^\d+[a-z]|^\d+[-:.]\d/.test(number);
}

function liesInside(inner: Citation, outer: Citation): boolean {
  if (inner.dotted && !outer.dotted && outer.to === undefined && unitLabels.has(outer.word)) return false;
  if (!isSameKind(inner.word, outer.word)) return false;
  const lastDepth = outer.numbers.length - 1;
  const isGroup = groupLabels.has(outer.word);
  return outer.numbers.every((number, depth) => {
    const own = inner.numbers[depth];
    if (own === undefined) return false;
    if (depth === lastDepth && outer.to !== undefined) return isBetween(own, number, outer.to);
    // Labels in Colombian laws have the word: `art. 26(parágrafo 1)`.
    return (
      own === number ||
      (outer.exact !== true && own === `paragrafo${number}`) ||
      (isGroup && depth === 0 && isSameNumeral(own, number))
    );
  });
}

/** Whether one is the Roman numeral of the other: Chapter 3 is `CHAPTER III`. */
function isSameNumeral(own: string, number: string): boolean {
  const [roman, arabic] = /^\d+$/.test(number) ? [own, number] : [number, own];
  return /^\d+$/.test(arabic) && romanValue(roman) === Number(arabic);
}

function isSameKind(own: string, cited: string): boolean {
  if (transitionalLabels.has(own) && transitionalLabels.has(cited)) return true;
  return own === cited || (sectionLabels.has(own) && sectionLabels.has(cited)) || (cited === '' && unitLabels.has(own));
}

function isBetween(value: string, from: string, to: string): boolean {
  const compare = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
  // 16a is within 14 to 16, but 160 is not.
  return compare(value, from) >= 0 && (compare(value, to) < 0 || (value.startsWith(to) && !/^\d/.test(value.slice(to.length))));
}
