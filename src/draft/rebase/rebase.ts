import type { Assessment, Difference, Evidence } from '../../core/answers.ts';
import type { EvidenceFate } from '../../core/evidence.ts';
import { type CitedPlace, readPlace } from '../citations/cited-place.ts';
import { columnNames } from '../citations/columns.ts';
import { citationOfLabel } from '../citations/label.ts';
import { withName } from '../citations/own-names.ts';
import type { Citation } from '../citations/types.ts';
import { liesWithin } from '../citations/within.ts';
import { canonical } from '../quotes/canonical.ts';
import { isIn } from '../quotes/check.ts';
import { compareWords } from '../quotes/near.ts';
import type { FoundQuote, QuoteFinder, QuotePlace } from '../quotes/quotes.ts';
import { type DraftText, fullText, labelOf, type Provision, walk } from '../structure/provision.ts';
import { type Alignment, alignProvisions } from './align.ts';
import { isSameText, leadInOf } from './lead-in.ts';

/** One version of a draft, prepared for search. */
export interface Version {
  readonly draft: DraftText;
  readonly finder: QuoteFinder;
}

/** The sections of an answers file whose entries have evidence. */
export type EvidenceSection = 'answers' | 'steps' | 'flags';

/** One piece of evidence, and what became of it in the new version. */
export interface RebasedItem {
  readonly section: EvidenceSection;
  readonly id: string;
  /** Index in the answer's list of evidence. */
  readonly index: number;
  readonly evidence: Evidence;
  readonly fate: EvidenceFate;
  /** The citation for the new version; null if the evidence is gone or its fate is unknown. */
  readonly at: string | null;
  /** The new words of a changed quote; undefined if the quote stays as it is. */
  readonly quote?: string;
  /** How the quote, or the provision of evidence without a quote, has changed. */
  readonly differences?: readonly Difference[];
  /** If the quote is unchanged: how the other words of its provision have changed. */
  readonly around?: readonly Difference[];
  /** Whether the sentence around unchanged evidence has changed, or the words that introduce its list: there may be a "no" now. */
  readonly sentenceChanged?: true;
}

/**
 * Looks up every piece of evidence from the draft in the new version.
 * @param before the old version. Without it, evidence that has no quote can't be compared
 */
export function rebaseEvidence(assessment: Assessment, before: Version | undefined, after: Version): RebasedItem[] {
  const alignment = before ? alignProvisions(before.draft.provisions, after.draft.provisions) : new Map<Provision, Provision>();
  const names = withName((before ?? after).finder.names, assessment.draft.title);
  const columns = columnNames((before ?? after).draft.provisions);
  const rebase = new Rebase(before, after, alignment);
  const rebaseList = (section: EvidenceSection, id: string, list: readonly Evidence[] = []): RebasedItem[] =>
    list.flatMap((evidence, index) => {
      const { at, quote, document } = evidence;
      if ((at === undefined && quote === undefined) || document !== undefined) return [];
      const place = readPlace(at ?? '', names, columns);
      const outcome = quote === undefined ? rebase.ofProvision(at ?? '', place) : rebase.ofQuote(quote, at, place);
      return [
        { section, id, index, evidence, ...outcome, ...(outcome.at !== null && { at: withOthers(outcome.at, at, place) }) },
      ];
    });
  return [
    ...[...assessment.answers].flatMap(([id, { evidence }]) => rebaseList('answers', id, evidence)),
    ...[...assessment.steps].flatMap(([id, { evidence }]) => rebaseList('steps', id, evidence)),
    ...[...assessment.flags].flatMap(([id, { evidence }]) => rebaseList('flags', id, evidence)),
  ];
}

/** The new place of evidence. What cites another act stays as it was written. */
function withOthers(at: string, written: string | undefined, { unread, others = [] }: CitedPlace): string {
  if (written === undefined || at === written) return at;
  return unread?.code === 'act' ? written : [at, ...others].join('; ');
}

/** The provisions that are new in the new version, without those inside another new one. */
export function additionsTo(before: Version, after: Version): Provision[] {
  const paired = new Set(alignProvisions(before.draft.provisions, after.draft.provisions).values());
  const additions: Provision[] = [];
  for (const { provision, above } of walk(after.draft.provisions)) {
    const isCited = provision.kind === 'unit' || provision.kind === 'recital' || provision.kind === 'point';
    if (isCited && !paired.has(provision) && !above.some((each) => additions.includes(each))) additions.push(provision);
  }
  return additions;
}

