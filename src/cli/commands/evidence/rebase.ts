import { basename, dirname, relative, resolve } from 'node:path';
import { readAnswers } from '../../../answers/read.ts';
import { type Revision, reviseAnswers } from '../../../answers/revise.ts';
import type { Assessment } from '../../../core/answers.ts';
import type { EvidenceFate, EvidenceKind, RebaseResult } from '../../../core/evidence.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { type RebasedItem, rebaseEvidence, type Version } from '../../../draft/rebase/rebase.ts';
import { phrase } from '../../../messages/phrases.ts';
import { registry } from '../../../report/registry.ts';
import { allowedDraft } from '../../../run/drafts/draft-access.ts';
import { type DraftOpener, draftOpener } from '../../../run/drafts/open-draft.ts';
import { readNamedFile } from '../../../run/inputs/read-input.ts';
import { replaceFile, writeOutput } from '../../../run/outputs/write-output.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError } from '../../../source/problem.ts';
import { shellWord } from '../../../text/shell-word.ts';
import { visible } from '../../../text/visible.ts';
import { exitCode } from '../../exit-codes.ts';
import type { OutputOptions } from '../../options/outputs.ts';
import { type Layout, type Output, pairOutputs, refuseToOverwrite, splitOutputs, writeReports } from '../../output/outputs.ts';
import type { RebaseOptions } from './options.ts';
import { additionsFor } from './rebase-additions.ts';
import { type Review, reviewsOf, revisionOf } from './rebase-reviews.ts';

/**
 * `compass evidence rebase`: exit code 0 if the file was carried over, even if answers need another look.
 * The gate for that is `score --fail-on review`.
 */
export async function runRebase(run: Run, file: string, options: RebaseOptions): Promise<number> {
  const { output, outputs, reportOptions } = pairRebaseOutputs(file, options);
  const prepared = await run.openRubric(options.rubric);
  refuseToOverwrite(run, outputs, [file]);
  const answers = { file, text: await readNamedFile(run, file) };
  const { assessment, parsed } = readAnswers(answers.text, file, prepared);
  const oldName = options.old ?? (await allowedDraft(run, file, assessment, parsed.problem));
  const open = draftOpener(run);
  const after = await open(options.draft);
  const before = await oldVersion(open, oldName, options.old !== undefined, assessment);
  if (before && before.draft.sha256 === after.draft.sha256) throw CompassError.of('rebase-same-text', options.draft);
  await refuseProtected(run, outputs);
  const items = rebaseEvidence(assessment, before, after);
  const reviews = reviewsOf(items, basename(options.draft));
  const result: RebaseResult = {
    format: 'compass-rebase/1',
    source: file,
    output,
    from: before ? (oldName ?? null) : null,
    to: options.draft,
    ...evidenceAndReviews(items, reviews),
    additions: before ? await additionsFor(run, { before, after, assessment }, { prepared, named: options.rubric }) : [],
    summary: countFates(items),
  };
  if (!options.dryRun) {
    const draft = { text: draftPath(run, output, options.draft), sha256: after.draft.sha256 };
    await writeRevised(run, { ...answers, output }, revisionOf(items, reviews, draft), prepared);
  }
  const input = { result, rubric: prepared.rubric };
  const inputFor = (layout: Layout) => ({ ...input, ...layout });
  await writeReports(run, { outputs, formats: registry['evidence rebase'], inputFor }, reportOptions);
  if (outputs.some(({ format }) => format !== 'json')) run.io.stderr.write(`\n${closingLine(options, output)}\n`);
  return exitCode.done;
}

/** The files for the new answers and for the reports. */
interface RebaseOutputs {
  readonly output: string;
  readonly outputs: readonly Output[];
  readonly reportOptions: OutputOptions;
}

