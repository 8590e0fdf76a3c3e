import type { Assessment } from '../../../core/answers.ts';
import { questionStates } from '../../../core/applicability.ts';
import type { Addition } from '../../../core/evidence.ts';
import { toNumber } from '../../../core/exact.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { additionsTo, type Version } from '../../../draft/rebase/rebase.ts';
import { type Provision, walk } from '../../../draft/structure/provision.ts';
import { queriesFor, searchDraft } from '../../../run/drafts/search-draft.ts';
import type { Run } from '../../../run/run.ts';

/** An answer worth less than this share of its question is low: a new provision may raise it. */
const lowShare = 0.5;
/** How many passages of a search are likely enough to name a new provision for a question. */
const likelyPassages = 2;

/** The two versions of a draft, and the assessment of the first. */
export interface Rebased {
  readonly before: Version;
  readonly after: Version;
  readonly assessment: Assessment;
}

/**
 * The new provisions that are among the best passages for a question which is unanswered or low.
 * @param named what `--rubric` names
 */
export async function additionsFor(
  run: Run,
  { before, after, assessment }: Rebased,
  { prepared, named }: { readonly prepared: PreparedRubric; readonly named: string | undefined },
): Promise<Addition[]> {
  const added = additionsTo(before, after);
  if (added.length === 0) return [];
  const search = await searchDraft(run, after.draft);
  const queryOf = await queriesFor(run, { prepared, named, draft: after.draft });
  const passages = (id: string): string[] => search.find(queryOf(id), likelyPassages).map(({ label }) => label);
  const questions = questionsFor(added, openQuestions(assessment, prepared), passages);
  return added.flatMap((provision) => {
    const ids = questions.get(provision);
    const { label, heading, place } = provision;
    return ids ? [{ label, heading: heading ?? null, line: place.line ?? null, questions: ids }] : [];
  });
}

function openQuestions(assessment: Assessment, prepared: PreparedRubric): string[] {
  const states = questionStates(prepared, assessment);
  return [...prepared.questions].flatMap(([id, { values }]) => {
    const state = states.get(id);
    const isLow = state?.kind === 'scored' && toNumber(values[state.level] ?? { num: 0n, den: 1n }) < lowShare;
    return state?.kind === 'unanswered' || isLow ? [id] : [];
  });
}

/** For each new provision the questions one of whose best passages is in it. */
function questionsFor(
  added: readonly Provision[],
  ids: readonly string[],
  passages: (id: string) => readonly string[],
): Map<Provision, string[]> {
  const homes = new Map(
    added.flatMap((provision) => [...walk([provision])].map(({ provision: inner }) => [inner.label, provision] as const)),
  );
  const questions = new Map<Provision, string[]>();
  for (const id of ids) {
    for (const label of passages(id)) {
      const home = homes.get(label);
      if (home) questions.set(home, [...new Set([...(questions.get(home) ?? []), id])]);
    }
  }
  return questions;
}
