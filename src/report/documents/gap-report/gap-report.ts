import type { Assessment } from '../../../core/answers.ts';
import type { AssessmentResult, Result } from '../../../core/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { inSentences } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Detail, Document } from '../../document/blocks.ts';
import { type Blocks, heading, list, paragraph, section } from '../../document/build.ts';
import type { ReportInput } from '../../reporter.ts';
import { draftName, madeWithNote, reviewerName } from '../../words/draft.ts';
import { evidenceSentences } from '../../words/evidence.ts';
import { documentOf, noticeOf } from '../../words/rubric.ts';
import { gateRun } from '../../words/score.ts';
import { batchDocument } from '../batch.ts';
import { recordSection } from '../panel/record.ts';
import { robustnessSection } from '../robustness/sections.ts';
import { featureSections } from './answers.ts';
import { actionSection, criticalSection, valueSection } from './gaps.ts';
import { briefFlags, briefSteps, flagSection, methodSection, notCountedSection, reviewSection, stepSection } from './sections.ts';
import { briefVerdict, featureTable, summarySection } from './summary.ts';

/** The gap report of one draft; of several drafts, or if files could not be scored, a table of them. */
export function reportDocument(input: ReportInput, detail: Detail): Document {
  const { result, assessments, rubric } = input;
  const [only] = result.assessments;
  const [assessment] = assessments;
  if (!only || !assessment || result.assessments.length > 1 || result.failures.length > 0) return batchDocument(input, detail);
  const title = phrase('report', 'title', { title: only.draft.title ?? only.source });
  const continued = paragraph(phrase('report', 'continue', { file: only.source }));
  return documentOf(rubric, title, {
    runningTitle: draftName(only),
    author: reviewerName(only),
    subject: phrase('docx', 'subject', { rubric: rubric.title, version: rubric.version }),
    ...(detail === 'brief'
      ? { blocks: briefBlocks(only, rubric), closing: madeWithNote(result, rubric, detail) }
      : { blocks: [heading(1, title), fullBlocks(only, assessment, rubric, result)], closing: [continued, noticeOf(rubric)] }),
  });
}

function fullBlocks(result: AssessmentResult, assessment: Assessment, rubric: Rubric, run: Result): Blocks {
  return [
    { kind: 'facts', facts: draftFacts(result) },
    noticeOf(rubric),
    summarySection(result, rubric),
    recordSection(result),
    robustnessSection(result, rubric, 'full'),
    criticalSection(result, rubric),
    reviewSection(result, rubric, 'full'),
    valueSection(result, rubric, 'full'),
    actionSection(result, rubric),
    featureSections(result, assessment, rubric),
    flagSection(result, assessment, rubric),
    stepSection(result, assessment, rubric),
    notCountedSection(result, rubric, 'full'),
    methodSection(result, rubric, run),
  ];
}

/** What is known of the draft and its reviewer: name and value. */
function draftFacts(result: AssessmentResult): [name: string, value: string][] {
  const { jurisdiction, version, date, note } = result.draft;
  const values = { jurisdiction, version, date, reviewer: reviewerName(result) || undefined, note };
  const names = ['jurisdiction', 'version', 'date', 'reviewer', 'note'] as const;
  return names.flatMap((name) => (values[name] === undefined ? [] : [[phrase('report', `fact-${name}`), values[name]]]));
}

/** The gap report on a screen. */
function briefBlocks(result: AssessmentResult, rubric: Rubric): Blocks {
  const { draft, source, gates } = result;
  const by = reviewerName(result);
  const facts = [draft.jurisdiction, draft.version, draft.date, by && phrase('report', 'by-line', { name: by })];
  return [
    heading(1, draft.title ?? source),
    paragraph(facts.filter(Boolean).join(' · ')),
    briefVerdict(result, rubric),
    recordSection(result),
    section('features', phrase('report', 'features'), featureTable(result, rubric, 'brief')),
    robustnessSection(result, rubric, 'brief'),
    valueSection(result, rubric, 'brief'),
    briefFlags(result, rubric),
    briefSteps(result),
    section('evidence', phrase('report', 'evidence-title'), paragraph(inSentences(evidenceSentences(result, 'brief')))),
    reviewSection(result, rubric, 'brief'),
    notCountedSection(result, rubric, 'brief'),
    section('gates', phrase('report', 'gates'), list(gates.map(gateRun))),
  ];
}
