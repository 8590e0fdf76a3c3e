import { access, constants, readdir } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { asidesOf } from '../../../answers/aside.ts';
import { openAnswers } from '../../../answers/store.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { scoreAssessment } from '../../../core/score.ts';
import { toReview } from '../../../interview/plan.ts';
import { phrase } from '../../../messages/phrases.ts';
import { reportDocument } from '../../../report/documents/gap-report/gap-report.ts';
import { writeTerminal } from '../../../report/write/terminal/terminal.ts';
import { configuredAnswers } from '../../../run/config.ts';
import { isAnswersFile } from '../../../run/inputs.ts';
import { type Context, columnsOf, exitCode, type Io } from '../../../run/io.ts';
import { limitsOf } from '../../../run/limits.ts';
import { writeOutput } from '../../../run/output.ts';
import { formatProblem } from '../../../run/problems.ts';
import { openRubric } from '../../../run/rubrics.ts';
import { toResult } from '../../../run/score-files.ts';
import { nearest } from '../../../source/nearest.ts';
import { CompassError } from '../../../source/problem.ts';
import { asWriteError } from '../../../source/write.ts';
import { visible, wrapped } from '../../../text/plain-text.ts';
import { listenForInterruption } from '../../interruption.ts';
import type { CommonOptions } from '../../options.ts';
import { styleFor } from '../../output/style.ts';
import { slug } from '../init/slug.ts';
import { conductInterview, conductReview } from './conduct.ts';
import { openGuide } from './draft-guide.ts';
import { Interrupted, interruptions } from './interrupted.ts';
import type { Interview } from './interview.ts';
import { LeftUnsaved, meanwhileLine, savingStore } from './saving.ts';
import type { Prompter } from './screen/prompter.ts';
import { back } from './screen/prompter.ts';
import { terminalPrompter } from './screen/terminal-prompter.ts';

export interface AssessOptions extends CommonOptions {
  readonly draft?: string;
  readonly only?: string;
}

/**
 * `compass assess`: exit code 0 when the reviewer stops, 130 on Ctrl-C, 143 and 129 where the process is told to end or its terminal
 * is closed; in every case everything answered is on disk.
 */
export async function runAssess(context: Context, typed: string | undefined, options: AssessOptions): Promise<number> {
  const { io } = context;
  if (!io.stdin.isTTY || !io.stderr.isTTY) throw CompassError.of('no-terminal', 'compass assess');
  const given = typed ?? (await configuredAnswers(io, await context.config()));
  const prepared = await openRubric(context, options.rubric);
  if (options.only !== undefined && options.only !== 'review') {
    throw CompassError.of('only-what', 'compass assess', { found: `"${options.only}"` });
  }
  if (options.only !== undefined && given === undefined) throw CompassError.of('review-no-file', 'compass assess');
  if (given !== undefined) await refuseUnwritable(resolve(io.cwd(), given), given);
  const interruption = new AbortController();
  const prompter = terminalPrompter(io.stdin, io.stderr as NodeJS.WriteStream, interruption);
  let name = given;
  try {
    const title = given === undefined ? await askTitle(prompter) : undefined;
    name ??= `${slug(title ?? '')}.answers.yaml`;
    return await assess({ context, prepared, prompter, interruption, name, options }, title);
  } catch (error) {
    if (error instanceof LeftUnsaved) return tellUnsaved(io, error);
    if (!(error instanceof Interrupted)) throw error;
    io.stderr.write('\n');
    if (name !== undefined) tellSaved(io, prompter, name, error.keptIn);
    return interruptions[error.by];
  }
}

interface Session {
  readonly context: Context;
  readonly prepared: PreparedRubric;
  readonly prompter: Prompter;
  readonly interruption: AbortController;
  /** The answers file, as the reviewer named it. */
  readonly name: string;
  readonly options: AssessOptions;
}

