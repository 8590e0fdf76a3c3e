import { emptyAssessment } from '../../core/answers.ts';
import { isFoundCritical } from '../../core/gaps.ts';
import { evaluateGates } from '../../core/gates.ts';
import type { AssessmentResult, Gap, GateResult } from '../../core/result.ts';
import type { PreparedRubric } from '../../core/rubric.ts';
import { streamReporter } from '../../report/data/stream.ts';
import { decodeText } from '../../source/read.ts';
import { draftOpener } from '../drafts/open-draft.ts';
import { type Outcome, type Scoring, scoreFile, scoreText } from '../scoring/score-file.ts';
import type { BatchSetup, Faulty, Kept, Room, Scored, Task } from './task.ts';

/** What only a run in one thread can add to an assessment. */
export interface Additions {
  /** Gates beside those of the setup. */
  readonly gatesOf?: (result: AssessmentResult) => GateResult[];
  /** Its result, with what is written as the run goes on. */
  readonly completed?: (outcome: Kept) => Promise<AssessmentResult>;
}

/**
 * Scores tasks, one after the other, in the thread that calls it.
 * @param keepsFirst whether the first assessment is kept whole, though a table is kept: it may be the only one, and is no table then
 */
export async function batchScorer(
  setup: BatchSetup,
  prepared: PreparedRubric,
  io: Parameters<typeof scoreFile>[0],
  { gatesOf = () => [], completed }: Additions = {},
  keepsFirst = false,
): Promise<(task: Task, room?: Room) => Promise<Scored>> {
  const drafts: string[] = [];
  const reporters = await Promise.all(setup.streams.map((format) => streamReporter(format, prepared.rubric, setup.wide)));
  const scoring: Scoring = {
    io,
    prepared,
    openDraft: draftOpener(io, (path) => drafts.push(path)),
    gatesOf: (result) => [...evaluateGates(result, setup.gates), ...gatesOf(result)],
  };
  let isFirst = keepsFirst;
  return async (task, room) => {
    const pieces = reporters.map((_, index) => new Bytes(room?.[index]));
    const scores: (number | null)[] = [];
    const kept: Kept[] = [];
    const faulty: Faulty[] = [];
    let gatesFailed = 0;
    const take = async (outcome: Outcome): Promise<void> => {
      if ('problems' in outcome) {
        faulty.push(outcome);
        return;
      }
      const { result } = outcome;
      for (const { holds } of result.gates) if (!holds) gatesFailed += 1;
      const whole = completed ? await completed(outcome) : result;
      for (const [index, { assessment, separator }] of reporters.entries()) {
        if (scores.length > 0) pieces[index]?.add(separator);
        pieces[index]?.add(assessment(whole, outcome.assessment));
      }
      scores.push(result.score);
      if (setup.keep === 'all') kept.push(outcome);
      else if (setup.keep === 'table') kept.push(isFirst ? outcome : forTable(outcome));
      isFirst = false;
    };
    if (task.kind === 'files') for (const source of task.sources) await take(await scoreFile(io, source, scoring));
    else if (task.kind === 'text') await take(await scoreText(task.source, () => task.text, scoring));
    else await eachLine(task, scoring, take);
    return { parts: pieces.map((piece) => piece.all), scores, gatesFailed, kept, faulty, drafts: drafts.splice(0) };
  };
}

async function eachLine(
  { source, first, bytes }: Extract<Task, { readonly kind: 'lines' }>,
  scoring: Scoring,
  take: (outcome: Outcome) => Promise<void>,
): Promise<void> {
  let line = first;
  for (const each of linesOf(bytes)) {
    if (!isBlank(each)) await take(onLine(await scoreText(source, () => decodeText(each, source), scoring), line));
    line += 1;
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

/** Texts put together as UTF-8. */
class Bytes {
  #bytes: Buffer;
  #length = 0;

  constructor(room?: Uint8Array) {
    this.#bytes = room ? Buffer.from(room.buffer) : Buffer.allocUnsafeSlow(1024 * 1024);
  }

  add(text: string): void {
    // A UTF-16 unit takes three bytes at most.
    const most = this.#length + text.length * 3;
    if (most > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(most * 2);
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
  }

  /** A part of a memory that holds nothing else, which can be handed to another thread. */
  get all(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

/**
 * What a table of many assessments shows: a run of a hundred thousand must not keep all their words. Words of the file itself are
 * copied, since a piece of a text that is kept keeps the whole text.
 */
function forTable({ source, result }: Kept): Kept {
  const { score, low, high, answered, applicable, band, gaps, flags, gates, draft } = result;
  const shown = {
    source,
    draft: {
      ...(draft.title !== undefined && { title: copied(draft.title) }),
      ...(draft.version !== undefined && { version: copied(draft.version) }),
    },
    reviewer: untold,
    score,
    low,
    high,
    answered,
    applicable,
    notApplicable: 0,
    notAsked: 0,
    band,
    uncappedBand: null,
    caps: none,
    deducted: 0,
    features: none,
    gaps: gaps.filter(isFoundCritical).map(withoutWords),
    flags: flags.map(({ id, severity }) => ({ id, severity, because: null, evidence: none })),
    flagsChecked: 0,
    steps: none,
    ignored: none,
    questions: none,
    gates: gates.filter(({ holds }) => !holds),
    review: none,
  };
  return { source, assessment: unread, result: shown };
}

const unread = emptyAssessment();
const untold = {};
const none: never[] = [];

/** Which gap it is, and how large; what it is stands in the rubric. */
function withoutWords({ question, feature, level, top, points, critical, answered }: Gap): Gap {
  return { question, feature, level, top, points, critical, answered, principles: none, gap: '', evidence: none };
}

/** The same text in a memory of its own. */
function copied(text: string): string {
  return ` ${text}`.slice(1);
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0x0a, at);
    yield bytes.subarray(at, end === -1 ? bytes.length : end);
    at = end === -1 ? bytes.length : end + 1;
  }
}
