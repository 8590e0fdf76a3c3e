import { join } from 'node:path';
import { searchTermsOf } from '../../core/localised.ts';
import type { Flag, PreparedRubric, Question } from '../../core/rubric.ts';
import { readLexicon } from '../../draft/read-lexicon.ts';
import type { Query } from '../../draft/search/query.ts';
import { type DraftSearch, draftSearch } from '../../draft/search/search.ts';
import type { DraftText } from '../../draft/structure/provision.ts';
import { localeFiles } from '../../rubric/locales/compiled.ts';
import { overlayOf } from '../localise.ts';
import { findRubric } from '../open-rubric.ts';
import type { Run } from '../run.ts';

/** A search over the provisions of a draft, with the lexicon of the draft's language. */
export async function searchDraft({ root }: Pick<Run, 'root'>, draft: DraftText): Promise<DraftSearch> {
  return draftSearch(draft, (language) => readLexicon(join(root, 'lexicon'), language));
}

/** What a search for a question needs to know. */
interface Asked {
  readonly prepared: PreparedRubric;
  /** What `--rubric` names. */
  readonly named: string | undefined;
  readonly draft: DraftText;
}

/**
 * Returns a function that says what to search a draft for to answer a question of the rubric, or to see whether a red flag is present:
 * the words of the rubric's own language, whatever the language of the reader, and the terms that it has in the language of the draft.
 */
export async function queriesFor(run: Run, { prepared, named, draft }: Asked): Promise<(id: string) => Query> {
  const source = prepared.source ?? prepared;
  const { language } = draft.reading;
  const entryOf = (id: string): Question | Flag | undefined => source.questions.get(id)?.question ?? source.flags.get(id);
  // A rubric in the language of the draft needs no translation, one in English no other terms.
  if (source.rubric.language === language && language !== 'en')
    return (id) => ({ words: '', terms: [], own: entryOf(id)?.terms ?? [] });
  const translated = language === 'en' ? undefined : await translatedTerms(run, named, source, language);
  return (id) => {
    const { text = '', terms = [] } = entryOf(id) ?? {};
    const own = translated?.get(id);
    return { words: text, terms, ...(own && { own }) };
  };
}

/** The terms of each question and flag in a language; undefined if the rubric has no translation. */
async function translatedTerms(
  run: Run,
  named: string | undefined,
  source: PreparedRubric,
  language: string,
): Promise<ReadonlyMap<string, readonly string[]> | undefined> {
  const place = await findRubric(run, named);
  if (localeFiles(place.folder, language).length === 0) return undefined;
  return searchTermsOf(await overlayOf(run.root, place, source, language));
}
