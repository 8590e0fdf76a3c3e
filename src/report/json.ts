import type { ReportInput } from './reporter.ts';

/** The result as it is: nothing rounded, nothing left out. */
export function jsonReport({ result }: ReportInput): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
