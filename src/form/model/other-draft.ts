import type { Draft } from '../../core/answers.ts';
import type { DraftText } from '../../draft/structure/provision.ts';

/**
 * Whether the answers were made with another draft than the one in the page. Another version of the same file is no other draft: its
 * quotes are looked up in the text that is here, as `compass` does.
 */
export function isOtherDraft({ text, sha256 }: Draft, page: Pick<DraftText, 'source' | 'sha256'> | undefined): boolean {
  if (!page || sha256?.toLowerCase() === page.sha256.toLowerCase()) return false;
  // A path is relative to the answers file, and the page does not know where that is.
  return text === undefined ? sha256 !== undefined : fileOf(text) !== fileOf(page.source);
}

function fileOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
