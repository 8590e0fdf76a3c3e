import type { RobustnessMethod } from '../../../core/robustness/result.ts';
import { isStreamFormat } from '../../../report/data/stream.ts';
import { isForPeople } from '../../../report/registry.ts';
import type { Batch } from '../../../run/batch/run-batch.ts';
import type { Retention } from '../../../run/batch/task.ts';
import type { Output } from '../../output/outputs.ts';
import type { ScoreRequest } from './request.ts';

/** Which outputs are written during the run, and what the other outputs need from it. */
export interface OutputPlan extends Pick<Batch, 'streamed' | 'retain' | 'holdsAll'> {
  /** Written at the end, from the whole result. */
  readonly documents: readonly Output[];
}

/** @param count how many assessments there are; undefined if the input is a stream, which has to be read to its end */
export function planOutputs(request: ScoreRequest, count: number | undefined): OutputPlan {
  const { outputs, explain, method } = request;
  const streamed = explain ? [] : outputs.filter((output) => canStream(output, method));
  const documents = outputs.filter((output) => !streamed.includes(output));
  const holdsAll = optionThatHoldsAll(request, documents);
  return {
    streamed: streamed.flatMap(({ format, file }) =>
      isStreamFormat(format) ? [{ format, ...(file !== undefined && { file }) }] : [],
    ),
    documents,
    retain: retentionFor(request, documents, count),
    ...(holdsAll !== undefined && { holdsAll }),
  };
}

/** With robustness, a document ranks all laws, so it needs all of them; ndjson has no ranking. */
function canStream({ format }: Output, method: RobustnessMethod | undefined): boolean {
  return isStreamFormat(format) && (method === undefined || format === 'ndjson');
}

function retentionFor(request: ScoreRequest, documents: readonly Output[], count: number | undefined): Retention {
  if (request.explain || request.baseline?.update || isRanked(request, documents)) return 'all';
  if (documents.length === 0) return 'nothing';
  return count !== 1 && documents.every(isTable) ? 'table' : 'all';
}

/** The option, if any, because of which every assessment is held in memory at once. */
function optionThatHoldsAll(request: ScoreRequest, documents: readonly Output[]): string | undefined {
  if (request.explain) return '--explain';
  if (request.baseline?.update) return '--update-baseline';
  if (isRanked(request, documents)) return '--robustness';
  const document = documents.find((each) => !isTable(each));
  return document && `--format ${document.format}`;
}

function isRanked({ method }: ScoreRequest, documents: readonly Output[]): boolean {
  return method !== undefined && documents.length > 0;
}

/** People's formats show many drafts as a table, with little of each; data formats show all. */
function isTable({ format }: Output): boolean {
  return isForPeople(format);
}
