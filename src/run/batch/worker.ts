import { parentPort, workerData } from 'node:worker_threads';
import { prepareRubric } from '../../core/rubric.ts';
import { setLimits } from '../limits.ts';
import type { BatchSetup, Room, Task } from './task.ts';
import { batchScorer } from './task-scorer.ts';

// A thread of a batch: scores the tasks that it is sent, one after the other.
const setup = workerData as BatchSetup;
const { cwd, limits, rubric, digest } = setup;
const io = { cwd: () => cwd, stdin: process.stdin, stderr: process.stderr };
setLimits(io, async () => limits);
const scorer = batchScorer(setup, prepareRubric(rubric, digest), io);
let last: Promise<unknown> = scorer;
parentPort?.on('message', ({ task, room }: { task: Task; room: Room }) => {
  last = last.then(async () => {
    const scored = await (await scorer)(task, room);
    parentPort?.postMessage(
      scored,
      scored.parts.map(({ buffer }) => buffer as ArrayBuffer),
    );
  });
});
