import messages from '../messages/en.json' with { type: 'json' };
import { fill } from '../text/fill.ts';

/** A phrase of the catalogue's `interview` part. */
export function tell(key: keyof typeof messages.interview, args: Readonly<Record<string, string | number>> = {}): string {
  return fill(messages.interview[key], args);
}
