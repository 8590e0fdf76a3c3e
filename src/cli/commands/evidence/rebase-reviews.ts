import type { Revision } from '../../../answers/revise.ts';
import type { EvidenceFate } from '../../../core/evidence.ts';
import type { Fate } from '../../../draft/rebase/rebase.ts';
import { phrase } from '../../../messages/phrases.ts';

/** An answer or red flag that has to be looked at again. */
export interface Review {
  readonly section: 'answers' | 'flags';
  readonly id: string;
  readonly because: string;
}

/** @param draft the name of the new version, as the reasons give it */
export function reviewsOf(fates: readonly Fate[], draft: string): Review[] {
  const reasons = new Map<string, Omit<Review, 'because'> & { because: string[] }>();
  for (const { section, id, fate, evidence, recast } of fates) {
    const reason = reasonFor(fate, recast);
    if (reason === undefined) continue;
    const entry = reasons.get(`${section}.${id}`) ?? { section, id, because: [] };
    const because = phrase('report', reason, { place: evidence.at ?? phrase('report', 'no-place'), draft });
    if (!entry.because.includes(because)) entry.because.push(because);
    reasons.set(`${section}.${id}`, entry);
  }
  return [...reasons.values()].map(({ because, ...rest }) => ({ ...rest, because: because.join('; ') }));
}

/** Why an answer needs another look; undefined if it does not. */
function reasonFor(
  fate: EvidenceFate,
  recast: true | undefined,
): 'because-changed' | 'because-gone' | 'because-recast' | undefined {
  if (fate === 'changed') return 'because-changed';
  if (fate === 'gone') return 'because-gone';
  return recast && 'because-recast';
}

/** What changes in the answers file. */
export function revisionOf(fates: readonly Fate[], review: readonly Review[], draft: Revision['draft']): Revision {
  return {
    draft,
    evidence: fates.flatMap(({ section, id, index, fate, at, quote }): Revision['evidence'][number][] => {
      if (fate === 'unchanged' || fate === 'unknown') return [];
      if (fate === 'gone') return [{ section, id, index, at: null, quote: null, keep: true }];
      return [{ section, id, index, at, ...(quote !== undefined && { quote }), keep: true }];
    }),
    review,
  };
}
