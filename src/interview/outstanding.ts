/** What a reviewer may want to come back to. A module of its own, because every start reads it for the help. */
export const outstanding = ['open', 'unsure', 'review', 'no-reason', 'no-evidence', 'no-case'] as const;

export type Outstanding = (typeof outstanding)[number];
