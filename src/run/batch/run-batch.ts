import type { Gates } from '../../core/gates.ts';
import type { Result } from '../../core/result.ts';
import type { PreparedRubric } from '../../core/rubric.ts';
import { summariseScores } from '../../core/summary.ts';
import { type StreamFormat, streamReporter } from '../../report/data/stream.ts';
import { CompassError, type Problem } from '../../source/problem.ts';
import type { Context } from '../io.ts';
import { keep } from '../kept.ts';
import { limitsOf } from '../limits.ts';
import { printProblems } from '../outputs/print-problems.ts';
import { progressOn } from '../outputs/progress.ts';
import { resultHead, toFailures } from '../scoring/score-file.ts';
import type { TaskSource } from './cut-tasks.ts';
import { streamedOutput } from './streamed-output.ts';
import type { BatchSetup, Faulty, Keep, Kept, Room, Scored } from './task.ts';
import { type Additions, batchScorer } from './task-scorer.ts';

/** What is scored, and what becomes of it. */
export interface Batch {
  readonly source: TaskSource;
  readonly prepared: PreparedRubric;
  readonly gates: Gates;
  /** What needs every assessment in this thread. */
  readonly additions?: Additions;
  /** Outputs that are written as the run goes on. */
  readonly streamed: readonly { readonly format: StreamFormat; readonly file?: string }[];
  /** One row a law, in a csv. */
  readonly wide: boolean;
  readonly keep: Keep;
  /** What is asked for that holds all of every assessment in memory: `--format sarif`, `--explain`. */
  readonly whole?: string;
  readonly jobs: number;
  readonly quiet: boolean;
  /** Faults of the names of files, which a result lists too. */
  readonly inputs: readonly Problem[];
}

export interface BatchOutcome {
  readonly kept: readonly Kept[];
  readonly faulty: readonly Faulty[];
  readonly summary: Result['summary'];
  /** Streamed outputs that can't be written: they must not keep others back, so it is for the caller to throw. */
  readonly unwritten: readonly Problem[];
}

/**
 * Scores a batch in as many threads as it is worth. Faulty files are told of as they are met, in order.
 * @throws CompassError where there are too many for what is made as a whole; no file is written then
 */
export async function runBatch(context: Context, batch: Batch): Promise<BatchOutcome> {
  const { io } = context;
  refuseTooMany(batch.whole, batch.source.count ?? 0);
  const head = resultHead(context, batch.prepared);
  const { rubric } = batch.prepared;
  const reporters = await Promise.all(batch.streamed.map(({ format }) => streamReporter(format, rubric, batch.wide)));
  const outputs = reporters.map((reporter, index) => streamedOutput(io, reporter, batch.streamed[index]?.file, head));
  const progress = progressOn(
    io.stderr,
    batch.source.count,
    batch.quiet || batch.streamed.some(({ file }) => file === undefined),
  );
  const kept: Kept[] = [];
  const faulty: Faulty[] = [];
  const scores: (number | null)[] = [];
  let gatesFailed = 0;
  const rooms: Room[] = [];
  try {
    for await (const scored of scoring(context, batch, rooms)) {
      for (const path of scored.drafts) keep(io, path);
      for (const each of scored.kept) kept.push(each);
      for (const each of scored.scores) scores.push(each);
      gatesFailed += scored.gatesFailed;
      progress.step(scored.scores.length + scored.faulty.length);
      if (scored.faulty.length > 0) progress.clear();
      for (const each of scored.faulty) {
        faulty.push(each);
        printProblems(io, each.problems);
      }
      refuseTooMany(batch.whole, kept.length + faulty.length);
      for (const [index, output] of outputs.entries())
        await output.write(scored.parts[index] ?? new Uint8Array(), scored.scores.length);
      if (outputs.length > 0) rooms.push(scored.parts);
      // Nobody reads on (`| head`), and no gate is to be told of.
      if (outputs.length > 0 && outputs.every((output) => output.isClosed()) && !hasGates(batch) && batch.keep === 'nothing')
        break;
    }
  } catch (error) {
    progress.clear();
    // Whoever still writes to it would be waited for.
    io.stdin.destroy();
    await Promise.all(outputs.map((output) => output.abandon()));
    throw error;
  }
  progress.clear();
  const summary = summariseScores(scores, batch.inputs.length + faulty.length, gatesFailed);
  const unwritten: Problem[] = [];
  for (const output of outputs) {
    try {
      await output.end({ failures: toFailures(batch.inputs, faulty), summary });
    } catch (error) {
      if (!(error instanceof CompassError)) throw error;
      unwritten.push(...error.problems);
    }
  }
  return { kept, faulty, summary, unwritten };
}

/** A gigabyte of memory; code scanning and CI servers take far less at once. */
const mostWhole = 1000;

function refuseTooMany(what: string | undefined, count: number): void {
  if (what === undefined || count <= mostWhole) return;
  const code = what === '--robustness' ? 'too-many-ranked' : 'too-many-whole';
  throw CompassError.of(code, 'compass score', { what, most: mostWhole });
}

function hasGates({ gates, additions }: Batch): boolean {
  return gates.min !== undefined || gates.minFeature.size > 0 || gates.failOn.size > 0 || additions?.gatesOf !== undefined;
}

/** @param rooms memory that is not in use, filled by the caller */
async function* scoring({ io, root }: Context, batch: Batch, rooms: Room[]): AsyncGenerator<Scored> {
  const { prepared, gates, streamed, source, jobs } = batch;
  const setup: BatchSetup = {
    cwd: io.cwd(),
    limits: await limitsOf(io),
    rubric: prepared.rubric,
    digest: prepared.digest,
    gates,
    streams: streamed.map(({ format }) => format),
    wide: batch.wide,
    keep: batch.keep,
  };
  const here = await batchScorer(setup, prepared, io, batch.additions, true);
  // Documents need the assessments themselves, and what is added needs this thread.
  const isShared =
    jobs > 1 && batch.keep !== 'all' && batch.additions === undefined && (source.count ?? worthThreads) >= worthThreads;
  // The first results are out before other threads have started, and a short stream never starts them.
  for (let done = 0; !isShared || done < hereFirst; done++) {
    const next = await source.tasks.next();
    if (next.done) return;
    yield await here(next.value, rooms.pop());
  }
  const { inOrder, startThreads } = await import('./threads.ts');
  const threads = startThreads(root, setup, jobs - 1);
  try {
    yield* inOrder(source.tasks, here, threads, rooms);
  } finally {
    await threads.end();
  }
}

/** So many assessments that a second thread, which takes some tenths of a second to start, is worth it. */
const worthThreads = 1000;
/** Tasks that are done before other threads are started. */
const hereFirst = 4;
