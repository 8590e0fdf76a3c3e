import type { PreparedRubric } from '../../../core/rubric.ts';
import { westernDigits } from '../../../draft/structure/numbers/numerals.ts';
import type { Item } from '../../../interview/plan.ts';
import { phrase } from '../../../messages/phrases.ts';
import { focusSoon, move, saveAnswers, say, showDraft } from '../acts.ts';
import type { Page } from '../page.ts';
import { redo, undo } from './undo.ts';

/** Keys of one question, or of every screen. */
interface Command {
  readonly shown: string;
  readonly does: `key-${string}` & Parameters<typeof phrase<'form'>>[1];
  readonly where: 'question' | 'everywhere';
}

/** The keys as the dialog lists them, those that the rubric has a use for. A key does what it does in the terminal. */
export function commandsOf({ questions, flags, guidingQuestions }: PreparedRubric): readonly Command[] {
  const top = Math.max(...[...questions.values()].map(({ question }) => question.levels.length - 1));
  const hasMarks = [...questions.values()].some(({ question }) => question.marks);
  const answers: readonly (Omit<Command, 'where'> | false)[] = [
    { shown: `0 - ${Math.min(top, 9)}`, does: 'key-level' },
    { shown: 'n', does: 'key-not-applicable' },
    flags.size > 0 && { shown: 'y, n', does: 'key-flag' },
    guidingQuestions.size > 0 && { shown: 'a, p, m', does: 'key-status' },
    hasMarks && { shown: 'm', does: 'key-marks' },
    { shown: 'e', does: 'key-reasons' },
    { shown: 't', does: 'key-type' },
    { shown: 'r', does: 'key-review' },
    { shown: 's', does: 'key-next' },
    { shown: 'b', does: 'key-back' },
    { shown: 'p', does: 'key-passages' },
    { shown: 'f', does: 'key-find' },
    { shown: '?', does: 'key-help' },
    { shown: 'Escape', does: 'key-escape' },
  ];
  const everywhere: readonly Omit<Command, 'where'>[] = [
    { shown: 'j', does: 'key-jump' },
    { shown: 'l', does: 'key-list' },
    { shown: 'c', does: 'key-conventions' },
    { shown: 'Ctrl Z', does: 'key-undo' },
    { shown: 'Ctrl Shift Z, Ctrl Y', does: 'key-redo' },
    { shown: 'Ctrl S', does: 'key-save' },
  ];
  return [
    ...answers.flatMap((command) => (command ? [{ ...command, where: 'question' as const }] : [])),
    ...everywhere.map((command) => ({ ...command, where: 'everywhere' as const })),
  ];
}

/** Acts on a key of the whole page. A key without Ctrl acts only if nothing is being typed, and can be turned off. */
export function onKey(page: Page, event: KeyboardEvent): void {
  const { ui } = page;
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
  if (event.key === 'Escape') {
    onEscape(page, event);
    return;
  }
  const isDone =
    event.ctrlKey || event.metaKey ? withControl(page, event) : !event.altKey && ui.state().hasKeys && singleKey(page, event);
  if (isDone) event.preventDefault();
}

/** Leaves a field, or closes the menu of a narrow screen. A search field with words is emptied first, as browsers do. */
function onEscape({ ui }: Page, { target }: KeyboardEvent): void {
  if (ui.state().hasMenu) {
    ui.set({ hasMenu: false });
    focusSoon('menu');
    return;
  }
  if (!isTyping(target) || (target instanceof HTMLInputElement && target.type === 'search' && target.value !== '')) return;
  document.querySelector<HTMLElement>('#question-pane h2')?.focus();
}

function withControl(page: Page, event: KeyboardEvent): boolean {
  const { shiftKey, altKey, target } = event;
  if (altKey) return false;
  const name = latinKey(event).toLowerCase();
  if (name === 's') {
    saveAnswers(page, page.session.saveFile);
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

/**
 * The key as a keyboard with Latin letters has it: on one with Arabic or Cyrillic letters the same key does the same, and its digits
 * count as 0 to 9.
 */
function latinKey({ key, code }: KeyboardEvent): string {
  if (/^\p{Nd}$/u.test(key)) return westernDigits(key);
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  return letter !== undefined && /^[^\p{ASCII}]$/u.test(key) ? letter.toLowerCase() : key;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

function singleKey(page: Page, event: KeyboardEvent): boolean {
  if (isTyping(event.target)) return false;
  const key = latinKey(event);
  if (placeKey(page, key)) return true;
  return page.ui.state().view === 'item' && (answerKey(page, key) || wayKey(page, key) || itemPlaceKey(page, key));
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

/** A place that every screen leads to. */
function placeKey({ ui, session }: Page, key: string): boolean {
  const inList = (id: string): void => {
    const { view } = ui.state();
    // The list stands beside a question, and beside the first screen if that is wide enough.
    const isThere = view === 'item' || (view === 'start' && document.getElementById('list-pane')?.checkVisibility());
    ui.set({ pane: 'list', side: 'list', view: isThere ? view : 'item' });
    focusSoon(id);
  };
  if (key === 'j') inList('jump');
  else if (key === 'l') inList('filter');
  else if (key === 'c' && (session.prepared.rubric.conventions ?? []).length > 0) ui.set({ dialog: 'rules' });
  else return false;
  return true;
}

/** A place of the question or the draft beside it. */
function itemPlaceKey(page: Page, key: string): boolean {
  const { ui, draft } = page;
  const places: Readonly<Record<string, () => void>> = {
    m: () => document.querySelector<HTMLElement>('.item input.mark')?.focus(),
    e: () => {
      ui.set({ pane: 'item' });
      focusSoon('reasons');
    },
    '?': () => document.querySelector<HTMLElement>('#help > summary')?.click(),
    ...(draft && { p: () => showDraft(page, 'passages', 'tab-passages'), f: () => showDraft(page, 'search', 'search-words') }),
  };
  places[key]?.();
  return places[key] !== undefined;
}
