import { phrase } from '../../../messages/phrases.ts';
import { editorSchemaPath, editorSchemas } from '../../../run/editor-schemas.ts';
import { writeOutput } from '../../../run/outputs/write-output.ts';
import type { Run } from '../../../run/run.ts';
import { wrapped } from '../../../text/plain-text.ts';
import { exitCode } from '../../exit-codes.ts';

/** `compass config schema`: prints the path of one schema, or a list of all. */
export async function printSchema(run: Run, name: string | undefined): Promise<number> {
  await writeOutput(run, name === undefined ? await list(run.root) : `${await editorSchemaPath(run.root, name)}\n`, undefined);
  return exitCode.done;
}

async function list(root: string): Promise<string> {
  const names = await editorSchemas(root);
  const width = Math.max(...names.map((name) => name.length));
  const rows = await Promise.all(names.map(async (name) => `  ${name.padEnd(width)}  ${await editorSchemaPath(root, name)}`));
  return `${wrapped(phrase('notes', 'schemas'), 80)}\n\n${rows.join('\n')}\n`;
}
