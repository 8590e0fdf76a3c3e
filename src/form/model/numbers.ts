import type { PreparedRubric } from '../../core/rubric.ts';
import { partsOf } from '../../interview/plan.ts';
import { phrase } from '../../messages/phrases.ts';

/** What a reviewer calls the items: `3.2`, `s1.4` on a step, `f7` for a red flag, by their ids. */
export function numbersOf(prepared: PreparedRubric): ReadonlyMap<string, string> {
  const { features, steps, flags } = partsOf(prepared);
  const parts = [
    ...features.map((part, index) => ({ part, prefix: `${index + 1}.` })),
    ...steps.map((part, index) => ({ part, prefix: phrase('form', 'step-name', { n: index + 1 }) })),
    ...(flags ? [{ part: flags, prefix: phrase('form', 'flag-name') }] : []),
  ];
  return new Map(parts.flatMap(({ part, prefix }) => part.items.map(({ id }, index) => [id, `${prefix}${index + 1}`] as const)));
}
