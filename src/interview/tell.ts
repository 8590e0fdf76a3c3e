import messages from '../messages/en.json' with { type: 'json' };
import { fill } from '../text/fill.ts';

type Args = Readonly<Record<string, string | number>>;

/** A phrase of the catalogue's `interview` part. */
export function tell(key: keyof typeof messages.interview, args: Args = {}): string {
  return fill(messages.interview[key], args);
}

/** A phrase of the catalogue's `saving` part. */
export function tellSaving(key: keyof typeof messages.saving, args: Args = {}): string {
  return fill(messages.saving[key], args);
}
