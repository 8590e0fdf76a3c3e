import type { Elsewhere, SettleRule } from '../answers.ts';
import { settleRanks } from './settle.ts';
import type { Member } from './views.ts';

/** What a panel settled on about other law in force, or what its reviewers say, if the rule leaves it open. */
export type SettledElsewhere =
  | { readonly elsewhere: Elsewhere }
  | { readonly open: readonly { readonly reviewer: string; readonly elsewhere: Elsewhere }[] };

/**
 * Settles what other law in force gives on a question, by the rule that settles levels, among the reviewers who name other law.
 * @returns undefined if none of them does
 */
export function settleElsewhere(id: string, members: readonly Member[], rule: SettleRule): SettledElsewhere | undefined {
  const views = members.flatMap(({ label, assessment }) => {
    const answer = assessment.answers.get(id);
    return answer?.elsewhere && answer.notApplicable === null ? [{ reviewer: label, elsewhere: answer.elsewhere }] : [];
  });
  if (views.length === 0) return undefined;
  const ranks = views.map(({ elsewhere }) => elsewhere.level);
  const level = settleRanks(ranks, rule);
  if (level === null) return { open: views };
  const settled = views.filter(({ elsewhere }) => elsewhere.level === level);
  const words = (key: 'law' | 'at' | 'note'): Partial<Elsewhere> => {
    const all = [...new Set(settled.flatMap(({ elsewhere }) => elsewhere[key] ?? []))];
    return all.length > 0 ? { [key]: all.join(' / ') } : {};
  };
  return { elsewhere: { level, ...words('law'), ...words('at'), ...words('note') } };
}
