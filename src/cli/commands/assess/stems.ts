import { join } from 'node:path';
import type { Rubric } from '../../../core/rubric.ts';
import type { Questionnaire } from '../../../interview/state.ts';
import type { Run } from '../../../run/run.ts';

export type Stems = NonNullable<Questionnaire['stems']>;

/** The stems of words in the language of the rubric's texts. They are loaded when they are first asked for, since not every interview needs them. */
export function stemsFor({ root }: Pick<Run, 'root'>, { language }: Pick<Rubric, 'language'>): () => Promise<Stems> {
  let loaded: Promise<Stems> | undefined;
  return () => {
    loaded ??= load(root, language);
    return loaded;
  };
}

async function load(root: string, language: string): Promise<Stems> {
  const [{ isSearchable }, { readLexicon }, { emptyLexicon }, { stemmerFor }] = await Promise.all([
    import('../../../draft/search/language.ts'),
    import('../../../draft/read-lexicon.ts'),
    import('../../../draft/search/lexicon.ts'),
    import('../../../draft/search/stem.ts'),
  ]);
  const [main = ''] = language.split('-');
  const lexicon = isSearchable(main) ? await readLexicon(join(root, 'lexicon'), main) : emptyLexicon;
  const { stems } = await stemmerFor(main, lexicon);
  return stems;
}
