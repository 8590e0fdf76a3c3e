import type { Rubric } from '../../core/rubric.ts';
import { phrase } from '../../messages/phrases.ts';
import { textsOf } from './rubric.ts';

type Parts = Pick<Rubric, 'features' | 'steps' | 'flags'>;

/** What people call the items of a rubric, by their ids. The form shows the same numbers. */
export function numbersOf(rubric: Parts): ReadonlyMap<string, string> {
  const { answers, steps, flags } = numbersBySection(rubric);
  return new Map([...answers, ...steps, ...flags]);
}

/** The same for each section of an answers file, since two may have one id: `3.2`, `s1.4` on a step, `f7` for a red flag. */
export function numbersBySection({
  features,
  steps,
  flags,
}: Parts): Readonly<Record<'answers' | 'steps' | 'flags', ReadonlyMap<string, string>>> {
  const named = (items: readonly { readonly id: string }[], prefix: string): [string, string][] =>
    items.map(({ id }, index) => [id, `${prefix}${index + 1}`]);
  return {
    answers: new Map(features.flatMap(({ questions }, index) => named(questions, `${index + 1}.`))),
    steps: new Map(steps.flatMap(({ questions }, index) => named(questions, phrase('form', 'step-name', { n: index + 1 })))),
    flags: new Map(named(flags, phrase('form', 'flag-name'))),
  };
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
