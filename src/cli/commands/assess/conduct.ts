import type { AnswersStore } from '../../../answers/store.ts';
import type { Assessment } from '../../../core/answers.ts';
import type { Change } from '../../../interview/entries.ts';
import { keepHalfTyped } from '../../../interview/item/half-typed.ts';
import { askAgain, begin, beginReview, itemAt, respond, type Upcoming, upcoming } from '../../../interview/machine.ts';
import { toReview } from '../../../interview/plan.ts';
import type { Ask, Input, Notice, Questionnaire, State, Step } from '../../../interview/state.ts';
import { phrase } from '../../../messages/phrases.ts';
import { Interrupted } from './interrupted.ts';
import type { Interview } from './interview.ts';
import { TheirsKept } from './saving.ts';
import { screenFor } from './screen/screen.ts';

/** Asks until the reviewer stops. Every answer is on disk before the next question appears. */
export async function conductInterview(interview: Interview): Promise<void> {
  const { store, places } = interview;
  await conduct(interview, begin(interview, store.assessment(), await places.last()));
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
  const { store, pace, places } = interview;
  let state = start;
  let said: readonly Notice[] = [];
  for (;;) {
    const before = store.assessment();
    const questionnaire = await questionnaireAt(interview, state);
    const next = upcoming(questionnaire, before, state);
    const { ask } = next;
    if (!ask) return;
    const id = itemAt(next.state);
    if (id !== undefined) {
      pace.arrive(id);
      await places.remember(id);
    }
    const input = await reply(interview, { ...next, ask }, [...said, ...next.notices]);
    const step = respond(questionnaire, before, next.state, input);
    try {
      for (const change of step.changes) await save(store, change);
      if (id !== undefined && isAnswer(step, store.assessment(), id)) pace.answer(id);
      state = step.state;
      said = step.notices;
    } catch (error) {
      // The question is put again, with what stands in the file now.
      if (!(error instanceof TheirsKept)) throw error;
      state = askAgain(next.state);
      said = [];
    }
  }
}

/** Only a search for words needs the forms of words. */
async function questionnaireAt(interview: Interview, { at }: State): Promise<Questionnaire> {
  return at === 'jump' || at === 'found' ? { ...interview, stems: await interview.loadStems() } : interview;
}

/** Whether an item was gone through and has an answer now. */
function isAnswer({ state }: Step, { answers, steps, flags }: Assessment, id: string): boolean {
  return state.at === 'leaving' && state.move === 'next' && (answers.has(id) || steps.has(id) || flags.has(id));
}

/** What the reviewer does at a prompt. What was half typed when the interview is interrupted is saved first. */
async function reply(
  interview: Interview,
  { state, ask }: Upcoming & { readonly ask: Ask },
  notices: readonly Notice[],
): Promise<Input> {
  const { prompter, store, prepared, pace } = interview;
  const secondsLeft = pace.seconds();
  const remarks = notices.map(noticeWords);
  const assessment = store.assessment();
  const view = {
    ...interview,
    assessment,
    name: store.name,
    state,
    ask,
    remarks,
    ...(secondsLeft !== undefined && { secondsLeft }),
  };
  try {
    return await prompter.ask(screenFor(view));
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    const half = keepHalfTyped(prepared, assessment, state, error.typed);
    for (const change of half?.changes ?? []) await save(store, change);
    error.keptIn = half?.id;
    throw error;
  }
}

function noticeWords({ code, args }: Notice): string {
  return code === 'check-omits' || code === 'check-outside'
    ? phrase('report', code, args)
    : phrase('interview', `notice-${code}`, args);
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
