import { withBaseline } from '../../core/baseline.ts';
import type { Gates } from '../../core/gates.ts';
import type { BaselineReport, Result } from '../../core/result.ts';
import type { PreparedRubric } from '../../core/rubric.ts';
import { resultHead } from '../../core/run-result.ts';
import { summariseScores } from '../../core/summary.ts';
import { type StreamFormat, streamReporter } from '../../report/data/stream.ts';
import { CompassError, type Problem } from '../../source/problem.ts';
import { printProblems } from '../outputs/print-problems.ts';
import { type Progress, showProgress } from '../outputs/progress.ts';
import type { Run } from '../run.ts';
import { toFailures } from '../scoring/assemble-result.ts';
import type { FaultyFile, ScoredFile } from '../scoring/score-file.ts';
import type { TaskSource } from './cut-tasks.ts';
import { type StreamedOutput, streamedOutput } from './streamed-output.ts';
import type { BatchSetup, Buffers, Retention, ScoredTask } from './task.ts';
import { type Additions, taskScorer } from './task-scorer.ts';

/** What is scored, and where the results go. */
export interface Batch {
  readonly source: TaskSource;
  readonly prepared: PreparedRubric;
  readonly gates: Gates;
  /** Needs every assessment in the main thread. If given, no worker thread is started. */
  readonly additions?: Pick<Additions, 'gatesOf' | 'complete'> & {
    /** Called after the last assessment. */
    readonly baseline?: () => BaselineReport | undefined;
  };
  /** Outputs that are written while the run goes on. */
  readonly streamed: readonly { readonly format: StreamFormat; readonly file?: string }[];
  /** For csv: one row a law. */
  readonly wide: boolean;
  readonly retain: Retention;
  /**
   * The option that makes the run hold every assessment in memory (`--format sarif`, `--explain`): there may not be too many
   * then.
   */
  readonly holdsAll?: string;
  /** How many threads, at most. */
  readonly jobs: number;
  readonly quiet: boolean;
  /** Arguments that name no file, which a result lists too. */
  readonly inputProblems: readonly Problem[];
}

export interface BatchOutcome {
  readonly retained: readonly ScoredFile[];
  readonly faulty: readonly FaultyFile[];
  readonly summary: Result['summary'];
  /** Why streamed outputs could not be written. They must not keep back other outputs, so the caller throws them, last. */
  readonly unwritten: readonly Problem[];
}

/**
 * Scores a batch, in several threads if that is faster. Prints the errors of invalid files during the run, in order.
 * @throws CompassError if there are too many assessments to hold in memory; no file is written then
 */
export async function runBatch(run: Run, batch: Batch): Promise<BatchOutcome> {
  refuseTooMany(batch.holdsAll, batch.source.count ?? 0);
  const outputs = await openOutputs(run, batch);
  const isPrinting = batch.streamed.some(({ file }) => file === undefined);
  const progress = showProgress(run.io.stderr, batch.source.count, batch.quiet || isPrinting);
  const totals = new Totals();
  try {
    await scoreAll(run, batch, { outputs, progress, totals });
  } catch (error) {
    // Node would wait for a process that still writes to standard input.
    run.io.stdin.destroy();
    await Promise.all(outputs.map((output) => output.abandon()));
    throw error;
  } finally {
    progress.clear();
  }
  const { retained, faulty } = totals;
  const failures = toFailures(batch.inputProblems, faulty);
  const scores = summariseScores(totals.scores, batch.inputProblems.length + faulty.length, totals.gatesFailed);
  const tail = withBaseline({ failures, summary: scores }, batch.additions?.baseline?.());
  const unwritten = await endAll(outputs, tail);
  return { retained, faulty, summary: tail.summary, unwritten };
}

async function openOutputs(run: Run, { streamed, prepared, wide }: Batch): Promise<StreamedOutput[]> {
  const head = resultHead(run.version, prepared);
  const reporters = await Promise.all(streamed.map(({ format }) => streamReporter(format, prepared.rubric, wide)));
  return reporters.map((reporter, index) => streamedOutput(run, reporter, streamed[index]?.file, head));
}

/** What the tasks of a batch add up to. */
class Totals {
  readonly retained: ScoredFile[] = [];
  readonly faulty: FaultyFile[] = [];
  readonly scores: (number | null)[] = [];
  gatesFailed = 0;

