import type { Mark, PreparedRubric, Question } from '../core/rubric.ts';
import type { FieldKey } from '../filled/field.ts';
import { noMark } from '../filled/field.ts';
import { choiceName } from '../filled/values.ts';
import type { SurveyNames } from './names.ts';

/** An XPath expression of a survey, with `${name}` for the value of a field. */
type Expression = string;

/** A field's value. A field that is not shown is blank. */
export function reference(names: SurveyNames, key: FieldKey): Expression {
  return `\${${names.nameOf(key)}}`;
}

/**
 * When a question is asked: its feature applies, and so do all conditions above it. A condition holds while the question that it looks at
 * is blank, as in scoring. Undefined if the question is always asked.
 */
export function relevantOf(question: Question, prepared: PreparedRubric, names: SurveyNames): Expression | undefined {
  const conditions: Expression[] = [];
  for (let when = question.when; when !== undefined; when = prepared.questions.get(when.question)?.question.when) {
    const parent = reference(names, { section: 'answers', id: when.question, part: 'level' });
    conditions.push(`(${parent} = '' or number(${parent}) >= ${when.atLeast})`);
  }
  return conditions.length === 0 ? undefined : conditions.reverse().join(' and ');
}

/** What a level needs of the ticked marks. */
export interface LevelNeed {
  readonly level: number;
  /** The least number of marks; 0 if none is needed. */
  readonly need: number;
  /** The marks that are required whatever their number. */
  readonly required: readonly Mark[];
}

/** The levels that need marks, lowest first. */
export function levelNeeds({ levels, marks = [], need = {} }: Question): LevelNeed[] {
  return levels
    .map((_, level) => ({
      level,
      need: need[level] ?? 0,
      required: marks.filter(({ from = Number.POSITIVE_INFINITY }) => from <= level),
    }))
    .filter((each) => each.need > 0 || each.required.length > 0);
}

/**
 * Which levels the ticked marks allow; undefined if the question has no such rule. If no mark was looked for, the level alone counts.
 */
export function levelConstraint(question: Question, names: SurveyNames): Expression | undefined {
  const marks = reference(names, { section: 'answers', id: question.id, part: 'marks' });
  const rules = levelNeeds(question).map(({ level, need, required }) => {
    const enough = [
      `not(selected(${marks}, '${noMark}'))`,
      ...(need > 0 ? [`count-selected(${marks}) >= ${need}`] : []),
      ...required.map(({ id }) => `selected(${marks}, '${choiceName(id)}')`),
    ];
    return `(. != '${level}' or (${enough.join(' and ')}))`;
  });
  return rules.length === 0 ? undefined : `${marks} = '' or (${rules.join(' and ')})`;
}

/** "None" excludes every other choice. */
export const marksConstraint: Expression = `not(selected(., '${noMark}') and count-selected(.) > 1)`;
