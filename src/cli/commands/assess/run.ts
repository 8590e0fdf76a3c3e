import { access, constants, readdir } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { OutsideChange } from '../../../answers/open-file.ts';
import { recoveryCopiesOf } from '../../../answers/recovery-copy.ts';
import { type AnswersStore, openAnswers } from '../../../answers/store.ts';
import type { Assessment } from '../../../core/answers.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { scoreAssessment } from '../../../core/score.ts';
import { toReview } from '../../../interview/plan.ts';
import { listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { reportDocument } from '../../../report/documents/gap-report/gap-report.ts';
import { writeTerminal } from '../../../report/write/terminal/terminal.ts';
import { configuredAnswers } from '../../../run/config.ts';
import { isAnswersFile } from '../../../run/inputs/find-inputs.ts';
import { columnsOf, type Io } from '../../../run/io.ts';
import { formatProblem } from '../../../run/outputs/print-problems.ts';
import { writeOutput } from '../../../run/outputs/write-output.ts';
import type { Run } from '../../../run/run.ts';
import { toResult } from '../../../run/scoring/assemble-result.ts';
import { nearest } from '../../../source/nearest.ts';
import { CompassError } from '../../../source/problem.ts';
import { asWriteError } from '../../../source/write.ts';
import { visible, wrapped } from '../../../text/plain-text.ts';
import { shellWord } from '../../../text/shell-word.ts';
import { slug } from '../../../text/slug.ts';
import { exitCode } from '../../exit-codes.ts';
import { listenForInterruption } from '../../interruption.ts';
import type { CommonOptions } from '../../options/common.ts';
import { styleFor } from '../../output/style.ts';
import { conductInterview, conductReview } from './conduct.ts';
import { openGuide } from './draft-guide.ts';
import { Interrupted, interruptions } from './interrupted.ts';
import type { Interview } from './interview.ts';
import { LeftUnsaved, outsideChangeLine, savingStore } from './saving.ts';
import type { Prompter } from './screen/prompter.ts';
import { back } from './screen/prompter.ts';
import { terminalPrompter } from './screen/terminal-prompter.ts';

export interface AssessOptions extends CommonOptions {
  readonly draft?: string;
  readonly only?: string;
}

/**
 * `compass assess`: exit code 0 when the reviewer stops, 130 on Ctrl-C, 143 on SIGTERM, 129 when the terminal is closed. In every case
 * all answers are on disk.
 */
export async function runAssess(run: Run, typed: string | undefined, options: AssessOptions): Promise<number> {
  const { io } = run;
  if (!io.stdin.isTTY || !io.stderr.isTTY) throw CompassError.of('no-terminal', 'compass assess');
  const given = typed ?? (await configuredAnswers(io, await run.config()));
  const prepared = await run.openRubric(options.rubric);
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
    return await assess({ run, prepared, prompter, interruption, name, options }, title);
  } catch (error) {
    if (error instanceof LeftUnsaved) return tellUnsaved(io, error);
    if (!(error instanceof Interrupted)) throw error;
    io.stderr.write('\n');
    if (name !== undefined) tellSaved(io, prompter, name, error.keptIn);
    return interruptions[error.by];
  }
}

interface Session {
  readonly run: Run;
  readonly prepared: PreparedRubric;
  readonly prompter: Prompter;
  readonly interruption: AbortController;
  /** The answers file, as the reviewer named it. */
  readonly name: string;
  readonly options: AssessOptions;
}

/** The interview, from the first line to the report. */
async function assess(session: Session, title: string | undefined): Promise<number> {
  const { run, prepared, prompter, interruption, name, options } = session;
  const print = (line: string): void => prompter.print(`${wrapped(visible(line), prompter.width())}\n\n`);
  const store = await openStore(session, print);
  await greet(store, prepared, print);
  if (title !== undefined && store.assessment().draft.title === undefined) await store.setDraft({ title });
  const guide = await openGuide(run, { store, prepared, given: options.draft, say: print });
  const interview = { prompter, store, prepared, ...(guide && { guide }) };
  // Only now: while a long draft is being read, a signal should end the process at once.
  const end = listenForInterruption(run.io, interruption);
  try {
    if (options.only === undefined) await conductInterview(interview);
    else await review(interview, name);
  } finally {
    end();
  }
  run.io.stderr.write('\n');
  await printReport(session, store.assessment());
  run.io.stderr.write('\n');
  tellSaved(run.io, prompter, name);
  return exitCode.done;
}

