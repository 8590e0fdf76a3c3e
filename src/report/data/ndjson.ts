import type { ReportInput } from '../reporter.ts';
import { assessmentWriter } from './assessment-json.ts';

/** One assessment a line. A run that streams writes each as it goes; the bytes are the same. */
export function ndjsonReport({ result }: ReportInput): string {
  const write = assessmentWriter();
  return result.assessments.map((assessment) => `${write(assessment)}\n`).join('');
}
