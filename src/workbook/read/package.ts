import { strFromU8, unzipSync } from 'fflate';
import { CompassError } from '../../source/problem.ts';
import type { Meter } from './limits.ts';

/** The parts of a workbook's zip archive that were asked for, as text, by their path. */
export type Parts = Readonly<Record<string, string>>;

/** A zip archive that is read in steps. */
export interface Package {
  /** The paths of all its parts. */
  readonly paths: ReadonlySet<string>;
  /**
   * Unpacks parts. A part that unpacks to more than the archive declares is cut off there.
   * @throws CompassError if they are too large together, or damaged
   */
  readonly unpack: (isNeeded: (path: string) => boolean) => Parts;
}

/**
 * Opens the zip archive of a workbook, and unpacks nothing yet.
 * @param name of the file, in messages
 * @throws CompassError if it is protected by a password, an old Excel file, or no zip archive
 */
export function openPackage(bytes: Uint8Array, name: string, meter: Meter): Package {
  refuseContainer(bytes, name);
  const unzip = (isNeeded: (path: string, size: number) => boolean): Record<string, Uint8Array> => {
    try {
      return unzipSync(bytes, { filter: ({ name: path, originalSize }) => isNeeded(path, originalSize) });
    } catch (error) {
      throw error instanceof CompassError ? error : CompassError.of('workbook-unreadable', name);
    }
  };
  const paths = new Set<string>();
  unzip((path) => {
    paths.add(path);
    return false;
  });
  return {
    paths,
    unpack: (isNeeded) => {
      const parts = unzip((path, size) => {
        if (!isNeeded(path)) return false;
        meter.unpack(size);
        return true;
      });
      return Object.fromEntries(Object.entries(parts).map(([path, data]) => [path, withoutMark(strFromU8(data))]));
    },
  };
}

/** Excel saves a workbook with a password, and the old format, in an OLE container instead of a zip archive. */
function refuseContainer(bytes: Uint8Array, name: string): void {
  if (bytes[0] !== 0xd0 || bytes[1] !== 0xcf) return;
  const isEncrypted = hasUtf16(bytes, 'EncryptedPackage');
  throw CompassError.of(isEncrypted ? 'workbook-encrypted' : 'workbook-old', name);
}

function hasUtf16(bytes: Uint8Array, word: string): boolean {
  // The directory of the container, which names its streams, may be anywhere in it.
  const codes = [...word].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(codes[0] as number); at !== -1; at = bytes.indexOf(codes[0] as number, at + 1)) {
    if (codes.every((code, index) => bytes[at + index] === code)) return true;
  }
  return false;
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
