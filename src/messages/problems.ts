import { translated } from './active.ts';
import problems from './en/problems.json' with { type: 'json' };
import unwritable from './en/unwritable.json' with { type: 'json' };
import { type Args, fill } from './fill.ts';

/** The errors that a file can have, each with its sentence in the catalogue. */
export type ProblemCode = keyof typeof problems;

interface Entry {
  readonly text: string;
  readonly hint?: string;
  /** The argument without which the hint says nothing. */
  readonly hintWith?: string;
}

/** What is wrong, in a sentence. */
export function problemText(code: ProblemCode, args: Args): string {
  return fill(entryOf(code).text, args);
}

/** What to do about it; undefined if the sentence says it already or an argument of the hint is missing. */
export function hintText(code: ProblemCode, args: Args): string | undefined {
  const { hint, hintWith } = entryOf(code);
  const isKnown = hintWith === undefined || args[hintWith] !== undefined;
  return hint === undefined || !isKnown ? undefined : fill(hint, args);
}

/** The entry in the active language; what that lacks is that of the English catalogue. */
function entryOf(code: ProblemCode): Entry {
  const own = Object.entries((translated('problems', code) ?? {}) as Partial<Entry>).filter(([, text]) => text !== '');
  return { ...problems[code], ...Object.fromEntries(own) };
}

/** Why a file can't be written: the words for a system error such as `ENOSPC`, or undefined for an error without an entry. */
export function unwritableReason(systemCode: string): string | undefined {
  const reasons: Readonly<Record<string, string>> = unwritable;
  const own = translated('unwritable', systemCode);
  return typeof own === 'string' ? own : reasons[systemCode];
}
