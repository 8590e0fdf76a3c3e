import type { Confidence, Dissent, Evidence, SettleRule, StepStatus } from '../answers.ts';
import type { PreparedRubric } from '../rubric.ts';
import { mergeEvidence } from './evidence.ts';
import type { View } from './result.ts';
import { isAnswer, type Member, viewsOf } from './views.ts';

/** The settled answer to one question, guiding question or red flag. */
export interface Settled<Value> {
  readonly id: string;
  /** All reviewers who answered agreed; the rule decided; or it stays open and needs another look. */
  readonly how: 'agreed' | 'rule' | 'open';
  /** null if it is open. */
  readonly value: Value | null;
  /** The reasons of the reviewers who gave this answer; a reason that several gave is listed once, with the first one's label. */
  readonly reasons: readonly Reason[];
  readonly evidence: readonly Evidence[];
  /** The answers that differ from the settled one; all answers if it is open. */
  readonly dissent: readonly Dissent[];
  /** The reasons why reviewers marked their own answers as needing another look. */
  readonly marks: readonly string[];
  /** Whether only one reviewer answered. */
  readonly alone: boolean;
  /** The lowest confidence of the reviewers who gave this answer. */
  readonly confidence?: Confidence;
}

export interface Reason {
  readonly reviewer: string;
  readonly text: string;
}

/** A level, or "not applicable" with all reasons that were given for it. */
export type SettledAnswer = { readonly level: number } | { readonly notApplicable: readonly string[] };

export interface SettledPanel {
  readonly questions: readonly Settled<SettledAnswer>[];
  /** Features that all reviewers marked as not applicable as a whole, with their reasons. */
  readonly features: readonly { readonly id: string; readonly notApplicable: readonly string[] }[];
  readonly steps: readonly Settled<StepStatus>[];
  readonly flags: readonly Settled<boolean>[];
}

/**
 * Merges the answers of a panel into one set. If all reviewers who answered a question agree, their answer is taken. Otherwise
 * the rule decides: `median` takes the middle level, and leaves the question open if two different levels are in the middle;
 * `lowest` takes the lowest level; `unanimous` leaves the question open, and does not accept the answer of a single reviewer
 * either. No rule decides between a level and "not applicable". Guiding questions are settled like levels. For a red flag,
 * "present" is the lower of the two values.
 */
export function settlePanel(prepared: PreparedRubric, members: readonly Member[], rule: SettleRule): SettledPanel {
  const features = featuresAside(prepared, members);
  const aside = new Set(features.map(({ id }) => id));
  return {
    features,
    questions: viewsOf(prepared, members).flatMap(({ scored, views }) => {
      const answers = views.filter(isAnswer);
      return answers.length === 0 || aside.has(scored.feature.id) ? [] : [settleQuestion(scored.question.id, answers, rule)];
    }),
    steps: [...prepared.guidingQuestions.keys()].flatMap((id) => settleStep(id, members, rule)),
    flags: [...prepared.flags.keys()].flatMap((id) => settleFlag(id, members, rule)),
  };
}

/**
 * The rank that a rule decides on.
 * @returns null if the rule leaves it open
 */
export function settleRanks(ranks: readonly number[], rule: SettleRule): number | null {
  const sorted = [...ranks].sort((a, b) => a - b);
  const [lowest] = sorted;
  if (lowest === undefined) return null;
  switch (rule) {
    case 'lowest':
      return lowest;
    case 'unanimous':
      return sorted.length > 1 && lowest === sorted.at(-1) ? lowest : null;
    case 'median': {
      const lower = sorted[Math.floor((sorted.length - 1) / 2)];
      return lower === sorted[Math.floor(sorted.length / 2)] ? (lower ?? null) : null;
    }
  }
}

function settleQuestion(id: string, answers: readonly View[], rule: SettleRule): Settled<SettledAnswer> {
  const aside = answers.filter(({ state }) => state === 'not-applicable');
  const levels = answers.flatMap(({ level }) => (level === null ? [] : [level]));
  const isMixed = aside.length > 0 && levels.length > 0;
  const isOpen = isMixed || (rule === 'unanimous' && answers.length === 1);
  const level = isOpen || levels.length === 0 ? null : settleRanks(levels, rule);
  const settled = isOpen ? [] : levels.length === 0 ? aside : answers.filter((view) => level !== null && view.level === level);
  const value: SettledAnswer | null =
    settled.length === 0
      ? null
      : level === null
        ? { notApplicable: [...new Set(aside.map(({ because }) => because ?? ''))] }
        : { level };
  const confidence = leastSure(settled);
  return {
    id,
    how: howSettled(settled.length, answers.length),
    value,
    reasons: eachOnce(settled.map(({ reviewer, rationale }) => ({ reviewer, text: rationale }))),
    evidence: mergeEvidence(answers.map(({ evidence }) => evidence)),
    dissent: answers.filter((view) => !settled.includes(view)).map(dissentOf),
    marks: [...new Set(answers.flatMap(({ review }) => review ?? []))],
    alone: answers.length === 1,
    ...(confidence && { confidence }),
  };
}

