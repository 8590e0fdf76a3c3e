import type { Confidence, Dissent, Evidence, SettleRule, StepStatus } from '../answers.ts';
import { shortfall } from '../marks.ts';
import type { PreparedRubric, Question } from '../rubric.ts';
import { mergeEvidence } from './evidence.ts';
import { isDivided, markDecisions } from './marks.ts';
import type { MarkDecision, View } from './result.ts';
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
  readonly reviews: readonly string[];
  /** Whether only one reviewer answered. */
  readonly alone: boolean;
  /** The lowest confidence of the reviewers who gave this answer. */
  readonly confidence?: Confidence;
  /** Set if the marks of a settled level need another look. */
  readonly openMarks?: OpenMarks;
}

/** What is left open of the marks of an answer. */
export interface OpenMarks {
  /** Marks on which the rule decides nothing. They are not ticked. */
  readonly divided: readonly MarkDecision[];
  /** The marks that were settled on, if they are too few for the level. The answer then has no list of marks. */
  readonly tooFew?: readonly string[];
}

export interface Reason {
  readonly reviewer: string;
  readonly text: string;
}

/** A level with the marks that were settled on, or "not applicable" with all reasons that were given for it. */
export type SettledAnswer =
  | { readonly level: number; readonly marks?: readonly string[] }
  | { readonly notApplicable: readonly string[] };

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
 * "present" is the lower of the two values. The marks of a settled level are those of the reviewers who gave this level: a mark on
 * which they agree stays as it is; otherwise the rule decides, "not ticked" being the lower value.
 */
export function settlePanel(prepared: PreparedRubric, members: readonly Member[], rule: SettleRule): SettledPanel {
  const features = featuresAside(prepared, members);
  const aside = new Set(features.map(({ id }) => id));
  return {
    features,
    questions: viewsOf(prepared, members).flatMap(({ scored, views }) => {
      const answers = views.filter(isAnswer);
      return answers.length === 0 || aside.has(scored.feature.id) ? [] : [settleQuestion(scored.question, answers, rule)];
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

function settleQuestion(question: Question, answers: readonly View[], rule: SettleRule): Settled<SettledAnswer> {
  const aside = answers.filter(({ state }) => state === 'not-applicable');
  const levels = answers.flatMap(({ level }) => (level === null ? [] : [level]));
  const isMixed = aside.length > 0 && levels.length > 0;
  const isOpen = isMixed || (rule === 'unanimous' && answers.length === 1);
  const level = isOpen || levels.length === 0 ? null : settleRanks(levels, rule);
  const settled = isOpen ? [] : levels.length === 0 ? aside : answers.filter((view) => level !== null && view.level === level);
  const { marks, openMarks } = level === null ? {} : settleMarks(question, level, settled, rule);
  const value: SettledAnswer | null =
    settled.length === 0
      ? null
      : level === null
        ? { notApplicable: [...new Set(aside.map(({ because }) => because ?? ''))] }
        : { level, ...(marks && { marks }) };
  const confidence = leastSure(settled);
  return {
    id: question.id,
    how: howSettled(settled.length, answers.length),
    value,
    reasons: eachOnce(settled.map(({ reviewer, rationale }) => ({ reviewer, text: rationale }))),
    evidence: mergeEvidence(answers.map(({ evidence }) => evidence)),
    dissent: answers.flatMap((view) => (settled.includes(view) ? otherMarks(view, marks) : dissentOf(view))),
    reviews: [...new Set(answers.flatMap(({ review }) => review ?? []))],
    alone: answers.length === 1,
    ...(confidence && { confidence }),
    ...(openMarks && { openMarks }),
  };
}

/**
 * The marks of a settled level.
 * @param views those of the reviewers who gave this level
 * @returns no `marks` if no reviewer's answer has a list of marks, or if those that were settled on are too few for the level
 */
function settleMarks(
  question: Question,
  level: number,
  views: readonly View[],
  rule: SettleRule,
): { readonly marks?: readonly string[]; readonly openMarks?: OpenMarks } {
  if (!views.some(({ marks }) => marks)) return {};
  const decisions = markDecisions(question.marks, views).map((decision) => ({ decision, rank: settleMark(decision, rule) }));
  const marks = decisions.filter(({ rank }) => rank === 1).map(({ decision }) => decision.id);
  const divided = decisions.filter(({ rank }) => rank === null).map(({ decision }) => decision);
  if (shortfall(question, level, marks)) return { openMarks: { divided, tooFew: marks } };
  return { marks, ...(divided.length > 0 && { openMarks: { divided } }) };
}

/** 1 if the mark is ticked, 0 if it is not; null if the rule leaves it open. */
function settleMark(decision: MarkDecision, rule: SettleRule): number | null {
  const { ticked, unticked } = decision;
  if (!isDivided(decision)) return ticked.length > 0 ? 1 : 0;
  return settleRanks([...unticked.map(() => 0), ...ticked.map(() => 1)], rule);
}

/** The marks of a reviewer who gave the settled level, if they are not those that were settled on; a list of at most one. */
function otherMarks({ reviewer, level, marks }: View, settled: readonly string[] | undefined): Dissent[] {
  if (!marks || level === null || (settled?.length === marks.length && marks.every((id) => settled.includes(id)))) return [];
  return [{ reviewer, level, marks }];
}

function dissentOf({ reviewer, level, marks, because, rationale }: View): Dissent {
  return {
    reviewer,
    ...(level === null ? { notApplicable: because ?? '' } : { level }),
    ...(marks && { marks }),
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
      reviews: [...new Set(answers.flatMap(({ review }) => review ?? []))],
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
