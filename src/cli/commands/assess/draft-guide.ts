import { dirname, relative, resolve } from 'node:path';
import type { AnswersStore } from '../../../answers/store.ts';
import { type Hit, isVerified } from '../../../core/evidence.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import type { DraftText } from '../../../draft/structure/provision.ts';
import type { DraftGuide } from '../../../interview/draft-guide.ts';
import { clauses } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { warningText } from '../../../messages/warnings.ts';
import { allowedDraft, isOutside } from '../../../run/drafts/draft-access.ts';
import { draftOpener, type OpenDraft } from '../../../run/drafts/open-draft.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError, problemMessage } from '../../../source/problem.ts';
import { shellWord } from '../../../text/shell-word.ts';

/** As many passages as the interview could ever show for one question. */
const mostPassages = 24;

/** What a guide is made for. */
interface GuideRequest {
  readonly store: AnswersStore;
  readonly prepared: PreparedRubric;
  /** The file that `--draft` names; undefined takes the one that the answers name. */
  readonly given: string | undefined;
  /** What `--rubric` names. */
  readonly named: string | undefined;
  /** Prints a line for the reviewer. */
  readonly say: (line: string) => void;
}

/**
 * Opens the text of the draft for an interview. The file that `--draft` names is written into the answers file, with its digest.
 * @returns undefined if there is no draft, or if the draft that the answers name can't be read; then a line says so
 * @throws CompassError if the file of `--draft` can't be read, or the draft that the answers name may not be read
 */
export async function openGuide(run: Run, request: GuideRequest): Promise<DraftGuide | undefined> {
  const { store, given, say } = request;
  const name = given ?? (await allowedDraft(run, store.name, store.assessment(), store.problem));
  if (name === undefined) return undefined;
  try {
    const opened = await draftOpener(run)(name);
    for (const warning of opened.draft.reading.warnings) say(`${name}: ${warningText(warning)}`);
    await linkDraft(run, request, opened.draft);
    return await guideOf(run, opened, request);
  } catch (error) {
    if (!(error instanceof CompassError) || given !== undefined) throw error;
    const why = clauses(error.problems.map((problem) => `${problem.source}: ${problemMessage(problem)}`));
    say(phrase('interview', 'draft-unread', { why }));
    return undefined;
  }
}

/**
 * Writes the path and the digest of the draft into the answers file. If it names another digest, the reviewer is warned instead.
 */
async function linkDraft(run: Run, { store, given, say }: GuideRequest, { sha256, source }: DraftText): Promise<void> {
  const { draft } = store.assessment();
  if (draft.sha256 !== undefined && draft.sha256.toLowerCase() !== sha256)
    return say(phrase('interview', 'draft-changed', { draft: source, file: shellWord(store.name), word: shellWord(source) }));
  const path = relative(dirname(store.path), resolve(run.io.cwd(), source)).replaceAll('\\', '/');
  const text = given === undefined ? draft.text : path.startsWith('.') ? path : `./${path}`;
  if (given !== undefined && text !== undefined && (await isOutside(run, store.name, source, '')))
    say(phrase('interview', 'draft-outside', { draft: text }));
  if (draft.text !== text || draft.sha256 === undefined)
    await store.setDraft({ ...draft, ...(text !== undefined && { text }), sha256 });
}

async function guideOf(run: Run, { draft, finder }: OpenDraft, { prepared, named }: GuideRequest): Promise<DraftGuide> {
  const [{ queriesFor, searchDraft }, { checkOf }, { fullText, walk }] = await Promise.all([
    import('../../../run/drafts/search-draft.ts'),
    import('../../../draft/quotes/check.ts'),
    import('../../../draft/structure/provision.ts'),
  ]);
  const search = await searchDraft(run, draft);
  const queryOf = await queriesFor(run, { prepared, named, draft });
  // A screen asks for them each time it is drawn.
  const suggested = new Map<string, readonly Hit[]>();
  const check: DraftGuide['check'] = (quote, at) => checkOf(finder.find(quote), at, finder);
  return {
    name: draft.source,
    warnings: draft.reading.warnings,
    suggest: (id) => {
      const hits = suggested.get(id) ?? search.find(queryOf(id), mostPassages);
      suggested.set(id, hits);
      return hits;
    },
    search: (words) => search.find({ words, terms: [] }, mostPassages),
    provision: (label) => {
      for (const { provision, above } of walk(draft.provisions)) {
        if (provision.label !== label) continue;
        const unit = [...above, provision].find(({ kind }) => kind === 'unit' || kind === 'recital') ?? provision;
        return fullText(unit);
      }
      return undefined;
    },
    // Only words that evidence check will find again.
    whole: (hit) => {
      const words = search.whole(hit);
      return isVerified(check(words, hit.label)) ? words : hit.passage;
    },
    check,
  };
}
