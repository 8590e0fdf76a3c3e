import { resolve } from 'node:path';
import { migrateAnswers } from '../../../answers/migrate.ts';
import { readAnswers } from '../../../answers/read.ts';
import { phrase } from '../../../messages/phrases.ts';
import { type Context, exitCode } from '../../../run/io.ts';
import { limitsOf } from '../../../run/limits.ts';
import { replaceFile, writeAll } from '../../../run/output.ts';
import { openRubric } from '../../../run/rubrics.ts';
import { readText } from '../../../source/read.ts';
import { visible } from '../../../text/visible.ts';
import type { CommonOptions } from '../../options.ts';

/** `compass rubric migrate`: rewrites the file only when what it would write is valid. */
export async function runMigrate(context: Context, file: string, options: CommonOptions): Promise<number> {
  const { io } = context;
  const prepared = await openRubric(context, options.rubric);
  const text = await readText(resolve(io.cwd(), file), file, (await limitsOf(io)).maxBytes);
  const migration = migrateAnswers(text, file, prepared);
  readAnswers(migration.text, file, prepared);
  await replaceFile(io, file, text, migration.text);
  const lines = [
    phrase('versions', 'migrated', { file, from: migration.from, to: prepared.rubric.version }),
    ...migration.renamed.map((names) => `  ${phrase('versions', 'renamed', names)}`),
    ...migration.setAside.map((kept) => `  ${phrase('versions', 'set-aside', kept)}`),
  ];
  await writeAll(io, `${lines.map(visible).join('\n')}\n`);
  return exitCode.done;
}
