import { pagePart } from '../page-ids.ts';
import { type Call, callOf, clientOf, type EngineData, engineName, type Reply } from './calls.ts';
import type { DraftClient } from './draft-client.ts';

/** A call that waits for its answer. */
interface Waiting extends Call {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts the engine of the page's draft. Where the browser forbids workers, or the worker fails, the engine runs in the page, and what
 * was asked meanwhile is answered there.
 * @returns undefined if the page has no draft
 */
export function openDraftClient(): DraftClient | undefined {
  const script = partText(pagePart.engine);
  if (script === undefined) return undefined;
  const data = { draft: partText(pagePart.draft) ?? '', lexicons: partText(pagePart.lexicons) ?? '' };
  const waiting = new Map<number, Waiting>();
  let post = startWorker(script, data, {
    reply: (reply) => settle(waiting, reply),
    fail: () => {
      const engine = pageEngine(script, data);
      post = (call) => void answerIn(engine, call, waiting);
      for (const { id, name, args } of [...waiting.values()]) post({ id, name, args });
    },
  });
  let last = 0;
  return clientOf(
    (name, args) =>
      new Promise((resolve, reject) => {
        last += 1;
        const call = { id: last, name, args };
        waiting.set(call.id, { ...call, resolve, reject });
        post(call);
      }),
  );
}

interface WorkerEvents {
  readonly reply: (reply: Reply) => void;
  /** Called once, also if the worker can't start. */
  readonly fail: () => void;
}

/** @returns how a call is sent to the worker; calls that come before it is ready wait in its queue */
function startWorker(script: string, data: EngineData, { reply, fail }: WorkerEvents): (call: Call) => void {
  try {
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    const worker = new Worker(address);
    worker.onmessage = ({ data: message }: MessageEvent<Reply>) => {
      URL.revokeObjectURL(address);
      reply(message);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      fail();
    };
    worker.postMessage(data);
    return (call) => worker.postMessage(call);
  } catch {
    // After this function has returned, so that what `fail` sets is not overwritten.
    queueMicrotask(fail);
    return () => {};
  }
}

/** The engine in the page: the same script, which the content security policy allows by its hash. */
function pageEngine(script: string, data: EngineData): Promise<DraftClient> {
  const element = document.createElement('script');
  element.textContent = script;
  document.head.append(element);
  const make = (globalThis as unknown as Record<string, (data: EngineData) => DraftClient>)[engineName];
  // In a task of its own: what was just typed is painted first.
  return new Promise((resolve, reject) => {
    setTimeout(() => (make ? resolve(make(data)) : reject(new Error('the page may not run its own script'))));
  });
}

async function answerIn(engine: Promise<DraftClient>, call: Call, waiting: Map<number, Waiting>): Promise<void> {
  try {
    settle(waiting, { id: call.id, value: await callOf(await engine, call) });
  } catch (error) {
    settle(waiting, { id: call.id, error: String(error) });
  }
}

function settle(waiting: Map<number, Waiting>, reply: Reply): void {
  if ('ready' in reply) return;
  const call = waiting.get(reply.id);
  waiting.delete(reply.id);
  if ('error' in reply) call?.reject(new Error(reply.error));
  else call?.resolve(reply.value);
}

function partText(id: string): string | undefined {
  return document.getElementById(id)?.textContent ?? undefined;
}
