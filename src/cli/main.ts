import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { helpText } from '../messages/help.ts';
import { type Context, exitCode, type Io } from '../run/io.ts';
import { type LimitOptions, setLimits, withLimitOptions } from '../run/limits.ts';
import { visible } from '../text/visible.ts';
import { registerAssess } from './commands/assess/command.ts';
import { registerCompare } from './commands/compare/command.ts';
import { registerCompletion } from './commands/completion/command.ts';
import { registerConfig } from './commands/config/command.ts';
import { registerEvidence } from './commands/evidence/command.ts';
import { registerHelp } from './commands/help/command.ts';
import { registerInit } from './commands/init/command.ts';
import { registerPanel } from './commands/panel/command.ts';
import { registerReport } from './commands/report/command.ts';
import { registerRubric } from './commands/rubric/command.ts';
import { registerScore } from './commands/score/command.ts';

/** By name, in the order of the help; those that speak of all the others have none. */
const commands: readonly (readonly [
  name: string | undefined,
  register: (program: Command, context: Context, finish: (code: number) => void) => void,
])[] = [
  ['assess', registerAssess],
  ['score', registerScore],
  ['report', registerReport],
  ['compare', registerCompare],
  ['evidence', registerEvidence],
  ['panel', registerPanel],
  ['rubric', registerRubric],
  ['init', registerInit],
  ['config', registerConfig],
  [undefined, registerHelp],
  [undefined, registerCompletion],
];

/**
 * Runs the command line.
 * @param argv the arguments after the command's own name
 * @param root the package's folder
 * @returns the exit code
 */
export async function main(io: Io, argv: readonly string[], root: string): Promise<number> {
  quietOnClosedPipe(io);
  try {
    return await runProgram(io, root, packageJson.version, argv);
  } catch (error) {
    return await reportError(io, error);
  }
}

async function runProgram(io: Io, root: string, version: string, argv: readonly string[]): Promise<number> {
  let code: number = exitCode.done;
  const finish = (result: number): void => {
    code = result;
  };
  const program = new Command('compass')
    .description(helpText('program', 'description'))
    .version(version, '--version', helpText('program', 'version'))
    .helpOption('-h, --help', helpText('program', 'help'))
    .option('--config <file>', helpText('program', 'config'))
    .option('--no-config', helpText('program', 'no-config'))
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError(true)
    .showHelpAfterError(helpText('program', 'after-error'))
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(lines(text)),
      getOutHelpWidth: () => Math.min(io.stdout.columns ?? 80, 100),
      getErrHelpWidth: () => Math.min(io.stderr.columns ?? 80, 100),
    })
    .exitOverride();
  const configFile = (): string | false | undefined => program.opts<{ config?: string | false }>().config;
  withLimitOptions(program);
  let config: ReturnType<Context['config']> | undefined;
  const context: Context = {
    io,
    root,
    version,
    config: () => {
      config ??= import('../run/config.ts').then(({ readConfiguration }) => readConfiguration(io, configFile()));
      return config;
    },
  };
  setLimits(io, async () => {
    const { limitsFrom } = await import('../run/limits-from.ts');
    return limitsFrom(program.opts<LimitOptions>(), await context.config());
  });
  // Wrong usage is said also by a command that reads nothing.
  program.hook('preAction', async () => {
    const options = program.opts<LimitOptions>();
    if (options.maxSize !== undefined) (await import('../run/limits-from.ts')).sizeOf(options);
  });
  // Whoever names a command needs no other; to put all together takes a tenth of a short run.
  const named = commands.find(([name]) => name === argv[0]);
  for (const [, register] of named ? [named] : commands) register(program, context, finish);
  program.addHelpText('after', `\n${helpText('program', 'notes')}`);
  if (argv.length === 0) {
    program.outputHelp();
    return exitCode.done;
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    // Help and version end with 0; every other complaint of the parser is wrong usage, whatever code it gives it.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.couldNot;
    throw error;
  }
}

/** Words of ours that repeat what was typed, made fit for a terminal. */
function lines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

async function reportError(io: Io, error: unknown): Promise<number> {
  // What only a run that fails needs is loaded when it has failed.
  const { CompassError } = await import('../source/problem.ts');
  if (error instanceof CompassError) {
    const { printProblems } = await import('../run/problems.ts');
    printProblems(io, error.problems);
    return exitCode.couldNot;
  }
  const debug = io.env['DEBUG'] === 'compass';
  const detail = error instanceof Error ? (debug ? error.stack : error.message) : String(error);
  io.stderr.write(`${helpText('program', 'fault', { detail: lines(String(detail)) })}\n`);
  if (!debug) io.stderr.write(`  ${helpText('program', 'fault-next')}\n`);
  return exitCode.bug;
}

/** A reader that has seen enough (`| head`) is no error. */
function quietOnClosedPipe({ stdout }: Io): void {
  const stream = stdout as unknown as Partial<NodeJS.WriteStream>;
  stream.on?.('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
