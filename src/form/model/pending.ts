import type { Assessment } from '../../core/answers.ts';
import { highestLevel, shortfall } from '../../core/marks.ts';
import type { Question } from '../../core/rubric.ts';
import { levelChange } from '../../interview/changes.ts';
import { answerOf, type Change } from '../../interview/entries.ts';
import type { Pending } from './session.ts';

/** A level and ticks, before it is known whether they go together. */
export interface Wish {
  readonly level: number | null;
  /** Undefined if no mark was looked for: the level alone counts. */
  readonly marks: readonly string[] | undefined;
}

/** The level and the marks that the page shows: what waits, otherwise what is saved. */
export function shownChoice(assessment: Assessment, id: string, pending: Pending | undefined): Wish {
  if (pending) return pending;
  const { level, marks } = answerOf(assessment, id);
  return { level, marks };
}

/** A level and ticks that go together are a change; others wait. */
export function decided(
  assessment: Assessment,
  question: Question,
  { level, marks }: Wish,
): { readonly change: Change } | { readonly pending: Pending } {
  const lacks = level !== null && marks ? shortfall(question, level, marks) : undefined;
  if (lacks && marks) return { pending: { level, marks, lacks, allows: highestLevel(question, marks) } };
  const { id } = question;
  const { marks: _, ...answer } = answerOf(assessment, id);
  const without: Assessment = { ...assessment, answers: new Map([...assessment.answers, [id, answer]]) };
  if (level !== null) return { change: levelChange(without, id, level, marks) };
  return { change: { section: 'answers', id, value: { ...answer, ...(marks && { marks }) } } };
}

/** Ticks or unticks a mark; the marks stay in the rubric's order. */
export function ticked({ marks = [] }: Question, before: readonly string[], mark: string, isTicked: boolean): string[] {
  return marks.map(({ id }) => id).filter((id) => (id === mark ? isTicked : before.includes(id)));
}

/** What waits, but that of one question. */
export function withoutId<Value>(waiting: ReadonlyMap<string, Value>, id: string): ReadonlyMap<string, Value> {
  return waiting.has(id) ? new Map([...waiting].filter(([other]) => other !== id)) : waiting;
}
