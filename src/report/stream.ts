import type { AssessmentResult, Result } from '../core/result.ts';
import { assessmentWriter } from './assessment-json.ts';
import { toJson } from './escape-json.ts';
import { jsonText } from './json.ts';

/** What a result says before its first assessment. */
export type ResultHead = Pick<Result, 'format' | 'tool' | 'rubric'>;
/** And after its last. */
export type ResultTail = Pick<Result, 'failures' | 'summary'>;

/**
 * A format that can be written while a run goes on, in memory that does not grow with it. The pieces, one after the other, are the bytes
 * of the format's reporter.
 */
export interface StreamReporter {
  readonly head: (head: ResultHead) => string;
  readonly assessment: (assessment: AssessmentResult) => string;
  /** Between two assessments. */
  readonly separator: string;
  readonly tail: (head: ResultHead, tail: ResultTail) => string;
}

export type StreamFormat = keyof typeof streams;

/** The formats that can be streamed; each run makes its own reporters. */
export const streams = { ndjson: ndjsonStream, json: jsonStream };

export function isStreamFormat(format: string): format is StreamFormat {
  return Object.hasOwn(streams, format);
}

function ndjsonStream(): StreamReporter {
  const write = assessmentWriter();
  return { head: () => '', assessment: (assessment) => `${write(assessment)}\n`, separator: '', tail: () => '' };
}

/** The document, cut where its assessments stand. */
function jsonStream(): StreamReporter {
  const cut = '"assessments": [';
  const halves = (head: ResultHead, tail?: ResultTail): [string, string] => {
    const { format, tool, rubric } = head;
    const text = jsonText({ format, tool, rubric, assessments: [], ...tail });
    const at = text.indexOf(cut) + cut.length;
    return [text.slice(0, at), text.slice(at)];
  };
  return {
    head: (head) => halves(head)[0],
    assessment: (assessment) => `\n    ${toJson(assessment, 2).replaceAll('\n', '\n    ')}`,
    separator: ',',
    tail: (head, tail) => `${tail.summary.assessed > 0 ? '\n  ' : ''}${halves(head, tail)[1]}`,
  };
}
