import { resolve } from 'node:path';
import type { Config } from '../../config/read.ts';
import type { Limits } from '../../run/limits.ts';
import { CompassError } from '../../source/problem.ts';
import type { LimitOptions } from './limits.ts';
import { badNumber, parseNumber } from './parse-number.ts';

/** In megabytes. `most` is just below V8's maximum string length (about 512 MB). */
const bounds = { least: 0.001, most: 500 };

/**
 * The limits of a run. An option takes precedence over the configuration.
 * @throws CompassError if `--max-size` is not a size
 */
export function parseLimits(options: LimitOptions, config: Config | undefined): Limits {
  const megabytes = parseMaxSize(options) ?? config?.settings.maxSize;
  const folder = config?.settings.draftFolder;
  return {
    maxBytes: megabytes === undefined ? undefined : Math.floor(megabytes * 1024 * 1024),
    allowOutsideDraft: options.allowOutsideDraft === true,
    draftFolder: config && folder !== undefined ? resolve(config.folder, folder) : undefined,
  };
}

/**
 * `--max-size` in megabytes.
 * @throws CompassError if it is not a size
 */
export function parseMaxSize({ maxSize: text }: LimitOptions): number | undefined {
  if (text === undefined) return undefined;
  const value = parseNumber(text, bounds);
  if (value === undefined) throw new CompassError([badNumber('--max-size', text, bounds)]);
  return value;
}
