import type { AnswersStore } from '../../../answers/store.ts';
import type { Change } from '../../../interview/entries.ts';
import { keepHalfTyped } from '../../../interview/half-typed.ts';
import { conventionNotices } from '../../../interview/item.ts';
import { askAgain, begin, beginReview, respond, upcoming } from '../../../interview/machine.ts';
import { toReview } from '../../../interview/plan.ts';
import type { Ask, Input, State } from '../../../interview/state.ts';
import { Interrupted } from './interrupted.ts';
import type { Interview } from './interview.ts';
import { TheirsKept } from './saving.ts';
import { noticeText } from './screen/notices.ts';
import { back, type Prompter } from './screen/prompter.ts';

/** Asks until the reviewer stops. Every answer is on disk before the next question appears. */
export async function conductInterview(interview: Interview): Promise<void> {
  await conduct(interview, begin(interview.store.assessment()));
}

/**
 * Asks only what is marked for review, one after the other.
 * @returns how many are still marked
 */
export async function conductReview(interview: Interview): Promise<number> {
  const { store, prepared } = interview;
  await conduct(interview, beginReview(interview, store.assessment()));
  return toReview(prepared, store.assessment()).length;
}

async function conduct(interview: Interview, start: State): Promise<void> {
  const { prompter, store } = interview;
  for (const notice of conventionNotices(interview)) prompter.print(noticeText(interview, notice));
  let state = start;
  for (;;) {
    const next = upcoming(interview, store.assessment(), state);
    for (const notice of next.notices) prompter.print(noticeText(interview, notice));
    if (!next.ask) return;
    const input = await reply(interview, next.state, next.ask);
    const step = respond(interview, store.assessment(), next.state, input);
    try {
      for (const change of step.changes) await save(store, change);
      for (const notice of step.notices) prompter.print(noticeText(interview, notice));
      state = step.state;
    } catch (error) {
      // The question is put again, with what stands in the file now.
      if (!(error instanceof TheirsKept)) throw error;
      state = askAgain(next.state);
    }
  }
}

/** What the reviewer does at a prompt. What was half typed when the interview is interrupted is saved first. */
async function reply({ prompter, store }: Interview, state: State, ask: Ask): Promise<Input> {
  try {
    return await inputFor(prompter, ask);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    const half = keepHalfTyped(store.assessment(), state, error.typed);
    for (const change of half?.changes ?? []) await save(store, change);
    error.keptIn = half?.id;
    throw error;
  }
}

async function inputFor(prompter: Prompter, ask: Ask): Promise<Input> {
  switch (ask.kind) {
    case 'key':
      return { kind: 'key', key: await prompter.key(ask.message, ask.keys) };
    case 'text': {
      const text = await prompter.text(ask.message, ask.initial);
      return text === back ? { kind: 'back' } : { kind: 'text', text };
    }
    case 'choice': {
      const choices = ask.choices.map((name, value) => ({ name, value }));
      return { kind: 'choice', index: await prompter.choose(ask.message, choices) };
    }
  }
}

function save(store: AnswersStore, change: Change): Promise<void> {
  switch (change.section) {
    case 'draft':
      return store.setDraft(change.value);
    case 'reviewer':
      return store.setReviewer(change.value);
    case 'answers':
      return store.setAnswer(change.id, change.value);
    case 'steps':
      return store.setStep(change.id, change.value);
    case 'flags':
      return store.setFlag(change.id, change.value);
  }
}
