/** What `compass help` explains besides the commands. */
export const topicNames = ['scoring', 'formats', 'exit-codes'] as const;

export type Topic = (typeof topicNames)[number];
