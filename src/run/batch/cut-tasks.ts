import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { checkFile } from '../../source/read.ts';
import { announceStdin } from '../inputs/read-input.ts';
import type { Io } from '../io.ts';
import type { Run } from '../run.ts';
import { isLinesFile, linesOf, openInput } from './ndjson-input.ts';
import type { Task } from './task.ts';

/** At most as many files in a task: enough to make handing it over cheap, few enough that all threads end together. */
const filesInTask = 16;

/** What a run scores, in tasks. */
export interface TaskSource {
  readonly tasks: AsyncGenerator<Task>;
  /** How many assessments there are; undefined for a stream, which has to be read to its end. */
  readonly count: number | undefined;
}

/**
 * Cuts the sources of a run into tasks, in order, and protects them. The first tasks are small, so that the first result comes soon.
 * @throws CompassError if standard input can't be read
 */
export async function cutTasks(run: Run, sources: readonly string[]): Promise<TaskSource> {
  // All at once, since worker threads read some of them.
  run.protect(sources);
  const input = sources.includes('-') ? await openStdin(run) : undefined;
  const isStream = input?.kind === 'stream' || sources.some(isLinesFile);
  async function* tasks(): AsyncGenerator<Task> {
    let files: string[] = [];
    let size = 1;
    for (const source of sources) {
      const isFile = source !== '-' && !isLinesFile(source);
      if (isFile) files.push(source);
      if (files.length === size || (!isFile && files.length > 0)) {
        yield { kind: 'files', sources: files };
        files = [];
        size = Math.min(size * 2, filesInTask);
      }
      if (isFile) continue;
      if (source !== '-') yield* linesOf(source, await openLines(run.io, source));
      else if (input?.kind === 'text') yield input;
      else if (input) yield* input.tasks;
    }
    if (files.length > 0) yield { kind: 'files', sources: files };
  }
  return { tasks: tasks(), count: isStream ? undefined : sources.length };
}

async function openStdin({ io, limits }: Run): ReturnType<typeof openInput> {
  announceStdin(io);
  return openInput('-', io.stdin, (await limits()).maxBytes);
}

async function openLines(io: Io, source: string): Promise<AsyncIterable<Buffer>> {
  const path = resolve(io.cwd(), source);
  await checkFile(path, source);
  return createReadStream(path, { highWaterMark: 256 * 1024 });
}
