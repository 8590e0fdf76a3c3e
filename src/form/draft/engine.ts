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
  const search = once<Promise<DraftSearch>>(() =>
    draftSearch(draft, async (language) => {
      const file = lexicons[language];
      return file ? lexiconOf(file) : emptyLexicon;
    }),
  );
  const finder = once<QuoteFinder>(() => quoteFinder(draft));
  return {
    search: async (words) => (await search()).find({ words, terms: [] }, mostPassages),
    check: async (quote, at, title) => {
      const { find, absence, names } = finder();
      return checkOf(find(quote), at, { absence, names: withName(names, title) });
    },
    withChecks: async (assessment) => withChecks(assessment, finder()),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
