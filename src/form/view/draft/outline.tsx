import type { JSX } from 'preact';
import { phrase } from '../../../messages/phrases.ts';
import type { DraftLine, OutlineEntry } from '../../draft/lines.ts';
import { readLine } from '../acts.ts';
import { usePage, useUi } from '../page.ts';
import { firstWords, labelled } from './pieces.ts';

/** Entries further in look like those of this depth. */
const deepest = 4;

/** The parts, articles and annexes of the draft in their order. */
export function Outline(): JSX.Element {
  const { draft, lang } = usePage();
  return (
    <nav aria-label={phrase('form', 'outline')}>
      <ul class="outline" lang={lang.draft}>
        {draft?.outline.map((entry) => (
          <li key={entry.line} class={`d${Math.min(entry.depth, deepest)}`}>
            <OutlineLine entry={entry} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function OutlineLine({ entry }: { readonly entry: OutlineEntry }): JSX.Element {
  const page = usePage();
  const { line } = entry;
  const isRead = useUi(({ reading }) => page.draft?.pieceOf[reading] === page.draft?.pieceOf[line]);
  return (
    <button
      type="button"
      class="entry"
      dir="auto"
      aria-current={isRead ? 'true' : undefined}
      onClick={() => readLine(page, line)}
    >
      {entryName(entry, page.draft?.lines[entry.line])}
    </button>
  );
}

/** A recital without a title is named by its first words. */
function entryName({ label, heading }: OutlineEntry, line: DraftLine | undefined): string {
  return labelled(label, heading || firstWords(line?.provision.text ?? ''));
}
