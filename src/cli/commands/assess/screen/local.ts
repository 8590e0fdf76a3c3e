import type { Ask, Input, Key } from '../../../../interview/state.ts';
import { phrase } from '../../../../messages/phrases.ts';
import { visible } from '../../../../text/plain-text.ts';
import { asAnswer, edited, inserted, type Typing, typingOf } from './typing.ts';

/** What a prompt keeps while it is on the screen. */
export interface Local {
  /** The text that is being typed at a prompt for a text. */
  readonly typing: Typing;
  /** The first digits of a number. */
  readonly digits: string;
  /** Index of the highlighted choice. */
  readonly at: number;
  /** The first line that a pager shows. */
  readonly top: number;
  /** A remark on the last key; empty if there is none. */
  readonly remark: string;
}

/** A key press: its name as in `left`, `enter`, `ctrl-u`, or the character itself; or pasted text. */
export type Press = { readonly key: string } | { readonly paste: string };

/** What a press leads to: another state of the prompt, an answer, or the reviewer's editor for the text. */
export type Reaction = { readonly local: Local } | { readonly input: Input } | { readonly edit: string };

/**
 * @param text what stands at a prompt for a text, if it is not what the prompt begins with
 * @param top the first line that a pager shows
 */
export function localFor(ask: Ask, text?: string, top = 0): Local {
  return { typing: typingOf(text ?? (ask.kind === 'text' ? ask.initial : '')), digits: '', at: 0, top, remark: '' };
}

/** Lines that a pager has, and how many of them it shows at once. */
export interface Extent {
  readonly lines: number;
  readonly rows: number;
}

/** What a press does at a prompt. */
export function react(ask: Ask, before: Local, press: Press, extent: Extent): Reaction {
  const local = { ...before, remark: '' };
  switch (ask.kind) {
    case 'text':
      return typed(ask, local, press);
    case 'choice':
      return 'paste' in press ? refusedPaste(ask, before) : choosing(ask, local, press.key);
    case 'key':
      return 'paste' in press ? refusedPaste(ask, before) : keyed(ask, local, press.key);
    case 'read':
      return 'paste' in press ? { local } : reading(local, press.key, extent);
    case 'edit':
      return { local };
  }
}

function typed(ask: Extract<Ask, { kind: 'text' }>, local: Local, press: Press): Reaction {
  const { typing } = local;
  if ('paste' in press) return { local: { ...local, typing: inserted(typing, press.paste) } };
  if (press.key === 'enter') return { input: { kind: 'text', text: asAnswer(typing.text, ask.initial) } };
  if (press.key === 'escape') {
    const text = asAnswer(typing.text, ask.initial);
    return { input: { kind: 'back', ...(text !== '' && text !== ask.initial && { typed: text }) } };
  }
  if (press.key === 'ctrl-e') return { edit: typing.text };
  const after = edited(typing, press.key);
  if (after) return { local: { ...local, typing: after } };
  return { local: isCharacter(press.key) ? { ...local, typing: inserted(typing, press.key) } : local };
}

/** A pasted text would be taken for many keys. */
function refusedPaste({ keys }: Extract<Ask, { keys: readonly Key[] }>, local: Local): Reaction {
  const hasText = ['e', 't'].every((key) => keys.some((each) => each.key === key));
  return { local: { ...local, digits: '', remark: phrase('interview', hasText ? 'notice-paste-where' : 'notice-paste') } };
}

function keyed(ask: Extract<Ask, { kind: 'key' }>, local: Local, key: string): Reaction {
  const { numbers } = ask;
  if (local.digits !== '' && key === 'enter') return number(ask, local, local.digits, true);
  if (local.digits !== '' && key === 'backspace') {
    const digits = local.digits.slice(0, -1);
    return { local: { ...local, digits, remark: digits === '' ? '' : waitingWords(digits, numbers?.to) } };
  }
  if (numbers && /^\d$/.test(key)) return number(ask, local, local.digits + key, false);
  return letter(ask.keys, local, key) ?? wrong(local, key, keyNames(ask));
}

/** A digit is taken at once if no other can follow it. A number of two digits or more is taken with Enter. */
function number(ask: Extract<Ask, { kind: 'key' }>, local: Local, digits: string, isComplete: boolean): Reaction {
  const { from, to } = ask.numbers ?? { from: 1, to: 0 };
  const value = Number(digits);
  const canGoOn = digits.length > 1 || (value > 0 && value * 10 <= to);
  if (canGoOn && value <= to && !isComplete) return { local: { ...local, digits, remark: waitingWords(digits, to) } };
  if (value >= from && value <= to) return { input: { kind: 'number', number: value } };
  return { local: { ...local, digits: '', remark: phrase('interview', 'wrong-number', { number: digits, from, to }) } };
}

