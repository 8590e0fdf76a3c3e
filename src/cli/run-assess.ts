import { access, constants, readdir } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { openAnswers } from '../answers/store.ts';
import { scoreAssessment } from '../core/score.ts';
import { toReview } from '../interview/plan.ts';
import type { Prompter } from '../interview/prompter.ts';
import { back } from '../interview/prompter.ts';
import { type Interview, runInterview, runReview } from '../interview/session.ts';
import { tell } from '../interview/tell.ts';
import { terminalPrompter } from '../interview/terminal-prompter.ts';
import { terminalReport } from '../report/terminal.ts';
import { nearest } from '../source/nearest.ts';
import { CompassError } from '../source/problem.ts';
import { visible, wrapped } from '../text/plain-text.ts';
import type { AssessOptions } from './commands/assess.ts';
import { configuredAnswers } from './config.ts';
import { openGuide } from './draft-guide.ts';
import { isAnswersFile } from './inputs.ts';
import { type Context, columnsOf, exitCode } from './io.ts';
import { limitsOf } from './limits.ts';
import { writeOutput } from './output.ts';
import { openRubric } from './rubrics.ts';
import { toResult } from './score-files.ts';
import { slug } from './slug.ts';
import { styleFor } from './style.ts';

/** `compass assess`: exit code 0 when the reviewer stops, 130 on Ctrl-C; either way everything answered is on disk. */
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
  const prompter = terminalPrompter(io.stdin, io.stderr as NodeJS.WriteStream);
  let name = given;
  try {
    const title = given === undefined ? await askTitle(prompter) : undefined;
    name ??= `${slug(title ?? '')}.answers.yaml`;
    const { maxBytes } = await limitsOf(io);
    const store = await openAnswers(resolve(io.cwd(), name), name, prepared, maxBytes);
    if (options.only !== undefined && !store.existed) throw CompassError.of('not-found', name);
    const near = store.existed ? undefined : await nearFile(store.path);
    const begun = scoreAssessment(prepared, store.assessment(), name);
    const opening = store.existed
      ? tell('resuming', { file: name, answered: begun.answered, n: begun.applicable })
      : tell('beginning', { file: name });
    prompter.print(`${wrapped(visible(opening), prompter.width())}\n\n`);
    if (near) prompter.print(`${wrapped(visible(tell('beginning-near', { near })), prompter.width())}\n\n`);
    if (title !== undefined && store.assessment().draft.title === undefined) await store.setDraft({ title });
    const guide = await openGuide(context, store, prepared, options.draft, (line) =>
      prompter.print(`${wrapped(visible(line), prompter.width())}\n\n`),
    );
    const interview = { prompter, store, prepared, ...(guide && { guide }) };
    if (options.only === undefined) await runInterview(interview);
    else await review(interview, name);
    const assessment = store.assessment();
    const outcome = { source: name, assessment, result: scoreAssessment(prepared, assessment, name) };
    const { result, assessments } = toResult(context, prepared, [outcome], []);
    io.stderr.write('\n');
    const style = styleFor(io.stdout, io.env, options.color);
    await writeOutput(
      io,
      terminalReport({ result, rubric: prepared.rubric, assessments, width: columnsOf(io.stdout), style }),
      undefined,
    );
    io.stderr.write(`\n${wrapped(tell('saved', { file: visible(name) }), prompter.width())}\n`);
    return exitCode.done;
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ExitPromptError')) throw error;
    io.stderr.write('\u001b[?2004l\n');
    if (name !== undefined) io.stderr.write(`${wrapped(tell('saved', { file: visible(name) }), prompter.width())}\n`);
    return exitCode.interrupted;
  }
}

/** `--only review`: just the answers whose evidence has changed, or that a panel has left open. */
async function review(interview: Interview, name: string): Promise<void> {
  const { prompter, prepared, store } = interview;
  const print = (line: string): void => prompter.print(`${wrapped(visible(line), prompter.width())}\n`);
  const marked = toReview(prepared, store.assessment()).length;
  if (marked === 0) return print(tell('review-none', { file: name }));
  print(tell('review-begin', { file: name, n: marked }));
  const left = await runReview(interview);
  print(left === 0 ? tell('review-done') : tell('review-left', { n: left }));
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
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw CompassError.of('unwritable', name, { detail });
  }
}

async function askTitle(prompter: Prompter): Promise<string> {
  for (;;) {
    const title = await prompter.text(tell('title'), '');
    if (title !== back && title !== '') return title;
  }
}
