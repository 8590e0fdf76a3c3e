import { basename, dirname, relative, resolve } from 'node:path';
import type { Draft } from '../../core/answers.ts';
import type { DraftText } from '../../draft/structure/provision.ts';
import { phrase } from '../../messages/phrases.ts';
import { shellWord } from '../../text/shell-word.ts';
import type { Run } from '../run.ts';
import { isOutside } from './draft-access.ts';

/** What an answers file says of its draft's text. */
export type DraftLink = Pick<Draft, 'text' | 'sha256'>;

interface LinkRequest {
  /** The answers file; undefined for a new one that has no place yet. */
  readonly file: string | undefined;
  /** What it says of the draft. */
  readonly known: Draft;
  /** Whether `--draft` names the draft; otherwise the answers do. */
  readonly isGiven: boolean;
  /** Prints a line for the reviewer. */
  readonly say: (line: string) => void;
}

/**
 * What the answers don't say yet of their draft: the path from the answers file if `--draft` names the draft, and the digest. A new
 * answers file without a place belongs beside the draft, where every command may read it. If the answers were made with another text,
 * the reviewer is warned instead.
 * @returns undefined if there is nothing to add
 */
export async function draftLink(run: Run, draft: DraftText, request: LinkRequest): Promise<DraftLink | undefined> {
  const { sha256, source } = draft;
  const { file, known, isGiven, say } = request;
  if (known.sha256 !== undefined && known.sha256.toLowerCase() !== sha256) {
    say(phrase('interview', 'draft-changed', { draft: source, file: shellWord(file ?? 'ANSWERS'), word: shellWord(source) }));
    return undefined;
  }
  const text = isGiven ? pathFrom(run, file, source) : known.text;
  if (isGiven && file !== undefined && text !== undefined && (await isOutside(run, file, source, '')))
    say(phrase('interview', 'draft-outside', { draft: text }));
  const isSaid = known.text === text && known.sha256 !== undefined;
  return isSaid ? undefined : { ...(text !== undefined && { text }), sha256 };
}

/** The path of the draft from the folder of the answers file. */
function pathFrom({ io }: Run, file: string | undefined, draft: string): string {
  if (file === undefined) return `./${basename(draft)}`;
  const cwd = io.cwd();
  const path = relative(dirname(resolve(cwd, file)), resolve(cwd, draft)).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}
