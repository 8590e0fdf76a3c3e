import type { ResultHead, ResultTail, StreamReporter } from '../../report/reporter.ts';
import { writeFileOutput } from '../outputs/write-output.ts';
import type { Run } from '../run.ts';
import { byteQueue } from './byte-queue.ts';

/** An output that is written while the run goes on. */
export interface StreamedOutput {
  /**
   * Writes the bytes of some assessments.
   * Once it resolves, their memory may be reused.
   * @param count how many assessments
   */
  readonly write: (assessments: Uint8Array, count: number) => Promise<void>;
  /** @throws CompassError if the output can't be written */
  readonly end: (tail: ResultTail) => Promise<void>;
  /** Gives up: a file keeps the content that it had before the run. */
  readonly abandon: () => Promise<void>;
  /** Whether the reader of standard output has gone away. */
  readonly isClosed: () => boolean;
}

/** @param file undefined is standard output */
export function streamedOutput(run: Run, reporter: StreamReporter, file: string | undefined, head: ResultHead): StreamedOutput {
  const encoder = new TextEncoder();
  const sink = file === undefined ? stdoutSink(run) : fileSink(run, file);
  const writeText = async (text: string): Promise<void> => {
    if (text !== '') await sink.write(encoder.encode(text));
  };
  let hasHead = false;
  let count = 0;
  const writeHead = async (): Promise<void> => {
    if (!hasHead) await writeText(reporter.head(head));
    hasHead = true;
  };
  return {
    write: async (assessments, more) => {
      if (more === 0) return;
      await writeHead();
      if (count > 0) await writeText(reporter.separator);
      count += more;
      await sink.write(assessments);
    },
    end: async (tail) => {
      await writeHead();
      await writeText(reporter.tail(head, tail));
      await sink.end();
    },
    abandon: sink.abandon,
    isClosed: sink.isClosed,
  };
}

/** The destination of the bytes. */
interface Sink extends Pick<StreamedOutput, 'abandon' | 'isClosed'> {
  readonly write: (piece: Uint8Array) => Promise<void>;
  readonly end: () => Promise<void>;
}

function stdoutSink({ stdout }: Pick<Run, 'stdout'>): Sink {
  const nothing = async (): Promise<void> => {};
  return { write: stdout.write, end: nothing, abandon: nothing, isClosed: stdout.isClosed };
}

function fileSink(run: Run, file: string): Sink {
  const queue = byteQueue();
  const written = writeFileOutput(run, queue, file);
  // `end` throws the error. If the file could not even be opened, nobody ever reads from the queue.
  written.catch(() => queue.abandon());
  return {
    // A copy, because the queue holds it until the file system has taken it.
    write: (piece) => queue.write(new Uint8Array(piece)),
    end: async () => {
      queue.end();
      await written;
    },
    abandon: async () => {
      queue.fail();
      await written.catch(() => {});
    },
    isClosed: () => false,
  };
}
