import type { Confidence, StepAnswer } from '../../core/answers.ts';
import { namesNoCase } from '../../core/cases.ts';
import { phrase } from '../../messages/phrases.ts';
import { confidenceChange, notApplicableChange, presentChange, reasonsChange, reasonsOf, statusChange } from '../changes.ts';
import { answerOf, type Change, changed, entryOf, evidenceOf, flagOf, stepOf, withReview } from '../entries.ts';
import { conventionsKey, enterKey, keysOf } from '../keys.ts';
import type { Ask, From, Input, Key, Move, Numbers, Scene, Stage, State, Step, Topic } from '../state.ts';
import { askEvidence, collectEvidence, listEvidence, respondToEvidence, stay, typeEvidence } from './evidence.ts';
import { holdsHalfTyped } from './half-typed.ts';
import { heldText, withHeld } from './held.ts';
import { askMarks, enterMarks, levelChosen, lookAtMarks, markedQuestion, respondToMarks, unsavedTicks } from './marks.ts';
import { reviewed, toggleReview, withoutQuestion } from './review.ts';

/** How sure a reviewer can be; the numbers of the list begin with 1. */
export const confidences: readonly Confidence[] = ['low', 'medium', 'high'];

/** The answers to a guiding question; the numbers of the list begin with 0. */
export const statuses = ['missing', 'partly', 'addressed'] as const satisfies readonly StepAnswer['status'][];

/** What an item asks at a stage. */
export function askItem(scene: Scene, stage: Stage): Ask {
  switch (stage.is) {
    case 'arriving':
    case 'answer':
      return askAnswer(scene);
    case 'marks':
      return askMarks(scene, stage);
    case 'not-applicable':
      return text(
        'reason',
        stage.typed ?? heldText(scene, stage) ?? answerOf(scene.assessment, scene.item.id).notApplicable ?? '',
      );
    case 'reasons':
      return askReasons(scene);
    case 'editing':
      return { kind: 'edit', text: reasonsOf(scene.assessment, scene.item) };
    case 'finish':
      return askFinish(scene);
    default:
      return askEvidence(scene, stage);
  }
}

/** What an input changes at a stage, and what the item asks next. */
export function respondToItem(given: Scene, stage: Stage, input: Input): Step {
  const scene = input.kind === 'key' && input.key === 'r' ? given : withoutQuestion(given);
  return withHeld(scene, stage, input, respondAt(scene, stage, input));
}

function respondAt(scene: Scene, stage: Stage, input: Input): Step {
  switch (stage.is) {
    case 'arriving':
    case 'answer':
      return respondToAnswer(scene, input);
    case 'marks':
      return respondToMarks(scene, stage, input);
    case 'not-applicable':
      return respondToNotApplicable(scene, stage, input);
    case 'reasons':
      return respondToReasons(scene, input);
    case 'editing':
      return respondToEditing(scene, stage.from, input);
    case 'finish':
      return respondToFinish(scene, input);
    default:
      return respondToEvidence(scene, stage, input);
  }
}

function askAnswer(scene: Scene): Ask {
  const { questionnaire, item } = scene;
  const isQuestion = item.kind === 'question';
  const kept = keptAnswer(scene);
  const keys: Key[] = [
    ...(kept === undefined ? [] : [enterKey(phrase('interview', 'key-keep', { answer: kept }))]),
    ...(isQuestion ? keysOf('n') : []),
    ...(markedQuestion(scene) ? keysOf('m') : []),
    ...evidenceKeys(scene),
    ...keysOf('s', 'b', ...elsewhereKeys(scene), 'e', 'r', 'o'),
    ...conventionsKey(questionnaire),
    ...keysOf('?', 'q'),
  ];
  const numbers = answerNumbers(scene);
  return { kind: 'key', message: phrase('interview', 'choose', { from: numbers.from, to: numbers.to }), keys, numbers };
}

/** Passages or, without a draft, a citation; and the evidence that was taken. A guiding question collects none. */
function evidenceKeys({ questionnaire: { guide }, assessment, item }: Scene): Key[] {
  if (item.kind === 'guiding') return [];
  return [...keysOf(...(guide ? (['p'] as const) : []), 't'), ...(evidenceOf(assessment, item).length > 0 ? keysOf('x') : [])];
}

/** The keys that lead to another place. A list that is gone through for review has no way to the menu. */
function elsewhereKeys({ visit }: Scene): readonly ('j' | 'l' | 'u')[] {
  return visit.through === 'review' ? ['j', 'l'] : ['j', 'l', 'u'];
}

