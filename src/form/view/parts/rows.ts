import { phrase } from '../../../messages/phrases.ts';
import { isShown } from '../../model/filter.ts';
import type { SessionState } from '../../model/session.ts';
import { type Home, keyOf } from '../place.ts';

/** An item in the list. */
export interface Row {
  readonly key: string;
  /** Its answer in a few words. */
  readonly state: string;
  readonly isOpen: boolean;
  readonly isUnsure: boolean;
  readonly isToReview: boolean;
  readonly isShown: boolean;
}

/** The items that can be asked, in the rubric's order. */
export function rowsOf(state: SessionState): Row[] {
  return state.standings.map((standing) => ({
    key: keyOf(standing.item),
    state: stateWords(state, standing.item),
    isOpen: standing.why.includes('open'),
    isUnsure: standing.why.includes('unsure'),
    isToReview: standing.why.includes('review'),
    isShown: isShown(state.filter, standing, state.assessment),
  }));
}

function stateWords({ assessment, pending }: SessionState, { kind, id }: Home['item']): string {
  if (pending.has(id)) return phrase('form', 'row-pending');
  if (kind === 'question') {
    const answer = assessment.answers.get(id);
    if ((answer?.notApplicable ?? null) !== null) return phrase('interview', 'not-applicable');
    return answer?.level == null ? phrase('form', 'row-open') : phrase('form', 'row-level', { level: answer.level });
  }
  if (kind === 'flag') {
    const present = assessment.flags.get(id)?.present ?? null;
    if (present === null) return phrase('form', 'row-open');
    return phrase('interview', present ? 'present' : 'not-present');
  }
  return phrase('report', `status-${assessment.steps.get(id)?.status ?? 'open'}`);
}

/** Whether two lists look the same. */
export function sameRows(before: readonly Row[], after: readonly Row[]): boolean {
  return before.length === after.length && before.every((row, index) => sameRow(row, after[index]));
}

function sameRow(a: Row, b: Row | undefined): boolean {
  return (Object.keys(a) as (keyof Row)[]).every((key) => a[key] === b?.[key]);
}
