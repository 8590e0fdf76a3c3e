import { resolve } from 'node:path';
import type { Config } from '../config/read.ts';
import { CompassError } from '../source/problem.ts';
import type { LimitOptions, Limits } from './limits.ts';

/** A text of more letters than this is none that JavaScript can hold. */
const mostMegabytes = 500;

/**
 * The limits of a run: those of the configuration, and in their place those of the command line.
 * @throws CompassError where the option is no size
 */
export function limitsFrom(options: LimitOptions, config: Config | undefined): Limits {
  const megabytes = sizeOf(options) ?? config?.settings.maxSize;
  const folder = config?.settings.draftFolder;
  return {
    maxBytes: megabytes === undefined ? undefined : Math.floor(megabytes * 1024 * 1024),
    allowOutsideDraft: options.allowOutsideDraft === true,
    draftFolder: config && folder !== undefined ? resolve(config.folder, folder) : undefined,
  };
}

/** @throws CompassError where the option is no size */
export function sizeOf({ maxSize: text }: LimitOptions): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (value >= 0.001 && value <= mostMegabytes) return value;
  throw CompassError.of('bad-number', 'compass', { option: '--max-size', least: 0.001, most: mostMegabytes, found: `"${text}"` });
}