function dissentOf({ reviewer, level, because, rationale }: View): Dissent {
  return {
    reviewer,
    ...(level === null ? { notApplicable: because ?? '' } : { level }),
    ...(rationale !== undefined && { rationale }),
  };
}

function leastSure(views: readonly View[]): Confidence | undefined {
  const given = views.map(({ confidence }) => confidence);
  return (['low', 'medium', 'high'] as const).find((confidence) => given.includes(confidence));
}

function howSettled(settled: number, answers: number): Settled<unknown>['how'] {
  if (settled === 0) return 'open';
  return settled === answers ? 'agreed' : 'rule';
}

const statuses: readonly StepStatus[] = ['missing', 'partly', 'addressed'];

function settleStep(id: string, members: readonly Member[], rule: SettleRule): Settled<StepStatus>[] {
  const answers = members.flatMap(({ label, assessment }) => {
    const { status = null, notes, evidence = [], review } = assessment.steps.get(id) ?? {};
    return status === null ? [] : [{ reviewer: label, rank: statuses.indexOf(status), reason: notes, evidence, review }];
  });
  return settleRanked(id, answers, rule, (rank) => ({ status: statuses[rank] ?? 'missing' })).map((settled) => ({
    ...settled,
    value: settled.value === null ? null : (statuses[settled.value] ?? null),
  }));
}

/** "Present" has the lower rank, so that the rule `lowest` keeps a flag that any reviewer found. */
function settleFlag(id: string, members: readonly Member[], rule: SettleRule): Settled<boolean>[] {
  const answers = members.flatMap(({ label, assessment }) => {
    const { present = null, rationale, evidence = [], review } = assessment.flags.get(id) ?? {};
    return present === null ? [] : [{ reviewer: label, rank: present ? 0 : 1, reason: rationale, evidence, review }];
  });
  return settleRanked(id, answers, rule, (rank) => ({ present: rank === 0 })).map((settled) => ({
    ...settled,
    value: settled.value === null ? null : settled.value === 0,
  }));
}

/** One reviewer's answer, reduced to a rank: 0 is the lowest. */
interface Ranked {
  readonly reviewer: string;
  readonly rank: number;
  readonly reason: string | undefined;
  readonly evidence: readonly Evidence[];
  readonly review: string | undefined;
}

/**
 * @param view turns a rank back into the answer that it stands for
 * @returns a list of one; empty if nobody answered
 */
function settleRanked(
  id: string,
  answers: readonly Ranked[],
  rule: SettleRule,
  view: (rank: number) => Pick<Dissent, 'status' | 'present'>,
): Settled<number>[] {
  if (answers.length === 0) return [];
  const ranks = answers.map(({ rank }) => rank);
  const value = settleRanks(ranks, rule);
  const settled = answers.filter(({ rank }) => rank === value);
  return [
    {
      id,
      how: howSettled(settled.length, answers.length),
      value,
      reasons: eachOnce(settled.map(({ reviewer, reason }) => ({ reviewer, text: reason }))),
      evidence: mergeEvidence(answers.map(({ evidence }) => evidence)),
      dissent: answers
        .filter((answer) => !settled.includes(answer))
        .map(({ reviewer, rank, reason }) => ({
          reviewer,
          ...view(rank),
          ...(reason !== undefined && { rationale: reason }),
        })),
      marks: [...new Set(answers.flatMap(({ review }) => review ?? []))],
      alone: answers.length === 1,
    },
  ];
}

function eachOnce(reasons: readonly { reviewer: string; text: string | undefined }[]): Reason[] {
  const seen = new Set<string>();
  return reasons.flatMap(({ reviewer, text }) => {
    if (text === undefined || text === '' || seen.has(text)) return [];
    seen.add(text);
    return [{ reviewer, text }];
  });
}

function featuresAside({ features }: PreparedRubric, members: readonly Member[]): SettledPanel['features'] {
  return features.flatMap(({ feature: { id } }) => {
    const reasons = members.map(({ assessment }) => assessment.features.get(id)?.notApplicable);
    return reasons.every((reason) => reason !== undefined)
      ? [{ id, notApplicable: [...new Set(reasons.flatMap((reason) => reason ?? []))] }]
      : [];
  });
}