/** The interview itself, from the first line to the report. */
async function assess(
  { context, prepared, prompter, interruption, name, options }: Session,
  title: string | undefined,
): Promise<number> {
  const { io } = context;
  const print = (line: string): void => prompter.print(`${wrapped(visible(line), prompter.width())}\n\n`);
  const { maxBytes } = await limitsOf(io);
  const tellOf = (meanwhile: Parameters<typeof meanwhileLine>[1]): void => print(meanwhileLine(name, meanwhile));
  const opened = await openAnswers(resolve(io.cwd(), name), name, prepared, { tell: tellOf, maxBytes });
  const store = savingStore(opened, prompter);
  if (options.only !== undefined && !store.existed) throw CompassError.of('not-found', name);
  const near = store.existed ? undefined : await nearFile(store.path);
  const begun = scoreAssessment(prepared, store.assessment(), name);
  print(
    store.existed
      ? phrase('interview', 'resuming', { file: name, answered: begun.answered, n: begun.applicable })
      : phrase('interview', 'beginning', { file: name }),
  );
  if (near) print(phrase('interview', 'beginning-near', { near }));
  const asides = await asidesOf(store.path);
  if (asides.length > 0) print(phrase('saving', 'earlier', { asides: asides.join(', ') }));
  if (title !== undefined && store.assessment().draft.title === undefined) await store.setDraft({ title });
  const guide = await openGuide(context, store, prepared, options.draft, print);
  const interview = { prompter, store, prepared, ...(guide && { guide }) };
  // Not before: while a long draft is being read, a signal ends the process at once.
  const end = listenForInterruption(io, interruption);
  try {
    if (options.only === undefined) await conductInterview(interview);
    else await review(interview, name);
  } finally {
    end();
  }
  const assessment = store.assessment();
  const outcome = { source: name, assessment, result: scoreAssessment(prepared, assessment, name) };
  const { result, assessments } = toResult(context, prepared, [outcome], []);
  io.stderr.write('\n');
  const style = await styleFor(io.stdout, io.env, options.color);
  const screen = { width: columnsOf(io.stdout), style };
  const report = reportDocument({ result, rubric: prepared.rubric, assessments, ...screen }, 'brief');
  await writeOutput(io, writeTerminal(report, screen), undefined);
  io.stderr.write('\n');
  tellSaved(io, prompter, name);
  return exitCode.done;
}

/** @param keptIn the id of the entry that keeps what was half typed */
function tellSaved({ stderr }: Io, prompter: Prompter, file: string, keptIn?: string): void {
  const print = (line: string): void => void stderr.write(`${wrapped(visible(line), prompter.width())}\n`);
  print(phrase('interview', 'saved', { file }));
  if (keptIn !== undefined) print(phrase('saving', 'half-kept', { id: keptIn, file }));
}

/** Where no folder takes the answer, it is printed, to be copied from the window. */
function tellUnsaved({ stderr }: Io, { problems, text, exitCode: code }: LeftUnsaved): number {
  stderr.write('\n');
  for (const problem of problems) stderr.write(formatProblem(problem));
  if (text !== undefined) stderr.write(`\n${text.split('\n').map(visible).join('\n')}`);
  return code;
}

/** `--only review`: just the answers whose evidence has changed, or that a panel has left open. */
async function review(interview: Interview, name: string): Promise<void> {
  const { prompter, prepared, store } = interview;
  const print = (line: string): void => prompter.print(`${wrapped(visible(line), prompter.width())}\n`);
  const marked = toReview(prepared, store.assessment()).length;
  if (marked === 0) return print(phrase('interview', 'review-none', { file: name }));
  print(phrase('interview', 'review-begin', { file: name, n: marked }));
  const left = await conductReview(interview);
  print(left === 0 ? phrase('interview', 'review-done') : phrase('interview', 'review-left', { n: left }));
}

/** The answers file beside a new one whose name is nearly the same: a slip of the hand would begin the work anew. */
async function nearFile(path: string): Promise<string | undefined> {
  const names = await readdir(dirname(path)).catch(() => []);
  return nearest(basename(path), names.filter(isAnswersFile));
}

/** Said before the first question, not after an hour of them. */
async function refuseUnwritable(path: string, name: string): Promise<void> {
  try {
    await access(dirname(path), constants.W_OK);
    await access(path, constants.W_OK).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  } catch (error) {
    throw asWriteError(error, name);
  }
}

async function askTitle(prompter: Prompter): Promise<string> {
  for (;;) {
    const title = await prompter.text(phrase('interview', 'title'), '');
    if (title !== back && title !== '') return title;
  }
}
