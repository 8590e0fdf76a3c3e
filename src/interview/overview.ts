import type { Assessment } from '../core/answers.ts';
import { questionStates } from '../core/applicability.ts';
import { isWithoutCase } from '../core/cases.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import { reasonsOf } from './changes.ts';
import { entryOf, evidenceOf } from './entries.ts';
import type { Outstanding } from './outstanding.ts';
import { type Item, isAskable, isOpen, partsOf } from './plan.ts';

/** One item of the questionnaire, and why it is worth coming back to. */
export interface Standing {
  readonly item: Item;
  /** The title of its feature or step; undefined for a red flag. */
  readonly part: string | undefined;
  /** Its position in its part, from 1. */
  readonly number: number;
  /** Why it is marked for review. */
  readonly review?: string;
  /** Empty for an item that is done. */
  readonly why: readonly Outstanding[];
}

/**
 * Every item that can be asked, in the rubric's order. `open`: it has no answer; `unsure`: its confidence is low; `review`: it needs
 * review; `no-reason` and `no-evidence`: a reader of the report can't trace the answer; `no-case`: it was set aside though it names no
 * case in which it does not apply.
 */
export function standings(prepared: PreparedRubric, assessment: Assessment): Standing[] {
  const states = questionStates(prepared, assessment);
  const { features, steps, flags } = partsOf(prepared);
  const parts = [...features, ...steps, ...(flags ? [flags] : [])];
  return parts.flatMap((part) =>
    part.items.flatMap((item, index): Standing[] => {
      if (!isAskable(item, states)) return [];
      const entry = entryOf(assessment, item);
      const why: Outstanding[] = [];
      if (isOpen(item, assessment, states)) why.push('open');
      if ('confidence' in entry && entry.confidence === 'low') why.push('unsure');
      if (entry.review !== undefined) why.push('review');
      why.push(...untraced(assessment, item));
      if (item.kind === 'question' && isWithoutCase(prepared, assessment, item.id)) why.push('no-case');
      return [
        {
          item,
          part: item.kind === 'flag' ? undefined : part.title,
          number: index + 1,
          ...(entry.review !== undefined && { review: entry.review }),
          why,
        },
      ];
    }),
  );
}

/** What an answer lacks. A level needs a reason, and evidence unless it is the lowest; a red flag needs both if it is present. */
export function untraced(assessment: Assessment, item: Item): ('no-reason' | 'no-evidence')[] {
  const entry = entryOf(assessment, item);
  const isGiven = 'level' in entry ? entry.level !== null : 'present' in entry && entry.present === true;
  if (!isGiven) return [];
  const hasNothingToShow = 'level' in entry && entry.level === 0;
  return [
    ...(reasonsOf(assessment, item).trim() === '' ? (['no-reason'] as const) : []),
    ...(evidenceOf(assessment, item).length === 0 && !hasNothingToShow ? (['no-evidence'] as const) : []),
  ];
}
