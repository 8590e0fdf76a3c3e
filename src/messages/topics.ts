import { translated } from './active.ts';
import topics from './en/topics.json' with { type: 'json' };

/** A page of `compass help`. */
interface TopicText {
  readonly title: string;
  readonly opening: string;
  /** A term and what it means. */
  readonly entries: readonly (readonly string[])[];
  /** Empty if there is none. */
  readonly closing: string;
}

/** The page of `compass help` about a topic that is no command. */
export function topicText(topic: keyof typeof topics): TopicText {
  return (translated('topics', topic) as TopicText | undefined) ?? topics[topic];
}
