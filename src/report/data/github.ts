import type { AssessmentResult } from '../../core/result.ts';
import { phrase } from '../../messages/phrases.ts';
import { showPoints, showRange } from '../../text/number.ts';
import { robustnessSentences } from '../documents/robustness/narrative.ts';
import { toCommand } from '../escape/github.ts';
import type { ReportInput } from '../reporter.ts';
import { draftName, worstFirst } from '../words/draft.ts';
import { bandTitle, capSentences, gateSentence, shownScore } from '../words/score.ts';
import { type Finding, failedGates, findingsOf, gateNames, originOf, unreadSentence } from './findings.ts';

/** GitHub shows ten annotations of a kind for each step; two notices are for the rest and for the score. */
const noticesShown = 8;

/**
 * Annotations of GitHub Actions, the worst first. An error is what fails the run, and nothing else: an error in a file, a gate that
 * fails, an answer that makes one fail. Other critical gaps at the lowest level and severe flags are warnings, the rest notices: the
 * flags and the most valuable gaps, then one notice that names all further ones. The last has the score of every draft.
 */
export function githubReport(input: ReportInput): string {
  const laws = worstFirst(input.result.assessments);
  const findings = laws.flatMap((law) => findingsOf(input, law));
  const failing = findings.filter(({ gates }) => gates.length > 0);
  const others = findings.filter(({ gates }) => gates.length === 0);
  const grave = others.filter(({ grade }) => grade === 'grave');
  const rest = others
    .filter(({ grade }) => grade !== 'grave')
    .sort((a, b) => Number(b.kind === 'flag') - Number(a.kind === 'flag') || b.points - a.points);
  return [
    ...errorLines(input),
    ...laws.flatMap((law) => gateLines(law, input)),
    ...failing.map((finding) => findingLine('error', finding, input)),
    ...grave.map((finding) => findingLine('warning', finding, input)),
    ...laws.map((law) => unreadLine(law, input)),
    ...rest.slice(0, noticesShown).map((finding) => findingLine('notice', finding, input)),
    moreLine(rest.slice(noticesShown), input),
    summaryLine(laws, input),
  ].join('');
}

function errorLines(input: ReportInput): string[] {
  const title = phrase('findings', 'fault-title');
  return input.result.failures.flatMap(({ source, errors }) => {
    const { file } = originOf(input, source);
    return errors.map(({ message, line, column, hint }) =>
      toCommand('error', { file, line, col: column, title }, message, ...(hint ? [hint] : [])),
    );
  });
}

function gateLines(law: AssessmentResult, input: ReportInput): string[] {
  const { file } = originOf(input, law.source);
  return failedGates(law).map((gate) => {
    const title = phrase('findings', 'gate-title', { gate: gate.gate });
    return toCommand('error', { file, line: 1, title }, `${draftName(law)}: ${gateSentence(gate)}`);
  });
}

function findingLine(kind: 'error' | 'warning' | 'notice', finding: Finding, { result }: ReportInput): string {
  const { spot, title, message, gates, id, source } = finding;
  const law = result.assessments.length > 1 && result.assessments.find((each) => each.source === source);
  const named = `${law ? `${draftName(law)}: ` : ''}${id}`;
  return toCommand(kind, { file: spot.file, line: spot.line, col: spot.column, title }, named, message, ...gateNames(gates));
}

function unreadLine(law: AssessmentResult, input: ReportInput): string {
  const message = unreadSentence(law);
  const { file } = originOf(input, law.source);
  return message ? toCommand('warning', { file, line: 1, title: phrase('findings', 'draft-unread-title') }, message) : '';
}

function moreLine(hidden: readonly Finding[], { result }: ReportInput): string {
  if (hidden.length === 0) return '';
  const several = result.assessments.length > 1;
  const ids = hidden.map(({ id, source }) => (several ? `${id} (${source})` : id)).join(', ');
  const points = showPoints(hidden.reduce((sum, each) => sum + each.points, 0));
  const message = phrase('findings', 'more', { n: hidden.length, points, ids });
  return toCommand('notice', { title: phrase('findings', 'more-title') }, message);
}

function summaryLine(laws: readonly AssessmentResult[], { rubric }: ReportInput): string {
  if (laws.length === 0) return '';
  const lines = laws.flatMap((law) => {
    const score = { score: shownScore(law.score, rubric), range: showRange(law.low, law.high) };
    return [
      phrase('findings', 'summary-line', { name: draftName(law), ...score, band: bandTitle(rubric, law.band) }),
      ...capSentences(rubric, law),
      ...robustnessSentences(law, rubric),
      ...law.gates.map(gateSentence),
    ];
  });
  return toCommand('notice', { title: phrase('findings', 'summary-title') }, ...lines);
}
