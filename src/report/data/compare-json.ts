import type { CompareInput } from '../compare-reporter.ts';
import { toJson } from '../escape/json.ts';

/** The comparison as it is: nothing rounded, nothing left out. */
export function compareJson({ result }: CompareInput): string {
  return `${toJson(result, 2)}\n`;
}
