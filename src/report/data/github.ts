import type { AssessmentResult, Failure } from '../../core/result.ts';
import { phrase } from '../../messages/phrases.ts';
import { showPoints, showRange } from '../../text/number.ts';
import { robustnessSentences } from '../documents/robustness/narrative.ts';
import { toCommand } from '../escape/github.ts';
import type { ReportInput } from '../reporter.ts';
import { draftName, worstFirst } from '../words/draft.ts';
import { bandTitle, capSentences, gateSentence, shownScore } from '../words/score.ts';
import { type Finding, findingsOf, originOf } from './findings.ts';

/** GitHub shows ten annotations of a kind for each step; two notices are for the rest and for the score. */
const noticesShown = 8;

/**
 * Annotations of GitHub Actions, the worst first. An error is what fails the run, and nothing else: a fault of a file, a gate that
 * does not hold, an answer that fails one. Other critical gaps at the lowest level and severe flags are warnings, the rest notices: the
 * flags and the most valuable gaps, then one notice that names all further ones. The last tells the score of every draft.
 */
export function githubReport(input: ReportInput): string {
  const laws = worstFirst(input.result.assessments);
  const findings = laws.flatMap((law) => findingsOf(input, law));
  const failing = findings.filter(({ gates }) => gates.length > 0);
  const grave = findings.filter(({ gates, grade }) => gates.length === 0 && grade === 'grave');
  const rest = findings
    .filter(({ gates, grade }) => gates.length === 0 && grade !== 'grave')
    .sort((a, b) => Number(b.kind === 'flag') - Number(a.kind === 'flag') || b.points - a.points);
  return [
    ...input.result.failures.flatMap((failure) => faultLines(failure, input)),
    ...laws.flatMap((law) => gateLines(law, input)),
    ...failing.map((finding) => findingLine('error', finding, input)),
    ...grave.map((finding) => findingLine('warning', finding, input)),
    ...laws.flatMap((law) => unreadLine(law, input)),
    ...rest.slice(0, noticesShown).map((finding) => findingLine('notice', finding, input)),
    ...moreLine(rest.slice(noticesShown), input),
    ...summaryLine(laws, input),
  ].join('');
}

function faultLines({ source, errors }: Failure, input: ReportInput): string[] {
  const { file } = originOf(input, source);
  return errors.map(({ message, line, column, hint }) =>
    toCommand('error', { file, line, col: column, title: phrase('findings', 'fault-title') }, message, ...(hint ? [hint] : [])),
  );
}

function gateLines(law: AssessmentResult, input: ReportInput): string[] {
  const { file } = originOf(input, law.source);
  return law.gates
    .filter(({ holds }) => !holds)
    .map((gate) =>
      toCommand(
        'error',
        { file, line: 1, title: phrase('findings', 'gate-title', { gate: gate.gate }) },
        `${draftName(law)}: ${gateSentence(gate)}`,
      ),
    );
}

function findingLine(kind: 'error' | 'warning' | 'notice', finding: Finding, { result }: ReportInput): string {
  const { spot, title, message, gates, id, source } = finding;
  const law = result.assessments.length > 1 ? result.assessments.find((each) => each.source === source) : undefined;
  const named = gates.map(({ gate }) => phrase('findings', 'gate-named', { gate }));
  const parts = [`${law ? `${draftName(law)}: ` : ''}${id}`, message, ...named];
  return toCommand(kind, { file: spot.file, line: spot.line, col: spot.column, title }, ...parts);
}

function unreadLine(law: AssessmentResult, input: ReportInput): string[] {
  const { evidence, source } = law;
  if (!evidence || !('unread' in evidence)) return [];
  const { file } = originOf(input, source);
  const message = phrase('findings', 'draft-unread', { text: evidence.text, why: evidence.unread });
  return [toCommand('warning', { file, line: 1, title: phrase('findings', 'draft-unread-title') }, message)];
}

function moreLine(hidden: readonly Finding[], { result }: ReportInput): string[] {
  if (hidden.length === 0) return [];
  const several = result.assessments.length > 1;
  const ids = hidden.map(({ id, source }) => (several ? `${id} (${source})` : id)).join(', ');
  const points = showPoints(hidden.reduce((sum, each) => sum + each.points, 0));
  return [
    toCommand(
      'notice',
      { title: phrase('findings', 'more-title') },
      phrase('findings', 'more', { n: hidden.length, points, ids }),
    ),
  ];
}

function summaryLine(laws: readonly AssessmentResult[], { rubric }: ReportInput): string[] {
  const lines = laws.flatMap((law) => [
    phrase('findings', 'summary-line', {
      name: draftName(law),
      score: shownScore(law.score, rubric),
      range: showRange(law.low, law.high),
      band: bandTitle(rubric, law.band),
    }),
    ...capSentences(rubric, law),
    ...robustnessSentences(law, rubric),
    ...law.gates.map((gate) => gateSentence(gate)),
  ]);
  return lines.length === 0 ? [] : [toCommand('notice', { title: phrase('findings', 'summary-title') }, ...lines)];
}
