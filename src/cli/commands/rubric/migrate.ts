import { type Migration, migrateAnswers } from '../../../answers/migrate.ts';
import { readAnswers } from '../../../answers/read.ts';
import type { PreparedRubric, Rubric } from '../../../core/rubric.ts';
import { listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { loadRubric } from '../../../rubric/load.ts';
import { readNamedFile } from '../../../run/inputs/read-input.ts';
import { findRubric, openRubric } from '../../../run/open-rubric.ts';
import { replaceFile } from '../../../run/outputs/write-output.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError } from '../../../source/problem.ts';
import { shellWord } from '../../../text/shell-word.ts';
import { majorOf } from '../../../text/version.ts';
import { visible } from '../../../text/visible.ts';
import { exitCode } from '../../exit-codes.ts';
import type { CommonOptions } from '../../options/common.ts';

interface MigrateOptions extends CommonOptions {
  readonly from?: string;
}

/** `compass rubric migrate`: rewrites the file only if the new text is a valid answers file. */
export async function runMigrate(run: Run, file: string, options: MigrateOptions): Promise<number> {
  // In its own language, since texts are compared with those of the older rubric.
  const { io, root, config } = run;
  const prepared = await openRubric({ io, root, config }, options.rubric);
  const text = await readNamedFile(run, file);
  const older = options.from === undefined ? undefined : await olderRubric(run, options.from, prepared);
  const migration = migrateAnswers(text, file, prepared, older);
  if (older && options.from !== undefined) refuseOtherVersion(older, migration.from, options.from);
  const { assessment } = readAnswers(migration.text, file, prepared);
  await replaceFile(run, file, text, migration.text);
  const unanswered = [...prepared.questions.keys()].filter((id) => !assessment.answers.has(id));
  const lines = linesOf(migration, { file, to: prepared.rubric.version, unanswered, isBlind: older === undefined });
  await run.stdout.write(`${lines.map(visible).join('\n')}\n`);
  return exitCode.done;
}

/** @throws CompassError if it is another rubric than the one in use */
async function olderRubric(run: Run, named: string, { rubric }: PreparedRubric): Promise<Rubric> {
  const { folder, name } = await findRubric(run, named);
  const { rubric: older } = await loadRubric(folder, name);
  if (older.id !== rubric.id) throw CompassError.of('against-other-id', name, { old: older.id, id: rubric.id });
  return older;
}

/** @throws CompassError if the file was made with another major version than that of the rubric */
function refuseOtherVersion({ version }: Rubric, from: string, named: string): void {
  if (majorOf(version) !== majorOf(from)) throw CompassError.of('migrate-from-other', named, { version, from });
}

interface Outcome {
  readonly file: string;
  readonly to: string;
  readonly unanswered: readonly string[];
  /** Whether the old rubric was not at hand. */
  readonly isBlind: boolean;
}

function linesOf({ from, renamed, movedToWas, review }: Migration, { file, to, unanswered, isBlind }: Outcome): string[] {
  const ids = listed(unanswered);
  return [
    phrase('versions', 'migrated', { file, from, to }),
    ...renamed.map((names) => `  ${phrase('versions', 'renamed', names)}`),
    ...movedToWas.map((kept) => `  ${phrase('versions', 'set-aside', kept)}`),
    ...review.map((marked) => `  ${phrase('versions', 'for-review', marked)}`),
    ...(ids === '' ? [] : [`  ${phrase('versions', 'unanswered', { n: unanswered.length, ids })}`]),
    ...(review.length > 0 ? [phrase('versions', 'for-review-next', { n: review.length, word: shellWord(file) })] : []),
    ...(isBlind && majorOf(from) !== majorOf(to) ? [phrase('versions', 'for-review-blind')] : []),
  ];
}
