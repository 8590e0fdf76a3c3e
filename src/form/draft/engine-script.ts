// The script of its own that searches the draft. The page starts it in a worker, or in itself where workers are forbidden.
import { fromDataBlock } from '../data-block.ts';
import type { DraftPayload, Lexicons } from '../payload.ts';
import { type Call, callOf, type EngineData, engineName, type Reply } from './calls.ts';
import type { DraftClient } from './draft-client.ts';
import { draftEngine } from './engine.ts';

/** What this script uses of a worker's global scope. */
interface WorkerScope {
  onmessage: ((event: { readonly data: EngineData | Call }) => void) | null;
  readonly postMessage: (reply: Reply) => void;
}

function engineFrom({ draft, lexicons }: EngineData): DraftClient {
  return draftEngine((fromDataBlock(draft) as DraftPayload).text, fromDataBlock(lexicons) as Lexicons);
}

/** The first message has the data; each of the others is a call. */
function serve(scope: WorkerScope): void {
  scope.onmessage = ({ data }) => {
    const engine = engineFrom(data as EngineData);
    scope.onmessage = (event) => void answer(scope, engine, event.data as Call);
    scope.postMessage({ ready: true });
    // Makes the index before somebody waits for it, who is told if that fails.
    engine.search('').catch(() => {});
  };
}

async function answer(scope: WorkerScope, engine: DraftClient, call: Call): Promise<void> {
  try {
    scope.postMessage({ id: call.id, value: await callOf(engine, call) });
  } catch (error) {
    scope.postMessage({ id: call.id, error: String(error) });
  }
}

if (typeof document === 'undefined') serve(globalThis as unknown as WorkerScope);
else (globalThis as Record<string, unknown>)[engineName] = engineFrom;
