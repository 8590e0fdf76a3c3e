import { pagePart } from '../page-ids.ts';
import { type EngineData, engineName, type Reply } from './calls.ts';
import type { DraftClient } from './draft-client.ts';
import { type EngineWorker, guardedClient, type WorkerEvents } from './guarded-client.ts';

/**
 * Starts the engine of the page's draft. Where the browser forbids workers, or the worker fails, the engine runs in the page, and what
 * was asked meanwhile is answered there.
 * @returns undefined if the page has no draft
 */
export function openDraftClient(): DraftClient | undefined {
  const script = partText(pagePart.engine);
  if (script === undefined) return undefined;
  const data = { draft: partText(pagePart.draft) ?? '', lexicons: partText(pagePart.lexicons) ?? '' };
  return guardedClient({
    startWorker: (events) => startWorker(script, data, events),
    inPage: () => pageEngine(script, data),
    later: (task, milliseconds) => {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
  });
}

/** Calls that come before the worker is ready wait in its queue. */
function startWorker(script: string, data: EngineData, { reply, fail }: WorkerEvents): EngineWorker {
  try {
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    const worker = new Worker(address);
    worker.onmessage = ({ data: message }: MessageEvent<Reply>) => {
      URL.revokeObjectURL(address);
      reply(message);
    };
    worker.onmessageerror = fail;
    worker.onerror = (event) => {
      event.preventDefault();
      fail();
    };
    worker.postMessage(data);
    return { post: (call) => worker.postMessage(call), stop: () => worker.terminate() };
  } catch {
    queueMicrotask(fail);
    return { post: () => {}, stop: () => {} };
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
    setTimeout(() => {
      try {
        if (!make) throw new Error('the page may not run its own script');
        resolve(make(data));
      } catch (error) {
        reject(error);
      }
    });
  });
}

function partText(id: string): string | undefined {
  return document.getElementById(id)?.textContent ?? undefined;
}
