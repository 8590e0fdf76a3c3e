import { phrase } from '../../../messages/phrases.ts';
import { editorSchemaPath, editorSchemas } from '../../../run/editor-schemas.ts';
import { type Context, exitCode } from '../../../run/io.ts';
import { writeOutput } from '../../../run/output.ts';
import { wrapped } from '../../../text/plain-text.ts';

/** `compass config schema`: the path of one schema, or a list of all. */
export async function printSchema({ io, root }: Context, name: string | undefined): Promise<number> {
  await writeOutput(io, name === undefined ? await list(root) : `${await editorSchemaPath(root, name)}\n`, undefined);
  return exitCode.done;
}

async function list(root: string): Promise<string> {
  const names = await editorSchemas(root);
  const width = Math.max(...names.map((name) => name.length));
  const rows = await Promise.all(names.map(async (name) => `  ${name.padEnd(width)}  ${await editorSchemaPath(root, name)}`));
  return `${wrapped(phrase('notes', 'schemas'), 80)}\n\n${rows.join('\n')}\n`;
}
