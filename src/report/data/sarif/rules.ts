import type { ReportingDescriptor, ToolComponent } from 'sarif';
import type { GateName } from '../../../core/result.ts';
import type { Feature, Flag, Question, Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { inline } from '../../escape/markdown.ts';
import { messageText } from '../../escape/sarif.ts';
import { principleWords } from '../../words/rubric.ts';
import { ended } from '../findings.ts';

/** Name of the taxonomy that the rules refer to. */
const taxonomyName = 'UNGPs';

const gates: Readonly<Record<GateName, `rule-gate-${GateName}`>> = {
  min: 'rule-gate-min',
  'min-feature': 'rule-gate-min-feature',
  critical: 'rule-gate-critical',
  flag: 'rule-gate-flag',
  unanswered: 'rule-gate-unanswered',
  review: 'rule-gate-review',
  baseline: 'rule-gate-baseline',
  'baseline-critical': 'rule-gate-baseline-critical',
  'baseline-flag': 'rule-gate-baseline-flag',
  'baseline-not-applicable': 'rule-gate-baseline-not-applicable',
};

/** Every rule that a result can name: questions, red flags, then gates, in the rubric's order, whatever the results are. */
export function rulesOf(rubric: Rubric): ReportingDescriptor[] {
  return [
    ...rubric.features.flatMap((feature) => feature.questions.map((question) => questionRule(question, feature))),
    ...rubric.flags.map(flagRule),
    ...(Object.keys(gates) as GateName[]).map(gateRule),
  ];
}

/** The id of a gate's rule; no question or flag has a slash in its id. */
export function gateRuleId(gate: GateName): string {
  return `gate/${gate}`;
}

/** The Guiding Principles that the rubric names, as a taxonomy. */
export function taxonomyOf(rubric: Rubric): ToolComponent {
  const used = [...rubric.features.flatMap(({ questions }) => questions), ...rubric.flags].flatMap(
    ({ principles }) => principles,
  );
  const numbers = [...new Set([...used, ...Object.keys(rubric.principles).map(Number)])].sort((a, b) => a - b);
  return {
    name: taxonomyName,
    fullName: phrase('findings', 'taxonomy'),
    shortDescription: { text: phrase('findings', 'taxonomy') },
    isComprehensive: false,
    taxa: numbers.map((number) => {
      const text = rubric.principles[String(number)];
      return { id: String(number), ...(text !== undefined && { shortDescription: { text: messageText(ended(text)) } }) };
    }),
  };
}

/** How the tool names the taxonomy. */
export const supportedTaxonomies = [{ name: taxonomyName, index: 0 }];

function questionRule(question: Question, feature: Feature): ReportingDescriptor {
  const { id, text, help, levels, gap, critical, weight, principles } = question;
  const lines = levels.map((level, index) => `${index}. ${ended(level)}`);
  const plain = [
    phrase('findings', 'rule-help', { help }),
    phrase('findings', 'rule-levels'),
    ...lines,
    phrase('findings', 'rule-gap', { gap }),
  ];
  const markdown = [
    phrase('findings', 'rule-help', { help: inline(help) }),
    `${phrase('findings', 'rule-levels')}\n\n${levels.map((level, index) => `- **${index}** ${inline(level)}`).join('\n')}`,
    phrase('findings', 'rule-gap', { gap: inline(gap) }),
  ];
  return {
    id,
    ...friendlyName(id),
    shortDescription: { text: messageText(text) },
    fullDescription: { text: messageText(ended(help || text)) },
    help: { text: plain.map((line) => messageText(line)).join('\n'), markdown: markdown.join('\n\n') },
    defaultConfiguration: { level: critical ? 'error' : 'warning' },
    relationships: relationships(principles),
    properties: {
      tags: [
        feature.id,
        ...principles.map((number) => principleWords([number])),
        ...(critical ? [phrase('report', 'critical')] : []),
      ],
      feature: feature.id,
      principles: [...principles],
      weight,
      critical,
      'problem.severity': critical ? 'error' : 'warning',
    },
  };
}

function flagRule({ id, text, help, severity, principles }: Flag): ReportingDescriptor {
  const levels = { severe: 'error', serious: 'warning', watch: 'note' } as const;
  const severities = { severe: 'error', serious: 'warning', watch: 'recommendation' } as const;
  const about = ended(help || text);
  return {
    id,
    ...friendlyName(id),
    shortDescription: { text: messageText(text) },
    fullDescription: { text: messageText(about) },
    help: { text: messageText(about), markdown: inline(about) },
    defaultConfiguration: { level: levels[severity] },
    relationships: relationships(principles),
    properties: {
      tags: ['red-flag', severity, ...principles.map((number) => principleWords([number]))],
      principles: [...principles],
      severity,
      'problem.severity': severities[severity],
    },
  };
}

function gateRule(gate: GateName): ReportingDescriptor {
  const text = phrase('findings', gates[gate]);
  return {
    id: gateRuleId(gate),
    ...friendlyName(gateRuleId(gate)),
    shortDescription: { text },
    fullDescription: { text },
    help: { text, markdown: text },
    defaultConfiguration: { level: 'error' },
    properties: { tags: ['gate'], 'problem.severity': 'error' },
  };
}

/** A friendly name is one word by the standard, and must not be the id over again. */
function friendlyName(id: string): { name?: string } {
  const name = id.replace(/(?:^|[^a-z0-9]+)([a-z0-9]?)/gi, (_, letter: string) => letter.toUpperCase());
  return name.toLowerCase() === id.toLowerCase() ? {} : { name };
}

function relationships(principles: readonly number[]): NonNullable<ReportingDescriptor['relationships']> {
  return principles.map((number) => ({
    target: { id: String(number), toolComponent: { name: taxonomyName, index: 0 } },
    kinds: ['relevant'],
  }));
}