type Outcome = Pick<RebasedItem, 'fate' | 'at' | 'quote' | 'differences' | 'around' | 'sentenceChanged'>;

/** Follows evidence from the old version to the new one. */
class Rebase {
  readonly #before: Version | undefined;
  readonly #after: Version;
  readonly #alignment: Alignment;

  constructor(before: Version | undefined, after: Version, alignment: Alignment) {
    this.#before = before;
    this.#after = after;
    this.#alignment = alignment;
  }

  /** The fate of evidence with a quote. */
  ofQuote(quote: string, at: string | undefined, { citations: cited, unread }: CitedPlace): Outcome {
    const old = this.#oldPlace(quote, cited);
    const successor = old && this.#successor(old);
    const found = this.#after.finder.find(quote);
    if (found.status === 'exact' || found.status === 'layout') {
      const place = bestPlace(found.places, successor, cited, old !== undefined);
      if (place) return unchangedQuote(quote, { cited, at, old, place });
    }
    if (found.status === 'near') return changedQuote(found, cited[0]);
    if (old && successor) {
      const differences = compareWords(ownText(old.path.at(-1)), ownText(successor));
      return { fate: 'changed', at: successor.label, quote: '', differences };
    }
    return { fate: unread?.code === 'act' ? 'unknown' : 'gone', at: null };
  }

