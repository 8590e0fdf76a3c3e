import { isDeepStrictEqual } from 'node:util';
import type { Clash } from '../../../../answers/open-file.ts';
import type { Answer, Evidence } from '../../../../core/answers.ts';
import { phrase } from '../../../../messages/phrases.ts';

/** An answer in a line, as it stands in the file. */
export function describe({ level, notApplicable, marks, elsewhere, rationale, evidence }: Answer): string {
  const parts: string[] = [];
  if (notApplicable !== null) parts.push(`${phrase('interview', 'not-applicable')}: ${notApplicable}`);
  if (level !== null) parts.push(String(level));
  if (marks) parts.push(ticked(marks));
  if (elsewhere) parts.push(phrase('interview', 'elsewhere', { level: elsewhere.level }));
  if (rationale) parts.push(rationale);
  if (evidence.length > 0) parts.push(phrase('interview', 'has-evidence', { n: evidence.length }));
  return parts.join('; ');
}

function ticked(marks: readonly string[]): string {
  return marks.length === 0
    ? phrase('interview', 'ticked-none')
    : phrase('interview', 'ticked', { n: marks.length, marks: marks.join(', ') });
}

/** What tells one hand's entry from the other's, in a line each. */
export function describeClash({ theirs, mine }: Clash): { readonly theirs: string; readonly mine: string } {
  const [there, here]: Readonly<Record<string, unknown>>[] = [{ ...theirs }, { ...mine }];
  const keys = [...new Set([...Object.keys(there ?? {}), ...Object.keys(here ?? {})])];
  const differing = keys.filter((key) => !isDeepStrictEqual(there?.[key] ?? null, here?.[key] ?? null));
  const line = (entry: Readonly<Record<string, unknown>> | undefined): string => {
    const parts = differing.flatMap((key) => partOf(key, entry?.[key]));
    return parts.length === 0 ? phrase('saving', 'clash-nothing') : parts.join('; ');
  };
  return { theirs: line(there), mine: line(here) };
}

/** A key of an entry in the reviewer's words; empty if there is nothing to say. */
function partOf(key: string, value: unknown): string[] {
  if (value === undefined || value === null || value === '') return [];
  if (key === 'level') return [phrase('interview', 'dissent-level', { level: Number(value) })];
  if (key === 'notApplicable') return [`${phrase('interview', 'not-applicable')}: ${value}`];
  if (key === 'marks') return [ticked(value as readonly string[])];
  if (key === 'present') return [phrase('interview', value === true ? 'present' : 'not-present')];
  if (key === 'evidence')
    return (value as readonly Evidence[]).map(({ at, quote }) => [at, quote && `"${quote}"`].filter(Boolean).join(': '));
  if (['status', 'rationale', 'notes'].includes(key)) return [String(value)];
  return typeof value === 'object' ? [] : [`${key}: ${value}`];
}
