import numbering from '../structure/numbering.json' with { type: 'json' };
import { fold } from '../structure/numbers/markers.ts';
import { CitationReader } from './citation-reader.ts';
import { withoutColumns } from './columns.ts';
import { citationOfLabel } from './label.ts';
import { readLocalCitations } from './local.ts';
import { countedPartIn } from './parts.ts';
import { normalizedCitation } from './spelling.ts';
import { tokensOf } from './tokens.ts';
import type { Citation } from './types.ts';
import { annexLabels, labelOfWord, unnumberedNames } from './vocabulary.ts';

/**
 * Reads citations as people write them: `art. 14(2)(b)`, `Article 14(2), point (b)`, `§ 3 Abs. 2 Nr. 1`, `art. 4º, § 2º, III`,
 * `arts. 14 and 16-18`, `s 12A(1)`.
 * @param names the columns of the draft that set versions side by side: `Art. 9(2), EP mandate`
 * @returns one citation for each provision or range named; empty if none is recognised
 */
export function readCitations(at: string, names: readonly string[] = []): Citation[] {
  const { rest, columns } = withoutColumns(at, names);
  if (columns.length === 0) return citationsIn(rest);
  // The name of a column alone is the whole column.
  if (!/\p{N}/u.test(rest) && citationsIn(rest).length === 0) return [{ word: '', numbers: [], columns }];
  return citationsIn(rest).map((citation) => ({ ...citation, columns }));
}

function citationsIn(at: string): Citation[] {
  const visible = at.normalize('NFC').replace(unprinted, '');
  const whole = visible.trim();
  const unnumbered = unnumberedNames.get(fold(whole));
  if (unnumbered !== undefined) return [{ word: unnumbered, numbers: [] }];
  const memorandum = memorandumIn(fold(whole));
  if (memorandum) return [memorandum];
  const annex = annexLabelOf(whole);
  if (annex !== undefined) return [{ word: annex, numbers: [] }];
  const note = noteIn(fold(whole));
  if (note !== undefined) return [{ word: 'note', numbers: [note] }];
  const own = /[ºª]/.test(whole) ? undefined : citationOfLabel(whole);
  if (own?.word && !own.columns) return [{ ...own, exact: true, ...(dottedNumber.test(whole) && { dotted: true as const }) }];
  const local = readLocalCitations(whole);
  if (local) return local;
  const openingAnd = openingAndMore.exec(fold(whole));
  if (openingAnd) return readOpeningAnd(openingAnd[1] ?? '', openingAnd[2] ?? '');
  const inserted = insertion.exec(fold(whole));
  if (inserted) return readInsertion(inserted[1] ?? '', inserted[2] ?? '');
  const found = new CitationReader().read(tokensOf(normalizedCitation(whole)));
  const part = found.length === 1 ? countedPartIn(visible) : undefined;
  return part ? found.map((citation) => ({ ...citation, part })) : found;
}

/** A label whose first number has a dot: `art. 7.1(2)`. */
const dottedNumber = /^(?:.*, )?\S+ \d+\.\d/u;

/** Characters that print nothing, such as a zero-width space. */
const unprinted = /\p{Cf}|[\ufe00-\ufe0f]/gu;

/** `art. 18, caput e § 1º`. */
const openingAndMore = new RegExp(
  `^(.{1,200}?),?\\s+(?:caput|chapeau)\\s+(?:${numbering.joining.join('|')})\\s+(.{1,200})$`,
  'u',
);

function readOpeningAnd(outer: string, more: string): Citation[] {
  const whole = readCitations(outer);
  const inside = readCitations(`${outer}, ${more}`);
  return [...whole.map((citation): Citation => ({ ...citation, part: { kind: 'opening' } })), ...inside];
}

const aroundName = new RegExp(
  `^(?:the )?(${numbering.around.flatMap(({ words }) => words).join('|')})(?!\\p{L})[\\s,:;(–-]*(.*)$`,
  'u',
);
const paragraphNumber = /(\d{1,3}(?:\.\d{1,3})*)\s*\)?\.?$/u;

/** `Explanatory Memorandum, para. 1`. */
function memorandumIn(text: string): Citation | undefined {
  const [, name = '', rest = ''] = aroundName.exec(text.slice(0, 300)) ?? [];
  const word = unnumberedNames.get(name);
  if (word === undefined) return undefined;
  const mark = paragraphNumber.exec(rest)?.[1];
  return { word, numbers: [], ...(mark !== undefined && { part: { kind: 'marked', mark } }) };
}

const joined = `(?:${numbering.joining.join('|')})`;
const noteWithPlace = new RegExp(
  `^(.*?)(?<![\\p{L}])(?:${numbering.noteWords.join('|')})\\s*\\(?(\\d{1,4}|\\*+)\\)?(?![\\p{L}\\d])(.*)$`,
  'u',
);

/** The number of a footnote that is named with the provision that it belongs to: `s. 1(2), fn. 1`, `footnote 1 to s. 1(2)`. */
function noteIn(text: string): string | undefined {
  const match = noteWithPlace.exec(text.slice(0, 300));
  if (!match) return undefined;
  const [, before = '', number = '', after = ''] = match;
  const isList =
    new RegExp(`(?:^|\\s)${joined}\\s*$`, 'u').test(before) || new RegExp(`^\\s*(?:[,;–-]|${joined}(?!\\p{L}))`, 'u').test(after);
  return isList || !/\d|\p{L}/u.test(before + after) ? undefined : number;
}

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
