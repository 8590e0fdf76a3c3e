import type { Assessment } from '../../../core/answers.ts';
import type { AssessmentResult, Failure, FeatureResult, GateResult, QuestionResult } from '../../../core/result.ts';
import type { Feature, Flag, Question } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { robustnessSentences } from '../../documents/robustness/narrative.ts';
import { attributes, xmlLine } from '../../escape/xml.ts';
import type { ReportInput } from '../../reporter.ts';
import { draftName, positionOf } from '../../words/draft.ts';
import { capSentences, gateSentence } from '../../words/score.ts';
import { ended, gateNames, gatesByCulprit } from '../findings.ts';
import { answerLines, flagLines, stateLine } from './text.ts';

/** The outcome of a case; without one it passed. */
interface Verdict {
  readonly tag: 'failure' | 'skipped' | 'error';
  readonly type: string;
  readonly message: string;
}

interface Case {
  readonly name: string;
  readonly classname: string;
  readonly verdict?: Verdict | undefined;
}

interface Suite {
  readonly name: string;
  /** The answers file. */
  readonly source: string;
  readonly properties: Readonly<Record<string, string | number | null | undefined>>;
  readonly cases: readonly Case[];
  /** The output of the suite, besides its cases. */
  readonly lines: readonly string[];
}

/**
 * JUnit XML as Ant, Jenkins, GitLab and Azure read it. For each draft a suite of its gates, one for each feature with a case for each
 * question, and one of its red flags; for each file that could not be scored a suite with its errors.
 *
 * A case fails only if a gate that was asked for fails: the case of the gate, and the questions or flags that it names. Without such a
 * gate, a gap passes; the suite's output has its points, with every answer. Cases without a verdict are skipped: questions that do not
 * apply, are not asked or not answered, flags that are present but that no gate asks about, and flags that nobody looked for.
 *
 * Ant's schema requires a time, a host and a duration: they are constant, so that the same result gives the same bytes.
 */
