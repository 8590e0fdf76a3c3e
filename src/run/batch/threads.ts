import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BatchSetup, Room, Scored, Task } from './task.ts';

/** Tasks that a thread has before it: the one it works on, and the next ones. */
const ahead = 4;
/** Tasks begun and not yet written, for each thread: a slow one must not make the others fill the memory. */
const open = 5;

/** Threads that score, beside the one that calls. */
export interface Threads {
  readonly count: number;
  readonly submit: (task: Task, room: Room) => Promise<Scored>;
  /** Whether one of them has nothing to do next. */
  readonly isFree: () => boolean;
  readonly end: () => Promise<unknown>;
}

/** Short-lived objects are all there are; room for more of them would only be memory. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 };

/** @param root the package's folder */
export function startThreads(root: string, setup: BatchSetup, count: number): Threads {
  const threads = Array.from({ length: count }, () => {
    const waiting: { resolve: (scored: Scored) => void; reject: (error: unknown) => void }[] = [];
    const worker = new Worker(join(root, 'dist', 'worker.js'), { workerData: setup, resourceLimits });
    worker.on('message', (scored: Scored) => waiting.shift()?.resolve(scored));
    worker.on('error', (error) => {
      for (const each of waiting.splice(0)) each.reject(error);
    });
    return { worker, waiting };
  });
  const least = (): (typeof threads)[number] | undefined =>
    threads.reduce<(typeof threads)[number] | undefined>(
      (best, each) => (best === undefined || each.waiting.length < best.waiting.length ? each : best),
      undefined,
    );
  return {
    count,
    isFree: () => (least()?.waiting.length ?? ahead) < ahead,
    submit: (task, room) =>
      new Promise((resolve, reject) => {
        const thread = least();
        thread?.waiting.push({ resolve, reject });
        thread?.worker.postMessage(
          { task, room },
          room.map(({ buffer }) => buffer as ArrayBuffer),
        );
      }),
    end: () => Promise.all(threads.map(({ worker }) => worker.terminate())),
  };
}

/**
 * Scores tasks here and in other threads at once.
 * @param rooms memory that is not in use; what was yielded and is done with may be put back there
 * @returns what they came to, in the order of the tasks
 */
export async function* inOrder(
  tasks: AsyncGenerator<Task>,
  here: (task: Task, room: Room) => Promise<Scored>,
  threads: Threads,
  rooms: Room[],
): AsyncGenerator<Scored> {
  const begun: Begun[] = [];
  const most = open * (threads.count + 1);
  let ended = false;
  const begin = async (score: (task: Task, room: Room) => Promise<Scored>): Promise<void> => {
    const next = await tasks.next();
    ended = next.done === true;
    if (!next.done) begun.push(begunWith(score(next.value, rooms.pop() ?? [])));
  };
  while (!ended || begun.length > 0) {
    while (!ended && threads.isFree() && begun.length < most) await begin(threads.submit);
    if (!ended && begun.length < most) await begin(here);
    // What other threads have done arrives between two turns; where there is nothing to do here, it is waited for.
    if (ended || begun.length >= most) await begun[0]?.settled;
    else await new Promise((turn) => setImmediate(turn));
    for (let first = begun[0]; first?.scored ?? first?.fault; first = begun[0]) {
      begun.shift();
      if (first.scored === undefined) throw first.fault;
      yield first.scored;
    }
  }
}

/** A task that is being scored: what it came to, or the fault of compass itself that ended it. */
interface Begun {
  scored?: Scored;
  fault?: unknown;
  readonly settled: Promise<void>;
}

function begunWith(promise: Promise<Scored>): Begun {
  const begun: Begun = {
    settled: promise.then(
      (scored) => {
        begun.scored = scored;
      },
      (fault: unknown) => {
        begun.fault = fault ?? new Error('a thread ended');
      },
    ),
  };
  return begun;
}
