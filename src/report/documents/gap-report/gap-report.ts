import type { Assessment } from '../../../core/answers.ts';
import type { AssessmentResult } from '../../../core/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Block, Detail, Document } from '../../document/blocks.ts';
import { emphasis, paragraph, plain } from '../../document/build.ts';
import type { ReportInput } from '../../reporter.ts';
import { draftName, frameOf, madeWith, reviewerName } from '../../words/phrases.ts';
import { batchDocument } from '../batch.ts';
import { recordSection } from '../panel/record.ts';
import { robustnessSection } from '../robustness/sections.ts';
import { featureSection } from './answers.ts';
import { briefBlocks } from './brief.ts';
import { actionSection, criticalSection, valueSection } from './gaps.ts';
import { draftFacts } from './narrative.ts';
import { flagSection, methodSection, notCountedSection, reviewSection, stepSection } from './sections.ts';
import { summarySection } from './summary.ts';

/** The gap report of one draft; of several drafts, or where files could not be scored, a table of them. */
export function reportDocument(input: ReportInput, detail: Detail): Document {
  const { result, assessments, rubric } = input;
  const [only] = result.assessments;
  const [assessment] = assessments;
  if (!only || !assessment || result.assessments.length > 1 || result.failures.length > 0) return batchDocument(input, detail);
  const title = phrase('report', 'title', { title: only.draft.title ?? only.source });
  const about = {
    title,
    ...frameOf(rubric),
    runningTitle: draftName(only),
    author: reviewerName(only),
    subject: phrase('docx', 'subject', { rubric: rubric.title, version: rubric.version }),
  };
  if (detail === 'brief')
    return { ...about, blocks: briefBlocks(only, rubric), closing: [paragraph(madeWith(result, rubric, detail), 'foot')] };
  return { ...about, blocks: fullBlocks(title, only, assessment, input), closing: closingBlocks(only, rubric) };
}

function fullBlocks(
  title: string,
  result: AssessmentResult,
  assessment: Assessment,
  { rubric, result: run }: ReportInput,
): Block[] {
  const facts = draftFacts(result);
  return [
    { kind: 'heading', level: 1, text: title },
    ...(facts.length > 0 ? [{ kind: 'facts' as const, facts }] : []),
    ...noticeOf(rubric),
    ...summarySection(result, rubric),
    ...recordSection(result),
    ...robustnessSection(result, rubric, 'full'),
    ...criticalSection(result, rubric),
    ...reviewSection(result, 'full'),
    ...valueSection(result, rubric),
    ...actionSection(result, rubric),
    ...rubric.features.flatMap((feature, index) => featureSection(feature, index + 1, result, assessment, rubric)),
    ...flagSection(result, assessment, rubric),
    ...stepSection(result, assessment, rubric),
    ...notCountedSection(result, rubric),
    ...methodSection(result, rubric, run),
  ];
}

function closingBlocks({ source }: AssessmentResult, rubric: Rubric): Block[] {
  return [paragraph([plain(phrase('report', 'continue', { file: source }))]), ...noticeOf(rubric)];
}

function noticeOf({ notice }: Rubric): Block[] {
  return notice ? [paragraph([emphasis(notice)], 'notice')] : [];
}
