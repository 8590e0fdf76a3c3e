import type { Location, Log, Notification, Result, Run } from 'sarif';
import type { AssessmentResult, GateResult } from '../../../core/result.ts';
import { phrase } from '../../../messages/phrases.ts';
import { messageText, uriOf } from '../../escape/sarif.ts';
import type { ReportInput } from '../../reporter.ts';
import { draftName } from '../../words/draft.ts';
import { gateSentence } from '../../words/score.ts';
import { type Finding, failedGates, findingsOf, type Grade, gateNames, originOf, unreadSentence } from '../findings.ts';
import { jsonText } from '../json.ts';
import type { Spot } from '../origin.ts';
import { gateRuleId, plainRule, rulesOf, supportedTaxonomies, taxonomyOf } from './rules.ts';

const levels: Readonly<Record<Grade, Result.level>> = { grave: 'error', weighty: 'warning', slight: 'note' };
const notices = ['unscored-file', 'unread-draft'] as const;

/**
 * SARIF 2.1.0 (OASIS): gaps, red flags and gates that fail as results, the rubric as rules, the Guiding Principles as a taxonomy, the
 * scores as properties of the run; what could not be read as notifications of the tool.
 *
 * `rank` is 100 for a gate, a critical question at the lowest level and a severe flag, 50 for a serious flag, 10 for one to watch, and
 * for any other gap its points. Every result has a file and a line, since GitHub refuses all results if one has none: those of the
 * draft, if it has a verified quote, else those of the answer. No time, no folder of the machine: the same result gives the same bytes.
 */
export function sarifReport(input: ReportInput): string {
  const { result, rubric } = input;
  const { name, version } = result.tool;
  const rules = rulesOf(rubric);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const fileOf = (source: string): string => originOf(input, source).file;
  const notifications = [
    plainRule(notices[0], phrase('findings', 'rule-fault')),
    plainRule(notices[1], phrase('findings', 'rule-draft-unread')),
  ];
  const ranks = result.robustness?.ranks.map((entry) => ({ ...entry, source: fileOf(entry.source) }));
  const run: Run = {
    tool: { driver: { name, version, rules, notifications, supportedTaxonomies } },
    automationDetails: { id: `${name}/${rubric.id}/` },
    ...(/^[a-z]{2}(-[A-Z]{2})?$/.test(rubric.language) && { language: rubric.language }),
    columnKind: 'utf16CodeUnits',
    taxonomies: [taxonomyOf(rubric)],
    invocations: [{ executionSuccessful: result.failures.length === 0, toolExecutionNotifications: notificationsOf(input) }],
    results: result.assessments.flatMap((law) =>
      [
        ...failedGates(law).map((gate) => gateResult(gate, law, fileOf(law.source))),
        ...findingsOf(input, law).map((finding) => findingResult(finding, law, fileOf(law.source))),
      ].map(({ ruleId, ...rest }) => ({ ruleId, ruleIndex: indexes.get(ruleId) ?? -1, ...rest })),
    ),
    properties: {
      rubric: result.rubric,
      summary: result.summary,
      ...(ranks && { robustness: { ...result.robustness, ranks } }),
      assessments: result.assessments.map((law) => assessmentProperties(law, fileOf(law.source))),
    },
  };
  const log: Log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return jsonText(log);
}

function findingResult(finding: Finding, law: AssessmentResult, file: string) {
  const { id, kind, grade, message, title, spot, others, gates } = finding;
  const { rationale, confidence, review } = law.questions.find((question) => question.id === id) ?? {};
  const gap = { ...law.gaps.find(({ question }) => question === id), rationale, confidence, review };
  const related = others.map((other, index): Location => {
    const text = phrase('findings', index === others.length - 1 ? 'place-answer' : 'place-quote');
    return { id: index + 1, ...toLocation(other), message: { text } };
  });
  return {
    ruleId: id,
    kind: 'fail' as const,
    level: gates.length > 0 ? ('error' as const) : levels[grade],
    message: { text: messageText([title, message, ...gateNames(gates)].join(' ')) },
    locations: [toLocation(spot)],
    ...(related.length > 0 && { relatedLocations: related }),
    partialFingerprints: fingerprint(file, id),
    rank: rankOf(finding),
    properties: withoutUndefined({ source: file, ...(kind === 'flag' ? law.flags.find((flag) => flag.id === id) : gap) }),
  };
}

function rankOf({ grade, kind, points }: Finding): number {
  if (grade === 'grave') return 100;
  return kind === 'flag' ? (grade === 'weighty' ? 50 : 10) : points;
}

function gateResult(gate: GateResult, law: AssessmentResult, file: string) {
  const ruleId = gateRuleId(gate.gate);
  return {
    ruleId,
    kind: 'fail' as const,
    level: 'error' as const,
    message: { text: messageText(`${draftName(law)}: ${gateSentence(gate)}.`) },
    locations: [toLocation({ file, line: 1 })],
    partialFingerprints: fingerprint(file, gate.feature === undefined ? ruleId : `${ruleId}/${gate.feature}`),
    rank: 100,
    properties: withoutUndefined({ source: file, ...gate }),
  };
}

/** Identifies a finding of an answers file while the draft changes: neither lines nor words are part of it. */
function fingerprint(file: string, id: string): Record<string, string> {
  return { 'compassFinding/v1': `${file}#${id}` };
}

function toLocation({ file, line, column }: Spot): Location {
  const region = { startLine: line, ...(column !== undefined && { startColumn: column }) };
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } };
}

function notificationsOf(input: ReportInput): Notification[] {
  const notification = (level: 'error' | 'warning', index: 0 | 1, text: string, spot: Spot): Notification => {
    const message = { text: messageText(text) };
    return { level, descriptor: { id: notices[index], index }, message, locations: [toLocation(spot)] };
  };
  const failed = input.result.failures.flatMap(({ source, errors }) =>
    errors.map(({ message, hint, line = 1, column }) => {
      const spot = { file: originOf(input, source).file, line, ...(column !== undefined && { column }) };
      return notification('error', 0, hint === undefined ? `${message}.` : `${message}: ${hint}.`, spot);
    }),
  );
  const unread = input.result.assessments.flatMap((law) => {
    const text = unreadSentence(law);
    return text ? [notification('warning', 1, text, { file: originOf(input, law.source).file, line: 1 })] : [];
  });
  return [...failed, ...unread];
}

/** An assessment's scores, and all that is no result: answers without a gap, ignored answers and why, gates, steps. */
function assessmentProperties({ questions, gaps, flags, ...law }: AssessmentResult, source: string) {
  const told = new Set(gaps.map(({ question }) => question));
  const others = questions.filter(({ id }) => !told.has(id));
  return { ...law, source, gaps: gaps.length, flags: flags.map(({ id }) => id), questions: others };
}

function withoutUndefined(properties: object) {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}
