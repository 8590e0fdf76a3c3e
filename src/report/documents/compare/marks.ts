import type { MarkDelta } from '../../../core/compare/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { clauses } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { type Blocks, listOfLines, runsOf, strong, type Text, toned } from '../../document/build.ts';
import { left, tableOf } from '../../document/table.ts';
import { markFact } from '../../words/marks.ts';
import { questionRuns, questionsOf, textsOf } from '../../words/rubric.ts';
import type { View } from './overview.ts';

/** The marks that are new at a question, and those that are gone, each on a line; empty without a change. */
export function markLines(delta: MarkDelta | undefined, rubric: Rubric, isShort = false): Text[] {
  if (!delta) return [];
  const [added, removed] = [delta.added, delta.removed].map((ids) => clauses(textsOfMarks(delta.question, ids, rubric)));
  return [
    added && toned(phrase('compare', isShort ? 'marks-new-short' : 'marks-new', { marks: added }), 'good'),
    removed && toned(phrase('compare', isShort ? 'marks-gone-short' : 'marks-gone', { marks: removed }), 'bad'),
  ];
}

/** Questions whose marks changed although their answer did not move. */
export function unmovedMarks({ comparison: { marks, questions } }: View): MarkDelta[] {
  const moved = new Set(questions.map(({ id }) => id));
  return marks.filter(({ question }) => !moved.has(question));
}

/** These questions: on a screen a list, in full a table. */
export function unmovedBlocks(about: string, unmoved: readonly MarkDelta[], { rubric, isBrief }: View): Blocks {
  const top = (id: string): number => (questionsOf(rubric).get(id)?.levels.length ?? 1) - 1;
  const level = ({ question, after }: MarkDelta): string =>
    after === null
      ? phrase('compare', 'standing-unanswered')
      : phrase('compare', 'level-of', { level: after, top: top(question) });
  if (isBrief)
    return listOfLines(
      unmoved.map((delta) => [
        [strong(delta.question), `  ${phrase('compare', 'level').toLowerCase()} ${level(delta)}`],
        ...markLines(delta, rubric),
        toned(delta.rationale ?? '', 'dim'),
      ]),
    );
  const texts = textsOf(rubric);
  const marks = (key: 'added' | 'removed') => (delta: MarkDelta) =>
    ({ kind: 'lines', lines: textsOfMarks(delta.question, delta[key], rubric).map(runsOf) }) as const;
  const columns = [
    left<MarkDelta>(phrase('compare', 'question'), 31, ({ question }) => questionRuns(question, texts)),
    left<MarkDelta>(phrase('compare', 'level'), 7, level),
    left<MarkDelta>(phrase('compare', 'marks-added'), 20, marks('added')),
    left<MarkDelta>(phrase('compare', 'marks-removed'), 20, marks('removed')),
    left<MarkDelta>(phrase('compare', 'reason'), 22, ({ rationale }) => rationale),
  ];
  return tableOf(about, columns, unmoved);
}

function textsOfMarks(question: string, ids: readonly string[], rubric: Rubric): string[] {
  const { marks = [] } = questionsOf(rubric).get(question) ?? {};
  return marks.filter(({ id }) => ids.includes(id)).map(({ text }) => markFact(text));
}
