import type { Answer, Assessment, Evidence } from '../../../core/answers.ts';
import { isVerified } from '../../../core/evidence.ts';
import { isFoundCritical } from '../../../core/gaps.ts';
import type { AssessmentResult, FeatureResult, Gap, QuestionResult } from '../../../core/result.ts';
import type { Feature, Question, Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showPoints } from '../../../text/number.ts';
import type { Block, Run } from '../../document/blocks.ts';
import { code, emphasis, list, paragraph, plain, section, strong } from '../../document/build.ts';
import { bandTitle, barOf, checkMark, pieceRuns, principleWords, shownScore } from '../../words/phrases.ts';
import { dissentDetails } from '../panel/record.ts';
import { stateWords } from './narrative.ts';

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
  const head = section(`feature-${feature.id}`, feature.title, number);
  if (scored.notApplicable !== undefined)
    return [head, paragraph(phrase('report', 'feature-aside', { reason: scored.notApplicable }))];
  const results = new Map(result.questions.map((question) => [question.id, question]));
  const gaps = new Map(result.gaps.map((gap) => [gap.question, gap]));
  const entries = feature.questions.flatMap((question) => {
    const found = results.get(question.id);
    return found ? questionEntry(question, found, assessment.answers.get(question.id), gaps.get(question.id)) : [];
  });
  const summary = feature.summary === '' ? [] : [paragraph(feature.summary, 'about')];
  const bar = scored.applicable > 0 ? [barOf(scored, feature.title)] : [];
  return [head, ...summary, paragraph([strong(scoreSentence(scored, rubric))], 'feature-score'), ...bar, ...entries];
}

function scoreSentence(scored: FeatureResult, rubric: Rubric): string {
  if (scored.score === null) return phrase('report', 'feature-blank');
  return phrase('report', 'feature-score', {
    score: shownScore(scored.score, rubric),
    band: bandTitle(rubric, scored.band),
    answered: scored.answered,
    n: scored.applicable,
  });
}

function questionEntry(question: Question, result: QuestionResult, answer: Answer | undefined, gap: Gap | undefined): Block[] {
  const { lead, text } = stateWords(question, result);
  return [
    { kind: 'heading', level: 3, text: question.text, id: question.id },
    paragraph([code(question.id), ...afterId(question, gap)], 'ids'),
    paragraph(text === '' ? [strong(lead)] : [strong(lead), plain(` ${text}`)]),
    ...reviewNote(answer?.review),
    ...reasons(answer, gap?.answered ? gap : undefined),
    ...dissentDetails(answer?.dissent),
  ];
}

function afterId({ principles, critical }: Question, gap: Gap | undefined): Run[] {
  const runs: Run[] = principles.length > 0 ? [plain(`, ${principleWords(principles)}`)] : [];
  if (!critical) return runs;
  const atZero = gap !== undefined && isFoundCritical(gap);
  return [...runs, plain(', '), { text: phrase('report', 'critical'), ...(atZero && { tone: 'bad' }) }];
}

/** Why an answer has to be looked at again; empty where it need not be. */
export function reviewNote(because: string | undefined): Block[] {
  return because === undefined ? [] : [paragraph([emphasis(phrase('report', 'to-review')), plain(` ${because}`)], 'warning')];
}

/** Why, with which words of the draft, and how to close the gap. The summary says what is in it. */
function reasons(answer: Answer | undefined, gap: Gap | undefined): Block[] {
  const { rationale, confidence, evidence = [] } = answer ?? {};
  const summary: string[] = [];
  const blocks: Block[] = [];
  if (rationale) {
    summary.push(phrase('html', 'summary-why'));
    blocks.push(paragraph(rationale));
  }
  if (evidence.length > 0) summary.push(phrase('html', 'summary-evidence', { n: evidence.length }));
  blocks.push(...evidenceList(evidence));
  if (confidence)
    blocks.push(paragraph(phrase('report', 'confidence', { confidence: phrase('report', `confidence-${confidence}`) }), 'note'));
  if (gap?.gap) {
    const points = showPoints(gap.points);
    summary.push(phrase('html', 'summary-close', { points }));
    const head = emphasis(phrase('report', 'to-close-points', { points }));
    blocks.push(paragraph([head, plain(` ${gap.gap}`)], 'to-close'));
  }
  if (summary.length === 0) return blocks;
  const title = summary.join(', ');
  return [{ kind: 'details', summary: title.charAt(0).toUpperCase() + title.slice(1), blocks }];
}

/** Evidence as a list: the provision, its words, a remark, and what looking the words up came to. Empty where there is none. */
export function evidenceList(evidence: readonly Evidence[]): Block[] {
  const items = evidence.flatMap(({ check, ...piece }) => {
    const runs = pieceRuns(piece);
    if (check) runs.push(plain(' '), { ...emphasis(`(${checkMark(check)})`), tone: isVerified(check) ? 'good' : 'bad' });
    return pieceRuns(piece).length === 0 ? [] : [[runs]];
  });
  return items.length === 0 ? [] : [list(items, 'evidence')];
}
