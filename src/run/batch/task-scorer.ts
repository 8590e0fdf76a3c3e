import { evaluateGates } from '../../core/gates.ts';
import type { AssessmentResult, GateResult } from '../../core/result.ts';
import type { PreparedRubric } from '../../core/rubric.ts';
import { scoreInContext } from '../../core/score.ts';
import { streamReporter } from '../../report/data/stream.ts';
import type { StreamReporter } from '../../report/reporter.ts';
import { decodeText } from '../../source/read.ts';
import { draftOpener } from '../drafts/open-draft.ts';
import type { Run } from '../run.ts';
import { type FaultyFile, type Outcome, type ScoredFile, type Scoring, scoreFile, scoreText } from '../scoring/score-file.ts';
import { ByteBuffer } from './byte-buffer.ts';
import { toTableRow } from './table-row.ts';
import type { BatchSetup, Buffers, Retention, ScoredTask, Task } from './task.ts';

/** Scores one task. `buffers` is memory that is reused for the output of the task; what it holds is overwritten. */
export type TaskScorer = (task: Task, buffers?: Buffers) => Promise<ScoredTask>;

/** Functions that only the main thread can use, because functions can't be sent to a worker. */
export interface Additions {
  /** Evaluates gates besides those of the setup. */
  readonly gatesOf?: (result: AssessmentResult) => GateResult[];
  /** Completes the result of one assessment before it is streamed. */
  readonly complete?: (scored: ScoredFile) => Promise<AssessmentResult>;
  /** Retain the first assessment whole, even for a table: if it is the only one, it is shown in full. */
  readonly retainsFirst?: boolean;
}

/** Makes the scorer of one thread. It scores one task at a time. */
export async function taskScorer(
  run: Run,
  setup: BatchSetup,
  prepared: PreparedRubric,
  { gatesOf = () => [], complete, retainsFirst = false }: Additions = {},
): Promise<TaskScorer> {
  const reporters = await Promise.all(setup.streams.map((format) => streamReporter(format, prepared.rubric, setup.wide)));
  const drafts: string[] = [];
  const scoring: Scoring = {
    run,
    prepared,
    openDraft: draftOpener(run, (path) => drafts.push(path)),
    gatesOf: (result, assessment) => {
      const inContext = setup.gates.inContext ? scoreInContext(prepared, assessment, result.source) : undefined;
      return [...evaluateGates(result, setup.gates, inContext), ...gatesOf(result)];
    },
  };
  let isFirst = retainsFirst;
  return async (task, buffers) => {
    const collected = new Collected(reporters, buffers);
    await eachOutcome(task, scoring, async (outcome) => {
      if ('problems' in outcome) return collected.addFaulty(outcome);
      collected.add(outcome, complete ? await complete(outcome) : outcome.result);
      collected.retain(outcome, isFirst && setup.retain === 'table' ? 'all' : setup.retain);
      isFirst = false;
    });
    return { ...collected.toTask(), drafts: drafts.splice(0) };
  };
}

/** Collects the outcomes of one task. */
class Collected {
  readonly #reporters: readonly StreamReporter[];
  readonly #buffers: readonly ByteBuffer[];
  readonly #scores: (number | null)[] = [];
  readonly #retained: ScoredFile[] = [];
  readonly #faulty: FaultyFile[] = [];
  #gatesFailed = 0;

  constructor(reporters: readonly StreamReporter[], reused?: Buffers) {
    this.#reporters = reporters;
    this.#buffers = reporters.map((_, index) => new ByteBuffer(reused?.[index]));
  }

  /** @param completed the result as it is streamed */
  add({ assessment, result }: ScoredFile, completed: AssessmentResult): void {
    for (const { holds } of result.gates) if (!holds) this.#gatesFailed += 1;
    for (const [index, reporter] of this.#reporters.entries()) {
      const buffer = this.#buffers[index];
      if (this.#scores.length > 0) buffer?.add(reporter.separator);
      buffer?.add(reporter.assessment(completed, assessment));
    }
    this.#scores.push(result.score);
  }

  retain(scored: ScoredFile, retention: Retention): void {
    if (retention !== 'nothing') this.#retained.push(retention === 'all' ? scored : toTableRow(scored));
  }

  addFaulty(faulty: FaultyFile): void {
    this.#faulty.push(faulty);
  }

  toTask(): Omit<ScoredTask, 'drafts'> {
    return {
      parts: this.#buffers.map((buffer) => buffer.bytes()),
      scores: this.#scores,
      gatesFailed: this.#gatesFailed,
      retained: this.#retained,
      faulty: this.#faulty,
    };
  }
}

/** Calls back for each assessment of a task, in order; there is no list of outcomes, which would retain all of them. */
async function eachOutcome(task: Task, scoring: Scoring, take: (outcome: Outcome) => Promise<void> | void): Promise<void> {
  if (task.kind === 'files') for (const source of task.sources) await take(await scoreFile(source, scoring));
  else if (task.kind === 'text') await take(await scoreText(task.source, () => task.text, scoring));
  else await eachLine(task, scoring, take);
}

async function eachLine(
  { source, first, bytes }: Extract<Task, { readonly kind: 'lines' }>,
  scoring: Scoring,
  take: (outcome: Outcome) => Promise<void> | void,
): Promise<void> {
  let line = first;
  for (const each of linesOf(bytes)) {
    if (!isBlank(each)) await take(onLine(await scoreText(source, () => decodeText(each, source), scoring), line));
    line += 1;
  }
}

/** Names an assessment after its line. Each line was read as a file of its own, so its errors get the number of the line. */
function onLine(outcome: Outcome, line: number): Outcome {
  const source = `${outcome.source}:${line}`;
  if (!('problems' in outcome)) return { ...outcome, source, result: { ...outcome.result, source } };
  return { source, problems: outcome.problems.map((problem) => ({ ...problem, line })) };
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09);
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0x0a, at);
    yield bytes.subarray(at, end === -1 ? bytes.length : end);
    at = end === -1 ? bytes.length : end + 1;
  }
}
