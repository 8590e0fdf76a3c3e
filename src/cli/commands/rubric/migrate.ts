import { migrateAnswers } from '../../../answers/migrate.ts';
import { readAnswers } from '../../../answers/read.ts';
import { phrase } from '../../../messages/phrases.ts';
import { readNamedFile } from '../../../run/inputs/read-input.ts';
import { replaceFile } from '../../../run/outputs/write-output.ts';
import type { Run } from '../../../run/run.ts';
import { visible } from '../../../text/visible.ts';
import { exitCode } from '../../exit-codes.ts';
import type { CommonOptions } from '../../options/common.ts';

/** `compass rubric migrate`: rewrites the file only if the new text is a valid answers file. */
export async function runMigrate(run: Run, file: string, options: CommonOptions): Promise<number> {
  const prepared = await run.openRubric(options.rubric);
  const text = await readNamedFile(run, file);
  const migration = migrateAnswers(text, file, prepared);
  readAnswers(migration.text, file, prepared);
  await replaceFile(run, file, text, migration.text);
  const lines = [
    phrase('versions', 'migrated', { file, from: migration.from, to: prepared.rubric.version }),
    ...migration.renamed.map((names) => `  ${phrase('versions', 'renamed', names)}`),
    ...migration.movedToWas.map((kept) => `  ${phrase('versions', 'set-aside', kept)}`),
  ];
  await run.stdout.write(`${lines.map(visible).join('\n')}\n`);
  return exitCode.done;
}
