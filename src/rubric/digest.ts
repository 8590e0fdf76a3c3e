import { createHash } from 'node:crypto';

/** `sha256:` and the digest of the resolved rubric as compact JSON: independent of comments, line ends and file order. */
export function rubricDigest(rubric: unknown): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(rubric)).digest('hex')}`;
}
