import type { JSX, RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { DraftLine } from '../../draft/lines.ts';
import { quotesOf, type SelectedQuote, type SelectionEnd } from '../../draft/selection.ts';
import { usePage, useUi } from '../page.ts';
import { quoted, takeAsEvidence } from './take.ts';

const none: readonly SelectedQuote[] = [];

/** Takes the words of the draft that are selected. */
export function TakeSelection({ pane }: { readonly pane: RefObject<HTMLElement | null> }): JSX.Element {
  const page = usePage();
  const [chosen, setChosen] = useState(none);
  const taken = useUi((ui) => ui.taken);
  useEffect(() => {
    const look = (): void => {
      const now = selectedIn(pane.current, page.draft?.lines ?? []);
      setChosen((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [pane, page]);
  const labels = chosen.map(({ at }) => at).filter((at) => at !== '');
  return (
    <div class="selection" role="status">
      {taken && (
        <p dir="auto" class={taken.isSeen ? 'hidden' : 'told'}>
          {taken.text}
        </p>
      )}
      {chosen.length > 0 && (
        <button
          type="button"
          class="main"
          id="take-selection"
          // The click must not end the selection before it is taken.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            for (const { at, quote } of chosen) takeAsEvidence(page, at, quote);
            document.getSelection()?.removeAllRanges();
          }}
        >
          {phrase('form', labels.length === 0 ? 'take-selection' : 'take-selection-from', { label: listed(labels) })}
        </button>
      )}
    </div>
  );
}

function selectedIn(pane: HTMLElement | null, lines: readonly DraftLine[]): readonly SelectedQuote[] {
  const selection = document.getSelection();
  if (!pane || !selection || selection.isCollapsed || selection.rangeCount === 0) return none;
  const range = selection.getRangeAt(0);
  if (!pane.contains(range.commonAncestorContainer)) return none;
  const pieces = [...pane.querySelectorAll<HTMLElement>('[data-from]')].filter((element) => range.intersectsNode(element));
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first && last) return quotesOf(lines, startIn(first, range), endIn(last, range));
  return inPassage(range, selection);
}

/** An end of the selection outside the text of a line is at the line's beginning or end. */
function startIn(element: HTMLElement, range: Range): SelectionEnd {
  const isInside = element.contains(range.startContainer);
  return endAt(element, isInside ? lengthUpTo(element, range.startContainer, range.startOffset) : 0);
}

function endIn(element: HTMLElement, range: Range): SelectionEnd {
  const isInside = element.contains(range.endContainer);
  const all = element.textContent?.length ?? 0;
  return endAt(element, isInside ? lengthUpTo(element, range.endContainer, range.endOffset) : all);
}

function endAt(element: HTMLElement, within: number): SelectionEnd {
  const line = Number(element.closest<HTMLElement>('[data-line]')?.dataset['line'] ?? 0);
  return { line, offset: Number(element.dataset['from'] ?? 0) + within };
}

/** The number of characters of an element before a place in it. */
function lengthUpTo(element: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

/** Words of a passage that a search found. */
function inPassage({ commonAncestorContainer: node }: Range, selection: Selection): readonly SelectedQuote[] {
  const element = node instanceof Element ? node : node.parentElement;
  const passage = element?.closest<HTMLElement>('.passage');
  const quote = quoted(selection.toString());
  return passage && quote !== '' ? [{ at: passage.dataset['label'] ?? '', quote }] : none;
}
