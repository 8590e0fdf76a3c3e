import type MiniSearch from 'minisearch';
import type { StemmedEntry } from './entries.ts';
import type { Alternative, Concept } from './query.ts';

/** The scores of entries by their ids. */
export type Scores = ReadonlyMap<number, number>;

/** The matches of a concept. */
export interface Found {
  readonly scores: Scores;
  /** Its weight in the coverage of an entry, 0..1. */
  readonly weight: number;
}

/** A provision's heading counts more than its text; the heading of a chapter, which has many provisions, counts less. */
const boosts = { heading: 2.2, context: 0.4, text: 1 };
/** For a phrase that is found word for word. */
const phraseBonus = 3;
/** For words of a phrase that are found apart. */
const apartWeight = 0.35;
/** For a word of the same family, or a compound with the word. */
const relatedWeight = 0.5;
const leastRelated = { prefix: 5, compound: 5, ending: 4, end: 4 };
const leastNear = { letters: 6, share: 0.75 };

/** What the index of a draft has. */
export interface Indexed {
  readonly index: MiniSearch<StemmedEntry>;
  /** The stems of each entry, function words included, with a space around each. */
  readonly stemmed: readonly string[];
  readonly vocabulary: ReadonlySet<string>;
  readonly compounds: boolean;
}

/** Scores the entries of a draft. */
export class Matcher {
  readonly #draft: Indexed;
  readonly #scores = new Map<string, Scores>();
  readonly #related = new Map<string, readonly string[]>();
  #byFamily: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(draft: Indexed) {
    this.#draft = draft;
  }

  /** The score of each entry for the best alternative of a concept. What is typed counts less if many entries have one of its synonyms. */
  find({ alternatives, weight, coverage, isTyped }: Concept): Found {
    const best = new Map<number, number>();
    for (const alternative of alternatives)
      for (const [id, score] of this.#scoresOf(alternative)) raise(best, id, score * alternative.weight * weight);
    if (!isTyped) return { scores: best, weight: coverage };
    const factor = Math.sqrt(this.#rarity(best.size) / this.#rarity(1));
    return { scores: new Map([...best].map(([id, score]) => [id, score * factor])), weight: coverage };
  }

  /** How rare something is that so many entries have: 0 for nearly all of them. */
  #rarity(count: number): number {
    return Math.log(1 + this.#draft.stemmed.length / (count + 0.5));
  }

  /** The stem and the stems of the draft that count for it. */
  related(stem: string): readonly string[] {
    const known = this.#related.get(stem);
    if (known) return known;
    const { vocabulary, compounds } = this.#draft;
    const candidates = compounds ? [...vocabulary] : (this.#families().get(familyOf(stem)) ?? []);
    const isUnknown = !vocabulary.has(stem);
    const isLike = (other: string): boolean => isNear(stem, other) || (compounds && isLastPart(stem, other));
    const related = candidates.filter(
      (other) => other !== stem && (isRelated(stem, other, compounds) || (isUnknown && isLike(other))),
    );
    this.#related.set(stem, related);
    return related;
  }

  /** The stems of the draft by their first letters. */
  #families(): ReadonlyMap<string, readonly string[]> {
    if (this.#byFamily) return this.#byFamily;
    const families = new Map<string, string[]>();
    for (const stem of this.#draft.vocabulary) {
      const family = families.get(familyOf(stem));
      if (family) family.push(stem);
      else families.set(familyOf(stem), [stem]);
    }
    this.#byFamily = families;
    return families;
  }

  #scoresOf({ stems, phrase }: Alternative): Scores {
    if (phrase === undefined) return this.#stemScores(stems[0] ?? '');
    const scores = new Map<number, number>();
    for (const stem of stems)
      for (const [id, score] of this.#stemScores(stem))
        scores.set(id, (scores.get(id) ?? 0) + (score * apartWeight) / stems.length);
    for (const [id, score] of this.#phraseScores(phrase)) scores.set(id, (scores.get(id) ?? 0) + score);
    return scores;
  }

  #stemScores(stem: string): Scores {
    const known = this.#scores.get(stem);
    if (known) return known;
    const scores = new Map(this.#exactScores(stem));
    for (const other of this.related(stem))
      for (const [id, score] of this.#exactScores(other)) raise(scores, id, score * relatedWeight);
    this.#scores.set(stem, scores);
    return scores;
  }

  #exactScores(stem: string): [number, number][] {
    if (!this.#draft.vocabulary.has(stem)) return [];
    return this.#draft.index
      .search(stem, { tokenize: (text) => [text], boost: boosts, bm25: { k: 1.2, b: 0.75, d: 0.1 } })
      .map(({ id, score }) => [Number(id), score]);
  }

  /** A rare phrase has a higher score. */
  #phraseScores(phrase: string): Scores {
    const known = this.#scores.get(phrase);
    if (known) return known;
    const ids = this.#draft.stemmed.flatMap((text, id) => (text.includes(` ${phrase} `) ? [id] : []));
    const scores = new Map(ids.map((id) => [id, phraseBonus * this.#rarity(ids.length)]));
    this.#scores.set(phrase, scores);
    return scores;
  }
}

/** The first letters, which related stems share in a language without compounds. */
function familyOf(stem: string): string {
  return stem.slice(0, leastRelated.prefix);
}

/** Whether two stems are of one family (`complain`, `complaint`) or one is part of the other, a compound. */
function isRelated(stem: string, other: string, compounds: boolean): boolean {
  const [short, long] = stem.length < other.length ? [stem, other] : [other, stem];
  if (/^\d/.test(short)) return false;
  if (compounds) return short.length >= leastRelated.compound && long.includes(short);
  return short.length >= leastRelated.prefix && long.length - short.length <= leastRelated.ending && long.startsWith(short);
}

/** Whether a compound ends with a short word: `Lieferkette` with `Kette`, but `Zugang` not with `Gang`. */
function isLastPart(short: string, long: string): boolean {
  return short.length >= leastRelated.end && long.length - short.length >= leastRelated.end && long.endsWith(short);
}

/** Whether two stems begin alike: the same word in two languages (`principle`, `principio`), or a slip at the end. */
function isNear(stem: string, other: string): boolean {
  const least = Math.max(leastNear.letters, Math.ceil(Math.max(stem.length, other.length) * leastNear.share));
  return stem.length >= least && other.startsWith(stem.slice(0, least));
}

function raise(scores: Map<number, number>, id: number, score: number): void {
  if (score > (scores.get(id) ?? 0)) scores.set(id, score);
}
