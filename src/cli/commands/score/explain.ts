import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PreparedRubric, ScoredQuestion } from '../../../core/rubric.ts';
import { listed } from '../../../messages/lists.ts';
import { registry } from '../../../report/registry.ts';
import type { Io } from '../../../run/io.ts';
import { nearest } from '../../../source/nearest.ts';
import { CompassError } from '../../../source/problem.ts';
import type { Output } from '../../output/outputs.ts';
import type { ScoreOptions } from './options.ts';

/** The part of the command line that errors name. */
const source = 'compass score --explain';

/** What `--explain` asks for. */
export interface Explain {
  /** The id of a question or feature; undefined explains all. */
  readonly id: string | undefined;
}

/** @throws CompassError if `--explain` is combined with `--robustness` or with a format for programs */
export function refuseOptionsWithExplain({ explain, robustness }: ScoreOptions, outputs: readonly Output[]): void {
  if (explain === undefined) return;
  const other = outputs.find(({ format }) => !Object.hasOwn(registry['score --explain'], format));
  const option = robustness ? '--robustness' : other && `--format ${other.format}`;
  if (option !== undefined) throw CompassError.of('explain-alone', 'compass score', { option });
}

/**
 * `--explain` takes an id or nothing. It may stand before the files, so what follows it may be a file instead.
 * @returns what to explain; `file` is set only if the value is a file. Both are undefined if the option is not given
 * @throws CompassError if the value is neither an id nor a file
 */
export async function parseExplain(
  { cwd }: Io,
  value: ScoreOptions['explain'],
  { questions }: PreparedRubric,
): Promise<{ readonly explain?: Explain; readonly file?: string }> {
  if (value === undefined) return {};
  if (value === true) return { explain: { id: undefined } };
  const known = new Set([...questions.keys(), ...[...questions.values()].map(({ feature }) => feature.id)]);
  if (known.has(value)) return { explain: { id: value } };
  const isFile = await stat(resolve(cwd(), value)).then(
    () => true,
    () => value === '-',
  );
  if (isFile) return { explain: { id: undefined }, file: value };
  throw unknownId(value, questions, known);
}

/** The error for an id that the rubric does not have. It names the nearest id; if none is near, where to find the ids. */
function unknownId(id: string, questions: ReadonlyMap<string, ScoredQuestion>, known: ReadonlySet<string>): CompassError {
  const withoutFeature = [...known].find((each) => each.endsWith(`.${id}`));
  const suggestion = withoutFeature ?? nearest(id, [...known]);
  if (suggestion !== undefined) return CompassError.of('explain-unknown-near', source, { id, suggestion });
  const features = new Set([...questions.values()].map(({ feature }) => feature.id));
  return CompassError.of('explain-unknown', source, { id, features: listed([...features]) });
}
