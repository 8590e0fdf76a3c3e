import { unzipSync } from 'fflate';
import { CompassError, type ProblemCode } from '../../source/problem.ts';

/** Bytes that the parts of a file may unpack to, together: a guard against zip bombs. A law of 500 pages takes 20 MB. */
const maxUnpacked = 64 * 1024 * 1024;

/**
 * Unpacks the parts of a zip archive that are needed.
 * @param unreadable the problem to report if it is not a zip archive
 * @throws CompassError if it is not one, or if the parts unpack to more than 64 MB
 */
export function unpackParts(
  bytes: Uint8Array,
  name: string,
  unreadable: ProblemCode,
  isNeeded: (part: string) => boolean,
): Record<string, Uint8Array> {
  let size = 0;
  try {
    return unzipSync(bytes, {
      filter: (file) => {
        if (!isNeeded(file.name)) return false;
        size += file.originalSize;
        if (size > maxUnpacked) throw CompassError.of('unpacks-too-large', name, { limit: '64 MB' });
        return true;
      },
    });
  } catch (error) {
    throw error instanceof CompassError ? error : CompassError.of(unreadable, name);
  }
}
