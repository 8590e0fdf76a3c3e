import type { AnswersText } from '../../../answers/answers-text.ts';
import type { FileHandle } from '../platform.ts';
import type { Home, SeenFile } from '../work.ts';

/** How many files a work remembers. */
const mostSeen = 4;

/** Remembers a file as it is now. */
export function remember(home: Home, text: AnswersText, handle: FileHandle | undefined): void {
  const others = [...home.seen].filter(([name]) => name !== text.name);
  home.seen = lastSeen([...others, [text.name, { text, handle }]]);
}

/** Files by their names, as far as a work remembers them: the last of each name, and the last ones of all. */
export function lastSeen(files: readonly (readonly [string, SeenFile])[]): Home['seen'] {
  return new Map([...new Map(files)].slice(-mostSeen));
}

/** The file as the page knows it. A file of the same name may be another one. */
export async function seenAs(handle: FileHandle, home: Home): Promise<AnswersText | undefined> {
  const seen = home.seen.get(handle.name);
  if (!seen?.handle || seen.handle === handle) return seen?.text;
  return (await handle.isSame(seen.handle)) ? seen.text : undefined;
}

/** What the answers and a file have in common, as far as it is known. @param seen the file as the page knows it */
export function commonWith(
  { name, assessment }: AnswersText,
  home: Home,
  seen: AnswersText | undefined,
): AnswersText | undefined {
  if (seen && home.seen.get(name)?.handle) return seen;
  // All that is known of the file is its name; another assessment may be in a file of that name too.
  const common = seen ?? (name === home.name && !home.handle ? home.text : undefined);
  const [there, here] = [assessment.draft.title, common?.assessment.draft.title];
  return there !== undefined && here !== undefined && there !== here ? undefined : common;
}
