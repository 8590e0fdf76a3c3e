import { readdir } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listed } from '../messages/lists.ts';
import { CompassError } from '../source/problem.ts';

const ending = '.schema.json';

/** The files of a rubric or of a folder of drafts, and `ID.answers` for the answers to a bundled rubric. */
export type EditorSchema = 'answers' | 'config' | 'rubric' | 'feature' | 'step' | 'flags' | 'locale' | `${string}.answers`;

/** The names of the schemas that the build has made for editors, sorted. */
export async function editorSchemas(root: string): Promise<string[]> {
  const files = await readdir(folderOf(root));
  return files.map((file) => file.slice(0, -ending.length)).sort();
}

/**
 * The absolute path of a schema.
 * @throws CompassError if there is no schema of that name
 */
export async function editorSchemaPath(root: string, name: string): Promise<string> {
  const known = await editorSchemas(root);
  if (!known.includes(name)) throw CompassError.of('unknown-schema', 'compass config schema', { name, known: listed(known) });
  return pathOf(root, name);
}

/** The comment by which an editor finds the schema of the YAML file that it is the first line of. */
export function schemaComment(root: string, name: EditorSchema, file: string): string {
  return `# yaml-language-server: $schema=${addressFrom(dirname(resolve(file)), pathOf(root, name))}\n`;
}

/**
 * A relative path if both belong to one project, so that it holds on every machine that has the project. Otherwise a URL: a
 * path in this comment can't have spaces.
 */
function addressFrom(folder: string, schema: string): string {
  const [project = '', inPackage] = schema.split(/[\\/]node_modules[\\/]/);
  const path = relative(folder, schema).replaceAll('\\', '/');
  const isInside =
    inPackage !== undefined && !relative(project, folder).startsWith('..') && !isAbsolute(relative(project, folder));
  return isInside && !/\s/.test(path) ? path : pathToFileURL(schema).href;
}

function pathOf(root: string, name: string): string {
  return join(folderOf(root), `${name}${ending}`);
}

function folderOf(root: string): string {
  return join(root, 'dist', 'schemas');
}
