import MiniSearch from 'minisearch';
import type { Hit } from '../../core/evidence.ts';
import { type DraftText, fullText, type Provision } from '../structure/provision.ts';
import { type Language, languageOf } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { passageFor } from './passage.ts';
import { expandQuery, type Query } from './query.ts';
import { type Stemmer, stemmerFor } from './stem.ts';

/** Searches the provisions of one draft. */
export interface DraftSearch {
  /** The language that was detected. */
  readonly language: Language;
  /**
   * Returns the best provisions, the best one first.
   * @param limit how many at most
   * @param only which units to search; all by default
   */
  readonly find: (query: Query, limit: number, only?: (unit: Provision) => boolean) => Hit[];
}

/** An indexed paragraph: a point of a unit with its descendants, or the unit's own text. */
interface Entry {
  /** Its index among all entries, which is document order. */
  readonly id: number;
  readonly unit: Provision;
  readonly provision: Provision;
  readonly heading: string;
  /** The headings of the groups around it. */
  readonly context: string;
  readonly text: string;
}

/** A provision's heading counts more than its text; the heading of a chapter, which has many provisions, counts less. */
const boosts = { heading: 2.2, context: 0.4, text: 1 };
/** Recitals and notes are not binding. */
const nonBinding: ReadonlySet<Provision['kind']> = new Set(['recital', 'preamble', 'note', 'memorandum']);
const recitalWeight = 0.35;
/** The weight of a unit's best paragraph, second best, and so on: several matches count more than one. */
const paragraphWeights = [1, 0.45, 0.3, 0.2];
/** Added for each phrase that is found word for word. */
const phraseBonus = 3;

/**
 * Indexes a draft for search: BM25+ over the stems of paragraphs and the headings above them.
 * @param lexicon loads the lexicon of a language
 */
export async function draftSearch(draft: DraftText, lexicon: (language: Language) => Promise<Lexicon>): Promise<DraftSearch> {
  const language = languageOf(draft.provisions.map(fullText).join('\n').slice(0, 100_000));
  const [stemmer, words] = await Promise.all([stemmerFor(language), lexicon(language)]);
  const rubricStemmer = language === 'en' ? undefined : await stemmerFor('en');
  const entries = entriesOf(draft.provisions);
  const stemmed = entries.map(({ heading, text }) => ` ${stemmer.stems(`${heading} ${text}`).join(' ')} `);
  const index = new MiniSearch<Entry>({
    fields: ['heading', 'context', 'text'],
    tokenize: (text) => stemmer.stems(text),
    processTerm: (term) => term,
  });
  index.addAll(entries);
  return {
    language,
    find: (query, limit, only) => {
      const expanded = expandQuery(query, words, stemmer, rubricStemmer);
      const results = index.search([...expanded.stems.keys()].join(' '), {
        tokenize: (text) => text.split(' '),
        boost: boosts,
        boostTerm: (term) => expanded.stems.get(term) ?? 1,
        bm25: { k: 1.2, b: 0.75, d: 0.1 },
      });
      const scores = new Map<number, number>(results.map(({ id, score }) => [Number(id), score]));
      addPhrases(scores, stemmed, expanded.phrases);
      return rankUnits(entries, scores, only)
        .slice(0, limit)
        .map(({ best, score }) => toHit(best, score, expanded.stems, stemmer));
    },
  };
}

/** Adds a bonus for each phrase in an entry's text; a rare phrase adds more. */
function addPhrases(scores: Map<number, number>, stemmed: readonly string[], phrases: ReadonlyMap<string, number>): void {
  for (const [phrase, weight] of phrases) {
    const ids = stemmed.flatMap((text, id) => (text.includes(` ${phrase} `) ? [id] : []));
    const rarity = Math.log(1 + stemmed.length / (ids.length + 0.5));
    for (const id of ids) scores.set(id, (scores.get(id) ?? 0) + phraseBonus * weight * rarity);
  }
}

/** Ranks units by the scores of their paragraphs. */
function rankUnits(
  entries: readonly Entry[],
  scores: ReadonlyMap<number, number>,
  only: ((unit: Provision) => boolean) | undefined,
): { best: Entry; score: number }[] {
  const byUnit = new Map<Provision, { entry: Entry; score: number }[]>();
  for (const entry of entries) {
    const score = scores.get(entry.id);
    if (score === undefined || (only && !only(entry.unit))) continue;
    const weighted = nonBinding.has(entry.unit.kind) ? score * recitalWeight : score;
    const list = byUnit.get(entry.unit);
    if (list) list.push({ entry, score: weighted });
    else byUnit.set(entry.unit, [{ entry, score: weighted }]);
  }
  const ranked = [...byUnit.values()].map((list) => {
    const sorted = list.sort((a, b) => b.score - a.score || a.entry.id - b.entry.id);
    const score = sorted.reduce((sum, each, index) => sum + each.score * (paragraphWeights[index] ?? 0), 0);
    return { best: (sorted[0] as (typeof sorted)[number]).entry, score };
  });
  // Units with equal scores are in document order.
  return ranked.sort((a, b) => b.score - a.score || a.best.id - b.best.id);
}

function toHit({ provision, heading, unit }: Entry, score: number, stems: ReadonlyMap<string, number>, stemmer: Stemmer): Hit {
  const { label, place, passage, marks } = passageFor(provision, stems, stemmer);
  return {
    label: label || unit.label,
    heading: heading || null,
    score: Math.round(score * 1000) / 1000,
    line: place.line ?? null,
    ...(place.page !== undefined && { page: place.page }),
    passage,
    marks,
  };
}

/** The closing formula with its signatures, a table of contents, captions and the texts of pictures. */
function isWithoutRules({ kind }: Provision): boolean {
  return kind === 'closing' || kind === 'contents' || kind === 'caption' || kind === 'alt';
}

/** The paragraphs of a draft to index, in document order. */
function entriesOf(provisions: readonly Provision[]): Entry[] {
  const entries: Entry[] = [];
  const add = (unit: Provision, provision: Provision, text: string, headings: readonly string[]): void => {
    const heading = unit.heading ?? '';
    const inner = provision !== unit && provision.heading ? `${provision.heading} ` : '';
    if (`${heading}${text}` !== '')
      entries.push({ id: entries.length, unit, provision, heading, context: headings.join(' '), text: inner + text });
  };
  const visit = (provision: Provision, headings: readonly string[]): void => {
    const { kind, children, text, heading } = provision;
    const isContainer = kind === 'group' || kind === 'annex' || kind === 'preamble';
    const points = children.filter((child) => child.kind === 'point' || child.kind === 'closing');
    if (isContainer) {
      if (text) add(provision, { ...provision, children: [] }, text, headings);
      for (const point of points) add(provision, point, fullText(point), headings);
      for (const child of children) if (!points.includes(child)) visit(child, heading ? [...headings, heading] : headings);
    } else {
      if (text || points.length === 0) add(provision, { ...provision, children: [] }, text, headings);
      for (const point of points) add(provision, point, `${text.length < 200 ? text : ''} ${fullText(point)}`, headings);
    }
  };
  for (const provision of provisions) if (!isWithoutRules(provision)) visit(provision, []);
  return entries;
}
