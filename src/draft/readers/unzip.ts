import { unzipSync } from 'fflate';
import { CompassError, type ProblemCode } from '../../source/problem.ts';

/** Bytes that the parts of a file may still unpack to. */
export interface UnpackBudget {
  left: number;
}

/** For a file with all that it contains: a guard against zip bombs. A law of 500 pages takes 20 MB. */
export function unpackBudget(): UnpackBudget {
  return { left: 64 * 1024 * 1024 };
}

export interface UnpackOptions {
  /** The problem to report if the file is not a zip archive. */
  readonly unreadable: ProblemCode;
  /** 64 MB by default. */
  readonly budget?: UnpackBudget | undefined;
}

/**
 * Unpacks the parts of a zip archive that are needed.
 * @throws CompassError if it is not one, or if the parts unpack to more than the budget
 */
export function unpackParts(
  bytes: Uint8Array,
  name: string,
  { unreadable, budget = unpackBudget() }: UnpackOptions,
  isNeeded: (part: string) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, {
      filter: (file) => {
        if (!isNeeded(file.name)) return false;
        budget.left -= file.originalSize;
        if (budget.left < 0) throw CompassError.of('unpacks-too-large', name, { limit: '64 MB' });
        return true;
      },
    });
  } catch (error) {
    throw error instanceof CompassError ? error : CompassError.of(unreadable, name);
  }
}
