import type { Revision } from '../../../answers/revise.ts';
import type { EvidenceFate } from '../../../core/evidence.ts';
import type { EvidenceSection, RebasedItem } from '../../../draft/rebase/rebase.ts';
import { phrase } from '../../../messages/phrases.ts';

/** An answer, to a question or a guiding question or about a red flag, that must be reviewed. */
export interface Review {
  readonly section: EvidenceSection;
  readonly id: string;
  readonly because: string;
}

/**
 * The answers that need another look, each with its reasons.
 * @param draft the name of the new version, which the reasons mention
 */
export function reviewsOf(items: readonly RebasedItem[], draft: string): Review[] {
  const reasons = new Map<string, Omit<Review, 'because'> & { because: string[] }>();
  for (const { section, id, fate, evidence, sentenceChanged } of items) {
    const reason = reasonFor(fate, sentenceChanged);
    if (reason === undefined) continue;
    const entry = reasons.get(`${section}.${id}`) ?? { section, id, because: [] };
    const because = phrase('report', reason, { place: evidence.at ?? phrase('report', 'no-place'), draft });
    if (!entry.because.includes(because)) entry.because.push(because);
    reasons.set(`${section}.${id}`, entry);
  }
  return [...reasons.values()].map(({ because, ...rest }) => ({ ...rest, because: because.join('; ') }));
}

/** The key of the message that says why an answer needs another look; undefined if it does not need one. */
function reasonFor(
  fate: EvidenceFate,
  sentenceChanged: true | undefined,
): 'because-changed' | 'because-gone' | 'because-sentence-changed' | undefined {
  if (fate === 'changed') return 'because-changed';
  if (fate === 'gone') return 'because-gone';
  return sentenceChanged && 'because-sentence-changed';
}

/** The changes to the answers file. Replaced evidence is kept in the file under `was`. */
export function revisionOf(items: readonly RebasedItem[], review: readonly Review[], draft: Revision['draft']): Revision {
  return {
    draft,
    evidence: items.flatMap(({ section, id, index, fate, at, quote }): Revision['evidence'][number][] => {
      if (fate === 'unchanged' || fate === 'unknown') return [];
      if (fate === 'gone') return [{ section, id, index, at: null, quote: null, keep: true }];
      return [{ section, id, index, at, ...(quote !== undefined && { quote }), keep: true }];
    }),
    review,
  };
}
