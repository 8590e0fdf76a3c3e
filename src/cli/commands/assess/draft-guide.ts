import type { AnswersStore } from '../../../answers/store.ts';
import type { QuoteCheck } from '../../../core/answers.ts';
import { type Hit, isVerified } from '../../../core/evidence.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import type { DraftGuide } from '../../../interview/draft-guide.ts';
import { clauses, withColon } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { warningText } from '../../../messages/warnings.ts';
import { allowedDraft } from '../../../run/drafts/draft-access.ts';
import { draftLink } from '../../../run/drafts/draft-link.ts';
import { draftOpener, type OpenDraft } from '../../../run/drafts/open-draft.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError, problemMessage } from '../../../source/problem.ts';

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
  /** Says something that the reviewer has to know when the questions begin. */
  readonly say: (line: string) => void;
  /** Prints a line that is of no interest any more when they begin. */
  readonly print: (line: string) => void;
}

/**
 * Opens the text of the draft for an interview. The file that `--draft` names is written into the answers file, with its digest.
 * @returns undefined if there is no draft, or if the draft that the answers name can't be read; then a line says so
 * @throws CompassError if the file of `--draft` can't be read, or the draft that the answers name may not be read
 */
export async function openGuide(run: Run, request: GuideRequest): Promise<DraftGuide | undefined> {
  const { store, given, say, print } = request;
  const name = given ?? (await allowedDraft(run, store.name, store.assessment(), store.problem));
  if (name === undefined) return undefined;
  // A long law takes seconds on an old computer.
  print(phrase('interview', 'draft-reading', { draft: name }));
  try {
    const opened = await draftOpener(run)(name);
    for (const warning of opened.draft.reading.warnings) say(withColon(name, warningText(warning)));
    const known = store.assessment().draft;
    const link = await draftLink(run, opened.draft, { file: store.name, known, isGiven: given !== undefined, say });
    if (link) await store.setDraft({ ...known, ...link });
    return await guideOf(run, opened, request);
  } catch (error) {
    if (!(error instanceof CompassError) || given !== undefined) throw error;
    const why = clauses(error.problems.map((problem) => `${problem.source}: ${problemMessage(problem)}`));
    say(phrase('interview', 'draft-unread', { why }));
    return undefined;
  }
}

async function guideOf(run: Run, { draft, finder }: OpenDraft, { store, prepared, named }: GuideRequest): Promise<DraftGuide> {
  const [{ queriesFor, searchDraft }, { checkOf }, { withName }, { fullText, unitAround, walk }] = await Promise.all([
    import('../../../run/drafts/search-draft.ts'),
    import('../../../draft/quotes/check.ts'),
    import('../../../draft/citations/own-names.ts'),
    import('../../../draft/structure/provision.ts'),
  ]);
  const search = await searchDraft(run, draft);
  const queryOf = await queriesFor(run, { prepared, named, draft });
  // A screen asks for them each time it is drawn.
  const suggested = new Map<string, readonly Hit[]>();
  const checked = new Map<string, QuoteCheck>();
  const check: DraftGuide['check'] = (quote, at) => {
    // The title may be typed during the interview.
    const { title } = store.assessment().draft;
    const key = JSON.stringify([title, at, quote]);
    const names = withName(finder.names, title);
    const found = checked.get(key) ?? checkOf(finder.find(quote), at, { absence: finder.absence, names });
    checked.set(key, found);
    return found;
  };
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
        if (provision.label === label) return fullText(unitAround(provision, above));
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
