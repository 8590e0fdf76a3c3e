import { readAnswers } from '../../../answers/read.ts';
import type { Assessment, Evidence } from '../../../core/answers.ts';
import {
  type EvidenceCheck,
  type EvidenceKind,
  type EvidenceResult,
  isVerified,
  summariseEvidence,
} from '../../../core/evidence.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import type { DraftText } from '../../../draft/structure/provision.ts';
import { registry } from '../../../report/registry.ts';
import { allowedDraft, refuseItself } from '../../../run/drafts/draft-access.ts';
import { draftOpener } from '../../../run/drafts/open-draft.ts';
import { printWarnings } from '../../../run/drafts/print-warnings.ts';
import { findInputs } from '../../../run/inputs/find-inputs.ts';
import { readInput } from '../../../run/inputs/read-input.ts';
import { printProblems } from '../../../run/outputs/print-problems.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError, type Problem, problemMessage } from '../../../source/problem.ts';
import { exitCode } from '../../exit-codes.ts';
import { pairOutputs, writeReports } from '../../output/outputs.ts';
import type { EvidenceOptions } from './options.ts';

/**
 * `compass evidence check`: exit code 1 if a quote is missing, near or in another provision, 2 if quotes could not be looked up.
 */
export async function runCheck(run: Run, given: readonly string[], options: EvidenceOptions): Promise<number> {
  const formats = registry['evidence check'];
  const outputs = pairOutputs('compass evidence check', options, formats, 'terminal');
  const prepared = await run.openRubric(options.rubric);
  const { checks, problems, drafts } = await checkFiles(run, given, prepared, options.draft);
  printProblems(run.io.stderr, problems);
  const result: EvidenceResult = {
    format: 'compass-evidence/1',
    checks,
    ...readingsOf(drafts),
    failures: problems.map((problem) => ({ source: problem.source, errors: [{ message: problemMessage(problem) }] })),
    summary: summariseEvidence(checks),
  };
  // If no quote could be looked up, standard error says why; documents and data list the failures.
  const written = outputs.filter(({ format }) => format !== 'terminal' || checks.length > 0 || problems.length === 0);
  const { rubric } = prepared;
  await writeReports(run, { outputs: written, formats, inputFor: (layout) => ({ result, rubric, ...layout }) }, options);
  if (problems.length > 0) return exitCode.error;
  return checks.every(isVerified) ? exitCode.done : exitCode.gateFailed;
}

interface Checked {
  readonly checks: readonly EvidenceCheck[];
  readonly problems: readonly Problem[];
  /** The drafts that were read, each once. */
  readonly drafts: readonly DraftText[];
}

/** @param draft the draft that `--draft` names; undefined takes the one that each answers file names */
async function checkFiles(
  run: Run,
  given: readonly string[],
  prepared: PreparedRubric,
  draft: string | undefined,
): Promise<Checked> {
  const { sources, problems: inputProblems } = await findInputs(run.io, given);
  const open = draftOpener(run);
  const checks: EvidenceCheck[] = [];
  const problems = [...inputProblems];
  const drafts = new Map<string, DraftText>();
  for (const source of sources) {
    run.protect(source);
    try {
      const { assessment, parsed } = readAnswers(await readInput(run, source), source, prepared);
      const name = draft ?? (await allowedDraft(run, source, assessment, parsed.problem));
      if (draft !== undefined) await refuseItself(run, source, draft);
      if (name === undefined) throw CompassError.of('no-draft-text', source);
      const { withChecks } = await import('../../../draft/quotes/check.ts');
      const opened = await open(name);
      if (!drafts.has(name)) printWarnings(run.io, opened.draft);
      drafts.set(name, opened.draft);
      checks.push(...checkList(source, name, withChecks(assessment, opened.finder)));
    } catch (error) {
      if (!(error instanceof CompassError)) throw error;
      problems.push(...error.problems);
    }
  }
  return { checks, problems, drafts: [...drafts.values()] };
}

/** The reading reports: of one draft, or of each of several. */
function readingsOf(drafts: readonly DraftText[]): Pick<EvidenceResult, 'reading' | 'readings'> {
  const [first] = drafts;
  if (!first) return {};
  if (drafts.length === 1) return { reading: first.reading };
  return { readings: drafts.map(({ source, reading }) => ({ draft: source, ...reading })) };
}

function checkList(source: string, draft: string, { answers, steps, flags }: Assessment): EvidenceCheck[] {
  const list = (kind: EvidenceKind, question: string, evidence: readonly Evidence[] = []): EvidenceCheck[] =>
    evidence.flatMap(({ at, quote, check }) =>
      check ? [{ source, draft, question, kind, quote: quote ?? '', at: at ?? null, ...check }] : [],
    );
  return [
    ...[...answers].flatMap(([id, { evidence }]) => list('question', id, evidence)),
    ...[...steps].flatMap(([id, { evidence }]) => list('guiding', id, evidence)),
    ...[...flags].flatMap(([id, { evidence }]) => list('flag', id, evidence)),
  ];
}
