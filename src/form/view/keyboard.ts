import type { Item } from '../../interview/plan.ts';
import { phrase } from '../../messages/phrases.ts';
import { focusSoon, move, say, showDraft } from './acts.ts';
import type { Page } from './page.ts';
import { redo, undo } from './undo.ts';

/** The keys as the dialog lists them. A key does what it does in the terminal. */
export const commands = [
  { shown: '0 - 9', does: 'key-level' },
  { shown: 'y, n', does: 'key-flag' },
  { shown: 'a, p, m', does: 'key-status' },
  { shown: 'n', does: 'key-not-applicable' },
  { shown: 'm', does: 'key-marks' },
  { shown: 'e', does: 'key-reasons' },
  { shown: 't', does: 'key-type' },
  { shown: 'r', does: 'key-review' },
  { shown: 's', does: 'key-next' },
  { shown: 'b', does: 'key-back' },
  { shown: 'j', does: 'key-jump' },
  { shown: 'l', does: 'key-list' },
  { shown: 'p', does: 'key-passages' },
  { shown: 'f', does: 'key-find' },
  { shown: '?', does: 'key-help' },
  { shown: 'c', does: 'key-conventions' },
  { shown: 'Ctrl Z', does: 'key-undo' },
  { shown: 'Ctrl Shift Z, Ctrl Y', does: 'key-redo' },
  { shown: 'Ctrl S', does: 'key-save' },
] as const;

/** Acts on a key of the whole page. A key without Ctrl acts only if nothing is being typed, and can be turned off. */
export function onKey(page: Page, event: KeyboardEvent): void {
  const { ui } = page;
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
  const isDone =
    event.ctrlKey || event.metaKey ? withControl(page, event) : !event.altKey && ui.state().hasKeys && singleKey(page, event);
  if (isDone) event.preventDefault();
}

function withControl(page: Page, { key, shiftKey, altKey, target }: KeyboardEvent): boolean {
  if (altKey) return false;
  const name = key.toLowerCase();
  if (name === 's') {
    page.session.saveFile();
    return true;
  }
  const print = document.getElementById('print-report');
  if (name === 'p' && print) {
    print.click();
    return true;
  }
  // A field undoes its own typing.
  if (isTyping(target)) return false;
  if (name === 'z' && !shiftKey) undo(page);
  else if (name === 'y' || name === 'z') redo(page);
  else return false;
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

function singleKey(page: Page, { key, target }: KeyboardEvent): boolean {
  if (isTyping(target) || page.ui.state().view !== 'item') return false;
  return answerKey(page, key) || wayKey(page, key) || placeKey(page, key);
}

/** A key that chooses an answer clicks its radio button. */
function answerKey(page: Page, key: string): boolean {
  const radio = document.querySelector<HTMLInputElement>(`.item input[data-key="${CSS.escape(key)}"]`);
  if (!radio) return false;
  radio.click();
  const { id, kind } = page.session.state().at;
  if (kind === 'question' && key === 'n') focusSoon('not-applicable-reason');
  else say(page, chosenWords(page, { id, kind }, key));
  return true;
}

function chosenWords({ session }: Page, { id, kind }: Item, key: string): string {
  if (kind === 'question') return phrase('form', session.state().pending.has(id) ? 'said-pending' : 'said-level', { level: key });
  return (
    document.querySelector(`.item input[data-key="${key}"]`)?.closest('label')?.querySelector('span:last-child')?.textContent ??
    key
  );
}

function wayKey(page: Page, key: string): boolean {
  if (key === 's') move(page, 1);
  else if (key === 'b') move(page, -1);
  else if (key === 'r') document.getElementById('review')?.click();
  else if (key === 't') document.getElementById('add-evidence')?.click();
  else return false;
  return true;
}

function placeKey(page: Page, key: string): boolean {
  const { ui, draft } = page;
  const focusOn = (id: string): void => {
    ui.set({ pane: 'item' });
    focusSoon(id);
  };
  const inList = (id: string): void => {
    ui.set({ pane: 'list', side: 'list' });
    focusSoon(id);
  };
  const places: Readonly<Record<string, () => void>> = {
    m: () => document.querySelector<HTMLElement>('.item input.mark')?.focus(),
    e: () => focusOn('reasons'),
    j: () => inList('jump'),
    l: () => inList('filter'),
    '?': () => unfold('help'),
    c: () => unfold('conventions'),
    ...(draft && { p: () => showDraft(page, 'passages', 'tab-passages'), f: () => showDraft(page, 'search', 'search-words') }),
  };
  places[key]?.();
  return places[key] !== undefined;
}

function unfold(id: string): void {
  const details = document.getElementById(id);
  if (!(details instanceof HTMLDetailsElement)) return;
  details.open = !details.open;
  details.querySelector('summary')?.focus();
}
