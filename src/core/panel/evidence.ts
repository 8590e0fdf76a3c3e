import type { Evidence } from '../answers.ts';

/**
 * Merges the evidence of several reviewers. The same quote from the same provision is listed once, with the notes of all
 * reviewers.
 */
export function mergeEvidence(lists: readonly (readonly Evidence[])[]): Evidence[] {
  const merged = new Map<string, { evidence: Evidence; notes: Set<string> }>();
  for (const evidence of lists.flat()) {
    const key = JSON.stringify([evidence.document ?? null, evidence.at ?? null, evidence.quote ?? null]);
    const entry = merged.get(key) ?? { evidence, notes: new Set<string>() };
    merged.set(key, entry);
    if (evidence.note !== undefined) entry.notes.add(evidence.note);
    if (entry.evidence.was === undefined && evidence.was !== undefined) entry.evidence = { ...entry.evidence, was: evidence.was };
  }
  return [...merged.values()].map(({ evidence: { note: _, check: __, ...rest }, notes }) =>
    notes.size === 0 ? rest : { ...rest, note: [...notes].join('; ') },
  );
}
