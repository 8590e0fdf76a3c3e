import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `sha256:` and the digest of the resolved rubric as compact JSON: independent of comments, line ends and file order. */
export function rubricDigest(rubric: unknown): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(rubric)).digest('hex')}`;
}

/** SHA-256, in hexadecimal, over the names and bytes of all YAML files of a rubric folder, in the order of their names. */
export async function filesDigest(folder: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml')).sort();
  const contents = await Promise.all(names.map((name) => readFile(join(folder, name))));
  const hash = createHash('sha256');
  for (const [index, name] of names.entries()) {
    const bytes = contents[index] ?? new Uint8Array();
    hash.update(`${name.replaceAll('\\', '/')}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}
