import type { AnswersStore } from '../answers/store.ts';
import { questionStates } from '../core/applicability.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { askItem, type Move } from './ask.ts';
import type { Interview } from './interview.ts';
import { type Item, isAskable, isOpen, nextOpen, type Part, partsOf, toReview } from './plan.ts';
import { back, type Choice } from './prompter.ts';

type Next = { readonly part: Part; readonly from: 'first-open' | 'start' } | 'feature' | 'stop';

/** Asks until the reviewer stops or nothing is open. Every answer is on disk before the next question appears. */
export async function runInterview(interview: Interview): Promise<void> {
  const { prompter, store } = interview;
  if (store.assessment().draft.title === undefined) await askAboutDraft(interview);
  for (;;) {
    const next = await menu(interview);
    if (next === 'stop') return;
    const part = next === 'feature' ? await whichFeature(interview) : next.part;
    if (part === back) continue;
    const move = await runPart(interview, part);
    if (move === 'stop') return;
    if (move === 'done') prompter.print(`\n${phrase('interview', 'part-done', { title: part.title })}\n\n`);
  }
}

/**
 * Asks only what is marked to be looked at again, one after the other.
 * @returns how many are still marked
 */
export async function runReview(interview: Interview): Promise<number> {
  const { store, prepared } = interview;
  const items = toReview(prepared, store.assessment());
  const part: Part = { id: 'review', title: phrase('interview', 'review'), items };
  let index = 0;
  while (index < items.length) {
    const item = items[index];
    if (!item) break;
    const move = await askItem(interview, item, part);
    if (move === 'stop' || move === 'menu') break;
    index = move === 'back' ? Math.max(0, index - 1) : index + 1;
  }
  return toReview(prepared, store.assessment()).length;
}

async function askAboutDraft({ prompter, store }: Interview): Promise<void> {
  const fields = ['title', 'jurisdiction', 'version', 'reviewer', 'organisation'] as const;
  let index = 0;
  while (index < fields.length) {
    const field = fields[index] ?? 'title';
    const { draft, reviewer } = store.assessment();
    const current = field === 'reviewer' ? reviewer.name : field === 'organisation' ? reviewer.organisation : draft[field];
    const text = await prompter.text(phrase('interview', field), current ?? '');
    if (text === back) {
      index = Math.max(0, index - 1);
      continue;
    }
    if (text !== '') {
      if (field === 'reviewer') await store.setReviewer({ ...reviewer, name: text });
      else if (field === 'organisation') await store.setReviewer({ ...reviewer, organisation: text });
      else await store.setDraft({ ...draft, [field]: text });
    }
    // A report needs something to call the draft by.
    if (field !== 'title' || text !== '') index += 1;
  }
  prompter.print('\n');
}

async function menu({ prompter, store, prepared }: Interview): Promise<Next> {
  const { features, steps, flags } = partsOf(prepared);
  const open = openIn(store, prepared);
  const all: Part = { id: 'features', title: phrase('interview', 'all-features'), items: features.flatMap((part) => part.items) };
  const choices: Choice<Next>[] = [];
  const openCount = open(all.items);
  const begun = openCount < all.items.length;
  if (openCount > 0) {
    const name = begun
      ? phrase('interview', 'menu-continue', { open: openCount, n: all.items.length })
      : phrase('interview', 'menu-begin', { n: all.items.length });
    choices.push({ name, value: { part: all, from: 'first-open' } });
  }
  choices.push({ name: phrase('interview', 'menu-feature'), value: 'feature' });
  for (const [index, step] of steps.entries()) {
    const name = phrase('interview', 'menu-step', {
      number: index + 1,
      title: step.title,
      open: open(step.items),
      n: step.items.length,
    });
    choices.push({ name, value: { part: step, from: 'first-open' } });
  }
  if (flags) {
    const name = phrase('interview', 'menu-flags', { open: open(flags.items), n: flags.items.length });
    choices.push({ name, value: { part: { ...flags, title: phrase('interview', 'flags') }, from: 'first-open' } });
  }
  choices.push({ name: phrase('interview', 'menu-stop'), value: 'stop' });
  return prompter.choose(phrase('interview', 'menu'), choices);
}

async function whichFeature({ prompter, store, prepared }: Interview): Promise<Part | typeof back> {
  const open = openIn(store, prepared);
  const choices: Choice<Part | typeof back>[] = partsOf(prepared).features.map((part) => ({
    name: phrase('interview', 'feature-line', { title: part.title, open: open(part.items), n: part.items.length }),
    value: part,
  }));
  return prompter.choose(phrase('interview', 'which-feature'), [
    ...choices,
    { name: phrase('interview', 'back-to-menu'), value: back },
  ]);
}

function openIn(store: AnswersStore, prepared: PreparedRubric): (items: readonly Item[]) => number {
  const assessment = store.assessment();
  const states = questionStates(prepared, assessment);
  return (items) => items.filter((item) => isOpen(item, assessment, states)).length;
}

/** Goes through a part from its first open item (from its first one where none is open) until it is done or left. */
async function runPart(interview: Interview, part: Part): Promise<'done' | 'menu' | 'stop'> {
  const { store, prepared } = interview;
  const trail: number[] = [];
  const firstOpen = nextOpen(part.items, -1, store.assessment(), questionStates(prepared, store.assessment()));
  let index = firstOpen ?? 0;
  for (;;) {
    const item = part.items[index];
    if (!item) return 'done';
    const move: Move = await askItem(interview, item, part);
    if (move === 'stop' || move === 'menu') return move;
    const assessment = store.assessment();
    const states = questionStates(prepared, assessment);
    if (move === 'back') {
      const before = trail.pop() ?? previousAskable(part.items, index, states);
      if (before === undefined) return 'menu';
      index = before;
      continue;
    }
    trail.push(index);
    // A part that was complete when it was opened is looked through from one question to the next.
    const next =
      firstOpen === undefined ? nextAskable(part.items, index, states) : nextOpen(part.items, index, assessment, states);
    if (next === undefined) return part.items.some((each) => isOpen(each, assessment, states)) ? 'menu' : 'done';
    index = next;
  }
}

function previousAskable(items: readonly Item[], index: number, states: Parameters<typeof isAskable>[1]): number | undefined {
  for (let before = index - 1; before >= 0; before--) {
    const item = items[before];
    if (item && isAskable(item, states)) return before;
  }
  return undefined;
}

function nextAskable(items: readonly Item[], index: number, states: Parameters<typeof isAskable>[1]): number | undefined {
  const next = items.findIndex((item, at) => at > index && isAskable(item, states));
  return next === -1 ? undefined : next;
}
