import type { JSX, RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { phrase } from '../../../messages/phrases.ts';
import { usePage } from '../page.ts';
import { quoted, takeAsEvidence } from './take.ts';

interface Chosen {
  readonly words: string;
  readonly label: string;
}

/** Takes the words of the draft that are selected. */
export function TakeSelection({ pane }: { readonly pane: RefObject<HTMLElement | null> }): JSX.Element {
  const page = usePage();
  const [chosen, setChosen] = useState<Chosen>();
  useEffect(() => {
    const look = (): void => setChosen((before) => same(before, chosenIn(pane.current)));
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [pane]);
  return (
    <div class="selection" role="status">
      {chosen && (
        <button
          type="button"
          class="main"
          id="take-selection"
          // The click must not end the selection before it is taken.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            takeAsEvidence(page, chosen.label, chosen.words);
            document.getSelection()?.removeAllRanges();
          }}
        >
          {phrase('form', chosen.label === '' ? 'take-selection' : 'take-selection-from', { label: chosen.label })}
        </button>
      )}
    </div>
  );
}

function same(before: Chosen | undefined, now: Chosen | undefined): Chosen | undefined {
  return before && now && before.words === now.words && before.label === now.label ? before : now;
}

/** The words that are selected in the draft, and the smallest provision that has them all. */
function chosenIn(pane: HTMLElement | null): Chosen | undefined {
  const selection = document.getSelection();
  if (!pane || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const { commonAncestorContainer: node } = selection.getRangeAt(0);
  const element = node instanceof Element ? node : node.parentElement;
  const provision = element?.closest<HTMLElement>('[data-label]');
  const words = quoted(selection.toString());
  if (!provision || !pane.contains(provision) || words === '') return undefined;
  return { words, label: labelOf(provision) };
}

/** A part without a number is cited as the one that it is in. */
function labelOf(provision: HTMLElement): string {
  for (
    let each: HTMLElement | null | undefined = provision;
    each;
    each = each.parentElement?.closest<HTMLElement>('[data-label]')
  )
    if (each.dataset['label']) return each.dataset['label'];
  return '';
}
