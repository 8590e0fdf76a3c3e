import type { Assessment } from '../answers.ts';
import { applies, type QuestionState, questionStates } from '../applicability.ts';
import { toNumber } from '../exact.ts';
import type { PreparedRubric, ScoredQuestion } from '../rubric.ts';
import type { Metric, RatedUnits } from './alpha.ts';
import type { View } from './result.ts';

/** One reviewer's assessment. */
export interface Member {
  /** Identifies the reviewer in the result. */
  readonly label: string;
  readonly assessment: Assessment;
}

/** A question with each reviewer's answer, in the order of the panel. */
export interface QuestionViews {
  readonly scored: ScoredQuestion;
  readonly views: readonly View[];
}

/** All questions of the rubric with all reviewers' answers. States come from `questionStates`, as in scoring. */
export function viewsOf(prepared: PreparedRubric, members: readonly Member[]): QuestionViews[] {
  const states = members.map(({ assessment }) => questionStates(prepared, assessment));
  return [...prepared.questions.values()].map((scored) => {
    const { id } = scored.question;
    const views = members.map(({ label, assessment }, index): View => {
      const state: QuestionState = states[index]?.get(id) ?? { kind: 'unanswered' };
      const answer = assessment.answers.get(id);
      const because = state.kind === 'not-applicable' ? state.reason : state.kind === 'not-asked' ? state.because : undefined;
      return {
        reviewer: label,
        state: state.kind,
        level: state.kind === 'scored' ? state.level : null,
        ...(applies(state) && answer?.marks && { marks: answer.marks }),
        ...(because !== undefined && { because }),
        ...(answer?.rationale !== undefined && { rationale: answer.rationale }),
        evidence: answer?.evidence ?? [],
        ...(answer?.confidence && { confidence: answer.confidence }),
        ...(answer?.review !== undefined && { review: answer.review }),
      };
    });
    return { scored, views };
  });
}

/** Whether a reviewer answered, with a level or as not applicable. */
export function isAnswer({ state }: View): boolean {
  return state === 'scored' || state === 'not-applicable';
}

/** Whether some reviewers gave a level and others marked the question as not applicable. */
export function isMixed({ views }: QuestionViews): boolean {
  return views.some(({ state }) => state === 'scored') && views.some(({ state }) => state === 'not-applicable');
}

/**
 * A level's position on its question's scale, from 0 (lowest) to 1 (top), so that scales of different lengths can be compared.
 */
export function positionOf({ question }: ScoredQuestion, level: number): number {
  const top = question.levels.length - 1;
  return top === 0 ? 0 : level / top;
}

/** A level's value, 0..1 (scoring rule 1). */
export function valueAt({ values }: ScoredQuestion, level: number): number {
  const value = values[level];
  return value ? toNumber(value) : 0;
}

/**
 * The panel's answers as input for Krippendorff's alpha. Ordinal: positions on the scale. Interval: values. Nominal: positions on
 * the scale, with "not applicable" as a category of its own; the other two metrics leave it out, since it has no rank among the
 * levels.
 */
export function ratedUnits(questions: readonly QuestionViews[], metric: Metric): RatedUnits {
  const rated = questions.map(({ scored, views }) =>
    views.flatMap(({ state, level }): (number | 'aside')[] => {
      if (state === 'not-applicable') return metric === 'nominal' ? ['aside'] : [];
      if (level === null) return [];
      return [metric === 'interval' ? valueAt(scored, level) : positionOf(scored, level)];
    }),
  );
  const numbers = [...new Set(rated.flat())].filter((value) => value !== 'aside').sort((a, b) => a - b);
  const index = new Map<number | 'aside', number>(numbers.map((value, position) => [value, position]));
  const hasAside = rated.some((unit) => unit.includes('aside'));
  if (hasAside) index.set('aside', numbers.length);
  return {
    domain: hasAside ? [...numbers, Number.NaN] : numbers,
    units: rated.map((unit) => unit.map((value) => index.get(value) ?? 0)),
  };
}
