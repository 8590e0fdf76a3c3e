import { dirname, join, relative, resolve } from 'node:path';
import type { AnswersStore } from '../../../answers/store.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import type { DraftGuide } from '../../../interview/draft-guide.ts';
import { phrase } from '../../../messages/phrases.ts';
import { warningText } from '../../../messages/warnings.ts';
import { draftFile, draftOpener, isOutside, type OpenDraft } from '../../../run/draft-text.ts';
import type { Context } from '../../../run/io.ts';
import { CompassError, problemMessage } from '../../../source/problem.ts';

/** As many passages as the interview could ever show for one question. */
const passages = 8;

/**
 * Opens the draft's text for an interview: the file that `--draft` names, which is written into the answers file with its
 * digest, or the one that stands there. One that can't be read is said; the interview goes on without.
 * @throws CompassError where the file named by hand can't be read, or the other is outside the folder and not allowed
 */
export async function openGuide(
  context: Context,
  store: AnswersStore,
  prepared: PreparedRubric,
  given: string | undefined,
  say: (line: string) => void,
): Promise<DraftGuide | undefined> {
  const name = given ?? (await draftFile(context.io, store.name, { assessment: store.assessment(), parsed: store }));
  if (name === undefined) return undefined;
  try {
    const opened = await draftOpener(context.io)(name);
    for (const warning of opened.draft.reading.warnings) say(`${name}: ${warningText(warning)}`);
    await remember(
      context,
      store,
      opened,
      given,
      (draft) => say(phrase('interview', 'draft-changed', { draft, file: store.name })),
      (draft) => say(phrase('interview', 'draft-outside', { draft })),
    );
    return await guideOf(context, opened, prepared);
  } catch (error) {
    if (!(error instanceof CompassError) || given !== undefined) throw error;
    say(
      phrase('interview', 'draft-unread', {
        why: error.problems.map((problem) => `${problem.source}: ${problemMessage(problem)}`).join('; '),
      }),
    );
    return undefined;
  }
}

/** Ties the answers to the text they are made on. A text that is another one by now is not taken over silently. */
async function remember(
  { io }: Context,
  store: AnswersStore,
  { draft: { sha256, source } }: OpenDraft,
  given: string | undefined,
  warn: (draft: string) => void,
  outside: (draft: string) => void,
): Promise<void> {
  const { draft } = store.assessment();
  if (draft.sha256 !== undefined && draft.sha256.toLowerCase() !== sha256) return warn(source);
  const path = relative(dirname(store.path), resolve(io.cwd(), source)).replaceAll('\\', '/');
  const text = given === undefined ? draft.text : path.startsWith('.') ? path : `./${path}`;
  if (given !== undefined && text !== undefined && (await isOutside(io, store.name, source, ''))) outside(text);
  if (draft.text !== text || draft.sha256 === undefined)
    await store.setDraft({ ...draft, ...(text !== undefined && { text }), sha256 });
}

async function guideOf({ root }: Context, { draft, finder }: OpenDraft, prepared: PreparedRubric): Promise<DraftGuide> {
  const [{ draftSearch }, { readLexicon }, { checkOf }, { fullText, walk }, { queryOf }] = await Promise.all([
    import('../../../draft/search/search.ts'),
    import('../../../draft/read-lexicon.ts'),
    import('../../../draft/quotes/check.ts'),
    import('../../../draft/structure/provision.ts'),
    import('../evidence/find.ts'),
  ]);
  const search = await draftSearch(draft, (language) => readLexicon(join(root, 'lexicon'), language));
  return {
    name: draft.source,
    suggest: (id) => search.find(queryOf(id, prepared), passages),
    search: (words) => search.find({ words, terms: [] }, passages),
    provision: (label) => {
      for (const { provision, above } of walk(draft.provisions)) {
        if (provision.label !== label) continue;
        const unit = [...above, provision].find(({ kind }) => kind === 'unit' || kind === 'recital') ?? provision;
        return fullText(unit);
      }
      return undefined;
    },
    check: (quote, at) => checkOf(finder.find(quote), at),
  };
}
