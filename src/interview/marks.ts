import type { Answer } from '../core/answers.ts';
import { shortfall } from '../core/marks.ts';
import type { Mark, Question } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { answerOf } from './entries.ts';
import { stay } from './evidence.ts';
import type { Ask, Input, Notice, Scene, Stage, Step, Visit } from './state.ts';

type MarksStage = Extract<Stage, { is: 'marks' }>;

/** The input that leaves the marks as they are. */
const skip = 's';

/**
 * The step after a level was chosen: the marks, if the question has any, otherwise the reasons. A level that needs marks is saved
 * together with them: if they are refused, the file must not have it.
 */
export function levelChosen(scene: Scene, level: number): Step {
  const { assessment, item } = scene;
  const { id } = item;
  const answer: Answer = { ...answerOf(assessment, id), level, notApplicable: null };
  if (markedQuestion(scene)) return enterMarks(scene, level);
  return { ...stay(scene, { is: 'reasons' }), changes: [{ section: 'answers', id, value: answer }] };
}

/** Shows the marks and asks for them; for a question without marks, shows the levels. */
export function enterMarks(scene: Scene, level: number | null): Step {
  if (level === null || !markedQuestion(scene)) return stay(scene, { is: 'answer' });
  return stay(scene, { is: 'marks', level }, [{ kind: 'marks', item: scene.item }]);
}

export function askMarks(scene: Scene): Ask {
  const ticked = answerOf(scene.assessment, scene.item.id).marks;
  const saved = ticked && numbersOf(markedQuestion(scene)?.marks ?? [], ticked);
  const initial = refusedTicks(scene.visit) ?? saved ?? '';
  return { kind: 'text', message: phrase('interview', initial === '' ? 'ticks' : 'ticks-keep'), initial };
}

export function respondToMarks(scene: Scene, { level }: MarksStage, input: Input): Step {
  if (input.kind !== 'text') return stay(scene, { is: 'answer' });
  const question = markedQuestion(scene);
  if (!question) return stay(scene, { is: 'reasons' });
  const { id } = scene.item;
  const { marks: before, ...answer } = answerOf(scene.assessment, id);
  const read = input.text === skip ? { marks: before } : readTicks(input.text, question.marks ?? []);
  if ('wrong' in read) return refused(scene, level, input.text, { kind: 'wrong-tick', word: read.wrong, n: read.of });
  const lacks = read.marks && shortfall(question, level, read.marks);
  if (lacks) return refused(scene, level, input.text, { kind: 'shortfall', item: scene.item, level, lacks });
  const value: Answer = { ...answer, level, notApplicable: null, ...(read.marks && { marks: read.marks }) };
  const { ticks: _, ...visit } = scene.visit;
  const isSaved = answer.level === level && String(read.marks) === String(before);
  const changes: Step['changes'] = isSaved ? [] : [{ section: 'answers', id, value }];
  return { ...stay({ ...scene, visit }, { is: 'reasons' }), changes };
}

/** Asks again. What was typed stays in the prompt, also after the level was changed. */
function refused(scene: Scene, level: number, typed: string, notice: Notice): Step {
  const { visit } = scene;
  const kept = typed === skip ? visit : { ...visit, ticks: { index: visit.index, typed } };
  return stay({ ...scene, visit: kept }, { is: 'marks', level }, [notice]);
}

/** The ticks of the current item that were typed and refused. */
export function refusedTicks({ ticks, index }: Visit): string | undefined {
  return ticks?.index === index ? ticks.typed : undefined;
}

type Ticks = { readonly marks: readonly string[] } | { readonly wrong: string; readonly of: number };

/**
 * Reads the numbers of marks: `1 3`, `1, 3` or, where there are no more than nine marks, `13`.
 * @returns the ids in the rubric's order; or the first word that is not a number of a mark
 */
export function readTicks(text: string, marks: readonly Mark[]): Ticks {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const numbers = marks.length < 10 ? words.flatMap((word) => (/^[0-9]+$/.test(word) ? [...word] : [word])) : words;
  const isNumberOfMark = (word: string): boolean => /^[0-9]+$/.test(word) && marks[Number(word) - 1] !== undefined;
  const wrong = numbers.find((word) => !isNumberOfMark(word));
  if (wrong !== undefined) return { wrong, of: marks.length };
  return { marks: marks.filter((_, index) => numbers.some((word) => Number(word) === index + 1)).map(({ id }) => id) };
}

function numbersOf(marks: readonly Mark[], ticked: readonly string[]): string {
  return marks.flatMap(({ id }, index) => (ticked.includes(id) ? [String(index + 1)] : [])).join(' ');
}

function markedQuestion({ questionnaire: { prepared }, item }: Scene): Question | undefined {
  const question = prepared.questions.get(item.id)?.question;
  return question?.marks && question.marks.length > 0 ? question : undefined;
}
