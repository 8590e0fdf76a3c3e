import { describe, expect, it } from 'vitest';
import type { Call } from '../../../src/form/draft/calls.ts';
import type { DraftClient } from '../../../src/form/draft/draft-client.ts';
import { guardedClient, type WorkerEvents } from '../../../src/form/draft/guarded-client.ts';

/** A page whose worker and whose own engine do what the test says. */
function withWorker(inPage: () => Promise<DraftClient> = async () => engine('page')) {
  const calls: Call[] = [];
  let events: WorkerEvents | undefined;
  let tasks: (() => void)[] = [];
  const stops: number[] = [];
  const client = guardedClient({
    startWorker: (given) => {
      events = given;
      return { post: (call) => void calls.push(call), stop: () => void stops.push(1) };
    },
    inPage,
    later: (task) => {
      tasks.push(task);
      return () => {
        tasks = tasks.filter((each) => each !== task);
      };
    },
  });
  const told: WorkerEvents = { reply: (reply) => events?.reply(reply), fail: () => events?.fail() };
  return { client, calls, ...told, silence: () => tasks.splice(0).map((task) => task()), stopped: () => stops.length };
}

function engine(name: string): DraftClient {
  const hit = { label: name } as never;
  return { search: async () => [hit], check: async () => hit, withChecks: async (assessment) => assessment };
}

describe('the client of a draft', () => {
  it('gets its answers from the worker', async () => {
    const { client, calls, reply, stopped } = withWorker();
    const asked = client.search('words');
    reply({ ready: true });
    reply({ id: calls[0]?.id ?? 0, value: [{ label: 'worker' }] });
    expect(await asked).toEqual([{ label: 'worker' }]);
    expect(stopped()).toBe(0);
  });

  it('asks once more in the page what the worker could not answer, and the worker the next time', async () => {
    const { client, calls, reply } = withWorker();
    const asked = client.search('words');
    reply({ id: calls[0]?.id ?? 0, error: 'broken' });
    expect(await asked).toEqual([{ label: 'page' }]);
    const next = client.search('others');
    reply({ id: calls[1]?.id ?? 0, value: [] });
    expect(await next).toEqual([]);
  });

  it('asks in the page all that waits for a worker that failed, and all that follows', async () => {
    const { client, calls, fail, stopped } = withWorker();
    const asked = [client.search('one'), client.search('two')];
    fail();
    expect(await Promise.all(asked)).toEqual([[{ label: 'page' }], [{ label: 'page' }]]);
    expect(await client.search('three')).toEqual([{ label: 'page' }]);
    expect(calls).toHaveLength(2);
    expect(stopped()).toBe(1);
  });

  it('does not wait for ever for a worker that ended without a word', async () => {
    const { client, silence } = withWorker();
    const asked = client.search('words');
    silence();
    expect(await asked).toEqual([{ label: 'page' }]);
  });

  it('does not give up a worker that nobody waits for', async () => {
    const { client, calls, reply, silence, stopped } = withWorker();
    const asked = client.search('words');
    reply({ id: calls[0]?.id ?? 0, value: [] });
    await asked;
    silence();
    expect(stopped()).toBe(0);
  });

  it('says why nothing could answer, and tries again at the next call', async () => {
    let isBroken = true;
    const { client, fail } = withWorker(async () => {
      if (isBroken) throw new Error('no memory');
      return engine('page');
    });
    fail();
    await expect(client.search('words')).rejects.toThrow('no memory');
    isBroken = false;
    expect(await client.search('words')).toEqual([{ label: 'page' }]);
  });
});
