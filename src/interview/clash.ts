import type { Elsewhere, Evidence } from '../core/answers.ts';
import { sameData } from '../core/same-data.ts';
import { aside, clauses, listed, quoted, withColon } from '../messages/lists.ts';
import { phrase } from '../messages/phrases.ts';

/** What tells one hand's entry from the other's, in a line each. */
export function describeClash({ theirs, mine }: { readonly theirs: object | undefined; readonly mine: object }): {
  readonly theirs: string;
  readonly mine: string;
} {
  const [there, here]: Readonly<Record<string, unknown>>[] = [{ ...theirs }, { ...mine }];
  const keys = [...new Set([...Object.keys(there ?? {}), ...Object.keys(here ?? {})])];
  const differing = keys.filter((key) => !sameData(there?.[key] ?? null, here?.[key] ?? null));
  const line = (entry: Readonly<Record<string, unknown>> | undefined): string => {
    const parts = differing.flatMap((key) => partOf(key, entry?.[key]));
    return parts.length === 0 ? phrase('saving', 'clash-nothing') : clauses(parts);
  };
  const lines = { theirs: line(there), mine: line(here) };
  if (lines.theirs !== lines.mine) return lines;
  // Whoever has to choose needs to see a difference, of whatever kind.
  const data = (entry: Readonly<Record<string, unknown>> | undefined): string =>
    clauses(differing.map((key) => withColon(key, JSON.stringify(entry?.[key] ?? null))));
  return { theirs: data(there), mine: data(here) };
}

/** The marks that are ticked, in words. */
export function tickedWords(marks: readonly string[]): string {
  return marks.length === 0
    ? phrase('interview', 'ticked-none')
    : phrase('interview', 'ticked', { n: marks.length, marks: listed(marks) });
}

/** A key of an entry in the reviewer's words; empty if there is nothing to say. */
function partOf(key: string, value: unknown): string[] {
  if (value === undefined || value === null || value === '') return [];
  if (key === 'level') return [phrase('interview', 'dissent-level', { level: Number(value) })];
  if (key === 'notApplicable') return [withColon(phrase('interview', 'not-applicable'), String(value))];
  if (key === 'marks') return [tickedWords(value as readonly string[])];
  if (key === 'present') return [phrase('interview', value === true ? 'present' : 'not-present')];
  if (key === 'evidence')
    return (value as readonly Evidence[]).map(
      ({ document, at, quote, note }) => withColon(document, at, quote && quoted(quote)) + (note ? aside(note) : ''),
    );
  if (key === 'elsewhere') {
    const { level, law, at, note } = value as Elsewhere;
    return [withColon(phrase('interview', 'elsewhere', { level }), listed([law, at]), note)];
  }
  if (['status', 'rationale', 'notes'].includes(key)) return [String(value)];
  return typeof value === 'object' ? [] : [`${key}: ${value}`];
}
