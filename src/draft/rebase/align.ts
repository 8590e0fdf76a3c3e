import { canonical } from '../quotes/canonical.ts';
import { fullText, type Provision, walk } from '../structure/provision.ts';

/** Maps provisions of the old version to their successors in the new one. */
export type Alignment = ReadonlyMap<Provision, Provision>;

/** The least similarity, from 0 to 1, of two versions of one provision. */
const minSimilarity = 0.45;
/** Added to the similarity of two provisions with the same heading, and with the same number. */
const headingBonus = 0.3;
const labelBonus = 0.1;
/** Unpaired provisions are matched anywhere in the text only if they are nearly the same, and long enough to be distinctive. */
const minLeftoverSimilarity = 0.8;
const minLeftoverWords = 6;

/** A provision with the words of its full text. */
interface WordBag {
  readonly provision: Provision;
  /** In canonical form, without its number. */
  readonly text: string;
  /** How often each word occurs. */
  readonly words: ReadonlyMap<string, number>;
  /** The number of words. */
  readonly count: number;
}

interface Candidate {
  readonly old: WordBag;
  readonly successor: WordBag;
  readonly score: number;
}

/**
 * Pairs the provisions of two versions of a draft, each at most once and the most similar first: units with units, then the
 * points of each pair. Unpaired parts, of an article that was split or merged for instance, are then matched anywhere in the text.
 */
export function alignProvisions(before: readonly Provision[], after: readonly Provision[]): Alignment {
  const pairs = new Map<Provision, Provision>();
  pairUp(units(before), units(after), pairs);
  pairLeftovers(before, after, pairs);
  return pairs;
}

/** Matches unpaired units and points anywhere in the text. */
function pairLeftovers(before: readonly Provision[], after: readonly Provision[], pairs: Map<Provision, Provision>): void {
  const taken = new Set(pairs.values());
  const citable = (provisions: readonly Provision[], isUnpaired: (provision: Provision) => boolean): WordBag[] =>
    [...walk(provisions)]
      .map(({ provision }) => provision)
      .filter((provision) => (provision.kind === 'unit' || provision.kind === 'point') && isUnpaired(provision))
      .map(wordBag)
      .filter(({ count }) => count >= minLeftoverWords);
  const byWord = indexByWord(citable(after, (provision) => !taken.has(provision)));
  const candidates = citable(before, (provision) => !pairs.has(provision)).flatMap((old) =>
    [...sharingRareWords(old, byWord)].flatMap((successor): Candidate[] => {
      const score = similarity(old, successor);
      return score >= minLeftoverSimilarity ? [{ old, successor, score }] : [];
    }),
  );
  takeBest(candidates, pairs, taken);
}

/** Pairs the candidates with the highest scores and skips provisions that are paired already. Returns the new pairs. */
function takeBest(candidates: readonly Candidate[], pairs: Map<Provision, Provision>, taken: Set<Provision>): Candidate[] {
  const byScore = [...candidates].sort((a, b) => b.score - a.score);
  return byScore.filter(({ old, successor }) => {
    if (pairs.has(old.provision) || taken.has(successor.provision)) return false;
    pairs.set(old.provision, successor.provision);
    taken.add(successor.provision);
    return true;
  });
}

function indexByWord(bags: readonly WordBag[]): Map<string, WordBag[]> {
  const byWord = new Map<string, WordBag[]>();
  for (const bag of bags) {
    for (const word of bag.words.keys()) {
      const list = byWord.get(word);
      if (list) list.push(bag);
      else byWord.set(word, [bag]);
    }
  }
  return byWord;
}

/** The provisions with at least one of the old provision's rarest words. Others cannot reach `minLeftoverSimilarity`. */
function sharingRareWords({ words, count }: WordBag, byWord: ReadonlyMap<string, readonly WordBag[]>): Set<WordBag> {
  const rarest = [...words.keys()]
    .map((word) => byWord.get(word) ?? [])
    .filter((list) => list.length > 0)
    .sort((a, b) => a.length - b.length)
    .slice(0, Math.ceil(count * (1 - minLeftoverSimilarity)) + 1);
  return new Set(rarest.flat());
}

/** The provisions that are cited on their own: units, recitals, annexes, and groups with text of their own. */
function units(provisions: readonly Provision[]): Provision[] {
  return provisions.flatMap((provision) => {
    const inner = provision.children.filter(({ kind }) => kind !== 'point' && kind !== 'closing');
    const isCited =
      provision.kind === 'unit' ||
      provision.kind === 'recital' ||
      provision.kind === 'annex' ||
      (provision.kind === 'group' && provision.text !== '');
    return isCited ? [provision, ...units(inner)] : units(inner);
  });
}

/** Pairs provisions of one level, then the points of each pair. */
function pairUp(before: readonly Provision[], after: readonly Provision[], pairs: Map<Provision, Provision>): void {
  const [oldBags, newBags] = [before.map(wordBag), after.map(wordBag)];
  const byText = new Map(newBags.map((bag) => [bag.text, bag]));
  const candidates = oldBags.flatMap((old) => {
    const same = byText.get(old.text);
    // A long text that is unchanged needs no other candidate.
    const successors = same && old.text.length > 80 ? [same] : newBags;
    return successors.flatMap((successor): Candidate[] => {
      const score = pairScore(old, successor);
      return score >= minSimilarity ? [{ old, successor, score }] : [];
    });
  });
  for (const { old, successor } of takeBest(candidates, pairs, new Set())) {
    pairUp(pointsOf(old.provision), pointsOf(successor.provision), pairs);
  }
}

function pointsOf({ children }: Provision): Provision[] {
  return children.filter(({ kind }) => kind === 'point' || kind === 'closing');
}

function wordBag(provision: Provision): WordBag {
  const { marker: _, ...unnumbered } = provision;
  const text = canonical(fullText(unnumbered)).text;
  const words = new Map<string, number>();
  let count = 0;
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    words.set(word, (words.get(word) ?? 0) + 1);
    count += 1;
  }
  return { provision, text, words, count };
}

/** The similarity of two texts, plus the bonuses for the same heading and the same number. */
function pairScore(old: WordBag, successor: WordBag): number {
  const { heading, label, marker } = old.provision;
  const { provision } = successor;
  if (old.count + successor.count === 0) return label === provision.label ? 1 : 0;
  const hasSameHeading = heading !== undefined && heading === provision.heading;
  const hasSameNumber = label === provision.label || (marker !== undefined && marker === provision.marker);
  return similarity(old, successor) + (hasSameHeading ? headingBonus : 0) + (hasSameNumber ? labelBonus : 0);
}

/** Dice's coefficient: twice the number of common words, divided by the number of words in both texts. From 0 to 1. */
function similarity(old: WordBag, successor: WordBag): number {
  let common = 0;
  for (const [word, count] of old.words) common += Math.min(count, successor.words.get(word) ?? 0);
  return (2 * common) / (old.count + successor.count);
}
