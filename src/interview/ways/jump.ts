import type { Assessment } from '../../core/answers.ts';
import { questionStates } from '../../core/applicability.ts';
import { aside, listed, withColon } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import { keysOf } from '../keys.ts';
import { type Outstanding, outstanding } from '../outstanding.ts';
import { type Standing, standings } from '../overview.ts';
import { featuresPart, type Item, isAskable, partsOf, partWith, textOf } from '../plan.ts';
import type { Ask, Input, Questionnaire, State, Step, Visit } from '../state.ts';
import type { Choice } from './menu.ts';
import { arrive } from './way.ts';

type ListState = Extract<State, { at: 'list' }>;

/** A visit to one item, in its part; undefined if the rubric has no such item. */
export function visitTo({ prepared }: Questionnaire, id: string): Visit | undefined {
  const part = partWith(prepared, id);
  return part && { part, index: part.items.findIndex((item) => item.id === id), trail: [], through: 'open' };
}

export function askJump(): Ask {
  return { kind: 'text', message: phrase('interview', 'jump'), initial: '' };
}

/** Enter alone leads to the menu, and Esc to where the reviewer was. */
export function respondToJump(questionnaire: Questionnaire, assessment: Assessment, from: Visit | undefined, input: Input): Step {
  const came = from && { from };
  if (input.kind !== 'text') return to(backTo(from));
  if (input.text === '') return to({ at: 'menu', ...came });
  const fitting = itemsFor(questionnaire, assessment, from, input.text);
  const [only, ...others] = fitting;
  if (!only) return { ...to({ at: 'jump', ...came }), notices: [{ code: 'nothing-found', args: { words: input.text } }] };
  return to(others.length === 0 ? goTo(questionnaire, only) : { at: 'found', words: input.text, ...came });
}

/** The items that several words fit. */
export function foundChoices(
  questionnaire: Questionnaire,
  assessment: Assessment,
  { words, from }: Extract<State, { at: 'found' }>,
): Choice[] {
  return itemsFor(questionnaire, assessment, from, words).map((item) => ({
    name: withColon(item.id, textOf(questionnaire.prepared, item)),
    leadsTo: goTo(questionnaire, item),
  }));
}

/** What is left to do, with the reason; each leads to its item. */
export function listChoices(questionnaire: Questionnaire, assessment: Assessment, { only }: Pick<ListState, 'only'>): Choice[] {
  return standings(questionnaire.prepared, assessment)
    .filter(({ why }) => (only === undefined ? why.length > 0 : why.includes(only)))
    .map((standing) => ({ name: standingLine(questionnaire, standing), leadsTo: goTo(questionnaire, standing.item) }));
}

export function askList(questionnaire: Questionnaire, assessment: Assessment, state: ListState): Ask {
  const choices = listChoices(questionnaire, assessment, state).map(({ name }) => name);
  const next = nextFilter(state.only);
  const keys = [{ key: 'l', does: phrase('interview', `key-list-${next ?? 'all'}`) }, ...keysOf('b', 'q')];
  return { kind: 'choice', message: phrase('interview', `list-${state.only ?? 'all'}`, { n: choices.length }), choices, keys };
}

export function respondToList(questionnaire: Questionnaire, assessment: Assessment, state: ListState, input: Input): Step {
  if (input.kind === 'choice') return to(listChoices(questionnaire, assessment, state)[input.index]?.leadsTo ?? state);
  if (input.kind === 'key' && input.key === 'q') return to({ at: 'end' });
  if (input.kind !== 'key' || input.key !== 'l') return to(backTo(state.from));
  const { only: _, ...rest } = state;
  const only = nextFilter(state.only);
  return to({ ...rest, ...(only && { only }) });
}

/** Everything, then only what is open, and so on. */
function nextFilter(only: Outstanding | undefined): Outstanding | undefined {
  return only === undefined ? outstanding[0] : outstanding[outstanding.indexOf(only) + 1];
}

/** An item and why it is listed, in a line. */
function standingLine(questionnaire: Questionnaire, { item, why, review }: Standing): string {
  const reasons = why.map((each) =>
    each === 'review' && review ? phrase('interview', 'why-review', { review }) : phrase('interview', `why-${each}`),
  );
  return withColon(`${item.id}${aside(listed(reasons))}`, textOf(questionnaire.prepared, item));
}

/** Back to the item that the reviewer came from, otherwise to the menu. */
export function backTo(from: Visit | undefined): State {
  return from ? arrive(from) : { at: 'menu' };
}

function goTo(questionnaire: Questionnaire, { id }: Item): State {
  const visit = visitTo(questionnaire, id);
  return visit ? arrive(visit) : { at: 'menu' };
}

/**
 * A number is the position in the part that the reviewer goes through, or among all scored questions: the header shows both. Otherwise the item with this id, or
 * those that have all the words in their id or their text.
 */
function itemsFor(questionnaire: Questionnaire, assessment: Assessment, from: Visit | undefined, typed: string): Item[] {
  const { prepared } = questionnaire;
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (/^\d+$/.test(words.join(' '))) {
    const all = featuresPart(prepared);
    const own = (from?.through === 'review' ? undefined : from?.part) ?? all;
    const items = [own, all].flatMap((part) => part.items[Number(words[0]) - 1] ?? []);
    return items.filter((item, index) => items.findIndex(({ id }) => id === item.id) === index);
  }
  const states = questionStates(prepared, assessment);
  const { features, steps, flags } = partsOf(prepared);
  const items = [...features, ...steps, ...(flags ? [flags] : [])]
    .flatMap((part) => part.items)
    .filter((item) => isAskable(item, states));
  const exact = items.filter(({ id }) => id === typed.trim());
  if (exact.length > 0) return exact;
  const isFitting = wordTest(questionnaire, words);
  // An id begins with that of its feature: the items that have the words in what is their own come first.
  const own = items.filter((item) => isFitting(`${item.id.split('.').at(-1)} ${textOf(questionnaire.prepared, item)}`));
  const others = items.filter((item) => isFitting(`${item.id} ${textOf(questionnaire.prepared, item)}`) && !own.includes(item));
  return [...own, ...others];
}

/** Whether a text has all of some words: as they are written, also within others, or another form of them. */
function wordTest({ stems = () => [] }: Questionnaire, words: readonly string[]): (text: string) => boolean {
  const all = words.map((word) => ({ word, forms: stems(word) }));
  // Words such as "of" have no stem. They do not matter beside others.
  const weighty = all.filter(({ forms }) => forms.length > 0);
  const sought = weighty.length > 0 ? weighty : all;
  return (text) => {
    const written = text.toLowerCase();
    const present = new Set(stems(text));
    return sought.every(
      ({ word, forms }) => written.includes(word) || (forms.length > 0 && forms.every((form) => present.has(form))),
    );
  };
}

function to(state: State): Step {
  return { state, changes: [], notices: [] };
}