function answerNumbers({ questionnaire: { prepared }, item }: Scene): Numbers {
  const does = phrase('interview', item.kind === 'question' ? 'key-level' : 'key-answer');
  if (item.kind === 'guiding') return { from: 0, to: statuses.length - 1, does };
  if (item.kind === 'flag') return { from: 0, to: 1, does };
  return { from: 0, to: (prepared.questions.get(item.id)?.question.levels.length ?? 1) - 1, does };
}

/** The saved answer in a word; undefined if there is none. */
export function keptAnswer({ assessment, item: { kind, id } }: Scene): string | undefined {
  switch (kind) {
    case 'question': {
      const { level, notApplicable } = answerOf(assessment, id);
      return level === null ? (notApplicable === null ? undefined : phrase('interview', 'not-applicable')) : String(level);
    }
    case 'guiding': {
      const { status } = stepOf(assessment, id);
      return status === null ? undefined : phrase('interview', status);
    }
    case 'flag': {
      const { present } = flagOf(assessment, id);
      return present === null ? undefined : phrase('interview', present ? 'present' : 'not-present');
    }
  }
}

function respondToAnswer(scene: Scene, input: Input): Step {
  if (input.kind === 'number') return chosen(scene, input.number);
  const key = input.kind === 'key' ? input.key : 'b';
  if (key === 'n') return stay(scene, { is: 'not-applicable' });
  if (key === 'm') return lookAtMarks(scene);
  if (key === 'enter' || key === 's') return leaving(scene, 'next');
  if (key === 'b') return leaving(scene, 'back');
  return elsewhere(scene, 'answer', key) ?? stay(scene, { is: 'answer' });
}

/** The keys that lead away from an item and back again, or to another place. */
function elsewhere(scene: Scene, from: From, key: string): Step | undefined {
  const { item, visit } = scene;
  const read = (topic: Topic): Step => {
    const back: State = { at: 'item', visit, stage: { is: from } };
    return { state: { at: 'reading', topic, back }, changes: [], notices: [] };
  };
  switch (key) {
    case 'p':
      return collectEvidence(scene, from);
    case 't':
      return typeEvidence(scene, from);
    case 'x':
      return listEvidence(scene, from);
    case 'e':
      return stay(scene, { is: 'editing', from });
    case 'r':
      return toggleReview(scene, from);
    case 'o':
      return read({ is: 'item', item });
    case '?':
      return read({ is: 'help', item });
    case 'c':
      return read({ is: 'conventions' });
    case 'j':
      return { state: { at: 'jump', from: visit }, changes: [], notices: [] };
    case 'l':
      return { state: { at: 'list', from: visit }, changes: [], notices: [] };
    case 'u':
      return { state: { at: 'menu', from: visit }, changes: [], notices: [] };
    case 'q':
      return leaving(scene, 'stop');
    default:
      return undefined;
  }
}

/** The answer itself is saved before its reasons are asked for. */
function chosen(scene: Scene, number: number): Step {
  const { assessment, item } = scene;
  const save = (change: Change): Step => ({ ...stay(scene, { is: 'reasons' }), changes: [change] });
  switch (item.kind) {
    case 'question':
      return levelChosen(scene, number);
    case 'guiding':
      return save(statusChange(assessment, item.id, statuses[number] ?? 'missing'));
    case 'flag':
      return save(presentChange(assessment, item.id, number === 1));
  }
}

function respondToNotApplicable(scene: Scene, { typed }: Extract<Stage, { is: 'not-applicable' }>, input: Input): Step {
  if (input.kind !== 'text') return stay(scene, { is: 'answer' });
  if (input.text === '') return stay(scene, { is: 'not-applicable' }, [{ code: 'reason-needed', args: {} }]);
  const { questionnaire, assessment, item } = scene;
  // Whoever finds nothing in the draft may take it for a case. A reason that is saved already is not asked about again.
  const isAsked = input.text === typed || input.text === answerOf(assessment, item.id).notApplicable;
  if (!isAsked && namesNoCase(questionnaire.prepared, item.id))
    return stay(scene, { is: 'not-applicable', typed: input.text }, [{ code: 'no-case', args: {} }]);
  const change = notApplicableChange(assessment, item.id, input.text);
  const { review } = entryOf(assessment, item);
  const after = withTicks(scene);
  if (review === undefined || !holdsHalfTyped(review)) return leaving(after, 'next', [change]);
  return leaving(after, 'next', [withReview(changed(assessment, [change]), item, review)]);
}

