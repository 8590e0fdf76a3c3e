import type { Standing } from '../../../interview/overview.ts';
import { phrase } from '../../../messages/phrases.ts';
import { isShown } from '../../model/filter.ts';
import type { SessionState } from '../../model/session.ts';
import { keyOf } from '../place.ts';

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

const made = new WeakMap<SessionState, readonly Row[]>();

/** The items that can be asked, in the rubric's order. They are made once for each state, however many parts ask. */
export function rowsOf(state: SessionState): readonly Row[] {
  const known = made.get(state);
  if (known) return known;
  const rows = state.standings.map(
    (standing): Row => ({
      key: keyOf(standing.item),
      state: stateWords(state, standing),
      isOpen: standing.why.includes('open'),
      isUnsure: standing.why.includes('unsure'),
      isToReview: standing.why.includes('review'),
      isShown: isShown(state.filter, standing, state.assessment),
    }),
  );
  made.set(state, rows);
  return rows;
}

function stateWords({ assessment, pending, unexplained }: SessionState, { item: { kind, id }, why }: Standing): string {
  if (pending.has(id)) return phrase('form', 'row-pending');
  if (unexplained.has(id)) return phrase('form', 'row-unexplained');
  if (kind === 'question') {
    const level = assessment.answers.get(id)?.level ?? null;
    if (level !== null) return phrase('form', 'row-level', { level });
    // A whole feature may be set aside.
    return why.includes('open') ? phrase('form', 'row-open') : phrase('interview', 'not-applicable');
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
