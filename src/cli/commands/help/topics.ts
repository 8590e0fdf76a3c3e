/** What `compass help` explains beside the commands. */
export const topicNames = ['scoring', 'formats', 'exit-codes'] as const;

export type Topic = (typeof topicNames)[number];
