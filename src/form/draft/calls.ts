import type { DraftClient } from './draft-client.ts';

/** A call of a function of the engine. */
export interface Call {
  readonly id: number;
  readonly name: keyof DraftClient;
  readonly args: readonly unknown[];
}

/** What the worker answers: the value of a call, or why it failed. The first message says that it is ready. */
export type Reply =
  | { readonly ready: true }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };

/** The data blocks that the engine is made from, still packed. */
export interface EngineData {
  readonly draft: string;
  readonly lexicons: string;
}

/** The name under which the engine's script leaves the function that makes an engine, if it runs in the page. */
export const engineName = 'compassDraftEngine';

/** @returns what the call of the engine's function returns */
export function callOf(engine: DraftClient, { name, args }: Pick<Call, 'name' | 'args'>): Promise<unknown> {
  return (engine[name] as (...given: readonly unknown[]) => Promise<unknown>)(...args);
}

/** A client whose calls somebody else makes. */
export function clientOf(make: (name: Call['name'], args: readonly unknown[]) => Promise<unknown>): DraftClient {
  const calling =
    (name: Call['name']) =>
    (...args: readonly unknown[]) =>
      make(name, args);
  return {
    search: calling('search') as DraftClient['search'],
    check: calling('check') as DraftClient['check'],
    withChecks: calling('withChecks') as DraftClient['withChecks'],
  };
}