/** The ticks are not saved with "does not apply", but are there again if the reviewer comes back and takes it back. */
function withTicks(scene: Scene): Scene {
  const { marks = [] } = answerOf(scene.assessment, scene.item.id);
  if (unsavedTicks(scene) || marks.length === 0) return scene;
  return { ...scene, visit: { ...scene.visit, ticks: { index: scene.visit.index, ticked: marks } } };
}

function askReasons({ assessment, item }: Scene): Ask {
  const key = item.kind === 'question' ? 'why' : item.kind === 'guiding' ? 'notes' : 'why-flag';
  return text(key, reasonsOf(assessment, item));
}

function respondToReasons(scene: Scene, input: Input): Step {
  const { assessment, item } = scene;
  if (input.kind !== 'text') {
    const level = item.kind === 'question' ? answerOf(assessment, item.id).level : null;
    const before =
      level !== null && level > 0 && markedQuestion(scene) ? enterMarks(scene, level) : stay(scene, { is: 'answer' });
    return withTyped(scene, before, input);
  }
  const changes = newReasons(scene, input.text);
  const hasFinish = item.kind === 'question' || (item.kind === 'flag' && flagOf(assessment, item.id).present === true);
  return hasFinish ? { ...stay(scene, { is: 'finish' }), changes } : leaving(scene, 'next', reviewed(scene, changes));
}

function respondToEditing(scene: Scene, from: From, input: Input): Step {
  return { ...stay(scene, { is: from }), changes: input.kind === 'text' ? newReasons(scene, input.text) : [] };
}

/** Going back keeps the reasons that were typed: whoever wanted to see the levels again must not type them twice. */
function withTyped(scene: Scene, before: Step, input: Input): Step {
  const changes = input.kind === 'back' && input.typed !== undefined ? newReasons(scene, input.typed) : [];
  return changes.length === 0 ? before : { ...before, changes, notices: [...before.notices, { code: 'typed-kept', args: {} }] };
}

function newReasons({ assessment, item }: Scene, typed: string): Change[] {
  return typed === reasonsOf(assessment, item) ? [] : [reasonsChange(assessment, item, typed)];
}

function askFinish(scene: Scene): Ask {
  const { questionnaire, assessment, item } = scene;
  const { confidence } = answerOf(assessment, item.id);
  const isQuestion = item.kind === 'question';
  const enter =
    isQuestion && confidence ? phrase('interview', 'key-keep', { answer: phrase('interview', confidence) }) : undefined;
  const keys = [
    enterKey(enter ?? phrase('interview', 'key-go-on')),
    ...evidenceKeys(scene),
    ...keysOf('b', ...elsewhereKeys(scene), 'e', 'r', 'o'),
    ...conventionsKey(questionnaire),
    ...keysOf('?', 'q'),
  ];
  if (!isQuestion) return { kind: 'key', message: phrase('interview', 'finish-flag'), keys };
  const numbers = { from: 1, to: confidences.length, does: phrase('interview', 'key-confidence') };
  return { kind: 'key', message: phrase('interview', 'confidence'), keys, numbers };
}

function respondToFinish(scene: Scene, input: Input): Step {
  const { assessment, item } = scene;
  const key = input.kind === 'key' ? input.key : 'b';
  if (input.kind === 'number') {
    const given = confidences[input.number - 1];
    return leaving(scene, 'next', reviewed(scene, given ? [confidenceChange(assessment, item.id, given)] : []));
  }
  if (key === 'b') return stay(scene, { is: 'reasons' });
  if (key === 'enter') return leaving(scene, 'next', reviewed(scene, []));
  return elsewhere(scene, 'finish', key) ?? stay(scene, { is: 'finish' });
}

function leaving({ assessment, item, visit }: Scene, move: Move, changes: readonly Change[] = []): Step {
  const isKept = move === 'next' && holdsHalfTyped(entryOf(changed(assessment, changes), item).review);
  return {
    state: { at: 'leaving', visit, move },
    changes,
    notices: isKept ? [{ code: 'mark-kept', args: { id: item.id } }] : [],
  };
}

function text(key: 'reason' | 'why' | 'notes' | 'why-flag', initial: string): Ask {
  return { kind: 'text', message: phrase('interview', key), initial };
}
