import type { Assessment, Dissent, Evidence } from '../core/answers.ts';
import type { AssessmentResult, Result } from '../core/result.ts';
import type { Rubric } from '../core/rubric.ts';
import { cell, inline, quoted } from './escape-markdown.ts';
import { carriedLines, flagClosing, madeBy, methodParagraphs, sourceLines } from './narrative.ts';
import { dissentWords, recordSentences } from './panel-record.ts';
import { checkMark, gravestFirst, phrasesOf, say } from './phrases.ts';

const panelTerm = phrasesOf('panel');

/** The steps: how far the groundwork of the draft is covered, beside the score. */
export function stepSection({ steps }: AssessmentResult, assessment: Assessment, rubric: Rubric): string {
  if (steps.length === 0) return '';
  const blocks = rubric.steps.flatMap((step) => {
    const found = steps.find((each) => each.id === step.id);
    if (!found) return [];
    const coverage = found.coverage === null ? say('no-score') : found.coverage.toFixed(0);
    const head = `### ${inline(step.title)}: ${say('step-line', { coverage, answered: found.answered, n: found.questions })}`;
    if (found.answered === 0) return [head];
    const rows = step.questions.map((question) => {
      const answer = assessment.steps.get(question.id);
      const status = answer?.status ? say(`status-${answer.status}`) : say('status-open');
      return `| ${cell(question.text)} | ${status} | ${cell(answer?.notes ?? '')} |`;
    });
    const table = [
      `| ${say('table-guiding')} | ${say('table-status')} | ${say('table-notes')} |`,
      '| --- | --- | --- |',
      ...rows,
    ];
    return [head, table.join('\n')];
  });
  return [`## ${say('steps-title')}`, say('steps-about'), ...blocks].join('\n\n');
}

/** How the score came about, what it rests on and what it is not. */
export function methodSection(result: AssessmentResult, rubric: Rubric, run: Result): string {
  const parts = [`## ${say('method')}`, ...methodParagraphs(result, rubric).map(inline)];
  const sources = sourceLines(rubric).map((line) => `- ${inline(line)}`);
  if (sources.length > 0) parts.push(`${say('sources')}\n\n${sources.join('\n')}`);
  parts.push(inline(madeBy(result, rubric, run)));
  if (rubric.notice) parts.push(`*${inline(rubric.notice)}*`);
  return parts.join('\n\n');
}

/** Red flags that are present, the gravest first, and what was looked for in vain. */
export function flagSection({ flags }: AssessmentResult, assessment: Assessment, rubric: Rubric): string {
  if (rubric.flags.length === 0) return '';
  const byId = new Map(rubric.flags.map((flag) => [flag.id, flag]));
  const entries = gravestFirst(flags).map((found) => {
    const flag = byId.get(found.id);
    const head = `### ${inline(flag?.text ?? found.id)}`;
    const kind = `\`${found.id}\`, **${say(`severity-${found.severity}`)}**${flag?.principles.length ? `, GP ${flag.principles.join(', ')}` : ''}`;
    const lines = [head, kind, inline(found.because ?? say('no-reason'))];
    if (found.evidence.length > 0) lines.push(evidenceList(found.evidence));
    const dissent = dissentList(found.dissent);
    if (dissent !== '') lines.push(dissent);
    if (flag?.help) lines.push(`*${say('flag-help')}* ${inline(flag.help)}`);
    return lines.join('\n\n');
  });
  return [`## ${say('flags')}`, say('flags-about'), ...entries, flagClosing(assessment, rubric)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Answers that are in the file and move no number, and what another version of the rubric did to them. */
export function notCountedSection(result: AssessmentResult, rubric: Rubric): string {
  const { ignored, carried } = result;
  const blocks: string[] = [];
  if (ignored.length > 0) {
    blocks.push(
      `## ${say('ignored')}`,
      ignored.map(({ question, because }) => `- \`${question}\`: ${inline(because)}`).join('\n'),
    );
  }
  if (carried) {
    const lines = carriedLines(result).map((line) => `- ${inline(line)}`);
    blocks.push(`## ${inline(say('carried', { from: carried.from, version: rubric.version }))}`, lines.join('\n'));
  }
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** Evidence as a list: the provision, its words, a remark. */
export function evidenceList(evidence: readonly Evidence[]): string {
  return evidence
    .filter(({ at, quote, note }) => at !== undefined || quote !== undefined || note !== undefined)
    .map(({ at, quote, note, check }) => {
      const parts = [
        at === undefined ? '' : `**${inline(at)}**`,
        quote === undefined ? '' : quoted(quote),
        note === undefined ? '' : inline(note),
      ];
      const mark = check ? ` *(${inline(checkMark(check))})*` : '';
      return `- ${parts.filter((part) => part !== '').join(': ')}${mark}`;
    })
    .join('\n');
}

/** Which answers have to be looked at again before the report is handed in. */
export function reviewSection(result: AssessmentResult): string {
  if (result.review.length === 0) return '';
  const lines = result.review.map(({ id, because }) => `- ${say('review-line', { id: `\`${id}\``, because: inline(because) })}`);
  const about = say(result.panel ? 'review-about-panel' : 'review-about', { n: lines.length });
  return [`## ${say('review-title')}`, about, lines.join('\n')].join('\n\n');
}

/** The panel that the answers were settled from; empty where they are one reviewer's. */
export function panelSection({ panel }: AssessmentResult): string {
  if (!panel) return '';
  return [`## ${panelTerm('record-title')}`, inline(recordSentences(panel).join(' '))].join('\n\n');
}

/** Views of a panel's reviewers that are not the answer; empty where there are none. */
export function dissentList(dissent: readonly Dissent[] | undefined): string {
  if (!dissent || dissent.length === 0) return '';
  return [`*${panelTerm('record-dissent')}*`, dissent.map((each) => `- ${inline(dissentWords(each))}`).join('\n')].join('\n\n');
}
