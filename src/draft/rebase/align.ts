import { canonical } from '../quotes/canonical.ts';
import { fullText, type Provision, walk } from '../structure/provision.ts';

/** Which provision of the new version each one of the old has become. */
export type Alignment = ReadonlyMap<Provision, Provision>;

/** Two texts that share fewer of their words are two provisions, not two versions of one. */
const leastAlike = 0.45;
/** The same title, and the same number, make it likelier that two provisions are one. */
const titleBonus = 0.3;
const labelBonus = 0.1;
/** What is left over is paired only with what says nearly the same, and has words enough to say something. */
const surelyAlike = 0.8;
const fewestWords = 6;

interface Weighed {
  readonly provision: Provision;
  readonly text: string;
  readonly words: ReadonlyMap<string, number>;
  readonly count: number;
}

/**
 * Pairs the provisions of two versions of a draft: units with units, then the points of a pair with one another; the most alike
 * first, each only once. What remains of an article that was split or merged is then looked for in the whole text.
 */
export function alignProvisions(before: readonly Provision[], after: readonly Provision[]): Alignment {
  const pairs = new Map<Provision, Provision>();
  pairUp(units(before), units(after), pairs);
  pairLeftovers(before, after, pairs);
  return pairs;
}

function pairLeftovers(before: readonly Provision[], after: readonly Provision[], pairs: Map<Provision, Provision>): void {
  const taken = new Set(pairs.values());
  const citable = (provisions: readonly Provision[], isOpen: (provision: Provision) => boolean): Weighed[] =>
    [...walk(provisions)]
      .map(({ provision }) => provision)
      .filter((provision) => (provision.kind === 'unit' || provision.kind === 'point') && isOpen(provision))
      .map(weigh)
      .filter(({ count }) => count >= fewestWords);
  const news = citable(after, (provision) => !taken.has(provision));
  const byWord = new Map<string, Weighed[]>();
  for (const fresh of news) {
    for (const word of fresh.words.keys()) {
      const list = byWord.get(word);
      if (list) list.push(fresh);
      else byWord.set(word, [fresh]);
    }
  }
  const candidates = citable(before, (provision) => !pairs.has(provision)).flatMap((old) =>
    [...sharing(old, byWord)].flatMap((fresh) => {
      const score = (2 * inCommon(old, fresh)) / (old.count + fresh.count);
      return score >= surelyAlike ? [{ old, fresh, score }] : [];
    }),
  );
  candidates.sort((a, b) => b.score - a.score);
  for (const { old, fresh } of candidates) {
    if (pairs.has(old.provision) || taken.has(fresh.provision)) continue;
    pairs.set(old.provision, fresh.provision);
    taken.add(fresh.provision);
  }
}

/** The provisions that have one of the old one's rarest words; without any there is no likeness. */
function sharing({ words, count }: Weighed, byWord: ReadonlyMap<string, readonly Weighed[]>): Set<Weighed> {
  const rarest = [...words.keys()]
    .map((word) => byWord.get(word) ?? [])
    .filter((list) => list.length > 0)
    .sort((a, b) => a.length - b.length)
    .slice(0, Math.ceil(count * (1 - surelyAlike)) + 1);
  return new Set(rarest.flat());
}

/** Everything that is cited on its own: articles, recitals, and annexes and parts of annexes with words of their own. */
function units(provisions: readonly Provision[]): Provision[] {
  return provisions.flatMap((provision) => {
    const inner = provision.children.filter(({ kind }) => kind !== 'point' && kind !== 'closing');
    const own =
      provision.kind === 'unit' ||
      provision.kind === 'recital' ||
      provision.kind === 'annex' ||
      (provision.kind === 'group' && provision.text !== '');
    return own ? [provision, ...units(inner)] : units(inner);
  });
}

function pairUp(before: readonly Provision[], after: readonly Provision[], pairs: Map<Provision, Provision>): void {
  const [olds, news] = [before.map(weigh), after.map(weigh)];
  const candidates: { old: Weighed; fresh: Weighed; score: number }[] = [];
  const byText = new Map(news.map((fresh) => [fresh.text, fresh]));
  for (const old of olds) {
    const same = byText.get(old.text);
    // A text that stands word for word in both needs no second best; numbers are compared apart from it.
    const among = same && old.text.length > 80 ? [same] : news;
    for (const fresh of among) {
      const score = likeness(old, fresh);
      if (score >= leastAlike) candidates.push({ old, fresh, score });
    }
  }
  candidates.sort((a, b) => b.score - a.score);
  const taken = new Set<Provision>();
  for (const { old, fresh } of candidates) {
    if (pairs.has(old.provision) || taken.has(fresh.provision)) continue;
    pairs.set(old.provision, fresh.provision);
    taken.add(fresh.provision);
    const points = (provision: Provision): Provision[] =>
      provision.children.filter(({ kind }) => kind === 'point' || kind === 'closing');
    pairUp(points(old.provision), points(fresh.provision), pairs);
  }
}

function weigh(provision: Provision): Weighed {
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

/** Twice the words in common over the words of both (Dice's coefficient), and something for title and number. */
function likeness(old: Weighed, fresh: Weighed): number {
  const sizes = old.count + fresh.count;
  if (sizes === 0) return old.provision.label === fresh.provision.label ? 1 : 0;
  const common = inCommon(old, fresh);
  const { heading, label, marker } = old.provision;
  const titled = heading !== undefined && heading === fresh.provision.heading ? titleBonus : 0;
  const numbered =
    label === fresh.provision.label || (marker !== undefined && marker === fresh.provision.marker) ? labelBonus : 0;
  return (2 * common) / sizes + titled + numbered;
}

function inCommon(old: Weighed, fresh: Weighed): number {
  let common = 0;
  for (const [word, count] of old.words) common += Math.min(count, fresh.words.get(word) ?? 0);
  return common;
}
