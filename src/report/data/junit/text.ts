import type { Answer, Evidence, FlagAnswer } from '../../../core/answers.ts';
import type { LineUnit } from '../../../core/reading.ts';
import type { AssessmentResult, QuestionResult } from '../../../core/result.ts';
import type { Flag, Question } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showPoints } from '../../../text/number.ts';
import { confidenceSentence, stateWords } from '../../documents/gap-report/answers.ts';
import { checkMark, quotedUnit } from '../../words/evidence.ts';
import { closingText } from '../../words/gap.ts';

/** `Level 1 of 3.` and the words of the level, or the state with its reason. */
export function stateLine(question: Question, result: QuestionResult): string {
  const { lead, text } = stateWords(question, result);
  return `${lead} ${text}`.trim();
}

/** An answer as plain lines: the level or the state, the reason, the evidence, what would close the gap. */
export function answerLines(
  question: Question,
  result: QuestionResult,
  law: AssessmentResult,
  answer: Answer | undefined,
): string[] {
  const { rationale, evidence, confidence, review } = result;
  const unit = quotedUnit(law.evidence);
  const gap = law.gaps.find((each) => each.question === question.id);
  const ignored = law.ignored.find((each) => each.question === question.id);
  return [
    `${question.id}: ${stateLine(question, result)}`,
    ...indented([
      rationale,
      ignored && phrase('findings', 'junit-ignored', { because: ignored.because }),
      ...evidence.map((piece) => evidenceLine(piece, unit)),
      confidence && confidenceSentence(confidence),
      reviewLine(review),
      gap && phrase('findings', 'junit-close', { points: showPoints(gap.points), gap: closingText(gap) }),
      answer?.owner && `${phrase('report', 'table-owner')}: ${answer.owner}`,
      answer?.due && `${phrase('report', 'table-due')}: ${answer.due}`,
    ]),
  ];
}

/** A red flag as plain lines; none if nobody looked for it. */
export function flagLines({ id, severity }: Flag, answer: FlagAnswer | undefined, law: AssessmentResult): string[] {
  if (!answer || answer.present === null) return [];
  const { present, rationale, review } = answer;
  const evidence = answer.evidence.map((piece) => evidenceLine(piece, quotedUnit(law.evidence)));
  if (!present) {
    const lines = indented([rationale, ...evidence, review]);
    return [`${id}: ${phrase('findings', 'junit-flag-absent')}`, ...lines];
  }
  const args = { severity: phrase('report', `severity-${severity}`), because: rationale ?? phrase('report', 'no-reason') };
  const lines = indented([...evidence, reviewLine(review)]);
  return [`${id}: ${phrase('findings', 'junit-flag-fails', args)}`, ...lines];
}

function reviewLine(review: string | undefined): string | undefined {
  return review && `${phrase('report', 'to-review')} ${review}`;
}

function evidenceLine({ at, quote, note, check }: Evidence, unit: LineUnit): string {
  const words = [at, quote === undefined ? undefined : `"${quote}"`, note].filter((part) => part !== undefined).join(': ');
  return check ? `${words} (${checkMark(check, unit)})` : words;
}

function indented(lines: readonly (string | false | undefined)[]): string[] {
  return lines.flatMap((line) => (line ? [`  ${line}`] : []));
}
