/** The conditions that `--fail-on` accepts. */
export const failOnNames = ['critical', 'flag', 'unanswered', 'review'] as const;
export type FailOn = (typeof failOnNames)[number];
