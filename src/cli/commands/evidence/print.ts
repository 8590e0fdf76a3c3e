import type { Style } from '../../../report/write/style.ts';
import { columnsOf } from '../../../run/io.ts';
import { writeOutput } from '../../../run/outputs/write-output.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError } from '../../../source/problem.ts';
import { styleFor } from '../../output/style.ts';
import type { EvidenceOptions } from './options.ts';

/** The formats of the evidence commands. */
type EvidenceFormat = 'terminal' | 'json';

/** @throws CompassError where there is no such format */
export function checkFormat(command: string, { format }: EvidenceOptions): EvidenceFormat {
  if (format === 'terminal' || format === 'json') return format;
  throw CompassError.of('unknown-format', `compass evidence ${command}`, { format, known: 'terminal, json' });
}

/**
 * Prints the result of an evidence command.
 * @param toTerminal renders it for people
 */
export async function printEvidence<Data>(
  run: Run,
  data: Data,
  { format, output, color }: { readonly format: EvidenceFormat } & Pick<EvidenceOptions, 'output' | 'color'>,
  toTerminal: (data: Data, width: number, style: Style) => string,
): Promise<void> {
  if (format === 'json') {
    const { toJson } = await import('../../../report/escape/json.ts');
    return writeOutput(run, `${toJson(data, 2)}\n`, output);
  }
  const { stdout, env } = run.io;
  const toFile = output !== undefined;
  const width = toFile ? 80 : columnsOf(stdout);
  await writeOutput(run, toTerminal(data, width, await styleFor(stdout, env, color && !toFile)), output);
}
