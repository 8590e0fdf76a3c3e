import type { Assessment } from '../core/answers.ts';
import { phrase } from '../messages/phrases.ts';
import { askDraftFact, respondToDraftFact } from './draft-facts.ts';
import { askItem, respondToItem } from './item/item.ts';
import { conventionsKey, keysOf } from './keys.ts';
import type { Ask, Input, Key, Notice, Questionnaire, Scene, Stage, State, Step, Visit } from './state.ts';
import { askJump, askList, backTo, foundChoices, respondToJump, respondToList, visitTo } from './ways/jump.ts';
import { type Choice, featureChoices, menuChoices } from './ways/menu.ts';
import { arrive, enterReview, leave } from './ways/way.ts';

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

/**
 * Where an interview begins: with the title of the draft if it has none, else with the menu.
 * @param stoppedAt the id of the item at which an earlier interview was stopped
 */
export function begin(questionnaire: Questionnaire, { draft }: Assessment, stoppedAt?: string): State {
  if (draft.title === undefined) return { at: 'draft', field: 0 };
  const from = stoppedAt === undefined ? undefined : visitTo(questionnaire, stoppedAt);
  return { at: 'menu', ...(from && { from }) };
}

/** Where an interview begins that asks only what is marked for review. */
export function beginReview(questionnaire: Questionnaire, assessment: Assessment): State {
  return enterReview(questionnaire, assessment, phrase('interview', 'review'));
}

/** The id of the item that is being asked; undefined at a menu or before the first question. */
export function itemAt(state: State): string | undefined {
  if (state.at === 'reading') return itemAt(state.back);
  if (state.at === 'item' || state.at === 'leaving') return state.visit.part.items[state.visit.index]?.id;
  const from = state.at === 'jump' || state.at === 'found' || state.at === 'list' ? state.from : undefined;
  return from?.part.items[from.index]?.id;
}

/** What is shown and asked next. The assessment is the one that is saved. */
export function upcoming(questionnaire: Questionnaire, assessment: Assessment, state: State): Upcoming {
  switch (state.at) {
    case 'item':
      return upcomingItem(questionnaire, assessment, state);
    case 'leaving': {
      const left = leave(questionnaire, assessment, state.visit, state.move);
      const then = upcoming(questionnaire, assessment, left.state);
      return { ...then, notices: [...left.notices, ...then.notices] };
    }
    default:
      return { state, notices: [], ask: askOutsideItems(questionnaire, assessment, state) };
  }
}

function askOutsideItems(
  questionnaire: Questionnaire,
  assessment: Assessment,
  state: Exclude<State, { at: 'item' | 'leaving' }>,
): Ask | undefined {
  switch (state.at) {
    case 'draft':
      return askDraftFact(assessment, state.field);
    case 'menu': {
      const keys = [...keysOf('j', 'l'), ...conventionsKey(questionnaire), ...(state.from ? keysOf('b') : []), ...keysOf('q')];
      return choiceOf('menu', menuChoices(questionnaire, assessment, state.from), keys);
    }
    case 'features':
      return choiceOf('which-feature', featureChoices(questionnaire, assessment, state.from), keysOf('b', 'q'));
    case 'found':
      return choiceOf('which-found', foundChoices(questionnaire, assessment, state), keysOf('b', 'q'));
    case 'jump':
      return askJump();
    case 'list':
      return askList(questionnaire, assessment, state);
    case 'reading':
      return { kind: 'read', topic: state.topic };
    case 'end':
      return undefined;
  }
}

/** What an input changes, and the next position. Saves nothing: the user interface does. */
export function respond(questionnaire: Questionnaire, assessment: Assessment, state: State, input: Input): Step {
  switch (state.at) {
    case 'draft':
      return respondToDraftFact(assessment, state.field, input);
    case 'menu':
      return respondToMenu(questionnaire, assessment, state, input);
    case 'features':
      return chosen(
        featureChoices(questionnaire, assessment, state.from),
        { at: 'menu', ...(state.from && { from: state.from }) },
        input,
      );
    case 'found':
      return chosen(
        foundChoices(questionnaire, assessment, state),
        { at: 'jump', ...(state.from && { from: state.from }) },
        input,
      );
    case 'jump':
      return respondToJump(questionnaire, assessment, state.from, input);
    case 'list':
      return respondToList(questionnaire, assessment, state, input);
    case 'reading':
      return unchanged(state.back);
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
  return { state: { ...state, stage: arrived }, notices: [], ask: askItem(scene, arrived) };
}

/** The item of a visit, with what it is asked about; undefined in a part without items. */
export function sceneOf(questionnaire: Questionnaire, assessment: Assessment, visit: Visit): Scene | undefined {
  const item = visit.part.items[visit.index];
  return item && { questionnaire, assessment, visit, item };
}

function outOf({ through }: Visit): State {
  return { at: through === 'review' ? 'end' : 'menu' };
}

function choiceOf(message: 'menu' | 'which-feature' | 'which-found', choices: readonly Choice[], keys: readonly Key[]): Ask {
  return { kind: 'choice', message: phrase('interview', message), choices: choices.map(({ name }) => name), keys };
}

function respondToMenu(
  questionnaire: Questionnaire,
  assessment: Assessment,
  state: Extract<State, { at: 'menu' }>,
  input: Input,
): Step {
  const from = state.from && { from: state.from };
  if (input.kind === 'key' && input.key === 'j') return unchanged({ at: 'jump', ...from });
  if (input.kind === 'key' && input.key === 'l') return unchanged({ at: 'list', ...from });
  if (input.kind === 'key' && input.key === 'c') return unchanged({ at: 'reading', topic: { is: 'conventions' }, back: state });
  return chosen(menuChoices(questionnaire, assessment, state.from), backTo(state.from), input);
}

/** @param back where Esc leads */
function chosen(choices: readonly Choice[], back: State, input: Input): Step {
  if (input.kind === 'key' && input.key === 'q') return unchanged({ at: 'end' });
  return unchanged((input.kind === 'choice' ? choices[input.index]?.leadsTo : undefined) ?? back);
}

function unchanged(state: State): Step {
  return { state, changes: [], notices: [] };
}
