import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BatchSetup, Buffers, ScoredTask, Task } from './task.ts';

/** Tasks in the queue of one thread, the one it works on included. */
const queueLength = 4;
/**
 * Tasks for each thread that are begun and not yet written: while one thread is slow, the other threads must not fill the memory.
 */
const openTasks = 5;

/** Worker threads that score, besides the thread of the command. */
export interface Threads {
  readonly count: number;
  readonly submit: (task: Task, buffers: Buffers) => Promise<ScoredTask>;
  /** Whether one of them has room in its queue. */
  readonly isFree: () => boolean;
  readonly end: () => Promise<unknown>;
}

/** Nearly all objects are short-lived: a larger young generation would only take memory. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 };

export function startThreads(setup: BatchSetup, count: number): Threads {
  const threads = Array.from({ length: count }, () => startThread(setup));
  const leastBusy = (): Thread | undefined =>
    threads.reduce<Thread | undefined>(
      (best, each) => (best === undefined || each.queue.length < best.queue.length ? each : best),
      undefined,
    );
  return {
    count,
    isFree: () => (leastBusy()?.queue.length ?? queueLength) < queueLength,
    submit: (task, buffers) =>
      new Promise((resolve, reject) => {
        const thread = leastBusy();
        thread?.queue.push({ resolve, reject });
        thread?.worker.postMessage(
          { task, buffers },
          buffers.map(({ buffer }) => buffer as ArrayBuffer),
        );
      }),
    end: () => Promise.all(threads.map(({ worker }) => worker.terminate())),
  };
}

interface Thread {
  readonly worker: Worker;
  /** Who waits for the tasks of this thread, in their order. */
  readonly queue: { resolve: (scored: ScoredTask) => void; reject: (error: unknown) => void }[];
}

function startThread(setup: BatchSetup): Thread {
  const queue: Thread['queue'] = [];
  const worker = new Worker(join(setup.root, 'dist', 'worker.js'), { workerData: setup, resourceLimits });
  worker.on('message', (scored: ScoredTask) => queue.shift()?.resolve(scored));
  worker.on('error', (error) => {
    for (const each of queue.splice(0)) each.reject(error);
  });
  return { worker, queue };
}

/**
 * Scores tasks in this thread and in the worker threads at the same time.
 * @param freeBuffers memory that is not in use; the caller may put back the parts of a task when it has written them
 * @returns the scored tasks, in the order of the tasks
 */
export async function* scoreInOrder(
  tasks: AsyncGenerator<Task>,
  scoreHere: (task: Task, buffers: Buffers) => Promise<ScoredTask>,
  threads: Threads,
  freeBuffers: Buffers[],
): AsyncGenerator<ScoredTask> {
  const begun: Begun[] = [];
  const most = openTasks * (threads.count + 1);
  let ended = false;
  const begin = async (score: (task: Task, buffers: Buffers) => Promise<ScoredTask>): Promise<void> => {
    const next = await tasks.next();
    ended = next.done === true;
    if (!next.done) begun.push(begunWith(score(next.value, freeBuffers.pop() ?? [])));
  };
  while (!ended || begun.length > 0) {
    while (!ended && threads.isFree() && begun.length < most) await begin(threads.submit);
    if (!ended && begun.length < most) await begin(scoreHere);
    // Messages of other threads arrive between two turns of the event loop. With nothing to do here, wait for the first task.
    if (ended || begun.length >= most) await begun[0]?.settled;
    else await new Promise((turn) => setImmediate(turn));
    for (let first = begun[0]; first?.scored ?? first?.error; first = begun[0]) {
      begun.shift();
      if (first.scored === undefined) throw first.error;
      yield first.scored;
    }
  }
}

/** A task that is being scored, then its outcome, or the error (a bug of compass) that ended it. */
interface Begun {
  scored?: ScoredTask;
  error?: unknown;
  readonly settled: Promise<void>;
}

function begunWith(promise: Promise<ScoredTask>): Begun {
  const begun: Begun = {
    settled: promise.then(
      (scored) => {
        begun.scored = scored;
      },
      (error: unknown) => {
        begun.error = error ?? new Error('a thread ended');
      },
    ),
  };
  return begun;
}
