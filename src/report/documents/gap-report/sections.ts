import type { Assessment } from '../../../core/answers.ts';
import type { AssessmentResult, FlagResult, Result } from '../../../core/result.ts';
import type { Flag, GuidingQuestion, Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Block, Detail, Run } from '../../document/blocks.ts';
import { code, emphasis, idOf, list, listOf, paragraph, plain, section, words } from '../../document/build.ts';
import { left, tableOf } from '../../document/table.ts';
import { gravestFirst, principleWords, severityRun } from '../../words/phrases.ts';
import { dissentDetails } from '../panel/record.ts';
import { evidenceList, reviewNote } from './answers.ts';
import { carriedLines, flagClosing, madeBy, methodParagraphs, sourceLines, stepWords } from './narrative.ts';

/** Which answers have to be looked at again before the report is handed in. */
export function reviewSection({ review, panel }: AssessmentResult, detail: Detail): Block[] {
  if (review.length === 0) return [];
  return [
    section('review', phrase('report', 'review-title')),
    ...(detail === 'brief'
      ? []
      : [paragraph(phrase('report', panel ? 'review-about-panel' : 'review-about', { n: review.length }), 'about')]),
    list(
      review.map(({ kind, id, because }) => [
        [kind === 'flag' ? { ...code(id), to: `flag-${id}` } : idOf(id), plain(`: ${because}`)],
      ]),
    ),
  ];
}

/** Red flags that are present, the gravest first, and what was looked for in vain. */
export function flagSection({ flags }: AssessmentResult, assessment: Assessment, rubric: Rubric): Block[] {
  if (rubric.flags.length === 0) return [];
  const byId = new Map(rubric.flags.map((flag) => [flag.id, flag]));
  const closing = flagClosing(assessment, rubric);
  return [
    section('flags', phrase('report', 'flags')),
    paragraph(phrase('report', 'flags-about'), 'about'),
    ...gravestFirst(flags).flatMap((found) => flagEntry(found, byId.get(found.id))),
    ...(closing === '' ? [] : [paragraph(closing)]),
  ];
}

function flagEntry(found: FlagResult, flag: Flag | undefined): Block[] {
  const kind: Run[] = [code(found.id), plain(', '), { ...severityRun(found.severity), set: 'strong' }];
  if (flag && flag.principles.length > 0) kind.push(plain(`, ${principleWords(flag.principles)}`));
  const blocks: Block[] = [
    { kind: 'heading', level: 3, text: flag?.text ?? found.id, id: `flag-${found.id}` },
    paragraph(kind, 'ids'),
    paragraph(found.because ?? phrase('report', 'no-reason')),
    ...reviewNote(found.review),
    ...evidenceList(found.evidence),
    ...dissentDetails(found.dissent),
  ];
  if (flag?.help) blocks.push(paragraph([emphasis(phrase('report', 'flag-help')), plain(` ${flag.help}`)], 'note'));
  return blocks;
}

/** The steps: how far the groundwork of the draft is covered, beside the score. */
export function stepSection({ steps }: AssessmentResult, assessment: Assessment, rubric: Rubric): Block[] {
  if (steps.length === 0) return [];
  const blocks = rubric.steps.flatMap((step): Block[] => {
    const found = steps.find((each) => each.id === step.id);
    if (!found) return [];
    const line = stepWords(found);
    const head: Block = { kind: 'heading', level: 3, text: `${step.title}: ${line}` };
    if (found.answered === 0) return [head];
    const table = tableOf<GuidingQuestion>(
      step.title,
      [
        left(phrase('report', 'table-guiding'), 40, ({ text }) => words(text)),
        left(phrase('report', 'table-status'), 15, ({ id }) =>
          words(phrase('report', `status-${assessment.steps.get(id)?.status ?? 'open'}`)),
        ),
        left(phrase('report', 'table-notes'), 45, ({ id }) => words(assessment.steps.get(id)?.notes ?? '')),
      ],
      step.questions,
    );
    return [head, table];
  });
  return [section('steps', phrase('report', 'steps-title')), paragraph(phrase('report', 'steps-about'), 'about'), ...blocks];
}

/** Answers that are in the file and move no number, and what another version of the rubric did to them. */
export function notCountedSection(result: AssessmentResult, rubric: Rubric): Block[] {
  const { ignored, carried } = result;
  const items = ignored.map(({ question, because }) => [[idOf(question), plain(`: ${because}`)]]);
  const lines = carriedLines(result);
  const from = carried?.from ?? '';
  return [
    ...(items.length > 0 ? [section('ignored', phrase('report', 'ignored')), list(items)] : []),
    ...(carried ? [section('carried', phrase('report', 'carried', { from, version: rubric.version }))] : []),
    ...(lines.length > 0 ? [listOf(lines)] : []),
  ];
}

/** How the score came about, what it rests on and what it is not. */
export function methodSection(result: AssessmentResult, rubric: Rubric, run: Result): Block[] {
  const blocks: Block[] = [
    section('method', phrase('report', 'method')),
    ...methodParagraphs(result, rubric).map((text) => paragraph(text)),
  ];
  const sources = sourceLines(rubric);
  if (sources.length > 0) blocks.push(paragraph(phrase('report', 'sources'), 'about'), listOf(sources));
  return [...blocks, paragraph(madeBy(result, rubric, run))];
}
