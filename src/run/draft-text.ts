import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { ReadAnswers } from '../answers/read.ts';
import type { Assessment } from '../core/answers.ts';
import { checksOf, summariseEvidence } from '../core/evidence.ts';
import type { DraftEvidence } from '../core/result.ts';
import type { QuoteFinder } from '../draft/quotes/quotes.ts';
import type { DraftText } from '../draft/structure/provision.ts';
import { CompassError, problemMessage } from '../source/problem.ts';
import type { Io } from './io.ts';
import { keep } from './kept.ts';
import { isElsewhere, isWithin, limitsOf } from './limits.ts';

/** A draft that was read, ready to be searched for quotes. */
export interface OpenDraft {
  readonly draft: DraftText;
  readonly finder: QuoteFinder;
}

/** Drafts that are kept in memory once they are read. */
const draftsKept = 8;

/** Reads drafts, each once while it is in use. */
export type DraftOpener = (name: string) => Promise<OpenDraft>;

/** @param opened is told the path of each that is read */
export function draftOpener(io: Pick<Io, 'cwd'>, read: (path: string) => void = () => {}): DraftOpener {
  const opened = new Map<string, Promise<OpenDraft>>();
  const open = async (name: string): Promise<OpenDraft> => {
    const [{ readDraft }, { quoteFinder }] = await Promise.all([import('../draft/read.ts'), import('../draft/quotes/quotes.ts')]);
    const path = resolve(io.cwd(), name);
    keep(io, path);
    read(path);
    const draft = await readDraft(path, name, (await limitsOf(io)).maxBytes);
    return { draft, finder: quoteFinder(draft) };
  };
  return (name) => {
    const path = resolve(io.cwd(), name);
    const known = opened.get(path) ?? open(name);
    opened.delete(path);
    opened.set(path, known);
    // A batch may name thousands of drafts; those that several answers files share stand side by side.
    const [oldest] = opened.size > draftsKept ? opened.keys() : [];
    if (oldest !== undefined) opened.delete(oldest);
    return known;
  };
}

/** The name of the draft's file that an answers file gives; its own folder is where it begins. Undefined where it gives none. */
export function draftName(source: string, { draft }: Assessment): string | undefined {
  if (draft.text === undefined) return undefined;
  const folder = source === '-' ? '' : dirname(source);
  return isAbsolute(draft.text) ? draft.text : join(folder, draft.text).replaceAll('\\', '/');
}

/**
 * The draft's file that an answers file may have read: one in its own folder or below, or in the folder that the configuration names.
 * @throws CompassError where it is another, and the user has not allowed it: whoever wrote the answers could have any file quoted
 */
export async function draftFile(
  io: Pick<Io, 'cwd'>,
  source: string,
  {
    assessment,
    parsed: { problem },
  }: Pick<ReadAnswers, 'assessment'> & { readonly parsed: Pick<ReadAnswers['parsed'], 'problem'> },
): Promise<string | undefined> {
  const name = draftName(source, assessment);
  const { text = '' } = assessment.draft;
  if (name !== undefined) await refuseItself(io, source, name);
  if (name === undefined || !(await isOutside(io, source, name, text))) return name;
  throw new CompassError([problem('draft-outside', ['draft', 'text'], { text })]);
}

/**
 * An answers file is never its own draft, not through a link either: it would prove every quote with itself.
 * @throws CompassError if both are one file
 */
export async function refuseItself({ cwd }: Pick<Io, 'cwd'>, source: string, name: string): Promise<void> {
  const [answers, draft] = await Promise.all(
    [source, name].map((file) => stat(resolve(cwd(), file), { bigint: true }).catch(() => undefined)),
  );
  if (source !== '-' && answers && draft && answers.dev === draft.dev && answers.ino === draft.ino)
    throw CompassError.of('draft-is-answers', name);
}

/** Whether a draft is outside the folders that are read from. */
export async function isOutside(io: Pick<Io, 'cwd'>, source: string, name: string, text: string): Promise<boolean> {
  const { allowOutsideDraft, draftFolder } = await limitsOf(io);
  if (allowOutsideDraft) return false;
  if (isElsewhere(text)) return true;
  const path = resolve(io.cwd(), name);
  const own = resolve(io.cwd(), source === '-' ? '.' : dirname(source));
  return !(isWithin(own, path) || (draftFolder !== undefined && isWithin(draftFolder, path)));
}

/**
 * Looks up the quotes of an assessment in the draft that it names. A draft that can't be read is no fault of the answers: it is
 * said in the result. Whether it may be read at all, `draftFile` tells.
 */
export async function verified(
  source: string,
  assessment: Assessment,
  open: DraftOpener,
): Promise<{ assessment: Assessment; evidence?: DraftEvidence }> {
  const name = draftName(source, assessment);
  const { text = '', sha256 } = assessment.draft;
  if (name === undefined) return { assessment };
  try {
    const { draft, finder } = await open(name);
    const { withChecks } = await import('../draft/quotes/check.ts');
    const checked = withChecks(assessment, finder);
    const sameText = sha256 === undefined ? null : sha256.toLowerCase() === draft.sha256;
    const { reading } = draft;
    return { assessment: checked, evidence: { text, sameText, ...summariseEvidence(checksOf(checked)), reading } };
  } catch (error) {
    if (!(error instanceof CompassError)) throw error;
    return { assessment, evidence: { text, unread: error.problems.map(problemMessage).join('; ') } };
  }
}
