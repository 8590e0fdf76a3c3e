import type { Answer, Confidence, FlagAnswer, StepAnswer } from '../core/answers.ts';
import { phrase } from '../messages/phrases.ts';
import { answerOf, type Change, entryOf, flagOf, stepOf } from './entries.ts';
import { askEvidence, collectEvidence, type Leave, respondToEvidence, stay } from './evidence.ts';
import { askMarks, enterMarks, levelChosen, respondToMarks } from './marks.ts';
import type { Ask, EvidenceStage, Input, Move, Notice, Questionnaire, Scene, Stage, Step } from './state.ts';

/** Keys that leave an item. */
const moves: Readonly<Record<string, Move>> = { s: 'next', b: 'back', j: 'menu', q: 'stop' };

/** What an item asks at a stage. */
export function askItem(scene: Scene, stage: Stage): Ask {
  switch (stage.is) {
    case 'arriving':
    case 'answer':
      return askAnswer(scene);
    case 'marks':
      return askMarks(scene);
    case 'not-applicable':
      return text('reason', answerOf(scene.assessment, scene.item.id).notApplicable ?? '');
    case 'reasons':
      return askReasons(scene);
    case 'confidence':
      return { kind: 'key', message: phrase('interview', 'confidence'), keys: ['l', 'm', 'h', '\r', '\n', 'b'] };
    default:
      return askEvidence(scene, stage);
  }
}

/** What an input changes at a stage, and what the item asks next. */
export function respondToItem(scene: Scene, stage: Stage, input: Input): Step {
  switch (stage.is) {
    case 'arriving':
    case 'answer':
      return respondToAnswer(scene, input);
    case 'marks':
      return respondToMarks(scene, stage, input);
    case 'not-applicable':
      return respondToNotApplicable(scene, input);
    case 'reasons':
      return respondToReasons(scene, input);
    case 'confidence':
      return respondToConfidence(scene, input);
    default:
      return respondToEvidence(scene, stage, input, leaveEvidence(scene, stage));
  }
}

function askAnswer({ questionnaire: { prepared, guide }, item }: Scene): Ask {
  const navigation = ['s', 'b', 'j', '?', 'q'];
  switch (item.kind) {
    case 'question': {
      const levels = prepared.questions.get(item.id)?.question.levels ?? [];
      const digits = levels.map((_, level) => String(level)).filter((digit) => digit.length === 1);
      const message = phrase('interview', guide ? 'keys-question-draft' : 'keys-question', { top: levels.length - 1 });
      return { kind: 'key', message, keys: [...digits, 'n', ...(guide ? ['p'] : []), ...navigation] };
    }
    case 'guiding':
      return { kind: 'key', message: phrase('interview', 'keys-guiding'), keys: ['a', 'p', 'm', ...navigation] };
    case 'flag':
      return { kind: 'key', message: phrase('interview', 'keys-flag'), keys: ['y', 'n', ...navigation] };
  }
}

function respondToAnswer(scene: Scene, input: Input): Step {
  const { item, visit } = scene;
  const key = input.kind === 'key' ? input.key : 'b';
  const move = moves[key];
  if (move) return { state: { at: 'leaving', visit, move }, changes: [], notices: [] };
  if (key === '?') return stay(scene, { is: 'answer' }, [...conventionNotices(scene.questionnaire), { kind: 'help', item }]);
  if (item.kind === 'question' && key === 'n') return stay(scene, { is: 'not-applicable' });
  if (item.kind === 'question' && key === 'p') return collectEvidence(scene, 'answer');
  return chosen(scene, key);
}

/** The answer itself is on disk before its reasons are asked for. */
function chosen(scene: Scene, key: string): Step {
  const { assessment, item } = scene;
  const { kind, id } = item;
  const save = (change: Change): Step => ({ ...stay(scene, { is: 'reasons' }), changes: [change] });
  switch (kind) {
    case 'question':
      return levelChosen(scene, Number(key));
    case 'guiding': {
      const status = key === 'a' ? 'addressed' : key === 'p' ? 'partly' : 'missing';
      return save({ section: 'steps', id, value: { ...stepOf(assessment, id), status } });
    }
    case 'flag':
      return save({ section: 'flags', id, value: { ...flagOf(assessment, id), present: key === 'y' } });
  }
}

