/** What a run can be told to fail on, beside minimums. */
export const failOnNames = ['critical', 'flag', 'unanswered', 'review'] as const;
export type FailOn = (typeof failOnNames)[number];
