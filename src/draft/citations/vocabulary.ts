import numbering from '../structure/numbering.json' with { type: 'json' };
import { fold } from '../structure/numbers/fold.ts';

/** The label of each word that names a kind of provision: `art.` for `articles`. */
export const labelOfWord = new Map<string, string>();
for (const { label, words } of [
  ...Object.values(numbering.groups),
  ...Object.values(numbering.units),
  ...Object.values(numbering.annexes),
  ...Object.entries(numbering.several.words).map(([label, words]) => ({ label, words })),
  numbering.recital,
  { label: 'para.', words: ['para.', 'paras.', 'paragraph', 'paragraphs'] },
  { label: 'preamble', words: ['preamble', 'preambule', 'preambulo', 'praambel'] },
  { label: 'note', words: ['note', 'notes', 'footnote', 'footnotes', 'endnote', 'endnotes', 'fn.', 'fn'] },
  { label: numbering.transitional.label, words: [numbering.transitional.label] },
]) {
  for (const word of words) labelOfWord.set(fold(word), label);
}
labelOfWord.set(numbering.provisional.label.replace(' ', '-'), numbering.provisional.label);
for (const kind of numbering.supplement.kinds) labelOfWord.set(`disp-${kind}`, `disp-${kind}`);

/** Abbreviations of words for groups, which drafts do not use in headings. */
for (const [word, label] of Object.entries(numbering.groupAbbreviations)) labelOfWord.set(word, label);
for (const { label } of Object.values(numbering.groups)) if (!labelOfWord.has(label)) labelOfWord.set(label, label);

/** Labels of what has no number. */
export const unnumberedLabels = new Set([
  'contents',
  'closing formula',
  'caption',
  'alternative text',
  ...numbering.around.map(({ label }) => label),
]);
/** The label of each way to name what has no number: `exposición de motivos`. */
export const unnumberedNames = new Map([
  ...[...unnumberedLabels].map((label): [string, string] => [label, label]),
  ...numbering.around.flatMap(({ label, words }) => words.map((word): [string, string] => [word, label])),
]);
/** Words for several provisions: `articles`, `§§`. */
export const plurals = new Set<string>(Object.values(numbering.several.words).flat());
/** Words for several parts of one provision: `paragraphs`, `letras`. */
export const innerPlurals = new Set(numbering.severalInside.words);
/** German words that name several parts in the singular: `§ 3 Abs. 2 und 3`. */
export const innerSingulars = new Set(numbering.severalInside.singular);
/** Words for paragraphs that are numbered in some drafts and only counted in others: `párrafo`, `inciso`. */
export const orNumberedWords = new Set(
  [...numbering.paragraphWords, ...numbering.severalInside.words].filter((word) =>
    new RegExp(`^(?:${numbering.countedParts.orNumbered.join('|')})s?\\.?$`, 'u').test(word),
  ),
);
/** All words for parts of a provision. */
export const innerWords = new Set([...numbering.paragraphWords, ...innerPlurals]);
/** In French an unnumbered paragraph, in Portuguese a point with a letter. */
export const alineaWords = new Set(['alinea', 'al.', 'alineas']);
/** Parts, such as sentences, whose numbers do not appear in our labels. */
export const unnumberedParts = new Set(numbering.notNumbered);
/** `and`, `or`, `&` and their translations. */
export const conjunctions = new Set(numbering.joining);
/** What stands between the ends of a range: a dash, `to`, `bis`. */
export const rangeWords = new Set(numbering.upTo);
/** Words that may stand before a number alone: `see 14(2)`. */
export const leadingWords = new Set(
  'see cf cf. in under at the new also vgl. siehe s.o. gem. gemass nach voir ver vease vide cfr cfr. conf. zie se jf. jf'.split(
    ' ',
  ),
);
export const numberWords = new Map(Object.entries(numbering.numberWords));

export const annexLabels = new Set<string>(Object.values(numbering.annexes).map(({ label }) => label));
export const unitLabels = new Set<string>([...Object.values(numbering.units).map(({ label }) => label), 'para.']);
/** Labels that are used for one another: a bill's clauses become an act's sections. */
export const sectionLabels = new Set(['sec.', 'cl.', '§']);
/** The same for transitional articles, which stand below a heading of their own or have the word in their number. */
export const transitionalLabels = new Set<string>([numbering.transitional.label, numbering.provisional.label]);
/** The nesting rank of each kind of group, 0 for the outermost. */
export const groupRanks = new Map(Object.values(numbering.groups).map(({ label }, rank) => [label as string, rank]));
/** Labels that may be those of groups. `sec.` is also that of a unit. */
export const groupLabels = new Set(groupRanks.keys());
/** All labels of numbered provisions. */
export const ownLabels = new Set<string>([...labelOfWord.values(), ...unitLabels, ...annexLabels, ...groupLabels, 'note']);
