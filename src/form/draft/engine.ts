import { withName } from '../../draft/citations/own-names.ts';
import { checkOf, withChecks } from '../../draft/quotes/check.ts';
import { type QuoteFinder, quoteFinder } from '../../draft/quotes/quotes.ts';
import { emptyLexicon, lexiconOf } from '../../draft/search/lexicon.ts';
import { type DraftSearch, draftSearch } from '../../draft/search/search.ts';
import type { DraftText } from '../../draft/structure/provision.ts';
import type { Lexicons } from '../payload.ts';
import type { DraftClient } from './draft-client.ts';

/** As many passages as a search shows. */
const mostPassages = 20;

/** Searches a draft and checks quotes. The index and the words of the draft are made when they are first needed. */
export function draftEngine(draft: DraftText, lexicons: Lexicons): DraftClient {
  const search = onceLoaded<DraftSearch>(() =>
    draftSearch(draft, async (language) => {
      const file = lexicons[language];
      return file ? lexiconOf(file) : emptyLexicon;
    }),
  );
  let found: QuoteFinder | undefined;
  const finder = (): QuoteFinder => {
    found ??= quoteFinder(draft);
    return found;
  };
  return {
    search: async (words) => (await search()).find({ words, terms: [] }, mostPassages),
    check: async (quote, at, title) => {
      const { find, absence, names } = finder();
      return checkOf(find(quote), at, { absence, names: withName(names, title) });
    },
    withChecks: async (assessment) => withChecks(assessment, finder()),
  };
}

/** A failure is not remembered: the next call tries again. */
function onceLoaded<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loaded: Promise<Value> | undefined;
  return () => {
    loaded ??= load().catch((error) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}
