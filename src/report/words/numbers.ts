import type { Rubric } from '../../core/rubric.ts';
import { phrase } from '../../messages/phrases.ts';
import { textsOf } from './rubric.ts';

/** What people call the items of a rubric: `3.2`, `s1.4` on a step, `f7` for a red flag, by their ids. The form shows the same numbers. */
export function numbersOf({ features, steps, flags }: Pick<Rubric, 'features' | 'steps' | 'flags'>): ReadonlyMap<string, string> {
  const parts = [
    ...features.map(({ questions }, index) => ({ items: questions, prefix: `${index + 1}.` })),
    ...steps.map(({ questions }, index) => ({ items: questions, prefix: phrase('form', 'step-name', { n: index + 1 }) })),
    { items: flags, prefix: phrase('form', 'flag-name') },
  ];
  return new Map(parts.flatMap(({ items, prefix }) => items.map(({ id }, index) => [id, `${prefix}${index + 1}`] as const)));
}

/** A text after the number of its item. */
export function numbered(numbers: ReadonlyMap<string, string>, id: string, text: string): string {
  return [numbers.get(id), text].filter(Boolean).join(' ');
}

/** The texts of a rubric's questions and flags with their numbers, by their ids. */
export function numberedTexts(rubric: Rubric): ReadonlyMap<string, string> {
  const numbers = numbersOf(rubric);
  return new Map([...textsOf(rubric)].map(([id, text]) => [id, numbered(numbers, id, text)]));
}
