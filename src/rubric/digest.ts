import { createHash } from 'node:crypto';

/**
 * `sha256:` followed by the digest of the resolved rubric as compact JSON. It does not depend on comments, line ends or file
 * order.
 */
export function rubricDigest(rubric: unknown): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(rubric)).digest('hex')}`;
}
