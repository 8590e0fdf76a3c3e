import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { PreparedRubric } from '../../src/core/rubric.ts';
import type { StreamFormat } from '../../src/report/data/stream.ts';
import { runBatch } from '../../src/run/batch/run.ts';
import { taskSource } from '../../src/run/batch/tasks.ts';
import type { Context } from '../../src/run/io.ts';
import { CompassError } from '../../src/source/problem.ts';

/** What a run over standard input came to. */
interface Run {
  readonly stdout: string;
  readonly stderr: string;
  /** The code of what ended it before its end. */
  readonly fault?: string;
}

/**
 * Scores bytes as they would come from a pipe, whole and in pieces: they must come to the same, in every format that is written as the run goes on.
 * @returns what was told on standard error
 * @throws Error where they don't, or where what was written can't be read
 */
export async function scoreStream(given: Uint8Array, prepared: PreparedRubric): Promise<string> {
  const runs = async (format: StreamFormat): Promise<Run> => {
    const whole = await scored([given], format, prepared);
    const inPieces = await scored(pieces(given), format, prepared);
    if (whole.stdout !== inPieces.stdout) throw new Error(`pieces make another ${format}`);
    if (whole.stderr !== inPieces.stderr || whole.fault !== inPieces.fault) throw new Error('pieces make other problems');
    return whole;
  };
  const lines = await runs('ndjson');
  const document = await runs('json');
  const table = await runs('csv');
  if (lines.fault !== undefined) return lines.stderr;
  const each = lines.stdout.split('\n').slice(0, -1);
  const { assessments, failures } = JSON.parse(document.stdout);
  if (JSON.stringify(each.map((line) => JSON.parse(line))) !== JSON.stringify(assessments))
    throw new Error('lines and document differ');
  if (assessments.length + failures.length === 0 && given.some((byte) => byte > 0x20)) throw new Error('something is left out');
  const faults = failures.flatMap(({ errors }: { errors: unknown[] }) => errors).length;
  const rows = table.stdout.split('\r\n').length - 2 - faults;
  if (assessments.length > 0 ? rows % assessments.length !== 0 || rows === 0 : rows !== 0)
    throw new Error('rows and document differ');
  if (lines.stderr !== document.stderr || lines.stderr !== table.stderr) throw new Error('problems differ by format');
  return lines.stderr;
}

async function scored(chunks: readonly Uint8Array[], format: StreamFormat, prepared: PreparedRubric): Promise<Run> {
  const told = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof told): Context['io']['stdout'] => ({
    write: (text, done) => {
      told[name] += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
      done?.();
      return true;
    },
    once: () => undefined,
  });
  const io = {
    stdin: Readable.from(chunks, { objectMode: false }) as unknown as Context['io']['stdin'],
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    env: {},
    cwd: () => '/nowhere',
  };
  const context: Context = { io, root: '/nowhere', version: '0', config: async () => undefined };
  try {
    await runBatch(context, {
      source: await taskSource(io, ['-']),
      prepared,
      gates: { minFeature: new Map(), failOn: new Set() },
      streamed: [{ format }],
      wide: false,
      keep: 'nothing',
      jobs: 1,
      quiet: true,
      inputs: [],
    });
    return told;
  } catch (error) {
    if (!(error instanceof CompassError)) throw error;
    return { ...told, fault: error.problems.map(({ code }) => code).join() };
  }
}

/** Cut where their own sum says: the same bytes are always cut in the same places. */
function pieces(bytes: Uint8Array): Uint8Array[] {
  const sum = createHash('sha256').update(bytes).digest();
  const cut: Uint8Array[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    // Of one byte, of some, and of a line or more.
    const length = 1 + ((sum[turn % sum.length] ?? 0) >> ((turn * 3) % 8));
    cut.push(bytes.slice(at, at + length));
    at += length;
  }
  return cut;
}
