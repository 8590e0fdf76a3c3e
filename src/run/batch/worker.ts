import { parentPort, workerData } from 'node:worker_threads';
import { prepareRubric } from '../../core/rubric.ts';
import { createRun } from '../create-run.ts';
import { speak } from '../language.ts';
import type { BatchSetup, Buffers, Task } from './task.ts';
import { taskScorer } from './task-scorer.ts';

// The entry of a worker thread: scores the tasks that it is sent, one after the other.
const setup = workerData as BatchSetup;
const { root, version, cwd, limits, language, rubric, digest } = setup;
if (language !== undefined) speak(root, language);
const { stdin, stdout, stderr, env } = process;
const run = createRun({
  io: { stdin, stdout, stderr, env, cwd: () => cwd },
  root,
  version,
  language,
  config: async () => undefined,
  limits: async () => limits,
});
const scorer = taskScorer(run, setup, prepareRubric(rubric, digest));
let last: Promise<unknown> = scorer;
parentPort?.on('message', ({ task, buffers }: { task: Task; buffers: Buffers }) => {
  last = last.then(async () => {
    const scored = await (await scorer)(task, buffers);
    parentPort?.postMessage(
      scored,
      scored.parts.map(({ buffer }) => buffer as ArrayBuffer),
    );
  });
});
