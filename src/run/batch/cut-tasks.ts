import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { checkFile } from '../../source/read.ts';
import type { Io } from '../io.ts';
import { keep } from '../kept.ts';
import { limitsOf } from '../limits.ts';
import { tellWaiting } from '../scoring/score-file.ts';
import { isLinesFile, linesOf, openInput } from './ndjson-input.ts';
import type { Task } from './task.ts';

/** Files in a task: so many that handing it over costs nothing, so few that threads end together. */
const filesInTask = 16;

/** What a run reads, in tasks. */
export interface TaskSource {
  readonly tasks: AsyncGenerator<Task>;
  /** How many assessments there are; undefined where that shows only at the end. */
  readonly count: number | undefined;
}

/**
 * Cuts the sources of a run into tasks, in order; the first ones are small, so that the first result is soon there.
 * @throws CompassError where standard input can't be read
 */
export async function taskSource(io: Io, sources: readonly string[]): Promise<TaskSource> {
  // All at once: those that other threads read are not to be written over either.
  keep(io, sources);
  if (sources.includes('-')) tellWaiting(io);
  const input = sources.includes('-') ? await openInput('-', io.stdin, (await limitsOf(io)).maxBytes) : undefined;
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
      if (source !== '-') yield* linesOf(source, await openLines(io, source));
      else if (input?.kind === 'text') yield input;
      else if (input) yield* input.tasks;
    }
    if (files.length > 0) yield { kind: 'files', sources: files };
  }
  return { tasks: tasks(), count: isStream ? undefined : sources.length };
}

async function openLines(io: Io, source: string): Promise<AsyncIterable<Buffer>> {
  const path = resolve(io.cwd(), source);
  await checkFile(path, source);
  return createReadStream(path, { highWaterMark: 256 * 1024 });
}
