import type { Evidence } from '../../core/answers.ts';
import { isCriticalAtZero } from '../../core/gaps.ts';
import type { AssessmentResult, FlagResult, Gap, GateResult } from '../../core/result.ts';
import type { Flag, Question } from '../../core/rubric.ts';
import { phrase } from '../../messages/phrases.ts';
import { showPoints } from '../../text/number.ts';
import type { ReportInput } from '../reporter.ts';
import { questionsOf } from '../words/rubric.ts';
import { answerSpot, type Origin, quoteSpots, type Spot } from './origin.ts';

/** How much a finding weighs for machines that sort into three. */
export type Grade = 'grave' | 'weighty' | 'slight';

/** A gap or a red flag, as the formats of CI tell it. */
export interface Finding {
  readonly source: string;
  readonly kind: 'question' | 'flag';
  /** Of the question or the flag. */
  readonly id: string;
  readonly grade: Grade;
  /** What the overall score would gain; 0 for a flag. */
  readonly points: number;
  /** The question or the flag as the rubric has it. */
  readonly title: string;
  readonly message: string;
  /** The gates that fail because of it. */
  readonly gates: readonly GateResult[];
  readonly evidence: readonly Evidence[];
  /** The first verified quote in the draft, else the answer. */
  readonly spot: Spot;
  /** Further quotes, and the answer. */
  readonly others: readonly Spot[];
}

/**
 * Grave: a critical question at the lowest level, a severe red flag. Weighty: any other gap of a critical question or worth a point
 * of the overall score or more, a serious red flag. Slight: the rest.
 * @returns of one assessment: red flags first, the gravest first, then the gaps in their own order
 */
export function findingsOf(input: ReportInput, assessment: AssessmentResult): Finding[] {
  const { rubric } = input;
  const origin = originOf(input, assessment.source);
  const questions = questionsOf(rubric);
  const flags = new Map(rubric.flags.map((flag) => [flag.id, flag]));
  const grades = { severe: 'grave', serious: 'weighty', watch: 'slight' } as const;
  const gates = gatesByCulprit(assessment);
  const order: readonly Grade[] = ['grave', 'weighty', 'slight'];
  const found = (kind: Finding['kind'], id: string, evidence: readonly Evidence[]) => {
    const [spot, ...others] = spotsOf(origin, kind, id, evidence);
    return { source: assessment.source, kind, id, evidence, gates: gates.get(id) ?? [], spot, others };
  };
  return [
    ...assessment.flags
      .map((flag): Finding => {
        const { title, message } = flagWords(flag, flags.get(flag.id));
        return { ...found('flag', flag.id, flag.evidence), grade: grades[flag.severity], points: 0, title, message };
      })
      .sort((a, b) => order.indexOf(a.grade) - order.indexOf(b.grade)),
    ...assessment.gaps.map((gap): Finding => {
      const { title, message } = gapWords(gap, questions.get(gap.question));
      return { ...found('question', gap.question, gap.evidence), grade: gradeOf(gap), points: gap.points, title, message };
    }),
  ];
}

/** The file behind a source of the result. */
export function originOf({ origins }: ReportInput, source: string): Origin {
  return origins?.get(source) ?? { file: source };
}

/** The gates that fail, by the ids of the questions and flags that fail them. */
export function gatesByCulprit({ gates }: AssessmentResult): Map<string, GateResult[]> {
  const byId = new Map<string, GateResult[]>();
  for (const gate of gates.filter(({ holds }) => !holds))
    for (const id of gate.because) byId.set(id, [...(byId.get(id) ?? []), gate]);
  return byId;
}

/** A sentence with a full stop at its end, so that another can follow. */
export function ended(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?…]["'”’)]?$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function gradeOf(gap: Gap): Grade {
  if (isCriticalAtZero(gap)) return 'grave';
  return gap.critical || gap.points >= 1 ? 'weighty' : 'slight';
}

function spotsOf(origin: Origin, kind: Finding['kind'], id: string, evidence: readonly Evidence[]): [Spot, ...Spot[]] {
  const answer = answerSpot(origin, kind, id);
  const [first, ...more] = quoteSpots(origin, evidence);
  return first ? [first, ...more, answer] : [answer];
}

function gapWords(gap: Gap, question: Question | undefined): { title: string; message: string } {
  const { level, top } = gap;
  const args = { level, top, seen: ended(question?.levels[level] ?? ''), points: showPoints(gap.points), gap: ended(gap.gap) };
  const sentence = phrase('findings', gap.answered ? 'gap' : 'gap-unanswered', args);
  return {
    title: question?.text ?? gap.question,
    message: isCriticalAtZero(gap) ? phrase('findings', 'gap-critical', { rest: sentence }) : sentence,
  };
}

function flagWords({ id, severity, because }: FlagResult, flag: Flag | undefined): { title: string; message: string } {
  const reason = ended(because ?? phrase('report', 'no-reason'));
  return {
    title: flag?.text ?? id,
    message: phrase('findings', 'flag', { severity: phrase('report', `severity-${severity}`), because: reason }),
  };
}