/** The rubric's conventions, if it has any. */
export function conventionNotices({ prepared: { rubric } }: Questionnaire): Notice[] {
  return rubric.conventions && rubric.conventions.length > 0 ? [{ kind: 'conventions' }] : [];
}

function respondToNotApplicable(scene: Scene, input: Input): Step {
  if (input.kind !== 'text') return stay(scene, { is: 'answer' });
  // A reason is required: without one the question is asked again.
  if (input.text === '') return stay(scene, { is: 'not-applicable' });
  const { id } = scene.item;
  const { review: _, marks: __, ...answer } = answerOf(scene.assessment, id);
  const value: Answer = { ...answer, level: null, notApplicable: input.text };
  return next(scene, [{ section: 'answers', id, value }]);
}

function askReasons({ assessment, item: { kind, id } }: Scene): Ask {
  switch (kind) {
    case 'question':
      return text('why', answerOf(assessment, id).rationale ?? '');
    case 'guiding':
      return text('notes', stepOf(assessment, id).notes ?? '');
    case 'flag':
      return text('why-flag', flagOf(assessment, id).rationale ?? '');
  }
}

function respondToReasons(scene: Scene, input: Input): Step {
  const { assessment, item } = scene;
  if (input.kind !== 'text') return enterMarks(scene, item.kind === 'question' ? answerOf(assessment, item.id).level : null);
  switch (item.kind) {
    case 'question': {
      const { rationale: before, ...rest } = answerOf(assessment, item.id);
      const value: Answer = input.text === '' ? rest : { ...rest, rationale: input.text };
      return continued(scene, input.text === (before ?? '') ? [] : [{ section: 'answers', id: item.id, value }]);
    }
    case 'guiding': {
      const { notes: before, review, ...rest } = stepOf(assessment, item.id);
      const value: StepAnswer = input.text === '' ? rest : { ...rest, notes: input.text };
      const isSame = input.text === (before ?? '') && review === undefined;
      return next(scene, isSame ? [] : [{ section: 'steps', id: item.id, value }]);
    }
    case 'flag': {
      const { rationale: before, review, ...rest } = flagOf(assessment, item.id);
      const value: FlagAnswer = input.text === '' ? rest : { ...rest, rationale: input.text };
      const isSame = input.text === (before ?? '') && review === undefined;
      const changes: Change[] = isSame ? [] : [{ section: 'flags', id: item.id, value }];
      return rest.present ? continued(scene, changes) : next(scene, changes);
    }
  }
}

/** On to the evidence, once the changes are saved. */
function continued(scene: Scene, changes: readonly Change[]): Step {
  return { ...collectEvidence(scene, 'reasons'), changes };
}

function leaveEvidence(scene: Scene, { from }: EvidenceStage): Leave {
  return (how) => {
    if (from === 'answer') return stay(scene, { is: 'answer' });
    if (scene.item.kind === 'flag') return how === 'back' ? stay(scene, { is: 'answer' }) : next(scene, []);
    return stay(scene, { is: how === 'back' ? 'reasons' : 'confidence' });
  };
}

function respondToConfidence(scene: Scene, input: Input): Step {
  const key = input.kind === 'key' ? input.key : 'b';
  if (key === 'b') return collectEvidence(scene, 'reasons');
  const { id } = scene.item;
  const given = ({ l: 'low', m: 'medium', h: 'high' } as Record<string, Confidence>)[key];
  // Gone through to the end, the answer has been reviewed.
  const { review, ...answer } = answerOf(scene.assessment, id);
  const value: Answer = given ? { ...answer, confidence: given } : answer;
  return next(scene, given || review !== undefined ? [{ section: 'answers', id, value }] : []);
}

function next({ visit }: Scene, changes: readonly Change[]): Step {
  return { state: { at: 'leaving', visit, move: 'next' }, changes, notices: [] };
}

function text(key: 'reason' | 'why' | 'notes' | 'why-flag', initial: string): Ask {
  return { kind: 'text', message: phrase('interview', key), initial };
}

/** Whether there is an answer to show before the keys. */
export function isAnswered({ assessment, item }: Scene): boolean {
  const entry = entryOf(assessment, item);
  if ('status' in entry) return entry.status !== null;
  if ('present' in entry) return entry.present !== null;
  return assessment.answers.has(item.id);
}
