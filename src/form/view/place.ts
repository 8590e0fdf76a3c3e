import type { PreparedRubric } from '../../core/rubric.ts';
import { type Item, partsOf, textOf } from '../../interview/plan.ts';
import { phrase } from '../../messages/phrases.ts';
import { numbersBySection } from '../../report/words/numbers.ts';

/** Where an item is in the questionnaire. */
export interface Home {
  readonly item: Item;
  readonly kind: Item['kind'];
  /** Id of its feature or step; `flags` for a red flag. */
  readonly partId: string;
  readonly part: string;
  /** Its position in its part, from 1. */
  readonly number: number;
  readonly of: number;
  /** What a reviewer calls it: `3.2`, `s1.4` for a question on a step, `f7` for a red flag. */
  readonly name: string;
  /** The question, or what the red flag is. */
  readonly text: string;
}

export function keyOf({ kind, id }: Item): string {
  return `${kind}/${id}`;
}

/** The places of all items, by `keyOf`, in the rubric's order. */
export function homesOf(prepared: PreparedRubric): ReadonlyMap<string, Home> {
  const { features, steps, flags } = partsOf(prepared);
  const { answers, steps: ofSteps, flags: ofFlags } = numbersBySection(prepared.rubric);
  const numbers = { question: answers, guiding: ofSteps, flag: ofFlags };
  const named = [
    ...[...features, ...steps].map((part) => ({ part, title: part.title })),
    ...(flags ? [{ part: flags, title: phrase('interview', 'flags') }] : []),
  ];
  return new Map(
    named.flatMap(({ part, title }) =>
      part.items.map((item, index): [string, Home] => [
        keyOf(item),
        {
          item,
          kind: item.kind,
          partId: part.id,
          part: title,
          number: index + 1,
          of: part.items.length,
          name: numbers[item.kind].get(item.id) ?? '',
          text: textOf(prepared, item),
        },
      ]),
    ),
  );
}
