import type { ReportingDescriptor, ToolComponent } from 'sarif';
import type { GateName } from '../../../core/result.ts';
import type { Flag, Question, Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { inline } from '../../escape/markdown.ts';
import { messageText } from '../../escape/sarif.ts';
import { ended } from '../findings.ts';

/** Name of the taxonomy that the rules refer to. */
const taxonomyName = 'UNGPs';

/** All gates, in the order of their rules. The type checks that none is missing. */
const gates = Object.keys({
  ...{ min: 0, 'min-feature': 0, critical: 0, flag: 0, unanswered: 0, review: 0 },
  ...{ baseline: 0, 'baseline-critical': 0, 'baseline-flag': 0, 'baseline-not-applicable': 0 },
} satisfies Record<GateName, 0>) as GateName[];

/** Every rule that a result can name: questions, red flags, then gates, in the rubric's order, whatever the results are. */
export function rulesOf(rubric: Rubric): ReportingDescriptor[] {
  return [
    ...rubric.features.flatMap((feature) => feature.questions.map((question) => questionRule(question, feature.id))),
    ...rubric.flags.map(flagRule),
    ...gates.map(gateRule),
  ];
}

/** The id of a gate's rule; no question or flag has a slash in its id. */
export function gateRuleId(gate: GateName): string {
  return `gate/${gate}`;
}

/** The Guiding Principles that the rubric names, as a taxonomy. */
export function taxonomyOf(rubric: Rubric): ToolComponent {
  const { features, flags, principles: texts } = rubric;
  const used = [...features.flatMap(({ questions }) => questions), ...flags].flatMap(({ principles }) => principles);
  const numbers = [...new Set([...used, ...Object.keys(texts).map(Number)])].sort((a, b) => a - b);
  const name = phrase('findings', 'taxonomy');
  return {
    name: taxonomyName,
    fullName: name,
    shortDescription: { text: name },
    isComprehensive: false,
    taxa: numbers.map((number) => {
      const text = texts[String(number)];
      return { id: String(number), ...(text !== undefined && { shortDescription: { text: messageText(ended(text)) } }) };
    }),
  };
}

/** How the tool names the taxonomy. */
export const supportedTaxonomies = [{ name: taxonomyName, index: 0 }];

function questionRule(
  { id, text, help, levels, gap, critical, weight, principles }: Question,
  feature: string,
): ReportingDescriptor {
  const level = critical ? 'error' : 'warning';
  const plain = [
    phrase('findings', 'rule-help', { help }),
    phrase('findings', 'rule-levels'),
    ...levels.map((words, index) => `${index}. ${ended(words)}`),
    phrase('findings', 'rule-gap', { gap }),
  ];
  const markdown = [
    phrase('findings', 'rule-help', { help: inline(help) }),
    `${phrase('findings', 'rule-levels')}\n\n${levels.map((words, index) => `- **${index}** ${inline(words)}`).join('\n')}`,
    phrase('findings', 'rule-gap', { gap: inline(gap) }),
  ];
  const tags = [feature, ...principleTags(principles), ...(critical ? ['critical'] : [])];
  return {
    id,
    ...friendlyName(id),
    shortDescription: { text: messageText(text) },
    fullDescription: { text: messageText(ended(help || text)) },
    help: { text: plain.map((line) => messageText(line)).join('\n'), markdown: markdown.join('\n\n') },
    defaultConfiguration: { level },
    relationships: relationships(principles),
    properties: { tags, feature, principles: [...principles], weight, critical, 'problem.severity': level },
  };
}

function flagRule({ id, text, help, severity, principles }: Flag): ReportingDescriptor {
  const levels = { severe: 'error', serious: 'warning', watch: 'note' } as const;
  const severities = { severe: 'error', serious: 'warning', watch: 'recommendation' };
  const about = ended(help || text);
  const tags = ['red-flag', severity, ...principleTags(principles)];
  return {
    id,
    ...friendlyName(id),
    shortDescription: { text: messageText(text) },
    fullDescription: { text: messageText(about) },
    help: { text: messageText(about), markdown: inline(about) },
    defaultConfiguration: { level: levels[severity] },
    relationships: relationships(principles),
    properties: { tags, principles: [...principles], severity, 'problem.severity': severities[severity] },
  };
}

function gateRule(gate: GateName): ReportingDescriptor {
  const id = gateRuleId(gate);
  const { id: _, ...texts } = plainRule(id, phrase('findings', `rule-gate-${gate}`));
  const properties = { tags: ['gate'], 'problem.severity': 'error' };
  return { id, ...friendlyName(id), ...texts, defaultConfiguration: { level: 'error' }, properties };
}

/** A rule, or a kind of notification, with one sentence that explains it. */
export function plainRule(id: string, text: string): ReportingDescriptor {
  return { id, shortDescription: { text }, fullDescription: { text }, help: { text, markdown: text } };
}

/** Tags are filtered by, so they are the same in every language. */
function principleTags(principles: readonly number[]): string[] {
  return principles.map((number) => `GP ${number}`);
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
