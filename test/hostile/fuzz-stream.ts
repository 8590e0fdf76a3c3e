import { createHash } from 'node:crypto';
import type { PreparedRubric } from '../../src/core/rubric.ts';
import type { StreamFormat } from '../../src/report/data/stream.ts';
import { cutTasks } from '../../src/run/batch/cut-tasks.ts';
import { runBatch } from '../../src/run/batch/run-batch.ts';
import { CompassError } from '../../src/source/problem.ts';
import { testRun } from '../fixtures/test-run.ts';

/** The result of a run over standard input. */
interface Streamed {
  readonly stdout: string;
  readonly stderr: string;
  /** The codes of the problems, if the run was ended by an error. */
  readonly fault?: string;
}

/**
 * Scores bytes as if they came from a pipe, as a whole and in chunks, in every streaming format. Checks that the result is the
 * same.
 * @returns the output on standard error
 * @throws Error if results differ, or an output cannot be read
 */
export async function scoreStream(given: Uint8Array, prepared: PreparedRubric): Promise<string> {
  const runs = async (format: StreamFormat): Promise<Streamed> => {
    const whole = await scored([given], format, prepared);
    const chunked = await scored(chunksOf(given), format, prepared);
    if (whole.stdout !== chunked.stdout) throw new Error(`the ${format} output depends on the chunks`);
    if (whole.stderr !== chunked.stderr || whole.fault !== chunked.fault) throw new Error('the problems depend on the chunks');
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
  if (assessments.length + failures.length === 0 && given.some((byte) => byte > 0x20)) throw new Error('some input is ignored');
  const faults = failures.flatMap(({ errors }: { errors: unknown[] }) => errors).length;
  const rows = table.stdout.split('\r\n').length - 2 - faults;
  if (assessments.length > 0 ? rows % assessments.length !== 0 || rows === 0 : rows !== 0)
    throw new Error('rows and document differ');
  if (lines.stderr !== document.stderr || lines.stderr !== table.stderr) throw new Error('problems differ by format');
  return lines.stderr;
}

async function scored(chunks: readonly Uint8Array[], format: StreamFormat, prepared: PreparedRubric): Promise<Streamed> {
  const { run, printed } = testRun({ stdin: chunks });
  try {
    await runBatch(run, {
      source: await cutTasks(run, ['-']),
      prepared,
      gates: { minFeature: new Map(), failOn: new Set() },
      streamed: [{ format }],
      wide: false,
      retain: 'nothing',
      jobs: 1,
      quiet: true,
      inputProblems: [],
    });
    return printed;
  } catch (error) {
    if (!(error instanceof CompassError)) throw error;
    return { ...printed, fault: error.problems.map(({ code }) => code).join() };
  }
}

/** Splits bytes into chunks of 1 to 256 bytes. The lengths come from a hash of the bytes, so they are always the same. */
function chunksOf(bytes: Uint8Array): Uint8Array[] {
  const hash = createHash('sha256').update(bytes).digest();
  const chunks: Uint8Array[] = [];
  for (let at = 0, index = 0; at < bytes.length; index++) {
    const length = 1 + ((hash[index % hash.length] ?? 0) >> ((index * 3) % 8));
    chunks.push(bytes.slice(at, at + length));
    at += length;
  }
  return chunks;
}