export function junitReport(input: ReportInput): string {
  const several = input.result.assessments.length + input.result.failures.length > 1;
  const suites = [
    ...input.result.assessments.flatMap((law, index) => {
      const before = several ? `${draftName(law)}: ` : '';
      return lawSuites(law, input.assessments[index], input).map((suite) => ({ ...suite, name: `${before}${suite.name}` }));
    }),
    ...input.result.failures.map(failureSuite),
  ];
  const body = suites.map(suiteXml).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${body}</testsuites>\n`;
}

/** A draft, with all that its suites are made from. */
interface Law {
  readonly law: AssessmentResult;
  readonly assessment: Assessment | undefined;
  readonly culprits: ReadonlyMap<string, readonly GateResult[]>;
}

function lawSuites(law: AssessmentResult, assessment: Assessment | undefined, input: ReportInput): Suite[] {
  const { features, flags } = input.rubric;
  const own: Law = { law, assessment, culprits: gatesByCulprit(law) };
  return [
    gateSuite(law, input),
    ...features.map((feature) => featureSuite(feature, own)),
    ...(flags.length === 0 ? [] : [flagSuite(flags, own)]),
  ];
}

function gateSuite(law: AssessmentResult, { result, rubric }: ReportInput): Suite {
  const { draft, reviewer, source, gates, score, low, high, band, uncappedBand, answered, applicable, notApplicable } = law;
  return {
    name: phrase('report', 'gates'),
    source,
    properties: {
      ...{ 'draft.title': draft.title, 'draft.version': draft.version, 'draft.jurisdiction': draft.jurisdiction },
      ...{ reviewer: reviewer.name, rubric: `${rubric.id} ${rubric.version}` },
      ...{ digest: result.rubric.digest, tool: result.tool.version },
      ...{ score, low, high, band, uncappedBand, answered, applicable, notApplicable },
    },
    cases: gates.map((gate) => ({
      name: gate.feature === undefined ? gate.gate : `${gate.gate} ${gate.feature}`,
      classname: `${source}.gates`,
      verdict: gate.holds ? undefined : { tag: 'failure', type: gate.gate, message: gateSentence(gate) },
    })),
    lines: [...capSentences(rubric, law), ...gates.map(gateSentence), ...robustnessSentences(law, rubric)],
  };
}

function featureSuite({ id, title, questions }: Feature, { law, assessment, culprits }: Law): Suite {
  const { score, low, high, band, weight, notApplicable }: Partial<FeatureResult> =
    law.features.find((each) => each.id === id) ?? {};
  const results = new Map(law.questions.map((result) => [result.id, result]));
  const asked = questions.flatMap((question) => {
    const result = results.get(question.id);
    return result ? [{ question, result }] : [];
  });
  return {
    name: title,
    source: law.source,
    properties: { feature: id, score, low, high, band, weight, notApplicable },
    cases: asked.map(({ question, result }) => ({
      name: `${question.id}: ${question.text}`,
      classname: `${law.source}.${id}`,
      verdict: questionVerdict(question, result, culprits.get(question.id) ?? []),
    })),
    lines: asked.flatMap(({ question, result }) => answerLines(question, result, law, assessment?.answers.get(question.id))),
  };
}

function questionVerdict(question: Question, result: QuestionResult, gates: readonly GateResult[]): Verdict | undefined {
  const answer = stateLine(question, result);
  if (gates.length > 0) return failure(gates, [ended(answer), ...gateNames(gates)].join(' '));
  return result.state === 'scored' ? undefined : { tag: 'skipped', type: result.state, message: answer };
}

function failure(gates: readonly GateResult[], message: string): Verdict {
  return { tag: 'failure', type: gates.map(({ gate }) => gate).join(', '), message };
}

function flagSuite(flags: readonly Flag[], { law, assessment, culprits }: Law): Suite {
  const present = new Map(law.flags.map((flag) => [flag.id, flag]));
  const verdictOf = ({ id, severity }: Flag): Verdict | undefined => {
    const found = present.get(id);
    const because = found?.because ?? phrase('report', 'no-reason');
    const args = { severity: phrase('report', `severity-${severity}`), because };
    const gates = culprits.get(id);
    if (gates) return failure(gates, phrase('findings', 'junit-flag-fails', args));
    if (found) return { tag: 'skipped', type: 'present', message: phrase('findings', 'junit-flag-present', args) };
    const looked = assessment?.flags.get(id)?.present ?? null;
    return looked === null ? { tag: 'skipped', type: 'unanswered', message: phrase('findings', 'junit-flag-open') } : undefined;
  };
  return {
    name: phrase('report', 'flags'),
    source: law.source,
    properties: { present: law.flags.length, checked: law.flagsChecked },
    cases: flags.map((flag) => ({
      name: `${flag.id}: ${flag.text}`,
      classname: `${law.source}.flags`,
      verdict: verdictOf(flag),
    })),
    lines: flags.flatMap((flag) => flagLines(flag, assessment?.flags.get(flag.id), law)),
  };
}

function failureSuite({ source, errors }: Failure): Suite {
  const named = errors.map(({ message, line, column, hint }) => ({
    name: `${positionOf(source, line, column)}: ${message}`,
    message,
    hint,
  }));
  return {
    name: `${phrase('report', 'failures-title')}: ${source}`,
    source,
    properties: {},
    cases: named.map(({ name, message }) => ({
      name,
      classname: source,
      verdict: { tag: 'error', type: 'failure', message },
    })),
    lines: named.flatMap(({ name, hint }) => [name, ...(hint ? [`  ${hint}`] : [])]),
  };
}

function suiteXml({ name, source, properties, cases, lines }: Suite, id: number): string {
  const count = (tag: Verdict['tag']): number => cases.filter(({ verdict }) => verdict?.tag === tag).length;
  const head = {
    ...{ name, package: source, id, tests: cases.length },
    ...{ failures: count('failure'), errors: count('error'), skipped: count('skipped') },
    ...{ time: '0', timestamp: '1970-01-01T00:00:00', hostname: 'localhost' },
  };
  const facts = Object.entries(properties).map(([key, value]) =>
    value === null || value === undefined ? '' : `      <property${attributes({ name: key, value })}/>\n`,
  );
  return [
    `  <testsuite${attributes(head)}>\n`,
    `    <properties>\n${facts.join('')}    </properties>\n`,
    ...cases.map(caseXml),
    `    <system-out>${lines.map(xmlLine).join('\n')}</system-out>\n`,
    '    <system-err></system-err>\n',
    '  </testsuite>\n',
  ].join('');
}

function caseXml({ name, classname, verdict }: Case): string {
  const head = attributes({ name, classname, time: '0' });
  if (!verdict) return `    <testcase${head}/>\n`;
  const { tag, type, message } = verdict;
  return `    <testcase${head}>\n      <${tag}${attributes({ message, type })}/>\n    </testcase>\n`;
}
