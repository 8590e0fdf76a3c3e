import { readAnswers } from '../../../answers/read.ts';
import type { Assessment, Evidence } from '../../../core/answers.ts';
import { type EvidenceCheck, type EvidenceResult, isVerified, summariseEvidence } from '../../../core/evidence.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { registry } from '../../../report/registry.ts';
import { allowedDraft } from '../../../run/drafts/draft-access.ts';
import { type DraftOpener, draftOpener } from '../../../run/drafts/open-draft.ts';
import { findInputs } from '../../../run/inputs/find-inputs.ts';
import { readInput } from '../../../run/inputs/read-input.ts';
import { printProblems } from '../../../run/outputs/print-problems.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError, type Problem, problemMessage } from '../../../source/problem.ts';
import { exitCode } from '../../exit-codes.ts';
import { pairOutputs, writeReports } from '../../output/outputs.ts';
import type { EvidenceOptions } from './options.ts';

/** `compass evidence check`: exit code 1 where a quote is missing, near or wrongly placed, 2 where it could not be looked up. */
export async function runCheck(run: Run, given: readonly string[], options: EvidenceOptions): Promise<number> {
  const formats = registry['evidence check'];
  const outputs = pairOutputs('compass evidence check', options, formats, 'terminal');
  const prepared = await run.openRubric(options.rubric);
  const { checks, problems } = await checkFiles(run, given, prepared, options.draft);
  printProblems(run.io.stderr, problems);
  const result: EvidenceResult = {
    format: 'compass-evidence/1',
    checks,
    failures: problems.map((problem) => ({ source: problem.source, errors: [{ message: problemMessage(problem) }] })),
    summary: summariseEvidence(checks),
  };
  // Where no quote could be looked up, standard error says why; documents and data list the failures.
  const written = outputs.filter(({ format }) => format !== 'terminal' || checks.length > 0 || problems.length === 0);
  const { rubric } = prepared;
  await writeReports(run, { outputs: written, formats, inputFor: (layout) => ({ result, rubric, ...layout }) }, options);
  if (problems.length > 0) return exitCode.couldNot;
  return checks.every(isVerified) ? exitCode.done : exitCode.gateFailed;
}

interface Checked {
  readonly checks: readonly EvidenceCheck[];
  readonly problems: readonly Problem[];
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
  for (const source of sources) {
    run.protect(source);
    try {
      const { assessment, parsed } = readAnswers(await readInput(run, source), source, prepared);
      const name = draft ?? (await allowedDraft(run, source, assessment, parsed.problem));
      if (name === undefined) throw CompassError.of('no-draft-text', source);
      checks.push(...(await checkFile(source, name, assessment, open)));
    } catch (error) {
      if (!(error instanceof CompassError)) throw error;
      problems.push(...error.problems);
    }
  }
  return { checks, problems };
}

async function checkFile(source: string, draft: string, assessment: Assessment, open: DraftOpener): Promise<EvidenceCheck[]> {
  const { withChecks } = await import('../../../draft/quotes/check.ts');
  const { finder } = await open(draft);
  return checkList(source, draft, withChecks(assessment, finder));
}

function checkList(source: string, draft: string, { answers, flags }: Assessment): EvidenceCheck[] {
  const list = (kind: 'question' | 'flag', question: string, evidence: readonly Evidence[]): EvidenceCheck[] =>
    evidence.flatMap(({ at, quote, check }) =>
      check ? [{ source, draft, question, kind, quote: quote ?? '', at: at ?? null, ...check }] : [],
    );
  return [
    ...[...answers].flatMap(([id, { evidence }]) => list('question', id, evidence)),
    ...[...flags].flatMap(([id, { evidence }]) => list('flag', id, evidence)),
  ];
}
