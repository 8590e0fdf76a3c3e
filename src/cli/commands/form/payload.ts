import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { newAnswersText } from '../../../answers/answers-text.ts';
import { readAnswers } from '../../../answers/read.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import type { Lexicons, PagePayload } from '../../../form/payload.ts';
import { readInput } from '../../../run/inputs/read-input.ts';
import { readPageSentences } from '../../../run/language.ts';
import type { Run } from '../../../run/run.ts';
import { readPageDraft } from './draft-payload.ts';

interface PayloadRequest {
  readonly prepared: PreparedRubric;
  /** The answers file to begin with; `-` is standard input; undefined begins a new one. */
  readonly source: string | undefined;
  /** The file that `--draft` names; undefined takes the one that the answers name. */
  readonly draft: string | undefined;
  /** What `--rubric` names. */
  readonly named: string | undefined;
}

/**
 * Reads what the page is to hold.
 * @throws CompassError if the answers file or the draft can't be read, or has errors
 */
export async function makePayload(run: Run, request: PayloadRequest): Promise<{ payload: PagePayload; lexicons: Lexicons }> {
  const { prepared, source, draft: given, named } = request;
  const { rubric, digest } = prepared;
  const name = answersName(request);
  const text = source === undefined ? newAnswersText(prepared) : await readInput(run, source);
  if (source !== undefined) run.protect(source);
  const { assessment, parsed } = readAnswers(text, source ?? name, prepared);
  const read = await readPageDraft(run, { prepared, source, assessment, problem: parsed.problem, given, named });
  const key = keyOf([digest, name, text, read?.draft.text.sha256 ?? '']);
  const { version, language = 'en' } = run;
  const payload = {
    version,
    spoken: { language, sentences: readPageSentences(run.root, language) },
    rubric,
    digest,
    key,
    answers: { name, text },
    ...(read && { draft: read.draft }),
  };
  return { payload, lexicons: read?.lexicons ?? {} };
}

/** The name under which the page saves the answers: that of the file, else one after the draft. */
function answersName({ source, draft }: PayloadRequest): string {
  if (source !== undefined && source !== '-') return basename(source);
  return `${draft === undefined ? 'assessment' : basename(draft, extname(draft))}.answers.yaml`;
}

function keyOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
