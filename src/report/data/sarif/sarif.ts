import type { Location, Log, Notification, PropertyBag, ReportingDescriptor, Result, Run } from 'sarif';
import type { AssessmentResult, GateResult } from '../../../core/result.ts';
import { phrase } from '../../../messages/phrases.ts';
import { toJson } from '../../escape/json.ts';
import { messageText, uriOf } from '../../escape/sarif.ts';
import type { ReportInput } from '../../reporter.ts';
import { draftName } from '../../words/draft.ts';
import { gateSentence } from '../../words/score.ts';
import { type Finding, findingsOf, type Grade, originOf } from '../findings.ts';
import type { Spot } from '../origin.ts';
import { gateRuleId, rulesOf, supportedTaxonomies, taxonomyOf } from './rules.ts';

const levels: Readonly<Record<Grade, Result.level>> = { grave: 'error', weighty: 'warning', slight: 'note' };
const notices = ['unscored-file', 'unread-draft'] as const;

/**
 * SARIF 2.1.0 (OASIS): gaps, red flags and gates that do not hold as results, the rubric as rules, the Guiding Principles as a
 * taxonomy, the scores as properties of the run; what could not be read as notifications of the tool.
 *
 * `rank` is 100 for a gate, a critical question at the lowest level and a severe flag, 50 for a serious flag, 10 for one to watch, and
 * for any other gap its points. Every result stands at a file and a line, since GitHub refuses all results for one that does not: the
 * draft's, where a verified quote stands, else the answer's. No time, no folder of the machine: the same result gives the same bytes.
 */
export function sarifReport(input: ReportInput): string {
  const { result, rubric } = input;
  const rules = rulesOf(rubric);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const atFile = <T extends { source: string }>(entry: T): T => ({ ...entry, source: originOf(input, entry.source).file });
  const run: Run = {
    tool: {
      driver: {
        name: result.tool.name,
        version: result.tool.version,
        rules,
        notifications: notices.map(noticeRule),
        supportedTaxonomies,
      },
    },
    automationDetails: { id: `${result.tool.name}/${rubric.id}/` },
    ...(/^[a-z]{2}(-[A-Z]{2})?$/.test(rubric.language) && { language: rubric.language }),
    columnKind: 'utf16CodeUnits',
    taxonomies: [taxonomyOf(rubric)],
    invocations: [{ executionSuccessful: result.failures.length === 0, toolExecutionNotifications: notificationsOf(input) }],
    results: result.assessments.flatMap((law) => {
      const { file } = originOf(input, law.source);
      return [
        ...law.gates.filter(({ holds }) => !holds).map((gate) => gateFinding(gate, law, file, indexes)),
        ...findingsOf(input, law).map((finding) => findingResult(finding, law, file, indexes)),
      ];
    }),
    properties: {
      rubric: result.rubric,
      summary: result.summary,
      ...(result.robustness && { robustness: { ...result.robustness, ranks: result.robustness.ranks.map(atFile) } }),
      assessments: result.assessments.map((law) => assessmentProperties(law, originOf(input, law.source).file)),
    },
  };
  const log: Log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${toJson(log, 2)}\n`;
}

function noticeRule(id: (typeof notices)[number]): ReportingDescriptor {
  const text = phrase('findings', id === 'unscored-file' ? 'rule-fault' : 'rule-draft-unread');
  return { id, shortDescription: { text }, fullDescription: { text }, help: { text, markdown: text } };
}

function findingResult(finding: Finding, law: AssessmentResult, file: string, indexes: ReadonlyMap<string, number>): Result {
  const { id, kind, grade, message, title, spot, others, gates } = finding;
  const named = gates.map(({ gate }) => phrase('findings', 'gate-named', { gate }));
  return {
    ruleId: id,
    ruleIndex: indexes.get(id) ?? -1,
    kind: 'fail',
    level: gates.length > 0 ? 'error' : levels[grade],
    message: { text: messageText([title, message, ...named].join(' ')) },
    locations: [toLocation(spot)],
    ...(others.length > 0 && { relatedLocations: others.map((other, index) => relatedLocation(other, index, others.length)) }),
    partialFingerprints: fingerprint(file, id),
    rank: rankOf(finding),
    properties: withoutUndefined({ source: file, ...(kind === 'flag' ? flagProperties(id, law) : gapProperties(id, law)) }),
  };
}

function rankOf({ grade, kind, points }: Finding): number {
  if (grade === 'grave') return 100;
  return kind === 'flag' ? (grade === 'weighty' ? 50 : 10) : points;
}

function gapProperties(id: string, law: AssessmentResult): PropertyBag {
  const { rationale, confidence, review } = law.questions.find((question) => question.id === id) ?? {};
  return { ...law.gaps.find(({ question }) => question === id), rationale, confidence, review };
}

function flagProperties(id: string, law: AssessmentResult): PropertyBag {
  return { ...law.flags.find((flag) => flag.id === id) };
}

function gateFinding(gate: GateResult, law: AssessmentResult, file: string, indexes: ReadonlyMap<string, number>): Result {
  const ruleId = gateRuleId(gate.gate);
  return {
    ruleId,
    ruleIndex: indexes.get(ruleId) ?? -1,
    kind: 'fail',
    level: 'error',
    message: { text: messageText(`${draftName(law)}: ${gateSentence(gate)}.`) },
    locations: [toLocation({ file, line: 1 })],
    partialFingerprints: fingerprint(file, gate.feature === undefined ? ruleId : `${ruleId}/${gate.feature}`),
    rank: 100,
    properties: withoutUndefined({ source: file, ...gate }),
  };
}

/** The same finding of the same answers file, whatever else changes in the text: neither lines nor words are part of it. */
function fingerprint(file: string, id: string): Record<string, string> {
  return { 'compassFinding/v1': `${file}#${id}` };
}

