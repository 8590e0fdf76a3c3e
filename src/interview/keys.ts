import { phrase } from '../messages/phrases.ts';
import type { Key, Numbers, Questionnaire } from './state.ts';

/** What each key does, the same at every prompt: the sentence `key-NAME` of the catalogue. */
const names = {
  n: 'not-applicable',
  m: 'marks',
  p: 'passages',
  s: 'skip',
  b: 'back',
  j: 'jump',
  l: 'list',
  u: 'menu',
  e: 'editor',
  c: 'conventions',
  '?': 'help',
  r: 'review',
  x: 'remove',
  o: 'open',
  f: 'find',
  t: 'type',
  d: 'draft-words',
  q: 'stop',
} as const;

type Letter = keyof typeof names;

/** Keys with what they do. */
export function keysOf(...letters: readonly Letter[]): Key[] {
  return letters.map((letter) => ({ key: letter, does: phrase('interview', `key-${names[letter]}`) }));
}

/** Enter, and what it does here. */
export function enterKey(does: string): Key {
  return { key: 'enter', does };
}

/** The numbers 1 to n; none of an empty list. */
export function numbered(n: number, does: string): { readonly numbers?: Numbers } {
  return n === 0 ? {} : { numbers: { from: 1, to: n, does } };
}

/** The key of the rules for every question, if the rubric has any. */
export function conventionsKey({ prepared: { rubric } }: Questionnaire): Key[] {
  return rubric.conventions && rubric.conventions.length > 0 ? keysOf('c') : [];
}
