import { checkPanel, type PanelFile } from '../../../answers/panel/files.ts';
import { type Labelled, named } from '../../../answers/panel/labels.ts';
import { settleByRule } from '../../../answers/panel/settle.ts';
import { readAnswers } from '../../../answers/read.ts';
import type { PanelRecord, SettleRule } from '../../../core/answers.ts';
import { panelResult } from '../../../core/panel/panel-result.ts';
import type { PanelResult } from '../../../core/panel/result.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { CompassError, type Problem, problemMessage } from '../../../source/problem.ts';
import { slug } from '../../../text/slug.ts';
import type { ChosenFile } from '../platform.ts';

/** Several reviewers' answers about one draft, compared. */
export interface OpenPanel {
  readonly members: readonly Labelled[];
  readonly result: PanelResult;
}

/** A settled answers file, and how many of its answers were agreed, settled by the rule and left open. */
export interface SettledPanelFile {
  readonly name: string;
  readonly text: string;
  readonly counts: PanelRecord['settled'];
}

/**
 * Compares the answers of a panel, as `compass panel` does.
 * @param version of compass
 * @throws CompassError if a file can't be read, or the files can't be compared
 */
export function openPanel(files: readonly ChosenFile[], prepared: PreparedRubric, version: string): OpenPanel {
  const read: PanelFile[] = [];
  const problems: Problem[] = [];
  for (const { name: source, text } of files) {
    try {
      if (text === undefined) throw CompassError.of('not-answers', source);
      const { assessment, parsed } = readAnswers(text, source, prepared);
      // The digest orders the members of an anonymous panel only.
      const { version: rubric } = (parsed.value as { rubric: { version: string } }).rubric;
      if (!assessment.panel) read.push({ source, assessment, version: rubric, digest: '' });
    } catch (error) {
      if (!(error instanceof CompassError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new CompassError(problems);
  const warnings = checkPanel(read, prepared, false);
  const members = named(read);
  return { members, result: panelResult(version, prepared, members, { warnings, anonymous: false }) };
}

/** The settled file of a panel: what is open in it is marked for review, with what each reviewer said. */
export function settledFile({ members, result }: OpenPanel, prepared: PreparedRubric, rule: SettleRule): SettledPanelFile {
  const name = `${slug(result.draft.title ?? '')}.settled.answers.yaml`;
  // All files were chosen from one folder, or from nowhere that is known: the draft is where the first one says.
  const draftText = members.map(({ assessment }) => assessment.draft.text).find((text) => text !== undefined);
  const { text, counts } = settleByRule({ prepared, members, result, name, draftText }, rule);
  return { name, text, counts };
}

/** Why a panel can't be opened, in sentences with the file's name and place. */
export function panelTrouble(error: CompassError): string {
  return error.problems
    .map(
      (problem) =>
        `${[problem.source, problem.line].filter((part) => part !== undefined).join(':')}: ${problemMessage(problem)}.`,
    )
    .join(' ');
}
