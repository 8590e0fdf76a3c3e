import type { Rubric } from '../src/core/rubric.ts';

export function randomAnswers(
  rubric: Rubric,
  seed: number,
  options?: { readonly plain?: boolean },
): Readonly<Record<string, unknown>>;
