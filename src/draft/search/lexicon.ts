import { fold } from '../structure/numbers/markers.ts';
import { plainSpelling, wordsOf } from './words.ts';

/** Letters. A shorter word without accents is often another word: `ma`, `má`. */
const leastAccented = 4;

/** What a language calls things: a file in `lexicon/`. */
export interface Lexicon {
  /** Words that are in all provisions or all questions, so that they don't help to tell them apart. Folded. */
  readonly functionWords: ReadonlySet<string>;
  /** Common words of everyday questions, such as `people`. A match on one of them counts less. */
  readonly commonWords: ReadonlySet<string>;
  /** Words after which a full stop does not end a sentence. Folded, without the full stop. */
  readonly abbreviations: ReadonlySet<string>;
  /** Names of months after which a number with a full stop is a day: `10. März`. Folded. */
  readonly months: ReadonlySet<string>;
  /** For an irregular form or a word of the same family, the word that it counts as: `children` counts as `child`. */
  readonly forms: ReadonlyMap<string, string>;
  /** For a word typed without its accents, the word as it is written: `autorizacion` counts as `autorización`. */
  readonly accented: ReadonlyMap<string, string>;
  /** For the ending of a plural that the stemmer does not know, the ending of the singular: `decisões`, `decisão`. */
  readonly plurals: ReadonlyMap<string, string>;
  /** For the ending of a stem, the ending that it counts as: two spellings of one word. */
  readonly endings: ReadonlyMap<string, string>;
  /** Letters before an apostrophe that are a word of their own: `l'article`. */
  readonly elisions: ReadonlySet<string>;
  /** Whether words are joined to long ones, so that a word is to be found within others. */
  readonly compounds: boolean;
  /** Groups of synonyms. */
  readonly groups: readonly (readonly string[])[];
  /** For an everyday word, the words of statutes that it may mean. */
  readonly bridges: ReadonlyMap<string, readonly string[]>;
  /** Translations of English words; empty in the English lexicon. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** All its words and phrases, in plain spelling. */
  readonly vocabulary: Iterable<string>;
}

/**
 * A lexicon as it is written: lists of words are separated by spaces, and the first word of a line of `forms` is the one that counts. A
 * key of `bridges` may be several phrases, separated by commas.
 */
export interface LexiconFile {
  readonly functionWords?: string;
  readonly commonWords?: string;
  readonly abbreviations?: string;
  readonly months?: string;
  readonly forms?: readonly (readonly string[])[];
  readonly plurals?: Readonly<Record<string, string>>;
  readonly endings?: Readonly<Record<string, string>>;
  readonly elisions?: string;
  readonly compounds?: boolean;
  readonly groups?: readonly (readonly string[])[];
  readonly bridges?: Readonly<Record<string, readonly string[]>>;
  readonly words?: Readonly<Record<string, readonly string[]>>;
}

/** Makes a lexicon from the content of its file. */
export function lexiconOf(file: LexiconFile): Lexicon {
  const { forms = [], groups = [], compounds = false } = file;
  return {
    functionWords: wordsIn(file.functionWords),
    commonWords: wordsIn(file.commonWords),
    abbreviations: wordsIn(file.abbreviations),
    months: wordsIn(file.months),
    forms: new Map(
      forms.flatMap(([base = '', ...others]) => others.map((form) => [plainSpelling(form), plainSpelling(base)] as const)),
    ),
    accented: accentedIn(file),
    plurals: new Map(Object.entries(file.plurals ?? {})),
    endings: new Map(Object.entries(file.endings ?? {})),
    elisions: wordsIn(file.elisions),
    compounds,
    groups,
    bridges: bridgesIn(file.bridges),
    words: new Map(Object.entries(file.words ?? {})),
    vocabulary: vocabularyOf(file),
  };
}

/** For a language without support. */
export const emptyLexicon: Lexicon = lexiconOf({});

function wordsIn(text = ''): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''));
}

/** Only a language with prefixes needs them, so they are collected when they are asked for. */
function vocabularyOf(file: LexiconFile): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      for (const text of textsOf(file)) yield wordsOf(text).map(plainSpelling).join(' ');
    },
  };
}

function textsOf({ forms = [], groups = [], bridges = {}, words = {} }: LexiconFile): string[] {
  return [...forms, ...groups, Object.keys(bridges), ...Object.values(bridges), ...Object.values(words)].flat();
}

/** Words with accents by their spellings without. A spelling that is a word of the lexicon itself is left out. */
function accentedIn(file: LexiconFile): ReadonlyMap<string, string> {
  const all = new Set(textsOf(file).flatMap((text) => text.toLowerCase().split(/[ '’-]+/)));
  const accented = new Map<string, string>();
  for (const word of all)
    if (word.length >= leastAccented && /^\p{Script=Latin}+$/u.test(word) && /[^a-z]/.test(word))
      for (const plain of [fold(word), fold(word.replace(/[äöü]/g, '$&e'))]) if (!all.has(plain)) accented.set(plain, word);
  return accented;
}

/** A phrase in two lines has the terms of both. */
function bridgesIn(lines: Readonly<Record<string, readonly string[]>> = {}): ReadonlyMap<string, readonly string[]> {
  const bridges = new Map<string, readonly string[]>();
  for (const [phrases, terms] of Object.entries(lines))
    for (const phrase of phrases.split(', ')) bridges.set(phrase, bridges.get(phrase)?.concat(terms) ?? terms);
  return bridges;
}
