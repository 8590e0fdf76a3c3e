import type { Assessment, Difference, Evidence } from '../../core/answers.ts';
import type { EvidenceFate } from '../../core/evidence.ts';
import { type Citation, citationOfLabel, liesWithin, readCitations } from '../citations/citation.ts';
import { canonical } from '../quotes/canonical.ts';
import { isIn, labelOf } from '../quotes/check.ts';
import { compareWords } from '../quotes/near.ts';
import type { QuoteFinder, QuotePlace } from '../quotes/quotes.ts';
import { type DraftText, fullText, type Provision, walk } from '../structure/provision.ts';
import { type Alignment, alignProvisions } from './align.ts';

/** A version of a draft, ready to be searched. */
export interface Version {
  readonly draft: DraftText;
  readonly finder: QuoteFinder;
}

/** What became of one piece of evidence. */
export interface Fate {
  readonly section: 'answers' | 'flags';
  readonly id: string;
  /** Place in the answer's list of evidence. */
  readonly index: number;
  readonly evidence: Evidence;
  readonly fate: EvidenceFate;
  /** Where it stands now, as it is to be cited; null where it is gone or nothing is known. */
  readonly at: string | null;
  /** The new words of a changed quote; undefined where the quote stays as it is. */
  readonly quote?: string;
  readonly differences?: readonly Difference[];
  readonly around?: readonly Difference[];
  /** Whether the very sentence that the quote is taken from says something else now: a "no" before it, for instance. */
  readonly recast?: true;
}

/** Looks for every piece of evidence in the new version. Without the old text, what has no quote can't be compared. */
export function fatesOf(assessment: Assessment, before: Version | undefined, after: Version): Fate[] {
  const alignment = before ? alignProvisions(before.draft.provisions, after.draft.provisions) : new Map<Provision, Provision>();
  const rebase = new Rebase(before, after, alignment);
  const list = (section: 'answers' | 'flags', id: string, evidence: readonly Evidence[]): Fate[] =>
    evidence.flatMap((each, index) => {
      if (each.at === undefined && each.quote === undefined) return [];
      const outcome = each.quote === undefined ? rebase.ofProvision(each.at ?? '') : rebase.ofQuote(each.quote, each.at);
      return [{ section, id, index, evidence: each, ...outcome }];
    });
  return [
    ...[...assessment.answers].flatMap(([id, { evidence }]) => list('answers', id, evidence)),
    ...[...assessment.flags].flatMap(([id, { evidence }]) => list('flags', id, evidence)),
  ];
}

/** The provisions of the new version that the old one did not have, outermost first. */
export function additionsTo(before: Version, after: Version): Provision[] {
  const known = new Set(alignProvisions(before.draft.provisions, after.draft.provisions).values());
  const found: Provision[] = [];
  for (const { provision, above } of walk(after.draft.provisions)) {
    const isOwn = provision.kind === 'unit' || provision.kind === 'recital' || provision.kind === 'point';
    if (isOwn && !known.has(provision) && !above.some((each) => found.includes(each))) found.push(provision);
  }
  return found;
}

type Outcome = Pick<Fate, 'fate' | 'at' | 'quote' | 'differences' | 'around' | 'recast'>;

class Rebase {
  readonly #before: Version | undefined;
  readonly #after: Version;
  readonly #alignment: Alignment;

  constructor(before: Version | undefined, after: Version, alignment: Alignment) {
    this.#before = before;
    this.#after = after;
    this.#alignment = alignment;
  }

  ofQuote(quote: string, at: string | undefined): Outcome {
    const cited = readCitations(at ?? '');
    const old = this.#oldPlace(quote, cited);
    const successor = old && this.#successor(old);
    const found = this.#after.finder.find(quote);
    if (found.status === 'exact' || found.status === 'layout') {
      const place = bestPlace(found.places, successor, cited, old !== undefined);
      if (place) return this.#stands(quote, place, cited, at, old);
    }
    if (found.status === 'near') {
      const [place] = found.places;
      const label = place ? labelLike(place.path, cited[0]) : null;
      return {
        fate: 'changed',
        at: label,
        ...(found.words !== undefined && { quote: found.words }),
        ...(found.differences && { differences: found.differences }),
      };
    }
    if (old && successor) {
      const differences = compareWords(ownText(old.path.at(-1)), ownText(successor));
      return { fate: 'changed', at: successor.label, quote: '', differences };
    }
    return { fate: 'gone', at: null };
  }

