import { access, constants, readdir } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { OutsideChange } from '../../../answers/open-file.ts';
import { recoveryCopiesOf } from '../../../answers/recovery-copy.ts';
import { type AnswersStore, openAnswers } from '../../../answers/store.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { scoreAssessment } from '../../../core/score.ts';
import { toReview } from '../../../interview/plan.ts';
import { listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { reportDocument } from '../../../report/documents/gap-report/gap-report.ts';
import { plainStyle } from '../../../report/write/style.ts';
import { writeTerminal } from '../../../report/write/terminal/terminal.ts';
import { configuredAnswers } from '../../../run/config.ts';
import { isAnswersFile } from '../../../run/inputs/find-inputs.ts';
import type { Io } from '../../../run/io.ts';
import { formatProblem } from '../../../run/outputs/print-problems.ts';
import { writeOutput } from '../../../run/outputs/write-output.ts';
import type { Run } from '../../../run/run.ts';
import { toResult } from '../../../run/scoring/assemble-result.ts';
import { nearest } from '../../../source/nearest.ts';
import { CompassError } from '../../../source/problem.ts';
import { asWriteError } from '../../../source/write.ts';
import { showScore } from '../../../text/number.ts';
import { visible } from '../../../text/plain-text.ts';
import { slug } from '../../../text/slug.ts';
import { exitCode } from '../../exit-codes.ts';
import { listenForInterruption } from '../../interruption.ts';
import type { CommonOptions } from '../../options/common.ts';
import { styleFor } from '../../output/style.ts';
import { againWords, printed, unbroken } from './again.ts';
import { conductInterview, conductReview } from './conduct.ts';
import { openGuide } from './draft-guide.ts';
import { Interrupted, interruptions } from './interrupted.ts';
import type { Interview } from './interview.ts';
import { listOutstanding } from './list.ts';
import { paceBy } from './pace.ts';
import { placesFor } from './places.ts';
import type { Prompter } from './prompter.ts';
import { LeftUnsaved, outsideChangeLine, savingStore } from './saving.ts';
import { stemsFor } from './stems.ts';
import { TerminalPrompter } from './terminal/prompter.ts';

export interface AssessOptions extends CommonOptions {
  readonly draft?: string;
  readonly only?: string;
  /** True without a value. */
  readonly list?: string | boolean;
}

/**
 * `compass assess`: exit code 0 when the reviewer stops, 130 on Ctrl-C, 143 on SIGTERM, 129 when the terminal is closed. In every case
 * all answers are on disk.
 */
export async function runAssess(run: Run, typed: string | undefined, options: AssessOptions): Promise<number> {
  const { io } = run;
  if (options.list !== undefined) return listOutstanding(run, typed, { ...options, list: options.list });
  if (!io.stdin.isTTY || !io.stderr.isTTY) throw CompassError.of('no-terminal', 'compass assess');
  const given = typed ?? (await configuredAnswers(io, await run.config()));
  const prepared = await run.openRubric(options.rubric);
  if (options.only !== undefined && options.only !== 'review') {
    throw CompassError.of('only-what', 'compass assess', { found: `"${options.only}"` });
  }
  if (options.only !== undefined && given === undefined) throw CompassError.of('review-no-file', 'compass assess');
  // Before the first question, also where the name of the file will follow from the title.
  await refuseUnwritable(given === undefined ? io.cwd() : dirname(resolve(io.cwd(), given)), given ?? io.cwd());
  if (given !== undefined) await refuseUnwritable(resolve(io.cwd(), given), given);
  const interruption = new AbortController();
  const prompter = new TerminalPrompter(io, interruption);
  let name = given;
  try {
    const title = given === undefined ? await askTitle(io, prompter, interruption) : undefined;
    name ??= `${slug(title ?? '')}.answers.yaml`;
    return await assess({ run, prepared, prompter, interruption, name, options }, title);
  } catch (error) {
    if (error instanceof LeftUnsaved) {
      prompter.leave();
      return tellUnsaved(io, error);
    }
    if (!(error instanceof Interrupted)) throw error;
    prompter.leave();
    if (name !== undefined) printLines(io, prompter, interruptedLines(name, await againWords(run, name, options), error.keptIn));
    return interruptions[error.by];
  } finally {
    prompter.leave();
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
  const { io } = run;
  // Reading a long draft takes a while: meanwhile the terminal is as it was.
  prompter.leave();
  const store = await openStore(session);
  const tell: Tell = (line) => prompter.tell(line);
  await greet(store, prepared, tell);
  if (title !== undefined && store.assessment().draft.title === undefined) await store.setDraft({ title });
  const guide = await openGuide(run, {
    store,
    prepared,
    given: options.draft,
    named: options.rubric,
    say: tell,
    print: (line) => printLines(io, prompter, [line]),
  });
  const interview: Interview = {
    prompter,
    store,
    prepared,
    loadStems: stemsFor(run, prepared.rubric),
    ...(guide && { guide }),
    style: await styleFor(io.stderr, io.env, options.color),
    pace: paceBy(() => performance.now()),
    places: placesFor(io, store.path),
    report: await reportLines(session, store),
  };
  // Only now: while a long draft is being read, a signal should end the process at once.
  const end = listenForInterruption(io, interruption);
  try {
    if (options.only === undefined) await conductInterview(interview);
    else await review(interview, name);
  } finally {
    prompter.leave();
    end();
  }
  await sumUp(session, store);
  return exitCode.done;
}

type Tell = (line: string) => void;

/**
 * Opens the answers file, or a new one.
 * @throws CompassError if the file has errors, or there is none to review
 */
async function openStore({ run, prepared, prompter, name, options }: Session): Promise<AnswersStore> {
  const { maxBytes } = await run.limits();
  const tell = (change: OutsideChange): void => prompter.tell(outsideChangeLine(name, change));
  const opened = await openAnswers(resolve(run.io.cwd(), name), name, prepared, { tell, maxBytes });
  if (options.only !== undefined && !opened.existed) throw CompassError.of('not-found', name);
  return savingStore(opened, prompter);
}

/** Says where the reviewer stands, and which other files may hold answers. */
async function greet(store: AnswersStore, prepared: PreparedRubric, tell: Tell): Promise<void> {
  const { existed, name: file, path } = store;
  const { answered, applicable: n } = scoreAssessment(prepared, store.assessment(), file);
  tell(existed ? phrase('interview', 'resuming', { file, answered, n }) : phrase('interview', 'beginning', { file }));
  const near = existed ? undefined : await nearFile(path);
  if (near) tell(phrase('interview', 'beginning-near', { near }));
  const copies = await recoveryCopiesOf(path);
  if (copies.length > 0) tell(phrase('saving', 'earlier', { copies: listed(copies) }));
  const rules = prepared.rubric.conventions?.length ?? 0;
  if (rules > 0) tell(phrase('interview', 'rules-hint', { n: rules }));
}

/** The brief gap report on the answers that the store has when it is called. */
async function reportLines({ run, prepared, name, options }: Session, store: AnswersStore): Promise<Interview['report']> {
  const style = await styleFor(run.io.stderr, run.io.env, options.color);
  return (width) => {
    const assessment = store.assessment();
    const outcome = { source: name, assessment, result: scoreAssessment(prepared, assessment, name) };
    const { result, assessments } = toResult(run, prepared, [outcome], []);
    const report = reportDocument({ result, rubric: prepared.rubric, assessments, width, style }, 'brief');
    return writeTerminal(report, { width, style }).trim().split('\n');
  };
}

/** Says where the answers are and, on standard output, the score. */
async function sumUp({ run, prepared, prompter, name, options }: Session, store: AnswersStore): Promise<void> {
  const result = scoreAssessment(prepared, store.assessment(), name);
  const counts = { answered: result.answered, n: result.applicable };
  const word = await againWords(run, name, options);
  printLines(run.io, prompter, [
    unbroken(phrase('interview', 'saved', { file: name, word, ...counts }), `compass assess ${word}`),
  ]);
  const { low, high } = result;
  const score =
    low === high
      ? phrase('interview', 'score-line-exact', { score: showScore(low) })
      : phrase('interview', 'score-line', { low: showScore(low), high: showScore(high) });
  await writeOutput(run, `${score}\n${phrase('interview', 'score-report', { word })}\n`, undefined);
}

/**
 * @param word what stands behind `compass assess` to go on
 * @param keptIn the id of the entry that holds the half-typed text
 */
function interruptedLines(file: string, word: string, keptIn: string | undefined): string[] {
  const saved = unbroken(phrase('interview', 'saved-so-far', { file, word }), `compass assess ${word}`);
  if (keptIn === undefined) return [saved];
  const command = `compass assess ${word} --only review`;
  return [saved, unbroken(phrase('saving', 'half-kept', { id: keptIn, file: word }), command)];
}

/** Prints lines where the command was typed. */
function printLines({ stderr }: Io, prompter: Prompter, lines: readonly string[]): void {
  for (const line of lines) stderr.write(`${printed(line, prompter.width())}\n`);
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
  const marked = toReview(prepared, store.assessment()).length;
  if (marked === 0) return prompter.tell(phrase('interview', 'review-none', { file: name }));
  prompter.tell(phrase('interview', 'review-begin', { file: name, n: marked }));
  const left = await conductReview(interview);
  prompter.tell(left === 0 ? phrase('interview', 'review-done') : phrase('interview', 'review-left', { n: left }));
}

/** An existing answers file with nearly the same name as the new one: the reviewer may have mistyped it. */
async function nearFile(path: string): Promise<string | undefined> {
  const names = await readdir(dirname(path)).catch(() => []);
  return nearest(basename(path), names.filter(isAnswersFile));
}

/** Refuses a file or a folder that can't be written before the first question, not after an hour of answers. */
async function refuseUnwritable(path: string, name: string): Promise<void> {
  try {
    await access(path, constants.W_OK).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  } catch (error) {
    throw asWriteError(error, name);
  }
}

/** Asks until the draft has a title: the answers file is named after it. */
async function askTitle(io: Io, prompter: Prompter, interruption: AbortController): Promise<string> {
  const ask = { kind: 'text', message: phrase('interview', 'title'), initial: '' } as const;
  const body = () => [{ lines: [phrase('interview', 'about-draft')] }];
  const end = listenForInterruption(io, interruption);
  try {
    for (;;) {
      const input = await prompter.ask({ ask, body, text: () => [], remarks: [], style: plainStyle });
      if (input.kind === 'text' && input.text !== '') return input.text;
    }
  } finally {
    end();
  }
}