  /** The fate of evidence that cites a provision without a quote. */
  ofProvision(at: string, { citations: cited }: CitedPlace): Outcome {
    const before = this.#before;
    if (!before) {
      const exists = cited.some((each) => citedProvision(this.#after, each) !== undefined);
      return exists || cited.length === 0 ? { fate: 'unknown', at: null } : { fate: 'gone', at: null };
    }
    const citedBefore = cited.map((each) => citedProvision(before, each));
    const [old] = citedBefore;
    if (!old || citedBefore.length > 1) return this.#ofSeveral(citedBefore);
    const successor = this.#alignment.get(old);
    if (!successor) return { fate: 'gone', at: null };
    if (!hasSameText(old, successor)) {
      const differences = compareWords(fullText(unnumbered(old)), fullText(unnumbered(successor)));
      return { fate: 'changed', at: successor.label, differences };
    }
    const leadChange = this.#leadInChange(old, successor);
    return successor.label === old.label
      ? { fate: 'unchanged', at, ...leadChange }
      : { fate: 'moved', at: successor.label, ...leadChange };
  }

  /** The fate of evidence that cites several provisions: unchanged only if all of them are. */
  #ofSeveral(citedBefore: readonly (Provision | undefined)[]): Outcome {
    const known = citedBefore.filter((old) => old !== undefined);
    if (known.length === 0) return { fate: 'unknown', at: null };
    const pairs = known.map((old) => ({ old, successor: this.#alignment.get(old) }));
    const labels = pairs.flatMap(({ successor }) => successor?.label ?? []);
    const hasAll = labels.length === citedBefore.length;
    if (hasAll && pairs.every(({ old, successor }) => successor && hasSameText(old, successor))) {
      const isUnmoved = pairs.every(({ old, successor }) => old.label === successor?.label);
      const changes = pairs.map(({ old, successor }) => successor && this.#leadInChange(old, successor));
      return { fate: isUnmoved ? 'unchanged' : 'moved', at: labels.join(', '), ...changes.find((each) => each?.sentenceChanged) };
    }
    return labels.length > 0 ? { fate: 'changed', at: labels.join(', ') } : { fate: 'gone', at: null };
  }

  /** How the words that introduce the list around a provision have changed. */
  #leadInChange(old: Provision, successor: Provision): Pick<Outcome, 'around' | 'sentenceChanged'> {
    if (!this.#before) return {};
    return leadInChange(leadInOf(pathTo(this.#before, old), true), leadInOf(pathTo(this.#after, successor), true));
  }

  /** The place of a quote in the old version, in the cited provision if it is there. */
  #oldPlace(quote: string, cited: readonly Citation[]): QuotePlace | undefined {
    const places = this.#before?.finder.find(quote).places ?? [];
    return places.find(({ path }) => cited.some((each) => isIn(path, each))) ?? places[0];
  }

  /** The successor of the innermost provision around a place in the old version. */
  #successor({ path }: QuotePlace): Provision | undefined {
    const last = path.at(-1);
    return last && this.#alignment.get(last);
  }
}

/** The provision of a version with exactly the cited number. */
function citedProvision({ draft }: Version, cited: Citation): Provision | undefined {
  for (const { provision } of walk(draft.provisions)) {
    const citation = citationOfLabel(provision.label);
    if (citation && provision.kind !== 'closing' && liesWithin(citation, cited) && liesWithin(cited, citation)) return provision;
  }
  return undefined;
}

/** The provisions around a provision, and itself, outermost first. */
function pathTo({ draft }: Version, wanted: Provision): readonly Provision[] {
  for (const { provision, above } of walk(draft.provisions)) if (provision === wanted) return [...above, provision];
  return [];
}

interface QuotePosition {
  readonly cited: readonly Citation[];
  readonly at: string | undefined;
  /** The place in the old version, if known. */
  readonly old: QuotePlace | undefined;
  readonly place: QuotePlace;
}

/** The outcome for a quote whose words are the same in the new version. */
function unchangedQuote(quote: string, { cited, at, old, place }: QuotePosition): Outcome {
  const isUnmoved = cited.length === 0 || cited.some((each) => isIn(place.path, each));
  return {
    fate: isUnmoved ? 'unchanged' : 'moved',
    at: isUnmoved ? (at ?? null) : labelLike(place.path, cited[0]),
    ...(old && changesAround(quote, old.path, place.path)),
  };
}

/** How the words around an unchanged quote have changed: in its own provision, or in what introduces the list that it is part of. */
function changesAround(
  quote: string,
  oldPath: readonly Provision[],
  newPath: readonly Provision[],
): Pick<Outcome, 'around' | 'sentenceChanged'> {
  const [before, after] = [ownText(oldPath.at(-1)), ownText(newPath.at(-1))];
  const [sentenceBefore, sentenceAfter] = [sentencesWith(quote, before), sentencesWith(quote, after)];
  const leadChange = leadInChange(leadInOf(oldPath, sentenceBefore !== ''), leadInOf(newPath, sentenceAfter !== ''));
  // An ellipsis may leave out words that are new.
  const [wholeBefore, wholeAfter] = [oldPath, newPath].map((path) => wholeText(path.at(-1))) as [string, string];
  if (ellipsis.test(quote) && !isSameText(wholeBefore, wholeAfter))
    return { around: compareWords(wholeBefore, wholeAfter), sentenceChanged: true };
  if (isSameText(before, after)) return leadChange;
  const isChanged = sentenceBefore !== sentenceAfter || leadChange.sentenceChanged;
  return { around: compareWords(before, after), ...(isChanged && { sentenceChanged: true }) };
}

const ellipsis = /\.{3}|…/u;

function leadInChange(before: string, after: string): Pick<Outcome, 'around' | 'sentenceChanged'> {
  return isSameText(before, after) ? {} : { around: compareWords(before, after), sentenceChanged: true };
}

/** The outcome for a quote that has only similar words in the new version. */
function changedQuote({ places: [place], words, differences }: FoundQuote, cited: Citation | undefined): Outcome {
  return {
    fate: 'changed',
    at: place ? labelLike(place.path, cited) : null,
    ...(words !== undefined && { quote: words }),
    ...(differences && { differences }),
  };
}

/**
 * Chooses among the places of a quote: the one in the successor of the old provision; if the old version is unknown, the one in
 * the cited provision; otherwise the first.
 */
function bestPlace(
  places: readonly QuotePlace[],
  successor: Provision | undefined,
  cited: readonly Citation[],
  hasOld: boolean,
): QuotePlace | undefined {
  const inSuccessor = successor && places.find(({ path }) => path.includes(successor));
  const inCited = places.find(({ path }) => cited.some((each) => isIn(path, each)));
  // If the old version is known, the cited number may now be that of another provision.
  return inSuccessor ?? (hasOld ? undefined : inCited) ?? places[0];
}

/** The label of a place at the depth of the old citation: `art. 15(2)` for `art. 14(2)`, even if the words are in point (b). */
function labelLike(path: readonly Provision[], cited: Citation | undefined): string {
  const depth = cited?.numbers.length;
  const sameDepth = path.find(({ label }) => {
    const citation = citationOfLabel(label);
    return citation !== undefined && citation.word === cited?.word && citation.numbers.length === depth;
  });
  return sameDepth?.label ?? labelOf(path);
}

/** The sentences of a text that contain a quote, in canonical form; empty if the text does not contain the whole quote. */
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

function hasSameText(a: Provision, b: Provision): boolean {
  return isSameText(fullText(unnumbered(a)), fullText(unnumbered(b)));
}

function wholeText(provision: Provision | undefined): string {
  return provision ? fullText(unnumbered(provision)) : '';
}

function ownText(provision: Provision | undefined): string {
  return provision?.text ?? '';
}
