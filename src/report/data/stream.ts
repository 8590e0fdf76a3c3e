import type { Rubric } from '../../core/rubric.ts';
import type { ResultHead, ResultTail, StreamReporter } from '../reporter.ts';
import { assessmentWriter } from './assessment-json.ts';
import { jsonText } from './json.ts';
import { indentedIn } from './json-layout.ts';

/** Loads reporters of a format for a run and its threads. `wide` shapes a csv. */
type Load = (rubric: Rubric, wide: boolean) => Promise<StreamReporter>;

/** The formats that can be streamed. */
const streams = {
  ndjson: async () => ndjsonStream(),
  json: async () => jsonStream(),
  csv: async (rubric, wide) => (await import('./csv/csv.ts')).csvStream(rubric, wide),
} satisfies Record<string, Load>;

export type StreamFormat = keyof typeof streams;

export function isStreamFormat(format: string): format is StreamFormat {
  return Object.hasOwn(streams, format);
}

/** A reporter for one thread of one run. */
export function streamReporter(format: StreamFormat, rubric: Rubric, wide: boolean): Promise<StreamReporter> {
  return (streams[format] as Load)(rubric, wide);
}

function ndjsonStream(): StreamReporter {
  const write = assessmentWriter();
  return { head: () => '', assessment: (law) => `${write(law)}\n`, separator: '', tail: () => '' };
}

/** The document, split at its list of assessments. */
function jsonStream(): StreamReporter {
  const write = assessmentWriter(indentedIn(2));
  const cut = '"assessments": [';
  const halves = (head: ResultHead, tail?: ResultTail): [string, string] => {
    const { format, tool, rubric } = head;
    const text = jsonText({ format, tool, rubric, assessments: [], ...tail });
    const at = text.indexOf(cut) + cut.length;
    return [text.slice(0, at), text.slice(at)];
  };
  return {
    head: (head) => halves(head)[0],
    assessment: (law) => `\n    ${write(law)}`,
    separator: ',',
    tail: (head, tail) => `${tail.summary.assessed > 0 ? '\n  ' : ''}${halves(head, tail)[1]}`,
  };
}
