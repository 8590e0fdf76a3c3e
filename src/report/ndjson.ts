import type { AssessmentResult } from '../core/result.ts';
import { toJson } from './escape-json.ts';
import type { ReportInput } from './reporter.ts';

/** One assessment a line. A run that streams prints `ndjsonLine` for each as it goes; the bytes are the same. */
export function ndjsonReport({ result }: ReportInput): string {
  return result.assessments.map(ndjsonLine).join('');
}

export function ndjsonLine(assessment: AssessmentResult): string {
  return `${toJson(assessment)}\n`;
}
