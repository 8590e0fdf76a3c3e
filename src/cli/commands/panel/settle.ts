import { dirname, relative, resolve } from 'node:path';
import type { Labelled } from '../../../answers/panel/labels.ts';
import { settleByRule } from '../../../answers/panel/settle.ts';
import { readAnswers } from '../../../answers/read.ts';
import type { SettleRule } from '../../../core/answers.ts';
import { commonDraft } from '../../../core/panel/panel.ts';
import type { PanelResult } from '../../../core/panel/result.ts';
import { settleRules } from '../../../core/panel/rules.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { listed } from '../../../messages/lists.ts';
import { isAnswersFile } from '../../../run/inputs/find-inputs.ts';
import { replaceFile } from '../../../run/outputs/write-output.ts';
import type { Run } from '../../../run/run.ts';
import { nearest } from '../../../source/nearest.ts';
import { CompassError } from '../../../source/problem.ts';
import { readExisting } from '../../../source/read.ts';
import { slug } from '../../../text/slug.ts';
import type { OutputOptions } from '../../options/outputs.ts';
import { splitOutputs } from '../../output/outputs.ts';

/** @throws CompassError if there is no such rule */
export function parseRule(text: string | undefined): SettleRule | undefined {
  if (text === undefined) return undefined;
  const rule = settleRules.find((each) => each === text.trim().toLowerCase());
  if (rule) return rule;
  const suggestion = nearest(text, [...settleRules]);
  throw CompassError.of('settle-rule', 'compass panel', {
    found: `"${text}"`,
    known: listed(settleRules),
    ...(suggestion !== undefined && { suggestion }),
  });
}

/**
 * Takes the answers file out of the outputs of the command line, and leaves the reports.
 * @throws CompassError if an answers file is named without a rule, or two answers files are
 */
export function answersOutput(
  options: OutputOptions,
  rule: SettleRule | undefined,
): { readonly settleTo: string | undefined; readonly reports: OutputOptions } {
  const { taken, rest } = splitOutputs(options, isAnswersFile);
  const [first, second] = taken;
  if (first !== undefined && rule === undefined) throw CompassError.of('settle-no-rule', first);
  if (second !== undefined) throw CompassError.of('settle-one-file', second);
  return { settleTo: first, reports: rest };
}

/** A panel that is to be settled. */
export interface Settling {
  readonly prepared: PreparedRubric;
  readonly members: readonly Labelled[];
  readonly result: PanelResult;
  readonly rule: SettleRule;
  /** The output file. If undefined, the file is named after the draft, in the working folder. */
  readonly given: string | undefined;
}

/**
 * Settles the panel's answers and writes them into one file.
 * @returns what was written, for the result
 * @throws CompassError if the file would replace an answers file of the panel; or any other file, if the user has not named it
 */
export async function writeSettled(run: Run, settling: Settling): Promise<NonNullable<PanelResult['settled']>> {
  const { prepared, members, result, rule, given } = settling;
  const cwd = run.io.cwd();
  const output = given ?? `${slug(commonDraft(members).title ?? '')}.settled.answers.yaml`;
  const path = resolve(cwd, output);
  if (members.some(({ source }) => source !== '-' && resolve(cwd, source) === path))
    throw CompassError.of('settle-over-input', output);
  const target = { prepared, members, result, name: output, draftText: draftText(members, path, cwd, result.anonymous) };
  const before = await readExisting(path, output);
  if (before !== undefined) {
    if (given === undefined) throw CompassError.of('settle-exists', output);
    if (isEdited(before, output, prepared, (by) => settleByRule(target, by).text))
      throw CompassError.of('settle-changed', output);
  }
  const { text, counts, openMarks } = settleByRule(target, rule);
  // A file that compass could not open again must not be written.
  readAnswers(text, output, prepared);
  await replaceFile(run, output, before, text);
  return { rule, output, ...counts, ...(openMarks > 0 && { openMarks }) };
}

/** Whether somebody has worked on a settled file: settling the same answers by the rule that it names gives another text. */
function isEdited(text: string, name: string, prepared: PreparedRubric, textBy: (rule: SettleRule) => string): boolean {
  const { panel } = readAnswers(text, name, prepared).assessment;
  return panel === undefined || text !== textBy(panel.rule);
}

/**
 * The draft's file as the first reviewer who names one has it, relative to the settled file's folder. An anonymous panel names only a
 * file that all of them share: a copy in somebody's own folder would tell whose it is.
 */
function draftText(members: readonly Labelled[], path: string, cwd: string, anonymous: boolean): string | undefined {
  const paths = members.flatMap(({ source, assessment: { draft } }) =>
    draft.text === undefined ? [] : [resolve(source === '-' ? cwd : dirname(resolve(cwd, source)), draft.text)],
  );
  const [first] = paths;
  if (first === undefined || (anonymous && (paths.length < members.length || new Set(paths).size > 1))) return undefined;
  const name = relative(dirname(path), first).replaceAll('\\', '/');
  return name.startsWith('.') ? name : `./${name}`;
}