type Print = (line: string) => void;

/**
 * Opens the answers file, or a new one.
 * @throws CompassError if the file has errors, or there is none to review
 */
async function openStore({ run, prepared, prompter, name, options }: Session, print: Print): Promise<AnswersStore> {
  const { maxBytes } = await run.limits();
  const tell = (change: OutsideChange): void => print(outsideChangeLine(name, change));
  const opened = await openAnswers(resolve(run.io.cwd(), name), name, prepared, { tell, maxBytes });
  if (options.only !== undefined && !opened.existed) throw CompassError.of('not-found', name);
  return savingStore(opened, prompter);
}

/** Says where the reviewer stands, and which other files may hold answers. */
async function greet(store: AnswersStore, prepared: PreparedRubric, print: Print): Promise<void> {
  const { existed, name: file, path } = store;
  const { answered, applicable: n } = scoreAssessment(prepared, store.assessment(), file);
  print(existed ? phrase('interview', 'resuming', { file, answered, n }) : phrase('interview', 'beginning', { file }));
  const near = existed ? undefined : await nearFile(path);
  if (near) print(phrase('interview', 'beginning-near', { near }));
  const copies = await recoveryCopiesOf(path);
  if (copies.length > 0) print(phrase('saving', 'earlier', { copies: listed(copies) }));
}

/** Prints the brief gap report on standard output. */
async function printReport({ run, prepared, name, options }: Session, assessment: Assessment): Promise<void> {
  const { io } = run;
  const outcome = { source: name, assessment, result: scoreAssessment(prepared, assessment, name) };
  const { result, assessments } = toResult(run, prepared, [outcome], []);
  const screen = { width: columnsOf(io.stdout), style: await styleFor(io.stdout, io.env, options.color) };
  const report = reportDocument({ result, rubric: prepared.rubric, assessments, ...screen }, 'brief');
  await writeOutput(run, writeTerminal(report, screen), undefined);
}

/** @param keptIn the id of the entry that holds the half-typed text */
function tellSaved({ stderr }: Io, prompter: Prompter, file: string, keptIn?: string): void {
  const print = (line: string): void => void stderr.write(`${wrapped(visible(line), prompter.width())}\n`);
  print(phrase('interview', 'saved', { file, word: shellWord(file) }));
  if (keptIn !== undefined) print(phrase('saving', 'half-kept', { id: keptIn, file: shellWord(file) }));
}

/** Prints an answer that could be saved nowhere, so that it can be copied from the window. */
function tellUnsaved({ stderr }: Io, { problems, text, exitCode: code }: LeftUnsaved): number {
  stderr.write('\n');
  for (const problem of problems) stderr.write(formatProblem(problem));
  if (text !== undefined) stderr.write(`\n${text.split('\n').map(visible).join('\n')}`);
  return code;
}

/** `--only review`: asks only what is marked, because its evidence has changed or a panel has left it open. */
async function review(interview: Interview, name: string): Promise<void> {
  const { prompter, prepared, store } = interview;
  const print = (line: string): void => prompter.print(`${wrapped(visible(line), prompter.width())}\n`);
  const marked = toReview(prepared, store.assessment()).length;
  if (marked === 0) return print(phrase('interview', 'review-none', { file: name }));
  print(phrase('interview', 'review-begin', { file: name, n: marked }));
  const left = await conductReview(interview);
  print(left === 0 ? phrase('interview', 'review-done') : phrase('interview', 'review-left', { n: left }));
}

/** An existing answers file with nearly the same name as the new one: the reviewer may have mistyped it. */
async function nearFile(path: string): Promise<string | undefined> {
  const names = await readdir(dirname(path)).catch(() => []);
  return nearest(basename(path), names.filter(isAnswersFile));
}

/** Refuses a file that can't be written before the first question, not after an hour of answers. */
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
