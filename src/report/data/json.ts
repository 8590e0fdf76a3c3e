import { toJson } from '../escape/json.ts';
import type { ReportInput } from '../reporter.ts';

/** The result as it is: nothing rounded, nothing left out. */
export function jsonReport({ result }: ReportInput): string {
  return jsonText(result);
}

/** A result of any command as a JSON document. */
export function jsonText(result: unknown): string {
  return `${toJson(result, 2)}\n`;
}
