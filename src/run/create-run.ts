import type { Io } from './io.ts';
import { type StandardOutput, standardOutput } from './outputs/stdout.ts';
import { protectedFiles } from './protected-files.ts';
import type { Run } from './run.ts';

/** Makes a run out of what differs between a command and a worker thread. */
export function createRun(
  given: Pick<Run, 'root' | 'version' | 'config' | 'limits'> &
    Partial<Pick<Run, 'language'>> & { readonly io: Io; readonly stdout?: StandardOutput },
): Run {
  const { io, root, config, limits, language } = given;
  const files = protectedFiles(io.cwd);
  const read = { io, root, language, config: once(config) };
  return {
    ...given,
    ...read,
    stdout: given.stdout ?? standardOutput(io.stdout),
    limits: once(limits),
    // Loaded on demand: help and completion of options need no rubric.
    openRubric: async (named) => (await import('./open-rubric.ts')).openRubric(read, named),
    protect: files.add,
    isProtected: files.includes,
  };
}

/** Calls a function at most once and hands out the same promise from then on. */
function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loaded: Promise<Value> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
