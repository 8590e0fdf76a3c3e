import type { Assessment } from '../../core/answers.ts';
import { type QuestionState, questionStates } from '../../core/applicability.ts';
import { type Item, isAskable, isOpen, nextOpen, type Part, toReview } from '../plan.ts';
import type { Move, Notice, Questionnaire, State, Visit } from '../state.ts';

/** A part from its first open item; if none is open, all of it from its beginning. */
export function enterPart({ prepared }: Questionnaire, assessment: Assessment, part: Part): State {
  const firstOpen = nextOpen(part.items, -1, assessment, questionStates(prepared, assessment));
  return arrive({ part, index: firstOpen ?? 0, trail: [], through: firstOpen === undefined ? 'all' : 'open' });
}

/** What is marked for review, one after the other. */
export function enterReview({ prepared }: Questionnaire, assessment: Assessment, title: string): State {
  const items = toReview(prepared, assessment);
  if (items.length === 0) return { at: 'end' };
  return arrive({ part: { id: 'review', title, items }, index: 0, trail: [], through: 'review' });
}

/** An item from its beginning. */
export function arrive(visit: Visit): State {
  return { at: 'item', visit, stage: { is: 'arriving' } };
}

interface Left {
  readonly state: State;
  readonly notices: readonly Notice[];
}

/** The state that a move leads to, given the saved answers. */
export function leave({ prepared }: Questionnaire, assessment: Assessment, visit: Visit, move: Move): Left {
  if (move === 'stop') return quietly({ at: 'end' });
  if (visit.through === 'review') return quietly(leaveReview(visit, move));
  const states = questionStates(prepared, assessment);
  return move === 'back' ? quietly(goBack(visit, states)) : goOn(visit, assessment, states);
}

function leaveReview(visit: Visit, move: Move): State {
  const index = move === 'back' ? Math.max(0, visit.index - 1) : visit.index + 1;
  return index < visit.part.items.length ? arrive({ ...visit, index }) : { at: 'end' };
}

function goBack(visit: Visit, states: ReadonlyMap<string, QuestionState>): State {
  const index = visit.trail.at(-1) ?? previousAskable(visit.part.items, visit.index, states);
  return index === undefined ? { at: 'menu', from: visit } : arrive({ ...visit, index, trail: visit.trail.slice(0, -1) });
}

function goOn(visit: Visit, assessment: Assessment, states: ReadonlyMap<string, QuestionState>): Left {
  const { part, index, trail, through } = visit;
  const next = through === 'all' ? nextAskable(part.items, index, states) : nextOpen(part.items, index, assessment, states);
  if (next !== undefined) return quietly(arrive({ ...visit, index: next, trail: [...trail, index] }));
  const isDone = !part.items.some((item) => isOpen(item, assessment, states));
  return { state: { at: 'menu' }, notices: isDone ? [{ code: 'part-done', args: { title: part.title } }] : [] };
}

function previousAskable(items: readonly Item[], index: number, states: ReadonlyMap<string, QuestionState>): number | undefined {
  const before = items.findLastIndex((item, at) => at < index && isAskable(item, states));
  return before === -1 ? undefined : before;
}

function nextAskable(items: readonly Item[], index: number, states: ReadonlyMap<string, QuestionState>): number | undefined {
  const next = items.findIndex((item, at) => at > index && isAskable(item, states));
  return next === -1 ? undefined : next;
}

function quietly(state: State): Left {
  return { state, notices: [] };
}
