import type { Config, ConfigKey } from '../../../config/read.ts';
import { listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { jsonText } from '../../../report/data/json.ts';
import { defaultRubric } from '../../../run/open-rubric.ts';
import { writeOutput } from '../../../run/outputs/write-output.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError } from '../../../source/problem.ts';
import { visible } from '../../../text/plain-text.ts';
import { exitCode } from '../../exit-codes.ts';

export interface ConfigOptions {
  readonly format: string;
}

/** The default of each setting; null if it has none. */
const defaults: Readonly<Record<ConfigKey, unknown>> = {
  language: 'en',
  rubric: defaultRubric,
  files: null,
  formats: ['terminal'],
  minimums: null,
  failOn: null,
  inContext: false,
  baseline: null,
  tolerance: 0,
  maxSize: 64,
  draftFolder: null,
};

interface Setting {
  readonly value: unknown;
  /** `compass.config.yaml:3`, or `default`. */
  readonly from: string;
}

/** `compass config`: prints every setting with its origin. */
export async function runConfig(run: Run, { format }: ConfigOptions): Promise<number> {
  if (format !== 'terminal' && format !== 'json')
    throw CompassError.of('unknown-format', 'compass config', { format, known: 'terminal, json' });
  const found = await run.config();
  const settings = settingsOf(found);
  const text =
    format === 'json'
      ? jsonText({ format: 'compass-settings/1', file: found?.name ?? null, settings: Object.fromEntries(settings) })
      : table(settings, found);
  await writeOutput(run, text, undefined);
  return exitCode.done;
}

function settingsOf(config: Config | undefined): [ConfigKey, Setting][] {
  return (Object.keys(defaults) as ConfigKey[]).map((key) => {
    const line = config?.lineOf(key);
    return line === undefined || !config
      ? [key, { value: defaults[key], from: 'default' }]
      : [key, { value: config.settings[key], from: `${config.name}:${line}` }];
  });
}

function table(settings: readonly [ConfigKey, Setting][], config: Config | undefined): string {
  const head = config ? visible(config.name) : phrase('notes', 'settings-none');
  const rows = settings.map(
    ([key, { value, from }]) =>
      `  ${key.padEnd(11)} ${visible(shownValue(value))}   (${visible(from === 'default' ? phrase('notes', 'setting-default') : from)})`,
  );
  return `${[head, '', ...rows].join('\n')}\n`;
}

function shownValue(value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (Array.isArray(value)) return listed(value.map(shownValue));
  if (typeof value !== 'object') return String(value);
  const { format, output } = value as { format?: string; output?: string };
  if (format !== undefined) return output === undefined ? format : phrase('notes', 'setting-output', { format, output });
  return listed(Object.entries(value).map(([key, each]) => `${key} ${each}`));
}
