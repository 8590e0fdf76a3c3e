import type { Config } from '../config/read.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import type { Io } from './io.ts';
import type { Limits } from './limits.ts';
import type { StandardOutput } from './outputs/stdout.ts';

/** What every command is given. `createRun` makes it, once for each run and once for each worker thread. */
export interface Run {
  readonly io: Io;
  /** The folder of the package, which holds rubrics/ and package.json. */
  readonly root: string;
  /** The version of compass. */
  readonly version: string;
  readonly stdout: StandardOutput;
  /**
   * The language that was asked for, a BCP 47 tag. Undefined if none was: compass speaks English then, and a rubric its own language.
   */
  readonly language: string | undefined;
  /**
   * The configuration, read at the first call; undefined if there is none.
   * @throws CompassError if it can't be read
   */
  readonly config: () => Promise<Config | undefined>;
  /**
   * What may be read, worked out at the first call.
   * @throws CompassError if the configuration can't be read
   */
  readonly limits: () => Promise<Limits>;
  /**
   * Opens the rubric that `--rubric` names, or else the one of the configuration, or else the default, in the run's language.
   * @throws CompassError if it or its translation is missing or invalid
   */
  readonly openRubric: (named: string | undefined) => Promise<PreparedRubric>;
  /** Protects files that this run reads: no output may overwrite them. */
  readonly protect: (names: string | readonly string[]) => void;
  /** Whether the file at this path is protected, under whatever name. */
  readonly isProtected: (path: string) => Promise<boolean>;
}
