import { emptyAssessment } from '../../core/answers.ts';
import { isFoundCritical } from '../../core/gaps.ts';
import { evaluateGates } from '../../core/gates.ts';
import type { AssessmentResult, GateResult } from '../../core/result.ts';
import type { PreparedRubric } from '../../core/rubric.ts';
import { streams } from '../../report/stream.ts';
import { decodeText } from '../../source/read.ts';
import { draftOpener } from '../draft-text.ts';
import { type Outcome, type Scoring, scoreFile, scoreText } from '../score-files.ts';
import type { BatchSetup, Faulty, Kept, Scored, Task } from './task.ts';

/** What only a run in one thread can add to an assessment. */
export interface Additions {
  /** Gates beside those of the setup. */
  readonly gatesOf?: (result: AssessmentResult) => GateResult[];
  /** Its result, with what is written as the run goes on. */
  readonly completed?: (outcome: Kept) => Promise<AssessmentResult>;
}

/** Scores tasks, one after the other, in the thread that calls it. */
export function batchScorer(
  setup: BatchSetup,
  prepared: PreparedRubric,
  io: Parameters<typeof scoreFile>[0],
  { gatesOf = () => [], completed }: Additions = {},
): (task: Task) => Promise<Scored> {
  const drafts: string[] = [];
  const reporters = setup.streams.map((format) => streams[format]());
  const scoring: Scoring = {
    prepared,
    openDraft: draftOpener(io, (path) => drafts.push(path)),
    gatesOf: (result) => [...evaluateGates(result, setup.gates), ...gatesOf(result)],
  };
  return async (task) => {
    const pieces: Uint8Array[][] = reporters.map(() => []);
    const scores: (number | null)[] = [];
    const kept: Kept[] = [];
    const faulty: Faulty[] = [];
    let gatesFailed = 0;
    for await (const outcome of outcomesOf(io, task, scoring)) {
      if ('problems' in outcome) {
        faulty.push(outcome);
        continue;
      }
      const { result } = outcome;
      scores.push(result.score);
      for (const { holds } of result.gates) if (!holds) gatesFailed += 1;
      const whole = completed ? await completed(outcome) : result;
      for (const [index, { assessment, separator }] of reporters.entries()) {
        const list = pieces[index] ?? [];
        if (separator !== '' && list.length > 0) list.push(Buffer.from(separator));
        list.push(Buffer.from(assessment(whole)));
      }
      if (setup.keep === 'all') kept.push(outcome);
      else if (setup.keep === 'table') kept.push(forTable(outcome));
    }
    const parts = pieces.map(joined);
    return { parts, scores, gatesFailed, kept, faulty, drafts: drafts.splice(0) };
  };
}

async function* outcomesOf(io: Parameters<typeof scoreFile>[0], task: Task, scoring: Scoring): AsyncGenerator<Outcome> {
  if (task.kind === 'files') for (const source of task.sources) yield await scoreFile(io, source, scoring);
  else if (task.kind === 'text') yield await scoreText(task.source, () => task.text, scoring);
  else {
    let line = task.first;
    for (const bytes of linesOf(task.bytes)) {
      if (!isBlank(bytes)) yield onLine(await scoreText(task.source, () => decodeText(bytes, task.source), scoring), line);
      line += 1;
    }
  }
}

/** An assessment is called by the line on which it stands. The place of a fault is then its column. */
function onLine(outcome: Outcome, line: number): Outcome {
  const source = `${outcome.source}:${line}`;
  if (!('problems' in outcome)) return { ...outcome, source, result: { ...outcome.result, source } };
  return { source, problems: outcome.problems.map((problem) => ({ ...problem, line })) };
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09);
}

/** In a memory of their own, which can be handed to another thread; small ones of `Buffer` share one. */
function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** What a table of many assessments shows: a run of a hundred thousand must not keep all their words. */
function forTable({ source, result }: Kept): Kept {
  return {
    source,
    assessment: emptyAssessment(),
    result: {
      ...result,
      features: [],
      gaps: result.gaps.filter(isFoundCritical).map((gap) => ({ ...gap, gap: '', evidence: [] })),
      steps: [],
      ignored: [],
      questions: [],
      review: [],
    },
  };
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0x0a, at);
    yield bytes.subarray(at, end === -1 ? bytes.length : end);
    at = end === -1 ? bytes.length : end + 1;
  }
}
