import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { readAnswers } from '../../../answers/read.ts';
import { newAnswersText } from '../../../answers/store.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import type { Payload } from '../../../form/payload.ts';
import { readInput } from '../../../run/inputs/read-input.ts';
import type { Run } from '../../../run/run.ts';

interface PayloadRequest {
  readonly prepared: PreparedRubric;
  /** The answers file to begin with; `-` is standard input; undefined begins a new one. */
  readonly source: string | undefined;
  /** The file that `--draft` names; undefined takes the one that the answers name. */
  readonly draft: string | undefined;
}

/**
 * Reads what the page is to hold.
 * @throws CompassError if the answers file or the draft can't be read, or has errors
 */
export async function makePayload(run: Run, request: PayloadRequest): Promise<Payload> {
  const { prepared, source } = request;
  const { rubric, digest } = prepared;
  const answers = { name: answersName(request), text: await answersText(run, request) };
  if (source !== undefined) run.protect(source);
  readAnswers(answers.text, source ?? answers.name, prepared);
  const key = keyOf([digest, answers.name, answers.text]);
  return { version: run.version, rubric, digest, key, answers };
}

async function answersText(run: Run, { prepared, source }: PayloadRequest): Promise<string> {
  return source === undefined ? newAnswersText(prepared) : readInput(run, source);
}

/** The name under which the page saves the answers: that of the file, else one after the draft. */
function answersName({ source, draft }: PayloadRequest): string {
  if (source !== undefined && source !== '-') return basename(source);
  return `${draft === undefined ? 'assessment' : basename(draft, extname(draft))}.answers.yaml`;
}

function keyOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
