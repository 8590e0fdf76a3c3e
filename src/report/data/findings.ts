import type { Evidence } from '../../core/answers.ts';
import { isCriticalAtZero } from '../../core/gaps.ts';
import type { AssessmentResult, Gap, GateResult } from '../../core/result.ts';
import type { Question } from '../../core/rubric.ts';
import { sentence } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import { showPoints } from '../../text/number.ts';
import type { ReportInput } from '../reporter.ts';
import { closingText } from '../words/gap.ts';
import { questionsOf, textsOf } from '../words/rubric.ts';
import { answerSpot, type Origin, quoteSpots, type Spot } from './origin.ts';

/** How grave a finding is, for programs that sort into three. */
export type Grade = 'grave' | 'weighty' | 'slight';

/** A gap or a red flag, as the formats of CI report it. */
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
  /** The first verified quote in the draft, else the answer. */
  readonly spot: Spot;
  /** Further quotes, and the answer. */
  readonly others: readonly Spot[];
}

const grades = { severe: 'grave', serious: 'weighty', watch: 'slight' } as const;
const order = Object.values(grades);

/**
 * Grave: a critical question at the lowest level, a severe red flag. Weighty: any other gap of a critical question or worth a point
 * of the overall score or more, a serious red flag. Slight: the rest.
 * @returns of one assessment: red flags first, the gravest first, then the gaps in their own order
 */
export function findingsOf(input: ReportInput, assessment: AssessmentResult): Finding[] {
  const { source } = assessment;
  const origin = originOf(input, source);
  const questions = questionsOf(input.rubric);
  const texts = textsOf(input.rubric);
  const gates = gatesByCulprit(assessment);
  const found = (kind: Finding['kind'], id: string, evidence: readonly Evidence[]) => {
    const answer = answerSpot(origin, kind, id);
    const [spot = answer, ...others] = [...quoteSpots(origin, evidence), answer];
    return { source, kind, id, title: texts.get(id) ?? id, gates: gates.get(id) ?? [], spot, others };
  };
  const flags = assessment.flags.map(({ id, severity, because, evidence }): Finding => {
    const reason = ended(because ?? phrase('report', 'no-reason'));
    const message = phrase('findings', 'flag', { severity: phrase('report', `severity-${severity}`), because: reason });
    return { ...found('flag', id, evidence), grade: grades[severity], points: 0, message };
  });
  const gaps = assessment.gaps.map((gap): Finding => {
    const { question: id, evidence, points } = gap;
    const grade = isCriticalAtZero(gap) ? 'grave' : gap.critical || points >= 1 ? 'weighty' : 'slight';
    return { ...found('question', id, evidence), grade, points, message: gapMessage(gap, questions.get(id)) };
  });
  return [...flags.sort((a, b) => order.indexOf(a.grade) - order.indexOf(b.grade)), ...gaps];
}

function gapMessage(gap: Gap, question: Question | undefined): string {
  const { level, top, answered } = gap;
  const args = {
    level,
    top,
    seen: ended(question?.levels[level] ?? ''),
    points: showPoints(gap.points),
    gap: ended(closingText(gap)),
  };
  const sentence = phrase('findings', answered ? 'gap' : 'gap-unanswered', args);
  return isCriticalAtZero(gap) ? phrase('findings', 'gap-critical', { rest: sentence }) : sentence;
}

/** The file behind a source of the result. */
export function originOf({ origins }: ReportInput, source: string): Origin {
  return origins?.get(source) ?? { file: source };
}

/** The gates that fail. */
export function failedGates({ gates }: AssessmentResult): GateResult[] {
  return gates.filter(({ holds }) => !holds);
}

/** The gates that fail, by the ids of the questions and flags that make them fail. */
export function gatesByCulprit(assessment: AssessmentResult): Map<string, GateResult[]> {
  const byId = new Map<string, GateResult[]>();
  for (const gate of failedGates(assessment)) for (const id of gate.because) byId.set(id, [...(byId.get(id) ?? []), gate]);
  return byId;
}

/** A sentence for each gate that fails because of a finding. */
export function gateNames(gates: readonly GateResult[]): string[] {
  return gates.map(({ gate }) => phrase('findings', 'gate-named', { gate }));
}

/** Why the quotes were not looked up; undefined if they were, or if the answers name no text. */
export function unreadSentence({ evidence }: AssessmentResult): string | undefined {
  if (!evidence || !('unread' in evidence)) return undefined;
  return phrase('findings', 'draft-unread', { text: evidence.text, why: evidence.unread });
}

/** A sentence with a full stop at its end, so that another can follow. */
export function ended(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?…。！？]["'”’)]?$/u.test(trimmed) ? trimmed : sentence(trimmed);
}