/** @throws CompassError if two answers files are named */
function pairRebaseOutputs(file: string, options: RebaseOptions): RebaseOutputs {
  const { taken, rest } = splitOutputs(options, (name) => !isReport(name));
  if (taken.length > 1) throw CompassError.of('rebase-one-file', taken[1] ?? '');
  const outputs = pairOutputs('compass evidence rebase', rest, registry['evidence rebase'], 'terminal');
  return { output: taken[0] ?? file, outputs, reportOptions: rest };
}

/** Whether the file extension is that of a report. Any other file is the new answers file, which may be JSON. */
function isReport(file: string): boolean {
  return Object.entries(registry['evidence rebase']).some(
    ([name, { endings }]) => name !== 'json' && endings.some((ending) => file.toLowerCase().endsWith(ending)),
  );
}

/**
 * Called before the answers file is rewritten, when all files that are read are known.
 * @throws CompassError if a report would replace one of them
 */
async function refuseProtected(run: Run, outputs: readonly Output[]): Promise<void> {
  for (const { file } of outputs)
    if (file !== undefined && (await run.isProtected(resolve(run.io.cwd(), file))))
      throw CompassError.of('output-is-input', file);
}

/**
 * The old text, if it exists and is the one that was assessed.
 * @param required whether the user has named it: then it has to exist, and may be another one than was assessed
 */
async function oldVersion(
  open: DraftOpener,
  name: string | undefined,
  required: boolean,
  { draft }: Assessment,
): Promise<Version | undefined> {
  if (name === undefined) return undefined;
  try {
    const version = await open(name);
    const isOther = draft.sha256 !== undefined && draft.sha256.toLowerCase() !== version.draft.sha256;
    return isOther && !required ? undefined : version;
  } catch (error) {
    if (error instanceof CompassError && !required) return undefined;
    throw error;
  }
}

function countFates(items: readonly RebasedItem[]): Record<EvidenceFate, number> {
  const count = (fate: EvidenceFate): number => items.filter((each) => each.fate === fate).length;
  return {
    unchanged: count('unchanged'),
    moved: count('moved'),
    changed: count('changed'),
    gone: count('gone'),
    unknown: count('unknown'),
  };
}

function evidenceAndReviews(
  items: readonly RebasedItem[],
  reviews: readonly Review[],
): Pick<RebaseResult, 'evidence' | 'review'> {
  return {
    evidence: items.map(({ section, id, evidence, fate, at, differences, around }) => ({
      question: id,
      kind: kinds[section],
      quote: evidence.quote ?? null,
      from: evidence.at ?? null,
      to: at,
      fate,
      ...(differences && { differences }),
      ...(around && { around }),
    })),
    review: reviews.map(({ section, id, because }) => ({ question: id, kind: kinds[section], because })),
  };
}

const kinds = { answers: 'question', steps: 'guiding', flags: 'flag' } as const satisfies Record<Review['section'], EvidenceKind>;

/** The draft's path as the answers file names it: relative to the folder of the answers file. */
function draftPath({ io }: Run, output: string, draft: string): string {
  const path = relative(dirname(resolve(io.cwd(), output)), resolve(io.cwd(), draft)).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}

/** Replaces the answers file; or writes the one that `output` names. */
async function writeRevised(
  run: Run,
  { file, text, output }: { readonly file: string; readonly text: string; readonly output: string },
  revision: Revision,
  prepared: PreparedRubric,
): Promise<void> {
  const cwd = run.io.cwd();
  const path = resolve(cwd, output);
  const revised = reviseAnswers({ text, source: file, path }, revision, prepared);
  // A file that compass could not open again must not replace one that it can.
  readAnswers(revised, output, prepared);
  if (path === resolve(cwd, file)) await replaceFile(run, output, text, revised);
  else await writeOutput(run, revised, output);
}

function closingLine({ dryRun }: RebaseOptions, output: string): string {
  return dryRun
    ? phrase('report', 'rebase-dry')
    : visible(phrase('report', 'rebase-written', { output, word: shellWord(output) }));
}
