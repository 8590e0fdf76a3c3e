import type { Ask } from '../../../../interview/state.ts';
import { phrase } from '../../../../messages/phrases.ts';

/** Whether a prompt takes a key. At a prompt for a text it is a letter that one types, and in a pager it means something else. */
export function takesKey(ask: Ask, key: string): boolean {
  return (ask.kind === 'key' || ask.kind === 'choice') && ask.keys.some((each) => each.key === key);
}

/** What there is, and the key that shows it if the prompt takes it. */
export function hint(ask: Ask, what: string, key: string): string {
  return takesKey(ask, key) ? phrase('interview', 'press', { what, key }) : what;
}
