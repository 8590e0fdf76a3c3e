import { join } from 'node:path';
import type { PreparedRubric } from '../../core/rubric.ts';
import { readLexicon } from '../../draft/read-lexicon.ts';
import type { Query } from '../../draft/search/query.ts';
import { type DraftSearch, draftSearch } from '../../draft/search/search.ts';
import type { DraftText } from '../../draft/structure/provision.ts';
import type { Run } from '../run.ts';

/** A search over the provisions of a draft, with the lexicon of the draft's language. */
export async function searchDraft({ root }: Pick<Run, 'root'>, draft: DraftText): Promise<DraftSearch> {
  return draftSearch(draft, (language) => readLexicon(join(root, 'lexicon'), language));
}

/**
 * What to search a draft for to answer a question of the rubric, or to see whether a red flag is present: the words of the rubric's own
 * language, whatever the language of the reader.
 */
export function queryOf(id: string, prepared: PreparedRubric): Query {
  const { questions, flags } = prepared.source ?? prepared;
  const question = questions.get(id)?.question ?? flags.get(id);
  return { words: question?.text ?? '', terms: question?.terms ?? [] };
}
