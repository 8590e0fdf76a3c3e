import { fold } from '../structure/numbers/markers.ts';
import { type DraftText, type Provision, walk } from '../structure/provision.ts';
import acts from './acts.json' with { type: 'json' };
import { inserting } from './label.ts';

/** What a draft calls itself: its titles, as far as they can be told from its text and its file name. */
export interface OwnNames {
  readonly titles: readonly Title[];
}

interface Title {
  /** Folded, without fillers. */
  readonly all: readonly string[];
  /** The same, in the form in which names are compared. */
  readonly words: readonly string[];
  /** Single words in brackets: `netzdg`. */
  readonly short: readonly string[];
  /** The digits of its numbers: 2022 and 2065 of "2022/2065". */
  readonly numbers: ReadonlySet<string>;
  /** The first letters of all its words, without fillers: `dsa` for "Digital Services Act". */
  readonly initials: string;
  /** Whether it names the act that the draft amends, so that a part of it may be the name of that act. */
  readonly isAmending: boolean;
}

const fillers = new Set(acts.fillers.words);
const generic = new Set(acts.generic.words);

/** Beyond this the beginning of a draft is not its title. */
const longestFront = 600;
const longestCitation = 300;

/** In place of every generic word. */
const anyAct = '*';

const inBrackets = /\((?:[^()]*[–—-]\s*)?(\p{L}{3,10})\)/gu;
const titleEnd = new RegExp(`(?:^|[\\n.])[^\\p{L}\\n]*${acts.title.end}`, 'u');
const othersInTitle = new RegExp(`(?<!\\p{L})${acts.title.others}`, 'gu');
const amends = new RegExp(acts.title.amends, 'u');
const shortTitle = new RegExp(acts.title.shortTitle, 'gu');
const actNumber = /\p{L}{4,}\s*(?:\([^()]{2,12}\)\s*)?(?:n[o°º.]*\s*)?(\d+\/\d+)/gu;

/** The names that a draft gives itself in its first lines and in the provision on its short title. */
export function ownNamesOf(draft: DraftText): OwnNames {
  const lines = frontOf(draft.provisions).split('\n');
  const file = draft.source.replace(/^.*[/\\]/, '').replace(/(?:\.\p{L}{2,5})+$/u, '');
  const texts = [...walk(draft.provisions)].map(({ provision }) => ({ label: provision.label, text: fold(provision.text) }));
  const own = texts.filter(({ label }) => !label.includes(inserting));
  const shortTitles = own.flatMap(({ text }) => [...text.matchAll(shortTitle)].map(([, title = '']) => title));
  const numbers = texts.flatMap(({ text }) => ownNumbers(text, lines));
  return { titles: [...lines, file.replace(/[-_.]+/g, ' '), ...shortTitles, ...numbers].flatMap(titleOf) };
}

/** Adds a name that the reviewer gives the draft. */
export function withName(names: OwnNames, name: string | undefined): OwnNames {
  return name === undefined ? names : { titles: [...names.titles, ...titleOf(fold(name).replace(othersInTitle, ' '))] };
}

/** The first words of a draft, in lower case, without the acts that it amends. */
function frontOf([first]: readonly Provision[]): string {
  if (first === undefined) return '';
  const front = first.kind === 'preamble' ? first.text : first.label === '' ? (first.heading ?? '') : '';
  const folded = fold(front.slice(0, longestFront));
  return folded.slice(0, titleEnd.exec(folded)?.index).replace(othersInTitle, ' ');
}

/** `2022/2065` where a later provision cites the draft as `Regulation (EU) 2022/2065 ... (Digital Services Act)`. */
function ownNumbers(text: string, titles: readonly string[]): string[] {
  return titles.flatMap((title) => {
    const at = title.trim().includes(' ') ? text.indexOf(`(${title.trim()})`) : -1;
    if (at === -1) return [];
    const before = text.slice(Math.max(0, at - longestCitation), at).replace(othersInTitle, ' ');
    return [...before.matchAll(actNumber)].slice(-1).map(([, number = '']) => number);
  });
}

function titleOf(text: string): Title[] {
  const all = fold(text).match(/[\p{L}\p{M}]+/gu) ?? [];
  const numbers = new Set(digitsOf(text));
  if (all.length === 0 && numbers.size === 0) return [];
  const kept = all.filter((word) => !fillers.has(word));
  return [
    {
      all: kept,
      words: kept.map(comparable),
      short: [...fold(text).matchAll(inBrackets)].map(([, word = '']) => word),
      numbers,
      initials: kept.map((word) => word[0]).join(''),
      isAmending: amends.test(fold(text)),
    },
  ];
}

/** The digits of each number in a text; a dot between thousands is left out. */
export function digitsOf(text: string): string[] {
  return text.replace(/(\d)[.](?=\d{3}(?!\d))/g, '$1').match(/\d+/g) ?? [];
}

/** A word without the ending of a genitive; one mark for all generic words, so that a bill is found under the name of the act. */
function comparable(word: string): string {
  if (generic.has(word)) return anyAct;
  return word.length > 5 ? word.replace(/e?s$/, '') : word;
}

/** Whether words, without fillers, and numbers name the draft itself. */
export function isOwnName({ titles }: OwnNames, words: readonly string[], numbers: readonly string[]): boolean {
  const stems = words.map((word) => comparable(fold(word)));
  return titles.some((title) => {
    const rest = stems.filter((stem) => !isAbbreviation(title, stem, words[stems.indexOf(stem)] ?? ''));
    const years = numbers.every(isYear);
    const hasNumbers = numbers.every((number) => title.numbers.has(number) || (years && stems.length > 0 && !hasYear(title)));
    if (!hasNumbers) return false;
    if (title.isAmending) return rest.join(' ') === title.words.join(' ');
    if (rest.every((stem) => stem === anyAct)) return true;
    if (numbers.length > 0 && !years) return rest.every((stem) => stem === anyAct || title.words.includes(stem));
    return ` ${title.words.join(' ')} `.includes(` ${rest.join(' ')} `);
  });
}

/** Whether beginnings of words are those of a title in its order, as in `C. com. num.` for "Code de la communication numérique". */
export function isOwnAbbreviated({ titles }: OwnNames, beginnings: readonly string[], numbers: readonly string[]): boolean {
  return titles.some(({ all, numbers: own }) => {
    let next = 0;
    for (const word of all) if (word.startsWith(beginnings[next] ?? '\n')) next += 1;
    return next === beginnings.length && numbers.every((number) => own.has(number));
  });
}

function isYear(number: string): boolean {
  return /^(?:19|20)\d\d$/.test(number);
}

function hasYear({ numbers }: Title): boolean {
  return [...numbers].some(isYear);
}

/** Whether capitals stand for a title: `DSA` for "Digital Services Act", or for the first words of it in an `AI Act`. */
function isAbbreviation({ initials, short }: Title, stem: string, original: string): boolean {
  if (short.some((word) => isShortFor(word, stem))) return true;
  const letters = stem.replace(/\./g, '');
  if (!/\p{Lu}.*\p{Lu}/u.test(original)) return false;
  return letters.length > 2 ? initials.includes(letters) : letters.length === 2 && initials.startsWith(letters);
}

/** Whether a long word has the letters of a short one in their order: NetzDG for Netzwerkdurchsetzungsgesetz. */
function isShortFor(short: string, long: string): boolean {
  if (short === long) return true;
  if (long.length < 2 * short.length || short[0] !== long[0]) return false;
  let next = 0;
  for (const letter of long) if (letter === short[next]) next += 1;
  return next === short.length;
}