  add({ retained, faulty, scores, gatesFailed }: ScoredTask): void {
    for (const each of retained) this.retained.push(each);
    for (const each of faulty) this.faulty.push(each);
    for (const each of scores) this.scores.push(each);
    this.gatesFailed += gatesFailed;
  }
}

async function scoreAll(
  run: Run,
  batch: Batch,
  { outputs, progress, totals }: { outputs: readonly StreamedOutput[]; progress: Progress; totals: Totals },
): Promise<void> {
  const freeBuffers: Buffers[] = [];
  for await (const task of scoreTasks(run, batch, freeBuffers)) {
    for (const path of task.drafts) run.protect(path);
    totals.add(task);
    progress.step(task.scores.length + task.faulty.length);
    if (task.faulty.length > 0) progress.clear();
    for (const { problems } of task.faulty) printProblems(run.io.stderr, problems);
    refuseTooMany(batch.holdsAll, totals.retained.length + totals.faulty.length);
    for (const [index, output] of outputs.entries())
      await output.write(task.parts[index] ?? new Uint8Array(), task.scores.length);
    if (outputs.length > 0) freeBuffers.push(task.parts);
    if (isUseless(batch, outputs)) break;
  }
}

/** Whether to stop early: nobody reads the outputs any more (`| head`), and nothing else depends on the rest. */
function isUseless({ gates, additions, retain }: Batch, outputs: readonly StreamedOutput[]): boolean {
  const hasGates =
    gates.min !== undefined || gates.minFeature.size > 0 || gates.failOn.size > 0 || additions?.gatesOf !== undefined;
  return outputs.length > 0 && outputs.every((output) => output.isClosed()) && !hasGates && retain === 'nothing';
}

async function endAll(outputs: readonly StreamedOutput[], tail: Parameters<StreamedOutput['end']>[0]): Promise<Problem[]> {
  const unwritten: Problem[] = [];
  for (const output of outputs) {
    try {
      await output.end(tail);
    } catch (error) {
      if (!(error instanceof CompassError)) throw error;
      unwritten.push(...error.problems);
    }
  }
  return unwritten;
}

/** So many take about a gigabyte of memory; code scanning and CI servers accept far fewer at once. */
const maxHeld = 1000;

function refuseTooMany(option: string | undefined, count: number): void {
  if (option === undefined || count <= maxHeld) return;
  const code = option === '--robustness' ? 'too-many-ranked' : 'too-many-whole';
  throw CompassError.of(code, 'compass score', { what: option, most: maxHeld });
}

/** Fewer assessments are scored faster without worker threads, which take some tenths of a second to start. */
const worthThreads = 1000;
/** Tasks that are scored before worker threads start, so that the first results come at once. */
const scoredBeforeThreads = 4;

/** @param freeBuffers memory that is not in use, filled by the caller */
async function* scoreTasks(run: Run, batch: Batch, freeBuffers: Buffers[]): AsyncGenerator<ScoredTask> {
  const { source, jobs, additions, retain } = batch;
  const setup = await setupOf(run, batch);
  const scoreHere = await taskScorer(run, setup, batch.prepared, { ...additions, retainsFirst: true });
  // A whole assessment holds a function (`places`), and functions can't be sent between threads.
  const usesThreads = jobs > 1 && retain !== 'all' && additions === undefined && (source.count ?? worthThreads) >= worthThreads;
  // A short stream ends here, without threads.
  for (let done = 0; !usesThreads || done < scoredBeforeThreads; done++) {
    const next = await source.tasks.next();
    if (next.done) return;
    yield await scoreHere(next.value, freeBuffers.pop());
  }
  const { scoreInOrder, startThreads } = await import('./threads.ts');
  const threads = startThreads(setup, jobs - 1);
  try {
    yield* scoreInOrder(source.tasks, scoreHere, threads, freeBuffers);
  } finally {
    await threads.end();
  }
}

async function setupOf({ io, root, version, language, limits }: Run, batch: Batch): Promise<BatchSetup> {
  const { prepared, gates, streamed, wide, retain } = batch;
  return {
    root,
    version,
    cwd: io.cwd(),
    limits: await limits(),
    rubric: prepared.rubric,
    language,
    digest: prepared.digest,
    gates,
    streams: streamed.map(({ format }) => format),
    wide,
    retain,
  };
}
