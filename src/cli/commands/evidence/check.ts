import { resolve } from 'node:path';
import { readAnswers } from '../../../answers/read.ts';
import type { Assessment, Evidence } from '../../../core/answers.ts';
import {
  type EvidenceCheck,
  type EvidenceResult,
  isVerified,
  type OutlineEntry,
  type OutlineResult,
  summariseEvidence,
} from '../../../core/evidence.ts';
import type { Provision } from '../../../draft/structure/provision.ts';
import { registry } from '../../../report/registry.ts';
import { draftFile, draftOpener, type OpenDraft } from '../../../run/draft-text.ts';
import { findInputs } from '../../../run/inputs.ts';
import { type Context, exitCode } from '../../../run/io.ts';
import { keep } from '../../../run/kept.ts';
import { limitsOf } from '../../../run/limits.ts';
import { printProblems } from '../../../run/problems.ts';
import { openRubric } from '../../../run/rubrics.ts';
import { readSource } from '../../../run/score-files.ts';
import { CompassError, type Problem, problemMessage } from '../../../source/problem.ts';
import { pairOutputs, writeReports } from '../../output/outputs.ts';
import type { EvidenceOptions } from './options.ts';

/** `compass evidence outline`. */
export async function runOutline(context: Context, name: string, options: EvidenceOptions): Promise<number> {
  const outputs = pairOutputs('compass evidence outline', options, registry['evidence outline'], 'terminal');
  const { readDraft } = await import('../../../draft/read.ts');
  const path = resolve(context.io.cwd(), name);
  keep(context.io, path);
  const draft = await readDraft(path, name, (await limitsOf(context.io)).maxBytes);
  const result: OutlineResult = { format: 'compass-outline/1', draft: name, provisions: draft.provisions.map(toEntry) };
  await writeReports(context, outputs, registry['evidence outline'], options, (width, style) => ({ result, width, style }));
  return exitCode.done;
}

function toEntry({ label, heading, place, text, children }: Provision): OutlineEntry {
  return {
    label,
    heading: heading ?? null,
    line: place.line ?? null,
    ...(place.page !== undefined && { page: place.page }),
    ...(place.eId !== undefined && { eId: place.eId }),
    text,
    children: children.map(toEntry),
  };
}

/** `compass evidence check`: exit code 1 where a quote is missing, near or wrongly placed, 2 where it could not be looked up. */
export async function runCheck(context: Context, given: readonly string[], options: EvidenceOptions): Promise<number> {
  const { io } = context;
  const outputs = pairOutputs('compass evidence check', options, registry['evidence check'], 'terminal');
  const prepared = await openRubric(context, options.rubric);
  const { sources, problems: inputProblems } = await findInputs(io, given);
  const open = draftOpener(io);
  const checks: EvidenceCheck[] = [];
  const problems: Problem[] = [...inputProblems];
  for (const source of sources) {
    keep(io, source);
    try {
      const { assessment, parsed } = readAnswers(await readSource(io, source), source, prepared);
      const name = options.draft ?? (await draftFile(io, source, { assessment, parsed }));
      if (name === undefined) throw CompassError.of('no-draft-text', source);
      const { withChecks } = await import('../../../draft/quotes/check.ts');
      const opened: OpenDraft = await open(name);
      checks.push(...checkList(source, name, withChecks(assessment, opened.finder)));
    } catch (error) {
      if (!(error instanceof CompassError)) throw error;
      problems.push(...error.problems);
    }
  }
  printProblems(io, problems);
  const result: EvidenceResult = {
    format: 'compass-evidence/1',
    checks,
    failures: problems.map((problem) => ({ source: problem.source, errors: [{ message: problemMessage(problem) }] })),
    summary: summariseEvidence(checks),
  };
  // Where nothing could be looked up, the errors on standard error say it; documents and programs get the failures.
  const written = outputs.filter(({ format }) => format !== 'terminal' || checks.length > 0 || problems.length === 0);
  const { rubric } = prepared;
  await writeReports(context, written, registry['evidence check'], options, (width, style) => ({ result, rubric, width, style }));
  if (problems.length > 0) return exitCode.couldNot;
  return checks.every(isVerified) ? exitCode.done : exitCode.gateFailed;
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
