import { highestLevel, type Shortfall, shortfall } from '../../core/marks.ts';
import type { Question } from '../../core/rubric.ts';
import { listed } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import { levelChange } from '../changes.ts';
import { answerOf } from '../entries.ts';
import { conventionsKey, enterKey, keysOf, numbered } from '../keys.ts';
import type { Ask, Input, Scene, Stage, State, Step, Topic } from '../state.ts';
import { stay } from './evidence.ts';

type MarksStage = Extract<Stage, { is: 'marks' }>;

/**
 * The step after a level was chosen: the marks, if the question has any, otherwise the reasons. A level that needs marks is saved
 * together with them: if they are not enough, the file must not have it. The lowest level needs none.
 */
export function levelChosen(scene: Scene, level: number): Step {
  if (level > 0 && markedQuestion(scene)) return enterMarks(scene, level);
  return { ...stay(scene, { is: 'reasons' }), changes: levelChanges(scene, level) };
}

/** Shows the marks: Enter changes nothing before one is ticked, since the reviewer may only have wanted to see them. */
export function lookAtMarks(scene: Scene): Step {
  // At the lowest level the ticks decide, as where no level was chosen.
  const step = enterMarks(scene, answerOf(scene.assessment, scene.item.id).level || null);
  const { state } = step;
  if (state.at !== 'item' || state.stage.is !== 'marks' || unsavedTicks(scene)) return step;
  return { ...step, state: { ...state, stage: { ...state.stage, looks: true } } };
}

/** Asks for the marks; for a question without marks, for the level. */
export function enterMarks(scene: Scene, level: number | null): Step {
  if (!markedQuestion(scene)) return stay(scene, { is: 'answer' });
  const ticked = unsavedTicks(scene) ?? answerOf(scene.assessment, scene.item.id).marks ?? [];
  return stay(scene, { is: 'marks', level, ticked });
}

/** The level that Enter saves, and why it is not the one that was chosen. */
export interface Proposal {
  readonly level: number;
  /** The highest level that the ticks allow. */
  readonly highest: number;
  /** What the chosen level needs beyond the ticks. */
  readonly lacks?: Shortfall;
}

/** The chosen level if the ticks allow it, otherwise the highest level that they allow. */
export function proposalFor(question: Question, { level, ticked }: Pick<MarksStage, 'level' | 'ticked'>): Proposal {
  const highest = highestLevel(question, ticked);
  const lacks = level === null ? undefined : shortfall(question, level, ticked);
  return { level: level === null || lacks ? highest : level, highest, ...(lacks && { lacks }) };
}

export function askMarks(scene: Scene, stage: MarksStage): Ask {
  const question = markedQuestion(scene);
  const n = question?.marks?.length ?? 0;
  const level = question ? proposalFor(question, stage).level : 0;
  const isSaved = answerOf(scene.assessment, scene.item.id).marks !== undefined;
  return {
    kind: 'key',
    message: phrase('interview', 'tick', { n }),
    keys: [
      enterKey(stage.looks ? phrase('interview', 'key-look') : phrase('interview', 'key-take-level', { level })),
      { key: 's', does: phrase('interview', isSaved ? 'key-leave-as-saved' : 'key-leave-open') },
      ...keysOf('b', 'o'),
      ...conventionsKey(scene.questionnaire),
      ...keysOf('?'),
    ],
    ...numbered(n, phrase('interview', 'key-tick')),
  };
}

export function respondToMarks(scene: Scene, stage: MarksStage, input: Input): Step {
  const question = markedQuestion(scene);
  if (!question) return stay(scene, { is: 'reasons' });
  const { level, ticked } = stage;
  if (input.kind === 'number') {
    const { looks: _, ...chosen } = stage;
    return stay(scene, { ...chosen, ticked: toggled(question, ticked, input.number - 1) });
  }
  const key = input.kind === 'key' ? input.key : 'b';
  const read = (topic: Topic): Step => {
    const back: State = { at: 'item', visit: scene.visit, stage };
    return { state: { at: 'reading', topic, back }, changes: [], notices: [] };
  };
  switch (key) {
    case 'enter':
      if (stage.looks) return stay(scene, { is: 'answer' });
      return saved(scene, proposalFor(question, stage).level, ticked);
    case 's':
      return leftOpen(scene, question, level);
    case 'o':
      return read({ is: 'item', item: scene.item });
    case '?':
      return read({ is: 'help', item: scene.item });
    case 'c':
      return read({ is: 'conventions' });
    default:
      return stay(keeping(scene, ticked), { is: 'answer' });
  }
}

/** The marks stay as they are saved, or open. Without a level there is nothing to save. */
function leftOpen(scene: Scene, question: Question, level: number | null): Step {
  if (level === null) return stay(forgetting(scene), { is: 'answer' });
  const { marks } = answerOf(scene.assessment, scene.item.id);
  const lacks = marks && shortfall(question, level, marks);
  // The saved ticks contradict the level: both are shown again.
  if (marks && lacks)
    return stay(scene, { is: 'marks', level, ticked: marks }, [
      { code: 'shortfall', args: shortfallArgs(question, level, lacks) },
    ]);
  return { ...stay(forgetting(scene), { is: 'reasons' }), changes: levelChanges(scene, level) };
}

function saved(scene: Scene, level: number, ticked: readonly string[]): Step {
  return { ...stay(forgetting(scene), { is: 'reasons' }), changes: levelChanges(scene, level, ticked) };
}

/** No change if the file has the level and the marks already. */
function levelChanges({ assessment, item }: Scene, level: number, marks?: readonly string[]): Step['changes'] {
  const before = answerOf(assessment, item.id);
  const isSame = before.level === level && (marks === undefined || String(marks) === String(before.marks));
  return isSame && (marks === undefined || before.marks !== undefined) ? [] : [levelChange(assessment, item.id, level, marks)];
}

/** The same ticks with one more or one less, in the rubric's order. */
function toggled({ marks = [] }: Question, ticked: readonly string[], index: number): string[] {
  const id = marks[index]?.id;
  return marks.map((mark) => mark.id).filter((each) => (each === id) !== ticked.includes(each));
}

/** The scene with ticks that are not saved, in case the reviewer comes back to the marks. */
function keeping(scene: Scene, ticked: readonly string[]): Scene {
  const isSaved = String(ticked) === String(answerOf(scene.assessment, scene.item.id).marks ?? []);
  return isSaved ? forgetting(scene) : { ...scene, visit: { ...scene.visit, ticks: { index: scene.visit.index, ticked } } };
}

function forgetting(scene: Scene): Scene {
  const { ticks: _, ...visit } = scene.visit;
  return { ...scene, visit };
}

/** The marks of the current item that were ticked and not saved. */
export function unsavedTicks({ visit: { ticks, index } }: Pick<Scene, 'visit'>): readonly string[] | undefined {
  return ticks?.index === index ? ticks.ticked : undefined;
}

/** The arguments of the sentences that say what a level needs beyond the ticks. */
export function shortfallArgs(
  { marks = [] }: Question,
  level: number,
  lacks: Shortfall,
): Readonly<Record<string, string | number>> {
  const missing = listed(lacks.missing.map((mark) => marks.indexOf(mark) + 1));
  return { level, need: lacks.need, of: marks.length, ticked: lacks.ticked, n: lacks.missing.length, missing };
}

/** The question of a scene, if it has marks. */
export function markedQuestion({
  questionnaire: { prepared },
  item,
}: Pick<Scene, 'questionnaire' | 'item'>): Question | undefined {
  const question = prepared.questions.get(item.id)?.question;
  return question?.marks && question.marks.length > 0 ? question : undefined;
}
