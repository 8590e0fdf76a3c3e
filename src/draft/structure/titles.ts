import type { Block } from '../block.ts';
import { firstLine, headingLength, type MarkedBlock, tidyTitle } from './headings.ts';
import numbering from './numbering.json' with { type: 'json' };
import { fold, type StructureMarker } from './numbers/markers.ts';
import { pointMarker } from './numbers/point-markers.ts';

/** Characters. A longer title does not stand before a number or between a number and its text. */
const longestTitle = 100;
/** Characters. A longer line with a full stop is a sentence, even if none of its verbs is known. */
const longestTitleWithStop = 80;
/** Words of a title above its number that has a full stop. */
const mostWordsWithStop = 8;

/** Words. As many are a title even if it can't be told that they are no sentence. */
const mostWordsOfLabel = 3;

const otherScript = /[\u0400-\u06ff]/;
const finiteVerb = verbPattern(numbering.finiteVerbs.filter((words) => !otherScript.test(words)));
/** Verbs in Cyrillic and Arabic letters, which are looked for only where there are such letters. */
const otherVerb = verbPattern(numbering.finiteVerbs.filter((words) => otherScript.test(words)));
const withoutEffect = new RegExp(`^[([（【]?(?:${numbering.withoutEffect.join('|')})(?![\\p{L}])`, 'u');

/** `【立法目的】`, `（立法目的）`: the title of a Chinese article. */
const chineseTitle = /^[【（〔]([\p{Script=Han}、和与及]{2,30})[】）〕]\s*(?=\S|$)/u;

function verbPattern(words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(fold).join('|')})(?![\\p{L}\\p{N}])`, 'u');
}

/** The title and the text after a unit's number. */
interface TitledText {
  readonly heading: string;
  readonly text: string;
}

/**
 * Whether a line is a sentence of the law, and so never a title: it ends with a full stop and has a finite verb, or is too long for
 * a title. `Minister may make rules` has no full stop, so it may be a title.
 */
export function isSentence(text: string): boolean {
  const line = text.trim();
  if (/[。；]$/.test(line)) return true;
  return /[.;]["”’»)\]]*$/.test(line) && (line.length > longestTitleWithStop || hasFiniteVerb(line));
}

/** Whether the words have a verb such as `shall` or `entra`, as only sentences do. */
export function hasFiniteVerb(text: string): boolean {
  const words = text.slice(0, 400);
  // Without its accent, "é" is a word for "and".
  return (
    finiteVerb.test(fold(words)) ||
    (otherScript.test(words) && otherVerb.test(fold(words))) ||
    (mayHaveForm.test(words) && verbForm.test(words)) ||
    /(?<!\p{L})(?:é|è|és|este|są|jest|är|får|bör)(?!\p{L})/u.test(words)
  );
}

const instrument = new RegExp(numbering.instruments, 'u');
const { openers, subordinators, articles, prepositions } = numbering.rules;
const opener = new RegExp(`^(?:${openers})(?!\\p{L})`, 'u');
const subordinate = new RegExp(`(?:,|(?<!\\p{L})(?:${subordinators})(?!\\p{L})).*$`, 'su');
const beginsWithArticle = new RegExp(`^(?:${articles})(?!\\p{L})`, 'u');
/** `Duty to inform`, `Régimen sancionador de los proveedores`. */
const nominal = new RegExp(
  `^\\p{L}+['’\\s]\\s*(?:(?:${prepositions})(?!\\p{L})|\\p{L}+\\s(?:of|de|del|des|du|da|do|dos|das|di|van)(?!\\p{L}))`,
  'u',
);
/**
 * Endings of verbs in Spanish, Portuguese and Italian: `emitirá`, `aplicarão`, `sarà`; `Modifícase`, but not `Síntese`; `aplica-se`,
 * `se adaptan`.
 */
