import type { QuestionResult } from '../result.ts';

/** A question's state in one of the results. */
export interface Standing {
  readonly state: QuestionResult['state'];
  readonly level: number | null;
}

export type FlagStanding = 'present' | 'absent' | 'unchecked';
