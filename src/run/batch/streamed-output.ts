import type { ResultHead, ResultTail, StreamReporter } from '../../report/reporter.ts';
import type { Io } from '../io.ts';
import { isGone, writeAll, writeFileOutput } from '../outputs/write-output.ts';
import { channel } from './byte-queue.ts';

/** An output that is written while the run goes on. */
export interface StreamedOutput {
  /** The bytes of some more assessments, as many as were counted. Once it is done, their memory is the caller's again. */
  readonly write: (assessments: Uint8Array, count: number) => Promise<void>;
  /** @throws CompassError where it can't be written */
  readonly end: (tail: ResultTail) => Promise<void>;
  /** The run can't go on: a file is left as it was. */
  readonly abandon: () => Promise<void>;
  /** Whether nobody reads on. */
  readonly isClosed: () => boolean;
}

/** Opens an output; `undefined` is standard output. */
export function streamedOutput(io: Io, reporter: StreamReporter, file: string | undefined, head: ResultHead): StreamedOutput {
  const encoder = new TextEncoder();
  const pieces = channel();
  const written = file === undefined ? undefined : writeFileOutput(io, pieces, file);
  // It is told of at the end. Where the file could not even be made, its reader has never begun.
  written?.catch(() => pieces.abandon());
  const put = (piece: Uint8Array): Promise<void> => (written ? pieces.write(new Uint8Array(piece)) : writeAll(io, piece));
  const text = async (words: string): Promise<void> => {
    if (words !== '') await put(encoder.encode(words));
  };
  let begun = false;
  let count = 0;
  const begin = async (): Promise<void> => {
    if (!begun) await text(reporter.head(head));
    begun = true;
  };
  return {
    write: async (assessments, more) => {
      if (more === 0) return;
      await begin();
      if (count > 0) await text(reporter.separator);
      count += more;
      await put(assessments);
    },
    end: async (tail) => {
      await begin();
      await text(reporter.tail(head, tail));
      pieces.end();
      await written;
    },
    abandon: async () => {
      pieces.fail();
      await written?.catch(() => {});
    },
    isClosed: () => file === undefined && isGone(io),
  };
}
