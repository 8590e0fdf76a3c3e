import { type Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { helpText } from '../messages/help.ts';
import { createRun } from '../run/create-run.ts';
import type { Io } from '../run/io.ts';
import { type StandardOutput, standardOutput } from '../run/outputs/stdout.ts';
import type { Run } from '../run/run.ts';
import { activeLanguage } from '../text/language.ts';
import { registerAssess } from './commands/assess/command.ts';
import { registerCompare } from './commands/compare/command.ts';
import { registerCompletion } from './commands/completion/command.ts';
import { registerConfig } from './commands/config/command.ts';
import { registerEvidence } from './commands/evidence/command.ts';
import { registerForm } from './commands/form/command.ts';
import { registerHelp } from './commands/help/command.ts';
import { registerImport } from './commands/import/command.ts';
import { registerInit } from './commands/init/command.ts';
import { registerPanel } from './commands/panel/command.ts';
import { registerReport } from './commands/report/command.ts';
import { registerRubric } from './commands/rubric/command.ts';
import { registerScore } from './commands/score/command.ts';
import { exitCode } from './exit-codes.ts';
import { chooseLanguage, type EarlyConfig, earlyConfig } from './language.ts';
import type { LimitOptions } from './options/limits.ts';
import { createProgram, visibleLines } from './program.ts';
import type { Register } from './register.ts';

/** The commands, in the order of the help. */
const commands: readonly (readonly [name: string, register: Register])[] = [
  ['assess', registerAssess],
  ['score', registerScore],
  ['report', registerReport],
  ['compare', registerCompare],
  ['evidence', registerEvidence],
  ['panel', registerPanel],
  ['form', registerForm],
  ['import', registerImport],
  ['rubric', registerRubric],
  ['init', registerInit],
  ['config', registerConfig],
];

/** Commands that describe all commands. */
const metaCommands: readonly Register[] = [registerHelp, registerCompletion];

/**
 * Runs the command line.
 * @param argv the arguments after the command's own name
 * @param root the package's folder
 * @returns the exit code
 */
export async function main(io: Io, argv: readonly string[], root: string): Promise<number> {
  const stdout = standardOutput(io.stdout);
  // A later error of the stream, of which `stdout` needs only the first.
  (io.stdout as unknown as Partial<NodeJS.WriteStream>).on?.('error', () => {});
  tolerateFailures(io.stderr as unknown as Partial<NodeJS.WriteStream>);
  try {
    const code = await runCommand(io, stdout, argv, root);
    await stdout.finished();
    return code;
  } catch (error) {
    return await reportError(io, error);
  }
}

async function runCommand(io: Io, stdout: StandardOutput, argv: readonly string[], root: string): Promise<number> {
  const { version } = packageJson;
  const early = earlyConfig(io, argv);
  // Before the commands are declared, since their help is in the language, too.
  const language = await chooseLanguage(argv, root, early);
  const layout = activeLanguage() === 'en' ? undefined : await import('../text/plain-text.ts');
  const program = createProgram({ io, stdout, version }, layout);
  const run = runOf(program, { io, stdout, root, version, language }, early);
  let code: number = exitCode.done;
  const finish = (result: number): void => {
    code = result;
  };
  for (const register of commandsFor(argv[0])) register(program, run, finish);
  if (argv.length === 0) {
    program.outputHelp();
    return exitCode.done;
  }
  return (await parse(program, argv)) ?? code;
}

/** Makes the run. The options of the program are read when the command asks for the configuration or the limits. */
function runOf(
  program: Command,
  given: Pick<Run, 'io' | 'stdout' | 'root' | 'version' | 'language'>,
  early: EarlyConfig | undefined,
): Run {
  const { io } = given;
  const run: Run = createRun({
    ...given,
    config: async () => {
      const { config: named } = program.opts<{ config?: string | false }>();
      if (early && early.given === named) return early.read.finally(early.tell);
      const { readConfiguration } = await import('../run/config.ts');
      return readConfiguration(io, named);
    },
    limits: async () => {
      const { parseLimits } = await import('./options/parse-limits.ts');
      return parseLimits(program.opts<LimitOptions>(), await run.config());
    },
  });
  // Also a command that reads no file refuses a wrong size.
  program.hook('preAction', async () => {
    const options = program.opts<LimitOptions>();
    if (options.maxSize !== undefined) (await import('./options/parse-limits.ts')).parseMaxSize(options);
  });
  return run;
}

/** Only the requested command, which saves a tenth of the start-up time; all commands if help may list them. */
function commandsFor(named: string | undefined): readonly Register[] {
  const only = commands.find(([name]) => name === named);
  return only ? [only[1]] : [...commands.map(([, register]) => register), ...metaCommands];
}

/** @returns the exit code if the parser ended the run, for help or for wrong usage; undefined if a command ran */
async function parse(program: Command, argv: readonly string[]): Promise<number | undefined> {
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return undefined;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // The parser has several codes for wrong usage.
    return error.exitCode === 0 ? exitCode.done : exitCode.error;
  }
}

/** Prints why the run failed. What only this needs is loaded here. */
async function reportError({ stderr, env }: Io, error: unknown): Promise<number> {
  const { CompassError } = await import('../source/problem.ts');
  const known = isWorkingFolderGone(error) ? CompassError.of('no-working-folder', 'compass') : error;
  if (known instanceof CompassError) {
    const { printProblems } = await import('../run/outputs/print-problems.ts');
    printProblems(stderr, known.problems);
    return exitCode.error;
  }
  const debug = env['DEBUG'] === 'compass';
  const detail = error instanceof Error ? (debug ? error.stack : error.message) : String(error);
  stderr.write(`${helpText('program', 'bug', { detail: visibleLines(String(detail)) })}\n`);
  if (!debug) stderr.write(`  ${helpText('program', 'bug-next')}\n`);
  return exitCode.bug;
}

/** The shell stands in a folder that was deleted meanwhile. */
function isWorkingFolderGone(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd';
}

/** A message that can't be printed, because standard error is on a full disk, changes neither the work nor the exit code. */
function tolerateFailures(stderr: Partial<NodeJS.WriteStream>): void {
  if (!stderr.on || !stderr.write) return;
  stderr.on('error', () => {});
  const write = stderr.write.bind(stderr) as (...args: unknown[]) => boolean;
  stderr.write = (...args: unknown[]) => {
    try {
      return write(...args);
    } catch {
      return false;
    }
  };
}