  /** Evidence that names a provision and quotes nothing. */
  ofProvision(at: string): Outcome {
    const cited = readCitations(at);
    const before = this.#before;
    if (!before) {
      const exists = cited.some((each) => this.#named(this.#after, each) !== undefined);
      return exists || cited.length === 0 ? { fate: 'unknown', at: null } : { fate: 'gone', at: null };
    }
    const olds = cited.map((each) => this.#named(before, each));
    const [old] = olds;
    if (!old || olds.length > 1) return this.#ofSeveral(olds);
    const fresh = this.#alignment.get(old);
    if (!fresh) return { fate: 'gone', at: null };
    const differences = sameWords(old, fresh) ? undefined : compareWords(fullText(unnumbered(old)), fullText(unnumbered(fresh)));
    if (differences) return { fate: 'changed', at: fresh.label, differences };
    return fresh.label === old.label ? { fate: 'unchanged', at } : { fate: 'moved', at: fresh.label };
  }

  /** Several provisions in one entry: unchanged only where each of them is. */
  #ofSeveral(olds: readonly (Provision | undefined)[]): Outcome {
    const known = olds.filter((old) => old !== undefined);
    if (known.length === 0) return { fate: 'unknown', at: null };
    const pairs = known.map((old) => ({ old, fresh: this.#alignment.get(old) }));
    const labels = pairs.flatMap(({ fresh }) => fresh?.label ?? []);
    const all = labels.length === olds.length;
    if (all && pairs.every(({ old, fresh }) => fresh && sameWords(old, fresh))) {
      const stays = pairs.every(({ old, fresh }) => old.label === fresh?.label);
      return stays ? { fate: 'unchanged', at: labels.join(', ') } : { fate: 'moved', at: labels.join(', ') };
    }
    return labels.length > 0 ? { fate: 'changed', at: labels.join(', ') } : { fate: 'gone', at: null };
  }

  #stands(
    quote: string,
    place: QuotePlace,
    cited: readonly Citation[],
    at: string | undefined,
    old: QuotePlace | undefined,
  ): Outcome {
    const stays = cited.length === 0 || cited.some((each) => isIn(place.path, each));
    const [was, is] = [old?.path.at(-1), place.path.at(-1)];
    const around = was && is && !sameOwnWords(was, is) ? compareWords(ownText(was), ownText(is)) : undefined;
    return {
      fate: stays ? 'unchanged' : 'moved',
      at: stays ? (at ?? null) : labelLike(place.path, cited[0]),
      ...(around && { around }),
      ...(around && sentencesWith(quote, ownText(was)) !== sentencesWith(quote, ownText(is)) && { recast: true as const }),
    };
  }

  #oldPlace(quote: string, cited: readonly Citation[]): QuotePlace | undefined {
    const places = this.#before?.finder.find(quote).places ?? [];
    return places.find(({ path }) => cited.some((each) => isIn(path, each))) ?? places[0];
  }

  /** The provision that the narrowest one around an old place has become. */
  #successor({ path }: QuotePlace): Provision | undefined {
    const last = path.at(-1);
    return last && this.#alignment.get(last);
  }

  #named({ draft }: Version, cited: Citation): Provision | undefined {
    for (const { provision } of walk(draft.provisions)) {
      const citation = citationOfLabel(provision.label);
      if (citation && provision.kind !== 'closing' && liesWithin(citation, cited) && liesWithin(cited, citation))
        return provision;
    }
    return undefined;
  }
}

/** Of the places of a quote the one in the provision that the old one has become; else the one that is cited; else the first. */
function bestPlace(
  places: readonly QuotePlace[],
  successor: Provision | undefined,
  cited: readonly Citation[],
  hasOld: boolean,
): QuotePlace | undefined {
  const inSuccessor = successor && places.find(({ path }) => path.includes(successor));
  const inCited = places.find(({ path }) => cited.some((each) => isIn(path, each)));
  // Where the old text is known, the same number may be another provision.
  return inSuccessor ?? (hasOld ? undefined : inCited) ?? places[0];
}

/** The label around a place that is as narrow as the one that was cited: `art. 15(2)` for `art. 14(2)`, even if the words stand in (b). */
function labelLike(path: readonly Provision[], cited: Citation | undefined): string {
  const depth = cited?.numbers.length;
  const like = path.find(({ label }) => {
    const citation = citationOfLabel(label);
    return citation !== undefined && citation.word === cited?.word && citation.numbers.length === depth;
  });
  return like?.label ?? labelOf(path);
}

/** The sentences of a provision that a quote is taken from; empty where it is not taken from its own words alone. */
function sentencesWith(quote: string, text: string): string {
  const [whole, part] = [canonical(text).text, canonical(quote.trim()).text];
  const start = whole.indexOf(part);
  if (start === -1) return '';
  const before = whole.slice(0, start).search(/(?<=[.;])\s[^.;]*$/);
  const end = whole.slice(start + part.length - 1).search(/[.;](?:\s|$)/);
  return whole.slice(Math.max(0, before), end === -1 ? undefined : start + part.length + end).trim();
}

function unnumbered({ marker: _, ...provision }: Provision): Provision {
  return provision;
}

function sameWords(a: Provision, b: Provision): boolean {
  return canonical(fullText(unnumbered(a))).text === canonical(fullText(unnumbered(b))).text;
}

function ownText(provision: Provision | undefined): string {
  return provision?.text ?? '';
}

function sameOwnWords(a: Provision, b: Provision): boolean {
  return canonical(ownText(a)).text === canonical(ownText(b)).text;
}
