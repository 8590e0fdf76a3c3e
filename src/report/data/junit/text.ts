import type { Assessment, Evidence, FlagAnswer } from '../../../core/answers.ts';
import type { AssessmentResult, QuestionResult } from '../../../core/result.ts';
import type { Flag, Question } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showPoints } from '../../../text/number.ts';
import { stateWords } from '../../documents/gap-report/answers.ts';
import { checkMark } from '../../words/evidence.ts';

/** `Level 1 of 3. What is seen`, or the state with its reason. */
export function stateLine(question: Question, result: QuestionResult): string {
  const { lead, text } = stateWords(question, result);
  return `${lead} ${text}`.trim();
}

/** An answer as plain lines: the level or the state, the reason, the evidence, what would close the gap. */
export function answerLines(
  result: QuestionResult,
  question: Question,
  law: AssessmentResult,
  assessment: Assessment | undefined,
): string[] {
  const { rationale, evidence, confidence, review } = result;
  const gap = law.gaps.find((each) => each.question === question.id);
  const ignored = law.ignored.find((each) => each.question === question.id);
  const answer = assessment?.answers.get(question.id);
  return [
    `${question.id}: ${stateLine(question, result)}`,
    ...indented([
      rationale,
      ignored && phrase('findings', 'junit-ignored', { because: ignored.because }),
      ...evidence.map(evidenceLine),
      confidence && phrase('report', 'confidence', { confidence: phrase('report', `confidence-${confidence}`) }),
      review && `${phrase('report', 'to-review')} ${review}`,
      gap && phrase('findings', 'junit-close', { points: showPoints(gap.points), gap: gap.gap }),
      answer?.owner && `${phrase('report', 'table-owner')}: ${answer.owner}`,
      answer?.due && `${phrase('report', 'table-due')}: ${answer.due}`,
    ]),
  ];
}

/** A red flag as plain lines; none where nobody looked for it. */
export function flagLines({ id, severity }: Flag, answer: FlagAnswer | undefined): string[] {
  if (!answer || answer.present === null) return [];
  const args = { severity: phrase('report', `severity-${severity}`), because: answer.rationale ?? phrase('report', 'no-reason') };
  if (!answer.present) {
    return [
      `${id}: ${phrase('findings', 'junit-flag-absent')}`,
      ...indented([answer.rationale, ...answer.evidence.map(evidenceLine), answer.review]),
    ];
  }
  const review = answer.review && `${phrase('report', 'to-review')} ${answer.review}`;
  return [`${id}: ${phrase('findings', 'junit-flag-fails', args)}`, ...indented([...answer.evidence.map(evidenceLine), review])];
}

function evidenceLine({ at, quote, note, check }: Evidence): string {
  const words = [at, quote === undefined ? undefined : `"${quote}"`, note].filter((part) => part !== undefined).join(': ');
  return check ? `${words} (${checkMark(check)})` : words;
}

function indented(lines: readonly (string | false | undefined)[]): string[] {
  return lines.flatMap((line) => (line ? [`  ${line}`] : []));
}
