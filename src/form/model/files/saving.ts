import type { AnswersText } from '../../../answers/answers-text.ts';
import type { EntryName } from '../../../answers/merge.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { inSentences } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { listed } from '../words.ts';
import type { Waiting, Work } from '../work.ts';

/** The entries that only others changed since a save began, by their keys. */
export type Outside = Map<string, EntryName>;

/** A look at a file before it is written. */
export interface Look {
  /** The file's text now. */
  readonly present: string;
  /** The file as the page knows it. */
  readonly seen: AnswersText | undefined;
  /** What is merged is added to it. */
  readonly outside: Outside;
}

/** What is to be written to a file. */
export interface Prepared {
  /** The file as it is, to which the changes are made. */
  readonly disk: AnswersText;
  /** The work that it gets. What is answered while it is being written is not in it. */
  readonly work: Work;
}

/** What was merged from a file, before what else is said of it. */
export function withMerged(
  { file, outside }: { readonly file: string; readonly outside: Outside },
  said: string,
  prepared: PreparedRubric,
): string {
  const list = outside.size > 0 && listed([...outside.values()], prepared);
  return inSentences([list && phrase('keeping', 'file-merged', { file, n: outside.size, list }), said]);
}

/** What of a work is not finished; undefined if all is. */
export function unfinishedWords({ pending, unexplained, elsewhere }: Waiting, prepared: PreparedRubric): string | undefined {
  const ids = new Set([...pending.keys(), ...unexplained, ...elsewhere.keys()]);
  const entries = [...ids].map((id): EntryName => ({ section: 'answers', id }));
  if (entries.length === 0) return undefined;
  return phrase('keeping', 'unfinished-count', { n: entries.length, list: listed(entries, prepared) });
}
