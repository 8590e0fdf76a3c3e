import { resolve } from 'node:path';
import type { QuoteFinder } from '../../draft/quotes/quotes.ts';
import type { DraftText } from '../../draft/structure/provision.ts';
import type { Run } from '../run.ts';

/** A draft that was read, ready to be searched for quotes. */
export interface OpenDraft {
  readonly draft: DraftText;
  readonly finder: QuoteFinder;
}

/**
 * Opens a draft by its name; twice in a row, it is read once.
 * @throws CompassError if it can't be read
 */
export type DraftOpener = (name: string) => Promise<OpenDraft>;

/** A batch may name thousands of drafts. Answers files that share a draft are neighbours, so a few are enough. */
const mostRetained = 8;

/** @param onRead is told the path of each draft that is read */
export function draftOpener(run: Pick<Run, 'io' | 'limits' | 'protect'>, onRead: (path: string) => void = () => {}): DraftOpener {
  const opened = new Map<string, Promise<OpenDraft>>();
  const open = async (name: string): Promise<OpenDraft> => {
    onRead(resolve(run.io.cwd(), name));
    const [draft, { quoteFinder }] = await Promise.all([readDraftFile(run, name), import('../../draft/quotes/quotes.ts')]);
    return { draft, finder: quoteFinder(draft) };
  };
  return (name) => {
    const path = resolve(run.io.cwd(), name);
    const draft = opened.get(path) ?? open(name);
    // A map keeps the order of insertion: the first key is the least recently used.
    opened.delete(path);
    opened.set(path, draft);
    const [oldest] = opened.size > mostRetained ? opened.keys() : [];
    if (oldest !== undefined) opened.delete(oldest);
    return draft;
  };
}

/**
 * Reads the text of a draft, and protects its file.
 * @throws CompassError if it can't be read
 */
export async function readDraftFile(run: Pick<Run, 'io' | 'limits' | 'protect'>, name: string): Promise<DraftText> {
  const { readDraft } = await import('../../draft/read.ts');
  const path = resolve(run.io.cwd(), name);
  run.protect(path);
  return readDraft(path, name, (await run.limits()).maxBytes);
}