function toLocation({ file, line, column }: Spot): Location {
  const region = { startLine: line, ...(column !== undefined && { startColumn: column }) };
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } };
}

function relatedLocation(spot: Spot, index: number, count: number): Location {
  const text = phrase('findings', index === count - 1 ? 'place-answer' : 'place-quote');
  return { id: index + 1, ...toLocation(spot), message: { text } };
}

function notificationsOf(input: ReportInput): Notification[] {
  const faults = input.result.failures.flatMap(({ source, errors }) =>
    errors.map(({ message, hint, line, column }): Notification => {
      const { file } = originOf(input, source);
      const words = hint === undefined ? `${message}.` : `${message}: ${hint}.`;
      return {
        level: 'error',
        descriptor: { id: notices[0], index: 0 },
        message: { text: messageText(words) },
        locations: [toLocation({ file, line: line ?? 1, ...(column !== undefined && { column }) })],
      };
    }),
  );
  const unread = input.result.assessments.flatMap(({ source, evidence }): Notification[] => {
    if (!evidence || !('unread' in evidence)) return [];
    const text = messageText(phrase('findings', 'draft-unread', { text: evidence.text, why: evidence.unread }));
    const location = toLocation({ file: originOf(input, source).file, line: 1 });
    return [{ level: 'warning', descriptor: { id: notices[1], index: 1 }, message: { text }, locations: [location] }];
  });
  return [...faults, ...unread];
}

/** An assessment's scores, and all that is no result: answers without a gap, what was set aside and why, gates, steps. */
function assessmentProperties({ questions, gaps, flags, ...law }: AssessmentResult, source: string): PropertyBag {
  const told = new Set(gaps.map(({ question }) => question));
  return {
    ...law,
    source,
    gaps: gaps.length,
    flags: flags.map(({ id }) => id),
    questions: questions.filter(({ id }) => !told.has(id)),
  };
}

function withoutUndefined(properties: Readonly<Record<string, unknown>>): PropertyBag {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}
