import { type Call, callOf, clientOf, type Reply } from './calls.ts';
import type { DraftClient } from './draft-client.ts';

/** A worker that has the engine. */
export interface EngineWorker {
  readonly post: (call: Call) => void;
  readonly stop: () => void;
}

export interface WorkerEvents {
  readonly reply: (reply: Reply) => void;
  /** Also called if the worker can't start, but after this function has returned. */
  readonly fail: () => void;
}

/** Where the engine can run. */
export interface Engines {
  readonly startWorker: (events: WorkerEvents) => EngineWorker;
  readonly inPage: () => Promise<DraftClient>;
  /** Runs a task later. @returns a function that cancels it */
  readonly later: (task: () => void, milliseconds: number) => () => void;
}

/** Milliseconds without any answer after which a worker counts as gone: a browser that is short of memory ends one without a word. */
const longest = 60_000;

/** A call that waits for its answer. */
interface Waiting {
  readonly call: Call;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The engine in a worker. What fails there is tried once more in the page, and all is answered there once the worker is gone. A call
 * always ends, with an answer or an error.
 */
export function guardedClient({ startWorker, inPage, later }: Engines): DraftClient {
  const waiting = new Map<number, Waiting>();
  let page: Promise<DraftClient> | undefined;
  let last = 0;
  let cancelWatch = (): void => {};

  const answerInPage = async ({ call, resolve, reject }: Waiting): Promise<void> => {
    waiting.delete(call.id);
    try {
      page ??= inPage();
      resolve(await callOf(await page, call));
    } catch (error) {
      // Not remembered: the next call tries again.
      page = undefined;
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const watch = (): void => {
    cancelWatch();
    cancelWatch = waiting.size === 0 ? () => {} : later(fail, longest);
  };
  const reply = (message: Reply): void => {
    const call = 'ready' in message ? undefined : waiting.get(message.id);
    if (call && 'value' in message) {
      waiting.delete(call.call.id);
      call.resolve(message.value);
    } else if (call) void answerInPage(call);
    watch();
  };
  let worker: EngineWorker | undefined;
  const fail = (): void => {
    worker?.stop();
    worker = undefined;
    cancelWatch();
    for (const call of [...waiting.values()]) void answerInPage(call);
  };
  worker = startWorker({ reply, fail });
  return clientOf(
    (name, args) =>
      new Promise((resolve, reject) => {
        last += 1;
        const call: Waiting = { call: { id: last, name, args }, resolve, reject };
        if (!worker) return void answerInPage(call);
        waiting.set(last, call);
        worker.post(call.call);
        if (waiting.size === 1) watch();
      }),
  );
}
