import { canonical } from './canonical.ts';
import { fullText, type Provision } from './provision.ts';

/** Which provision of the new version each one of the old has become. */
export type Alignment = ReadonlyMap<Provision, Provision>;

/** Two texts that share fewer of their words are two provisions, not two versions of one. */
const leastAlike = 0.45;
/** The same title, and the same number, make it likelier that two provisions are one. */
const titleBonus = 0.3;
const labelBonus = 0.1;

interface Weighed {
  readonly provision: Provision;
  readonly text: string;
  readonly words: ReadonlyMap<string, number>;
  readonly count: number;
}

/**
 * Pairs the provisions of two versions of a draft: units with units, then the points of a pair with one another; the most alike
 * first, each only once.
 */
export function alignProvisions(before: readonly Provision[], after: readonly Provision[]): Alignment {
  const pairs = new Map<Provision, Provision>();
  pairUp(units(before), units(after), pairs);
  return pairs;
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
  let common = 0;
  for (const [word, count] of old.words) common += Math.min(count, fresh.words.get(word) ?? 0);
  const { heading, label, marker } = old.provision;
  const titled = heading !== undefined && heading === fresh.provision.heading ? titleBonus : 0;
  const numbered =
    label === fresh.provision.label || (marker !== undefined && marker === fresh.provision.marker) ? labelBonus : 0;
  return (2 * common) / sizes + titled + numbered;
}