/** What was typed of a number, and what the next key can do. */
function waitingWords(typed: string, to = 0): string {
  const first = Number(typed) * 10;
  const last = Math.min(to, first + 9);
  if (first === 0 || first > to) return phrase('interview', 'number-whole', { typed });
  return phrase('interview', 'number-goes-on', { typed, range: first === last ? first : `${first}-${last}` });
}

/** A key of the prompt; Esc is `b`. */
function letter(keys: readonly Key[], local: Local, key: string): Reaction | undefined {
  const name = key === 'escape' ? 'b' : key === ' ' || key === 'pagedown' ? 'space' : key;
  const match = keys.find((each) => each.key === name) ?? keys.find((each) => each.key === name.toLowerCase());
  if (match) return { input: match.key === 'b' ? { kind: 'back' } : { kind: 'key', key: match.key } };
  return local.digits !== '' ? { local: { ...local, digits: '' } } : undefined;
}

/** Says which keys there are. A key that types nothing, such as an arrow, is ignored. */
function wrong(local: Local, key: string, keys: string): Reaction {
  const name = key === 'enter' ? phrase('interview', 'key-enter') : key === ' ' ? phrase('interview', 'key-space') : key;
  if (!isCharacter(key) && key !== 'enter') return { local };
  return { local: { ...local, digits: '', remark: phrase('interview', 'wrong-key', { key: visible(name), keys }) } };
}

/** The keys of a prompt in a line, without what they do. */
function keyNames({
  keys,
  numbers,
}: {
  readonly keys: readonly Key[];
  readonly numbers?: { readonly from: number; readonly to: number };
}): string {
  const range = numbers && numbers.to >= numbers.from ? [rangeLabel(numbers)] : [];
  return [...range, ...keys.map(({ key }) => keyLabel(key))].join(' ');
}

/** The numbers that can be typed, as they are printed. */
export function rangeLabel({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? String(to) : `${from}-${to}`;
}

/** The key as it is printed. */
export function keyLabel(key: string): string {
  return key === 'enter' ? phrase('interview', 'key-enter') : key === 'space' ? phrase('interview', 'key-space') : key;
}

function choosing(ask: Extract<Ask, { kind: 'choice' }>, local: Local, key: string): Reaction {
  const count = ask.choices.length;
  const to = (at: number): Reaction => ({ local: { ...local, digits: '', at: Math.max(0, Math.min(count - 1, at)) } });
  const pageLength = 10;
  switch (key) {
    case 'up':
      return to(local.at - 1);
    case 'down':
      return to(local.at + 1);
    case 'pageup':
      return to(local.at - pageLength);
    case 'pagedown':
      return to(local.at + pageLength);
    case 'home':
      return to(0);
    case 'end':
      return to(count - 1);
  }
  const numbers = { from: 1, to: count, does: '' };
  if (count > 0 && (/^\d$/.test(key) || local.digits !== '')) {
    const reaction = keyed({ kind: 'key', message: '', keys: ask.keys, numbers }, local, key);
    if ('input' in reaction && reaction.input.kind === 'number')
      return { input: { kind: 'choice', index: reaction.input.number - 1 } };
    // The number that is typed is highlighted, so that the digit is seen to do something.
    const typed = 'local' in reaction ? Number(reaction.local.digits) : 0;
    return 'local' in reaction && typed > 0 && typed <= count ? { local: { ...reaction.local, at: typed - 1 } } : reaction;
  }
  if (key === 'enter') return count > 0 ? { input: { kind: 'choice', index: local.at } } : { local };
  const keys = keyNames({ keys: ask.keys, numbers });
  if (key === 'escape' && !ask.keys.some((each) => each.key === 'b'))
    return { local: { ...local, remark: phrase('interview', 'wrong-key', { key: 'Esc', keys }) } };
  return letter(ask.keys, local, key) ?? wrong(local, key, keys);
}

function reading(local: Local, key: string, { lines, rows }: Extent): Reaction {
  const last = Math.max(0, lines - rows);
  const to = (top: number): Reaction => ({ local: { ...local, top: Math.max(0, Math.min(last, top)) } });
  switch (key) {
    case ' ':
    case 'pagedown':
    case 'ctrl-f':
      return to(local.top + Math.max(1, rows - 1));
    case 'pageup':
    case 'ctrl-b':
      return to(local.top - Math.max(1, rows - 1));
    case 'down':
    case 'j':
      return to(local.top + 1);
    case 'up':
    case 'k':
      return to(local.top - 1);
    case 'home':
    case 'g':
      return to(0);
    case 'end':
    case 'G':
      return to(last);
    case 'enter':
      return local.top >= last ? { input: { kind: 'back' } } : to(local.top + Math.max(1, rows - 1));
    case 'escape':
    case 'q':
    case 'b':
      return { input: { kind: 'back' } };
    default:
      return { local };
  }
}

function isCharacter(key: string): boolean {
  return [...key].length === 1 && !/[\u0000-\u001f\u007f]/.test(key);
}
