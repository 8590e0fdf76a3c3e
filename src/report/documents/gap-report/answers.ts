import type { Answer, Assessment, Evidence } from '../../../core/answers.ts';
import type { AssessmentResult, FeatureResult, Gap, QuestionResult } from '../../../core/result.ts';
import type { Feature, Question, Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showPoints, showScore } from '../../../text/number.ts';
import { type Block, emphasis, list, paragraph, plain, type Run, strong } from '../../document/blocks.ts';
import { bandBounds, bandTitle, checkMark, principleWords } from '../../words/phrases.ts';
import { stateWords } from './narrative.ts';
import { dissentList } from './record.ts';

/** A feature with each of its questions: the level, why, what shows it, and what would close the gap. */
export function featureSection(
  feature: Feature,
  number: number,
  result: AssessmentResult,
  assessment: Assessment,
  rubric: Rubric,
): Block[] {
  const scored = result.features.find((each) => each.id === feature.id);
  if (!scored) return [];
  const head: Block = { kind: 'heading', level: 2, text: feature.title, number };
  if (scored.notApplicable !== undefined)
    return [head, paragraph(phrase('report', 'feature-aside', { reason: scored.notApplicable }))];
  const results = new Map(result.questions.map((question) => [question.id, question]));
  const gaps = new Map(result.gaps.map((gap) => [gap.question, gap]));
  const entries = feature.questions.flatMap((question) => {
    const found = results.get(question.id);
    return found ? questionEntry(question, found, assessment.answers.get(question.id), gaps.get(question.id)) : [];
  });
  const summary = feature.summary === '' ? [] : [paragraph(feature.summary, 'about')];
  return [head, ...summary, paragraph([strong(scoreSentence(scored, rubric))], 'feature-score'), ...entries];
}

/** A feature's score as shown; empty where there is none. */
export function featureScore(feature: FeatureResult, rubric: Rubric): string {
  return feature.score === null ? '' : showScore(feature.score, bandBounds(rubric));
}

function scoreSentence(scored: FeatureResult, rubric: Rubric): string {
  if (scored.score === null) return phrase('report', 'feature-blank');
  return phrase('report', 'feature-score', {
    score: featureScore(scored, rubric),
    band: bandTitle(rubric, scored.band),
    answered: scored.answered,
    n: scored.applicable,
  });
}

function questionEntry(question: Question, result: QuestionResult, answer: Answer | undefined, gap: Gap | undefined): Block[] {
  const blocks: Block[] = [
    { kind: 'heading', level: 3, text: question.text, id: question.id },
    paragraph([{ text: question.id, set: 'code' }, ...afterId(question)], 'ids'),
    paragraph(stateSentence(question, result)),
  ];
  if (answer?.rationale) blocks.push(paragraph(answer.rationale));
  if (answer?.review) blocks.push(paragraph([emphasis(phrase('report', 'to-review')), plain(` ${answer.review}`)]));
  if (answer) blocks.push(...evidenceList(answer.evidence), ...dissentList(answer.dissent));
  if (answer?.confidence) {
    const confidence = phrase('report', `confidence-${answer.confidence}`);
    blocks.push(paragraph(phrase('report', 'confidence', { confidence }), 'note'));
  }
  if (gap?.gap && gap.answered) {
    const head = phrase('report', 'to-close-points', { points: showPoints(gap.points) });
    blocks.push(paragraph([emphasis(head), plain(` ${gap.gap}`)], 'to-close'));
  }
  return blocks;
}

function afterId({ principles, critical }: Question): Run[] {
  const parts: string[] = [];
  if (principles.length > 0) parts.push(`, ${principleWords(principles)}`);
  if (critical) parts.push(`, ${phrase('report', 'critical')}`);
  return parts.length === 0 ? [] : [plain(parts.join(''))];
}

function stateSentence(question: Question, result: QuestionResult): Run[] {
  const { lead, text } = stateWords(question, result);
  return text === '' ? [strong(lead)] : [strong(lead), plain(` ${text}`)];
}

/** Evidence as a list: the provision, its words, a remark, and what looking the words up came to. Empty where there is none. */
export function evidenceList(evidence: readonly Evidence[]): Block[] {
  const items = evidence
    .filter(({ at, quote, note }) => at !== undefined || quote !== undefined || note !== undefined)
    .map(({ at, quote, note, check }) => {
      const parts: Run[] = [];
      if (at !== undefined) parts.push(strong(at));
      if (quote !== undefined) parts.push({ text: quote, set: 'quote' });
      if (note !== undefined) parts.push(plain(note));
      const runs = parts.flatMap((part, index) => (index === 0 ? [part] : [plain(': '), part]));
      if (check) runs.push(plain(' '), emphasis(`(${checkMark(check)})`));
      return [runs];
    });
  return items.length === 0 ? [] : [list(items, 'evidence')];
}
