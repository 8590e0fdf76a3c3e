import { dirname, relative, resolve } from 'node:path';
import { readAnswers } from '../../../answers/read.ts';
import { type SettledEntry, type SettledFile, settledText } from '../../../answers/settled.ts';
import type { Dissent, Draft, PanelRecord, SettleRule } from '../../../core/answers.ts';
import { commonDraft } from '../../../core/panel/panel.ts';
import type { PanelResult } from '../../../core/panel/result.ts';
import { settleRules } from '../../../core/panel/rules.ts';
import { type Settled, type SettledPanel, settlePanel } from '../../../core/panel/settle.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { isAnswersFile } from '../../../run/inputs.ts';
import type { Context } from '../../../run/io.ts';
import { replaceFile } from '../../../run/output.ts';
import { nearest } from '../../../source/nearest.ts';
import { CompassError } from '../../../source/problem.ts';
import { readExisting } from '../../../source/read.ts';
import type { OutputOptions } from '../../output/options.ts';
import { splitOutputs } from '../../output/outputs.ts';
import { slug } from '../init/slug.ts';
import type { Labelled } from './files.ts';

/** @throws CompassError where there is no such rule */
export function parseRule(text: string | undefined): SettleRule | undefined {
  if (text === undefined) return undefined;
  const rule = settleRules.find((each) => each === text.trim().toLowerCase());
  if (rule) return rule;
  const suggestion = nearest(text, [...settleRules]);
  throw CompassError.of('settle-rule', 'compass panel', {
    found: `"${text}"`,
    known: settleRules.join(', '),
    ...(suggestion !== undefined && { suggestion }),
  });
}

/**
 * Takes the answers file out of the outputs of the command line: what is left are reports.
 * @throws CompassError where an answers file is named without a rule, or two are
 */
export function answersOutput(
  options: OutputOptions,
  rule: SettleRule | undefined,
): { settleTo: string | undefined; reports: OutputOptions } {
  const { taken, rest } = splitOutputs(options, isAnswersFile);
  const [first, second] = taken;
  if (first !== undefined && rule === undefined) throw CompassError.of('settle-no-rule', first);
  if (second !== undefined) throw CompassError.of('settle-one-file', second);
  return { settleTo: first, reports: rest };
}

/**
 * Settles the panel's answers and writes them into one file.
 * @param given where to; undefined names it after the draft, in the working folder
 * @returns what was written, for the result
 * @throws CompassError where the file would replace one of the panel's, or, not named by hand, any other
 */
export async function writeSettled(
  { io }: Context,
  prepared: PreparedRubric,
  members: readonly Labelled[],
  result: PanelResult,
  rule: SettleRule,
  given: string | undefined,
): Promise<NonNullable<PanelResult['settled']>> {
  const output = given ?? `${slug(commonDraft(members).title ?? '')}.settled.answers.yaml`;
  const path = resolve(io.cwd(), output);
  if (members.some(({ source }) => source !== '-' && resolve(io.cwd(), source) === path))
    throw CompassError.of('settle-over-input', output);
  const textBy = (by: SettleRule): { text: string; counts: PanelRecord['settled'] } => {
    const panel = settlePanel(prepared, members, by);
    const counts = countSettled(panel);
    const record = recordOf(result, by, members, counts);
    return { text: settledText(fileOf(panel, members, record, path, io.cwd(), result.anonymous), path, prepared), counts };
  };
  const before = await readExisting(path, output);
  if (before !== undefined) {
    if (given === undefined) throw CompassError.of('settle-exists', output);
    if (wasWorkedOn(before, output, prepared, (by) => textBy(by).text)) throw CompassError.of('settle-changed', output);
  }
  const { text, counts } = textBy(rule);
  // What could not be opened again must not be written.
  readAnswers(text, output, prepared);
  await replaceFile(io, output, before, text);
  return { rule, output, ...counts };
}

function countSettled({ questions, steps, flags }: SettledPanel): PanelRecord['settled'] {
  const all: readonly Settled<unknown>[] = [...questions, ...steps, ...flags];
  const count = (how: Settled<unknown>['how']): number => all.filter((each) => each.how === how).length;
  return { agreed: count('agreed'), byRule: count('rule'), open: count('open') };
}

function recordOf(
  { anonymous, agreement }: PanelResult,
  rule: SettleRule,
  members: readonly Labelled[],
  settled: PanelRecord['settled'],
): PanelRecord {
  const { percent, alpha, interval95 } = agreement.overall;
  return {
    reviewers: members.length,
    rule,
    ...(!anonymous && { members: members.map(({ assessment }) => assessment.reviewer) }),
    agreement: { percent, alpha, ...(interval95.ordinal && { interval95: { ordinal: interval95.ordinal } }) },
    settled,
  };
}

