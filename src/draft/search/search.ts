import MiniSearch from 'minisearch';
import type { Hit } from '../../core/evidence.ts';
import type { DraftText, Provision } from '../structure/provision.ts';
import { type Entry, entriesOf, type StemmedEntry } from './entries.ts';
import { frequentWords, isSearchable, type Language } from './language.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { Matcher } from './matcher.ts';
import { type Highlight, passageFor, sentenceAround } from './passage.ts';
import { type Concept, conceptsOf, isTyped, type Query } from './query.ts';
import { ranked } from './ranking.ts';
import { querySources } from './sources.ts';
import { contentOf, type Stem, type Stemmer, stemmerFor } from './stem.ts';

/** Searches the provisions of one draft. */
export interface DraftSearch {
  /**
   * Returns the best provisions, the best one first.
   * @param limit how many at most
   * @param only which units to search; all by default
   */
  readonly find: (query: Query, limit: number, only?: (unit: Provision) => boolean) => Hit[];
  /** The whole sentence or point that the passage of a hit belongs to, on one line. */
  readonly whole: (hit: Pick<Hit, 'label' | 'passage'>) => string;
}

/**
 * Indexes a draft for search: BM25+ over the stems of paragraphs and the headings above them.
 * @param lexicon loads the lexicon of a language
 */
export async function draftSearch(draft: DraftText, lexicon: (language: Language) => Promise<Lexicon>): Promise<DraftSearch> {
  const code = draft.reading.language;
  const own = isSearchable(code) ? await lexicon(code) : lexiconOf({ functionWords: frequentWords(code) });
  const stemmer = await stemmerFor(code, own);
  const english = code === 'en' || !isSearchable(code) ? undefined : await lexicon('en');
  const entries = entriesOf(draft.provisions);
  const matcher = matcherFor(entries, stemmer, own);
  const sources = await querySources(entries, { lexicon: own, stemmer, english });
  return {
    find: (query, limit, only) => {
      const concepts = sources(query).flatMap(({ part, source }) => conceptsOf(part, source, stemmer));
      const highlight = highlightFor(concepts, matcher, stemmer, own);
      return ranked(
        entries,
        concepts.map((concept) => matcher.find(concept)),
        { isTyped: isTyped(query), only },
      )
        .slice(0, limit)
        .map(({ best, score }) => toHit(best, score, highlight));
    },
    whole: (hit) => sentenceAround(draft.provisions, hit, own) ?? hit.passage,
  };
}

function matcherFor(entries: readonly Entry[], stemmer: Stemmer, { compounds }: Lexicon): Matcher {
  const read = remembering(stemmer.read);
  const vocabulary = new Set<string>();
  const index = new MiniSearch<StemmedEntry>({
    fields: ['heading', 'context', 'text'],
    tokenize: (stems) => stems.split(' '),
    processTerm: (term) => {
      vocabulary.add(term);
      return term;
    },
  });
  const stemmed = entries.map(({ id, heading, context, text }) => {
    const [ofHeading, ofText] = [read(heading), stemmer.read(text)];
    const content = (stems: readonly Stem[], of: string): string => contentOf([...stems, ...read(joinedWords(of))]).join(' ');
    index.add({
      id,
      heading: content(ofHeading, heading),
      context: content(read(context), context),
      text: content(ofText, text),
    });
    return ` ${[...ofHeading, ...ofText].map((stem) => stem.text).join(' ')} `;
  });
  return new Matcher({ index, stemmed, vocabulary, compounds });
}

/** The words with hyphens in a text without their hyphens: `whistle-blower` is also found by `whistleblower`. */
function joinedWords(text: string): string {
  const words = text.includes('-') ? (text.match(/\p{L}+(?:-\p{L}+)+/gu) ?? []) : [];
  return words.map((word) => word.replaceAll('-', '')).join(' ');
}

/** Many entries have the same heading. */
function remembering(read: Stemmer['read']): Stemmer['read'] {
  const known = new Map<string, readonly Stem[]>();
  return (text) => {
    const stems = known.get(text) ?? read(text);
    known.set(text, stems);
    return stems;
  };
}

/** How to choose and mark the words of a passage. */
function highlightFor(concepts: readonly Concept[], matcher: Matcher, stemmer: Stemmer, lexicon: Lexicon): Highlight {
  const weights = new Map<string, number>();
  const raise = (stem: string, weight: number): void => {
    weights.set(stem, Math.max(weights.get(stem) ?? 0, weight));
  };
  for (const { weight, alternatives } of concepts)
    for (const alternative of alternatives)
      for (const stem of alternative.stems) {
        const own = (weight * alternative.weight) / alternative.stems.length;
        raise(stem, own);
        for (const related of matcher.related(stem)) raise(related, own / 2);
      }
  return { weights, stemmer, lexicon };
}

function toHit({ provision, heading, unit }: Entry, score: number, highlight: Highlight): Hit {
  const { label, place, passage, marks, cut } = passageFor(provision, highlight);
  return {
    label: label || unit.label,
    heading: heading || null,
    score: Math.round(score * 1000) / 1000,
    line: place.line ?? null,
    ...(place.page !== undefined && { page: place.page }),
    passage,
    marks,
    ...(cut && { cut }),
  };
}