const verbForm =
  /\p{L}(?:[aeid]rán?|[aei]rão|[aei]rà)(?!\p{L})|^["“«]?(?!síntese|hipótese)\p{L}*[áéíóú]\p{L}+se(?!\p{L})|\p{L}-se(?!\p{L})|(?<!\p{L})se\s\p{L}{2,}[aeno](?!\p{L})/iu;
/** What all of these have; a faster look. */
const mayHaveForm = /r[áàã]|[áéíóú]|[\s-]se(?:\s|[.,;]|$)/i;

/** Whether a sentence states a rule: its main clause has a verb, or it begins as titles do not. `Cases where none is needed.` does not. */
function statesRule(text: string): boolean {
  const main = text.replace(/^["“„«]/, '').replace(/^./u, (first) => first.toLowerCase());
  const clause = main.replace(subordinate, '');
  return opener.test(fold(main)) || hasFiniteVerb(clause);
}

/**
 * Whether a line with a full stop is a sentence that the list below belongs to: `Providers answer for:` without its colon. Above
 * numbered paragraphs that are sentences themselves, it is a title unless it states a rule.
 * @param next the paragraph below
 */
export function isSentenceBeforeList(words: string, next: string): boolean {
  const point = pointMarker(next);
  if (!words.endsWith('.') || !point) return false;
  const plain = fold(words).replace(/^["“„«]/, '');
  const count = plain.split(/\s+/).length;
  if (statesRule(words)) return count > 1;
  const isParagraph = /^\(?\d/.test(point.written) && /^\p{Lu}.*[.:]$/su.test(point.rest) && hasFiniteVerb(point.rest);
  if (count <= mostWordsOfLabel || isParagraph) return false;
  return beginsWithArticle.test(plain) || !nominal.test(plain);
}

/** Whether the words only say that the provision was vetoed, repealed or left empty: `(VETADO)`. */
export function saysWithoutEffect(text: string): boolean {
  return withoutEffect.test(fold(text.trim()));
}

/** Whether a paragraph can be the title of what is below it: short, capitalised, in one line, and not a sentence. */
export function isTitleBefore(text: string): boolean {
  // "Amendment of section 5 of Cap. 301."
  const line = text.replace(/\b(Cap|No)\.(?=\s?\d)/gu, '$1');
  // "Interpretation." is a title in Kenya; a line with more words and a full stop is a sentence.
  if (text.endsWith('.') && line === text && text.split(/\s+/).length > mostWordsWithStop) return false;
  const isPlain = /^["“„«]?\p{Lu}[^.;:\n]*\.?$/u.test(line) || /^[(（][^()（）]+[)）]$/.test(text);
  return isPlain && text.length <= longestTitle && !pointMarker(text) && !isSentence(text);
}

/** `(L. n° 2025-100 du 3 mars 2025, art. 2)`: the act that made or changed a provision, in brackets and with a number. */
export function isCredit(text: string): boolean {
  return /^[([（][^()（）[\]\n]*\d[^()（）[\]\n]*[)\]）]\.?$/u.test(text.trim());
}

/**
 * Whether the words after a number can be a title that text follows: short, not a sentence, and without a number of their own.
 * @param isUsual as in `splitRunInTitle`
 */
export function isTitleAfter(words: string, { separated }: StructureMarker, isUsual = false): boolean {
  if (words.includes('\n') || saysWithoutEffect(words) || /[;:,—–。；：，-]$/u.test(words)) return false;
  if (isUsual ? words.endsWith('.') && statesRule(words) : isSentence(words)) return false;
  return separated
    ? words.length <= longestTitle
    : words.length <= headingLength && (!words.endsWith('.') || /\betc\.$/.test(words));
}

/**
 * Splits a title from the text on the same line. `Definitions.—(1) In this Act` and `Appeals: (a) A person` have both;
 * `Providers shall assess risks. They publish them.` has no title.
 * @param isUsual whether most units of the draft have such a title, so that one with a verb (`Cases where no consent is needed.`)
 *   is a title too
 */
export function splitRunInTitle(words: string, isSeparated: boolean, isUsual = false): TitledText | undefined {
  const line = words.slice(0, 400);
  // A dash after the full stop, or a number in brackets, shows that what comes before it is a title.
  const marked =
    /^([^\n;]{2,150}?)(?:[.:]\s?[—–-]+\s*|[.:]\s*(?=\(\s?[\p{L}\d]{1,4}\s?\)\s)|\s[—–]\s?(?=\(\s?[\p{L}\d]{1,4}\s?\)\s))/u.exec(
      line,
    );
  const plain = isSeparated ? /^([^.;:\n]{2,60})\.\s+(?=\p{Lu}|\(|\d|["“„«])/u.exec(line) : null;
  const bracketed = /^\((\p{Lu}[^()]{2,100})\)\s*[.:]?\s*[—–-]?\s*(?=\p{L}|\d|\(|$)/u.exec(line) ?? chineseTitle.exec(line);
  for (const match of [marked, plain, bracketed]) {
    const title = match?.[1] ?? '';
    // "The register is public. (Inserted by Act 5 of 2021)" has no title.
    if (match !== bracketed && /^\(\p{Lu}[^()]*\)\.?$/u.test(words.slice(match?.[0].length ?? 0))) continue;
    if (!match || title === '' || saysWithoutEffect(title) || pointMarker(title) || /\s[a-z]$/.test(title)) continue;
    // "Section 5 of Republic Act No. 9653 is amended".
    if (/\b(?:No|Nos|Cap|Ch|Art|Sec)$/i.test(title) && /^\d/.test(words.slice(match[0].length))) continue;
    const isVerbless = isUsual && match === plain ? !statesRule(title) : !hasFiniteVerb(title);
    if (match !== bracketed && (!isVerbless || !/^["“„«(]?[\p{Lu}\d]/u.test(title))) continue;
    return { heading: tidyTitle(title), text: words.slice(match[0].length) };
  }
  return undefined;
}

/**
 * The title on the first of several lines: shorter than the line below, which begins like a sentence, and without a verb. A line of
 * a sentence that was only broken is as long as the next one.
 */
export function splitShortLine(words: string): TitledText | undefined {
  const match = /^(\p{Lu}[^\n.;:]{1,59})\n(?=["“„«]?\p{Lu}|\((?:1|a|i)\)|1\.)/u.exec(words);
  const title = match?.[1] ?? '';
  const below = firstLine(words.slice(match?.[0].length ?? 0));
  const isBroken = title.length > 25 && title.length > below.length * 0.8;
  if (!match || isBroken || hasFiniteVerb(title) || !/(?<!\p{L})(?:\p{L}{4,}|\p{Lu}\p{L}{2,})["”)]?$/u.test(title))
    return undefined;
  return { heading: tidyTitle(title), text: words.slice(match[0].length) };
}

/** The title on the first line, if a number alone or a dash precedes it and text stands on the lines below. */
export function splitTitleLine(words: string): TitledText | undefined {
  const match = /^([^\n]{2,100}[^\n.;:,])\n(?=\p{Lu}|\(|\d|["“„«])/u.exec(words);
  return match ? { heading: tidyTitle(match[1] ?? ''), text: words.slice(match[0].length) } : undefined;
}

/**
 * Austrian, Indian and Kenyan drafts put the title of a unit before its number. Short lines before units are such titles if at
 * least half of the units have one.
 * @param headingOf the marker of a block that is a heading
 * @returns each title with its unit
 */
export function titlesBefore(
  blocks: readonly MarkedBlock[],
  units: ReadonlySet<Block>,
  headingOf: (block: MarkedBlock) => StructureMarker | undefined,
): Map<Block, Block> {
  const found = new Map<Block, Block>();
  let untitled = 0;
  let titledAfter = 0;
  for (const [index, unit] of blocks.entries()) {
    const marker = units.has(unit) ? headingOf(unit) : undefined;
    if (!marker || marker.rest === '' || unit.heading) continue;
    const [above, title, next] = [blocks[index - 2], blocks[index - 1], blocks[index + 1]];
    const underHeading = above !== undefined && headingOf(above)?.rest === '';
    const textFollows = next !== undefined && !headingOf(next);
    if (hasTitleAfter(unit, marker, textFollows) && !(unit.text.endsWith('.') && textFollows)) titledAfter += 1;
    // The first line is the title of the law.
    const isLawTitle = index === 1 && instrument.test(fold(title?.text ?? ''));
    if (title && !isLawTitle && !underHeading && isTitleBefore(title.text) && !headingOf(title)) found.set(title, unit);
    else untitled += underHeading ? 0 : 1;
  }
  const titles = withOneEnding(found);
  untitled += found.size - titles.size;
  if (titles.size < 2 || titles.size < untitled || titles.size <= titledAfter) return new Map();
  return new Map([...titles, ...titlesOfSupplements(blocks, headingOf)]);
}

/** Where units have their titles above them, those of provisional articles stand there too: `Geçiş hükmü` / `GEÇİCİ MADDE 1 – (1) ...`. */
function titlesOfSupplements(
  blocks: readonly MarkedBlock[],
  headingOf: (block: MarkedBlock) => StructureMarker | undefined,
): [Block, Block][] {
  return blocks.flatMap((block, index): [Block, Block][] => {
    const [title, marker] = [blocks[index - 1], headingOf(block)];
    const isTitled = marker?.type === 'supplement' && marker.rest !== '' && title !== undefined && !title.heading;
    return isTitled && isTitleBefore(title.text) && !headingOf(title) ? [[title, block]] : [];
  });
}

/** Only the titles without a full stop, unless nearly all have one: the others are sentences whose verb is not known. */
function withOneEnding(titles: ReadonlyMap<Block, Block>): Map<Block, Block> {
  const withoutStop = [...titles].filter(([{ text }]) => !text.endsWith('.'));
  return new Map(withoutStop.length * 3 < titles.size - withoutStop.length ? titles : withoutStop);
}

/**
 * Whether a paragraph between two units is the heading of those below it: `DOS DIREITOS DO TITULAR`, `TRANSITORIOS`.
 * @param above the text of the paragraph before it
 */
export function isHeadingBetween(text: string, above: string): boolean {
  const isPlain = isTitleBefore(text) && /^["“„«]?\p{Lu}/u.test(text) && !/[.,:—–-]$/.test(text);
  if (!isPlain || !/[.;:!?)\]”"»]$/.test(above.trim())) return false;
  // "do" is no verb in Portuguese: "Da proteção do titular".
  return text === text.toUpperCase() || (/\s/.test(text) && !hasFiniteVerb(text.replace(/ do /g, ' ')));
}

/** Whether most units have their title after the number: `Article 1. Object. This Act ...`, or with the text below it. */
export function haveTitlesAfter(
  blocks: readonly MarkedBlock[],
  units: ReadonlySet<Block>,
  headingOf: (block: MarkedBlock) => StructureMarker | undefined,
): boolean {
  let balance = 0;
  for (const [index, block] of blocks.entries()) {
    const marker = units.has(block) ? headingOf(block) : undefined;
    const next = blocks[index + 1];
    if (marker) balance += hasTitleAfter(block, marker, next !== undefined && !headingOf(next)) ? 1 : -1;
  }
  return balance > 0;
}

/** Whether the words after a unit's number are or begin with a title. */
function hasTitleAfter({ text }: Block, marker: StructureMarker, textFollows: boolean): boolean {
  if (splitRunInTitle(marker.rest, marker.separated)) return true;
  return textFollows && marker.rest !== '' && firstLine(text) === text && isTitleAfter(marker.rest, marker);
}

/** Whether the words begin a sentence that goes on in a list: `The provider shall assess the risks for` / `1) children,`. */
export function listFollows(words: string, next = ''): boolean {
  const point = pointMarker(next);
  return (
    point !== undefined &&
    !words.endsWith('.') &&
    (/^\p{Ll}/u.test(point.rest) || (point.written.endsWith(')') && !point.written.startsWith('(') && hasFiniteVerb(words)))
  );
}
