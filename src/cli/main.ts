import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { registerAssess } from './commands/assess.ts';
import { registerCompare } from './commands/compare.ts';
import { registerCompletion } from './commands/completion.ts';
import { registerConfig } from './commands/config.ts';
import { registerEvidence } from './commands/evidence.ts';
import { registerHelp } from './commands/help.ts';
import { registerInit } from './commands/init.ts';
import { registerPanel } from './commands/panel.ts';
import { registerReport } from './commands/report.ts';
import { registerRubric } from './commands/rubric.ts';
import { registerScore } from './commands/score.ts';
import { type Context, exitCode, type Io } from './io.ts';

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
    .description(
      'Scores draft technology regulation against the UN Guiding Principles on Business and Human Rights.\n' +
        'An unofficial aid to judgement; not endorsed by the United Nations.',
    )
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .option('--config <file>', 'the configuration, instead of the compass.config.yaml found here or above')
    .option('--no-config', 'no configuration')
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError(true)
    .showHelpAfterError('(compass --help lists what there is)')
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      getOutHelpWidth: () => Math.min(io.stdout.columns ?? 80, 100),
      getErrHelpWidth: () => Math.min(io.stderr.columns ?? 80, 100),
    })
    .exitOverride();
  const named = (): string | false | undefined => program.opts<{ config?: string | false }>().config;
  let config: ReturnType<Context['config']> | undefined;
  const context: Context = {
    io,
    root,
    version,
    config: () => {
      config ??= import('./config.ts').then(({ readConfiguration }) => readConfiguration(io, named()));
      return config;
    },
  };
  registerAssess(program, context, finish);
  registerScore(program, context, finish);
  registerReport(program, context, finish);
  registerCompare(program, context, finish);
  registerEvidence(program, context, finish);
  registerPanel(program, context, finish);
  registerRubric(program, context, finish);
  registerInit(program, context, finish);
  registerConfig(program, context, finish);
  registerHelp(program, context, finish);
  registerCompletion(program, context, finish);
  program.addHelpText(
    'after',
    `
Example:
  compass assess bill.answers.yaml     answer the questions about a draft
  compass report bill.answers.yaml     hand in the result

Exit codes: 0 done, 1 a gate does not hold, 2 could not be done, 130 interrupted.`,
  );
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

async function reportError(io: Io, error: unknown): Promise<number> {
  // What only a run that fails needs is loaded when it has failed.
  const { CompassError } = await import('../source/problem.ts');
  if (error instanceof CompassError) {
    const { formatProblem } = await import('./errors.ts');
    for (const problem of error.problems) io.stderr.write(formatProblem(problem));
    return exitCode.couldNot;
  }
  const debug = io.env['DEBUG'] === 'compass';
  const detail = error instanceof Error ? (debug ? error.stack : error.message) : String(error);
  io.stderr.write(`compass: a fault in compass itself: ${detail}\n`);
  if (!debug) io.stderr.write('  DEBUG=compass prints where it happened; please report it\n');
  return exitCode.bug;
}

/** A reader that has seen enough (`| head`) is no error. */
function quietOnClosedPipe({ stdout }: Io): void {
  const stream = stdout as unknown as Partial<NodeJS.WriteStream>;
  stream.on?.('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
