import { findConfig } from '../config/find.ts';
import type { Config } from '../config/read.ts';
import { useLanguage } from '../messages/active.ts';
import type { Io } from '../run/io.ts';

/** The configuration of a run, read before the command line is parsed. */
export interface EarlyConfig {
  /** What `--config` names; false for `--no-config`. */
  readonly given: string | false | undefined;
  /** Settles like the reading itself; undefined if there is no configuration. */
  readonly read: Promise<Config | undefined>;
  /** Prints the warnings of the reading. */
  readonly tell: () => void;
}

/**
 * Reads the configuration that a command line will use, since it may say the language of the help and of the errors.
 * @returns undefined if there is no file
 */
export function earlyConfig(io: Io, argv: readonly string[]): EarlyConfig | undefined {
  const given = argv.includes('--no-config') ? false : optionValue(argv, '--config');
  if (given === false || (given === undefined && findConfig(io.cwd()) === undefined)) return undefined;
  const warnings: (string | Uint8Array)[] = [];
  const stderr = { ...io.stderr, write: (text: string | Uint8Array) => warnings.push(text) > 0 };
  const { stdin, stdout, env, cwd } = io;
  const read = import('../run/config.ts').then(({ readConfiguration }) =>
    readConfiguration({ stdin, stdout, stderr, env, cwd: () => cwd() }, given),
  );
  // Reported by the command that needs the configuration, if one does.
  read.catch(() => {});
  return { given, read, tell: () => warnings.splice(0).forEach((text) => void io.stderr.write(text)) };
}

/**
 * Makes this run speak the language of `--language`, or else the one of the configuration.
 * @returns the language; undefined if none is named: compass speaks English then, and a rubric its own language
 * @throws CompassError if compass does not offer the language
 */
export async function chooseLanguage(
  argv: readonly string[],
  root: string,
  config: EarlyConfig | undefined,
): Promise<string | undefined> {
  const option = optionValue(argv, '--language');
  const settings = option === undefined ? await config?.read.catch(() => undefined) : undefined;
  const named = option ?? settings?.settings.language;
  if (named === undefined) {
    useLanguage('en');
    return undefined;
  }
  const { knownLanguage, offeredLanguages, speak } = await import('../run/language.ts');
  const language = knownLanguage(root, named);
  if (language === undefined) {
    const [{ CompassError }, { listed }] = await Promise.all([import('../source/problem.ts'), import('../messages/lists.ts')]);
    const [found, known] = [`"${named}"`, listed(offeredLanguages(root))];
    if (settings)
      throw new CompassError([settings.problem('not-one-of', ['language'], { key: 'language', found, allowed: known })]);
    throw CompassError.of('bad-choice', 'compass', { option: '--language', found, known });
  }
  speak(root, language);
  return language;
}

/** The last value of an option of the program, as the parser will find it; undefined if it is not given. */
function optionValue(argv: readonly string[], option: string): string | undefined {
  const end = argv.indexOf('--');
  const words = end === -1 ? argv : argv.slice(0, end);
  const values = words.flatMap((word, index) => {
    if (word.startsWith(`${option}=`)) return [word.slice(option.length + 1)];
    const next = words[index + 1];
    return word === option && next !== undefined ? [next] : [];
  });
  return values.at(-1);
}
