import type { Mark, PreparedRubric, Question } from '../core/rubric.ts';
import type { FieldKey } from '../filled/field.ts';
import { noMark } from '../filled/field.ts';
import { choiceName } from '../filled/values.ts';
import type { SurveyNames } from './names.ts';
import { plain } from './rows.ts';

/** An XPath expression of a survey, with `${name}` for the value of a field. */
type Expression = string;

/** A field's value. A field that is not shown is blank. */
export function reference(names: SurveyNames, key: FieldKey): Expression {
  return `\${${names.nameOf(key)}}`;
}

/**
 * An expression whose value is a text. XPath has no way to write both quotation marks into one literal, and pyxform straightens curly
 * ones before it reads an expression.
 */
export function textExpression(text: string): Expression {
  const straight = plain(text)
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201C\u201D]/g, '"');
  if (!straight.includes("'")) return `'${straight}'`;
  if (!straight.includes('"')) return `"${straight}"`;
  const pieces = straight.split("'").map((piece) => `'${piece}'`);
  return `concat(${pieces.join(', "\'", ')})`;
}

/**
 * When a question is asked: its feature applies, and so do all conditions above it. A condition holds while the question that it looks at
 * is blank, but not if the feature of that question does not apply, as in scoring. Undefined if the question is always asked.
 */
export function relevantOf(question: Question, prepared: PreparedRubric, names: SurveyNames): Expression | undefined {
  const conditions: Expression[] = [];
  for (let when = question.when; when !== undefined; when = prepared.questions.get(when.question)?.question.when) {
    const parent = reference(names, { section: 'answers', id: when.question, part: 'level' });
    conditions.push(`(${parent} = '' or number(${parent}) >= ${when.atLeast})`);
    const owner = featureOf(when.question, prepared);
    // Its own feature is looked at anyway.
    if (owner === undefined || owner === featureOf(question.id, prepared)) continue;
    conditions.push(`${reference(names, { section: 'features', id: owner, part: 'notApplicable' })} = ''`);
  }
  return conditions.length === 0 ? undefined : conditions.reverse().join(' and ');
}

function featureOf(question: string, { features }: PreparedRubric): string | undefined {
  return features.find(({ questions }) => questions.some((each) => each.question.id === question))?.feature.id;
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
 * Which marks may be ticked: "none" excludes every other choice, and a level needs enough of them. If no mark is ticked, the level alone
 * counts; survey tools do not look at the constraint of a blank field.
 */
export function marksConstraint(question: Question, names: SurveyNames): Expression {
  const level = reference(names, { section: 'answers', id: question.id, part: 'level' });
  const rules = levelNeeds(question).map(({ level: needing, need, required }) => {
    const enough = [
      `not(selected(., '${noMark}'))`,
      ...(need > 0 ? [`count-selected(.) >= ${need}`] : []),
      ...required.map(({ id }) => `selected(., '${choiceName(id)}')`),
    ];
    return `(${level} != '${needing}' or (${enough.join(' and ')}))`;
  });
  return [`not(selected(., '${noMark}') and count-selected(.) > 1)`, ...rules].join(' and ');
}
