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
import type { DraftText, Provision } from '../../../draft/structure/provision.ts';
import { draftFile, draftOpener, type OpenDraft, refuseItself } from '../../../run/draft-text.ts';
import { findInputs } from '../../../run/inputs.ts';
import { type Context, columnsOf, exitCode } from '../../../run/io.ts';
import { keep } from '../../../run/kept.ts';
import { limitsOf } from '../../../run/limits.ts';
import { writeOutput } from '../../../run/output.ts';
import { printProblems } from '../../../run/problems.ts';
import { printWarnings } from '../../../run/reading-warnings.ts';
import { openRubric } from '../../../run/rubrics.ts';
import { readSource } from '../../../run/score-files.ts';
import { CompassError, type Problem, problemMessage } from '../../../source/problem.ts';
import { styleFor } from '../../output/style.ts';
import type { EvidenceOptions } from './options.ts';

/** The formats of the evidence commands. */
export function checkFormat(command: string, { format }: EvidenceOptions): 'terminal' | 'json' {
  if (format === 'terminal' || format === 'json') return format;
  throw CompassError.of('unknown-format', `compass evidence ${command}`, { format, known: 'terminal, json' });
}

/** Prints a result of the evidence commands in the format that was asked for. */
export async function printEvidence<Data>(
  { io }: Context,
  data: Data,
  options: EvidenceOptions,
  format: 'terminal' | 'json',
  terminal: (data: Data, width: number, style: Awaited<ReturnType<typeof styleFor>>) => string,
): Promise<void> {
  if (format === 'json') {
    const { toJson } = await import('../../../report/escape/json.ts');
    return writeOutput(io, `${toJson(data, 2)}\n`, options.output);
  }
  const toFile = options.output !== undefined;
  const width = toFile ? 80 : columnsOf(io.stdout);
  return writeOutput(io, terminal(data, width, await styleFor(io.stdout, io.env, options.color && !toFile)), options.output);
}

/** `compass evidence outline`. */
export async function runOutline(context: Context, name: string, options: EvidenceOptions): Promise<number> {
  const format = checkFormat('outline', options);
  const { readDraft } = await import('../../../draft/read.ts');
  const path = resolve(context.io.cwd(), name);
  keep(context.io, path);
  const draft = await readDraft(path, name, (await limitsOf(context.io)).maxBytes);
  printWarnings(context.io, draft);
  const { reading, provisions } = draft;
  const result: OutlineResult = { format: 'compass-outline/1', draft: name, reading, provisions: provisions.map(toEntry) };
  const { outlineReport } = await import('../../../report/evidence-terminal.ts');
  await printEvidence(context, result, options, format, outlineReport);
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
  const format = checkFormat('check', options);
  const prepared = await openRubric(context, options.rubric);
  const { sources, problems: inputProblems } = await findInputs(io, given);
  const open = draftOpener(io);
  const checks: EvidenceCheck[] = [];
  const problems: Problem[] = [...inputProblems];
  const drafts = new Map<string, DraftText>();
  for (const source of sources) {
    keep(io, source);
    try {
      const { assessment, parsed } = readAnswers(await readSource(io, source), source, prepared);
      const name = options.draft ?? (await draftFile(io, source, { assessment, parsed }));
      if (options.draft !== undefined) await refuseItself(io, source, options.draft);
      if (name === undefined) throw CompassError.of('no-draft-text', source);
      const { withChecks } = await import('../../../draft/quotes/check.ts');
      const opened: OpenDraft = await open(name);
      if (!drafts.has(name)) printWarnings(io, opened.draft);
      drafts.set(name, opened.draft);
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
    ...readingsOf([...drafts.values()]),
    failures: problems.map((problem) => ({ source: problem.source, errors: [{ message: problemMessage(problem) }] })),
    summary: summariseEvidence(checks),
  };
  const { checkReport } = await import('../../../report/evidence-terminal.ts');
  if (format === 'json' || checks.length > 0 || problems.length === 0)
    await printEvidence(context, result, options, format, checkReport);
  if (problems.length > 0) return exitCode.couldNot;
  return checks.every(isVerified) ? exitCode.done : exitCode.gateFailed;
}

function readingsOf(drafts: readonly DraftText[]): Pick<EvidenceResult, 'reading' | 'readings'> {
  const [first] = drafts;
  if (!first) return {};
  if (drafts.length === 1) return { reading: first.reading };
  return { readings: drafts.map(({ source, reading }) => ({ draft: source, ...reading })) };
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
