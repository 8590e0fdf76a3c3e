import type { Assessment } from '../core/answers.ts';
import { phrase } from '../messages/phrases.ts';
import { askDraftFact, respondToDraftFact } from './draft-facts.ts';
import { askItem, isAnswered, respondToItem } from './item.ts';
import { featureChoices, menuChoices } from './menu.ts';
import type { Ask, Input, Notice, Questionnaire, Scene, Stage, State, Step, Visit } from './state.ts';
import { arrive, enterReview, leave } from './way.ts';

/**
 * The questionnaire as a state machine, apart from any screen. A face (a terminal, a browser) repeats: `upcoming` tells what to show
 * and to ask, the reviewer acts, `respond` tells what to save and where the reviewer stands then.
 */
export interface Upcoming {
  /** The same state, with every decision made that the saved answers allow. */
  readonly state: State;
  readonly notices: readonly Notice[];
  /** Undefined at the end. */
  readonly ask: Ask | undefined;
}

/** Where an interview begins: with the title of the draft if it has none, else with the menu. */
export function begin({ draft }: Assessment): State {
  return draft.title === undefined ? { at: 'draft', field: 0 } : { at: 'menu' };
}

/** Where an interview begins that asks only what is marked for review. */
export function beginReview(questionnaire: Questionnaire, assessment: Assessment): State {
  return enterReview(questionnaire, assessment, phrase('interview', 'review'));
}

/** What is shown and asked next. The assessment is the one that is saved. */
export function upcoming(questionnaire: Questionnaire, assessment: Assessment, state: State): Upcoming {
  switch (state.at) {
    case 'draft':
      return { state, notices: [], ask: askDraftFact(assessment, state.field) };
    case 'menu':
      return { state, notices: [], ask: choiceOf('menu', menuChoices(questionnaire, assessment)) };
    case 'features':
      return { state, notices: [], ask: choiceOf('which-feature', featureChoices(questionnaire, assessment)) };
    case 'item':
      return upcomingItem(questionnaire, assessment, state);
    case 'leaving': {
      const left = leave(questionnaire, assessment, state.visit, state.move);
      const then = upcoming(questionnaire, assessment, left.state);
      return { ...then, notices: [...left.notices, ...then.notices] };
    }
    case 'end':
      return { state, notices: [], ask: undefined };
  }
}

/** What an input changes, and the next position. Saves nothing: the user interface does. */
export function respond(questionnaire: Questionnaire, assessment: Assessment, state: State, input: Input): Step {
  switch (state.at) {
    case 'draft':
      return respondToDraftFact(assessment, state.field, input);
    case 'menu':
      return chosen(menuChoices(questionnaire, assessment), state, input);
    case 'features':
      return chosen(featureChoices(questionnaire, assessment), state, input);
    case 'item': {
      const scene = sceneOf(questionnaire, assessment, state.visit);
      return scene ? respondToItem(scene, state.stage, input) : unchanged(outOf(state.visit));
    }
    case 'leaving':
    case 'end':
      return unchanged(state);
  }
}

/** Asks the item again from its beginning. For an answer that was not saved because the reviewer kept another person's answer. */
export function askAgain(state: State): State {
  return state.at === 'item' || state.at === 'leaving' ? arrive(state.visit) : state;
}

function upcomingItem(questionnaire: Questionnaire, assessment: Assessment, state: Extract<State, { at: 'item' }>): Upcoming {
  const { visit, stage } = state;
  const scene = sceneOf(questionnaire, assessment, visit);
  // A part without items: there is nothing to ask.
  if (!scene) return upcoming(questionnaire, assessment, outOf(visit));
  const arrived: Stage = stage.is === 'arriving' ? { is: 'answer' } : stage;
  const notices: Notice[] = [];
  if (stage.is === 'arriving') notices.push({ kind: 'item', item: scene.item, part: visit.part });
  if (arrived.is === 'answer' && isAnswered(scene)) notices.push({ kind: 'now', item: scene.item });
  return { state: { ...state, stage: arrived }, notices, ask: askItem(scene, arrived) };
}

function sceneOf(questionnaire: Questionnaire, assessment: Assessment, visit: Visit): Scene | undefined {
  const item = visit.part.items[visit.index];
  return item && { questionnaire, assessment, visit, item };
}

function outOf({ through }: Visit): State {
  return { at: through === 'review' ? 'end' : 'menu' };
}

function choiceOf(message: 'menu' | 'which-feature', choices: readonly { readonly name: string }[]): Ask {
  return { kind: 'choice', message: phrase('interview', message), choices: choices.map(({ name }) => name) };
}

function chosen(choices: readonly { readonly leadsTo: State }[], state: State, input: Input): Step {
  return unchanged((input.kind === 'choice' ? choices[input.index]?.leadsTo : undefined) ?? state);
}

function unchanged(state: State): Step {
  return { state, changes: [], notices: [] };
}