function fileOf(
  panel: SettledPanel,
  members: readonly Labelled[],
  record: PanelRecord,
  path: string,
  cwd: string,
  anonymous: boolean,
): SettledFile {
  const n = members.length;
  return {
    draft: { ...settledDraft(members), ...draftText(members, path, cwd, anonymous) },
    reviewer: phrase('panel', 'settled-reviewer', { n }),
    panel: record,
    answers: panel.questions.map((settled) => ({
      ...entryOf(settled, n, ({ value }) =>
        value === null ? {} : 'level' in value ? { level: value.level } : { notApplicable: value.notApplicable.join(' / ') },
      ),
      ...planOf(settled.id, members, anonymous),
    })),
    features: panel.features.map(({ id, notApplicable }) => ({ id, notApplicable: notApplicable.join(' / ') })),
    steps: panel.steps.map((settled) => entryOf(settled, n, ({ value }) => (value === null ? {} : { status: value }))),
    flags: panel.flags.map((settled) => entryOf(settled, n, ({ value }) => (value === null ? {} : { present: value }))),
  };
}

/** The draft's facts; no digest where the files give different ones. */
function settledDraft(members: readonly Labelled[]): Draft {
  const { sha256, ...draft } = commonDraft(members);
  const isOne = members.every(({ assessment }) => (assessment.draft.sha256 ?? sha256)?.toLowerCase() === sha256?.toLowerCase());
  return isOne && sha256 !== undefined ? { ...draft, sha256 } : draft;
}

/**
 * The draft's file as the first reviewer who names one has it, seen from the settled file's folder. Where names are to be left out,
 * only one that all of them share: a copy in somebody's own folder tells whose it is.
 */
function draftText(members: readonly Labelled[], path: string, cwd: string, anonymous: boolean): { text?: string } {
  const paths = members.flatMap(({ source, assessment: { draft } }) =>
    draft.text === undefined ? [] : [resolve(source === '-' ? cwd : dirname(resolve(cwd, source)), draft.text)],
  );
  const [first] = paths;
  if (first === undefined || (anonymous && (paths.length < members.length || new Set(paths).size > 1))) return {};
  const name = relative(dirname(path), first).replaceAll('\\', '/');
  return { text: name.startsWith('.') ? name : `./${name}` };
}

function entryOf<Value>(
  settled: Settled<Value>,
  n: number,
  toValue: (settled: Settled<Value>) => SettledEntry['value'],
): SettledEntry {
  const { id, evidence, dissent, confidence, reasons, marks } = settled;
  const review = [...(settled.how === 'open' ? [whyOpen(settled, n)] : []), ...marks].join('; ');
  const [first, ...others] = reasons;
  const rationale = others.length === 0 ? first?.text : reasons.map(({ reviewer, text }) => `${reviewer}: ${text}`).join(' / ');
  return {
    id,
    value: toValue(settled),
    ...(rationale !== undefined && { rationale }),
    evidence,
    ...(confidence && { confidence }),
    ...(review !== '' && { review }),
    dissent,
  };
}

/** Why an answer is left open, with who said what. */
function whyOpen({ dissent, alone }: Settled<unknown>, n: number): string {
  if (alone) return phrase('panel', 'open-alone', { n });
  const views = new Map<string, string[]>();
  for (const each of dissent) {
    const view = viewWords(each);
    views.set(view, [...(views.get(view) ?? []), each.reviewer ?? '']);
  }
  const listed = [...views].map(([view, reviewers]) => `${view} (${reviewers.join(', ')})`).join(', ');
  const isMixed =
    dissent.some(({ level }) => level !== undefined) && dissent.some(({ notApplicable }) => notApplicable !== undefined);
  return phrase('panel', isMixed ? 'open-mixed' : 'open-split', { views: listed });
}

function viewWords({ level, notApplicable, present, status }: Dissent): string {
  if (level !== undefined) return phrase('panel', 'level', { level });
  if (notApplicable !== undefined) return phrase('panel', 'not-applicable');
  if (present !== undefined) return phrase('panel', present ? 'present' : 'not-present');
  return phrase('panel', `status-${status ?? 'missing'}`);
}

/** Who closes the gap and by when, where reviewers wrote it down: all names, the earliest date. */
function planOf(id: string, members: readonly Labelled[], anonymous: boolean): { owner?: string; due?: string } {
  const answers = members.map(({ assessment }) => assessment.answers.get(id));
  const owners = [...new Set(answers.flatMap((answer) => answer?.owner ?? []))];
  const [due] = answers.flatMap((answer) => answer?.due ?? []).sort();
  return { ...(owners.length > 0 && !anonymous && { owner: owners.join(', ') }), ...(due !== undefined && { due }) };
}

/** Whether the file is anything but what settling these reviewers' answers once wrote: somebody has worked on it since. */
function wasWorkedOn(text: string, name: string, prepared: PreparedRubric, textBy: (rule: SettleRule) => string): boolean {
  const { panel } = readAnswers(text, name, prepared).assessment;
  return panel === undefined || text !== textBy(panel.rule);
}
