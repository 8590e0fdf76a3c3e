import type { Feature, PreparedRubric, Question } from '../core/rubric.ts';
import type { FieldKey, Part } from '../filled/field.ts';
import { noMark } from '../filled/field.ts';
import { choiceName, notApplicableChoice } from '../filled/values.ts';
import { listed } from '../messages/lists.ts';
import { phrase } from '../messages/phrases.ts';
import { levelNeeds, marksConstraint, reference, relevantOf } from './conditions.ts';
import { evidencePieces, type SurveyNames } from './names.ts';
import { type Choice, groupOf, pageOf, type Row, type Rows } from './rows.ts';

interface Context {
  readonly prepared: PreparedRubric;
  readonly names: SurveyNames;
}

/** A feature: a group with a page for each question. */
export function questionRows(feature: Feature, number: number, context: Context): Rows {
  const { names } = context;
  const whole: FieldKey = { section: 'features', id: feature.id, part: 'notApplicable' };
  const pages = feature.questions.map((question, at) => pageOfQuestion(question, `${number}.${at + 1}`, context));
  const applies = `${reference(names, whole)} = ''`;
  const rows: Row[] = [
    {
      type: 'text',
      name: names.nameOf(whole),
      field: whole,
      label: phrase('survey', 'feature-na', { number }),
      hint: phrase('survey', 'feature-na-hint'),
      guidance: feature.summary,
    },
    ...pages.flatMap(({ rows: [begin, ...others], choices: _ }) =>
      begin
        ? [{ ...begin, relevant: [applies, ...(begin.relevant === undefined ? [] : [begin.relevant])].join(' and ') }, ...others]
        : [],
    ),
  ];
  return {
    rows: groupOf(names.groupName('feature', feature.id), `${number} ${feature.title}`, rows),
    choices: pages.flatMap(({ choices }) => choices),
  };
}

function pageOfQuestion(question: Question, number: string, context: Context): Rows {
  const { names, prepared } = context;
  const row = fieldRow(question.id, 'answers', names);
  const list = names.nameOf({ section: 'answers', id: question.id, part: 'level' });
  const marks = question.marks ?? [];
  const rows: Row[] = [
    {
      ...row('level', `select_one ${list}`, phrase('survey', 'question', { number, text: question.text })),
      hint: hintOf(question),
      guidance: question.help,
    },
    ...(marks.length > 0 ? [marksRow(question, number, context)] : []),
    {
      ...row('notApplicable', 'text', phrase('survey', 'na', { number })),
      relevant: `${reference(names, { section: 'answers', id: question.id, part: 'level' })} = '${notApplicableChoice}'`,
      required: phrase('survey', 'na-required'),
    },
    { ...row('rationale', 'text', phrase('survey', 'why', { number })), appearance: 'multiline' },
    ...evidenceRows({ id: question.id, section: 'answers', number }, names),
    row('confidence', 'select_one confidence', phrase('survey', 'confidence', { number })),
    row('elsewhere-level', `select_one ${list}__levels`, phrase('survey', 'elsewhere', { number })),
    {
      ...row('elsewhere-law', 'text', phrase('survey', 'elsewhere-law', { number })),
      relevant: `${reference(names, { section: 'answers', id: question.id, part: 'elsewhere-level' })} != ''`,
    },
  ];
  const page = pageOf(names.groupName('question', question.id), number, rows, relevantOf(question, prepared, names));
  return {
    rows: page,
    choices: choicesOf(question, { list, marksList: names.nameOf({ section: 'answers', id: question.id, part: 'marks' }) }),
  };
}

/** Makes the rows of one entry's fields. */
export function fieldRow(id: string, section: FieldKey['section'], names: SurveyNames) {
  return (part: Part, type: string, label: string, index = 1): Row => {
    const field: FieldKey = { section, id, part, ...(index > 1 && { index }) };
    return { type, name: names.nameOf(field), field, label };
  };
}

function marksRow(question: Question, number: string, { names }: Context): Row {
  const row = fieldRow(question.id, 'answers', names);
  const name = names.nameOf({ section: 'answers', id: question.id, part: 'marks' });
  return {
    ...row('marks', `select_multiple ${name}`, phrase('survey', 'marks', { number })),
    hint: phrase('survey', 'marks-hint'),
    constraint: marksConstraint(question, names),
    constraintMessage: [phrase('survey', 'marks-message'), needsMessage(question)].filter((each) => each !== undefined).join(' '),
  };
}

interface EvidenceOf {
  readonly id: string;
  readonly section: 'answers' | 'flags';
  readonly number: string;
  /** When the first piece is asked for; always if undefined. */
  readonly relevant?: string;
}

/** Provision and quote of each piece of evidence; a further piece is shown once the one before it is used. */
export function evidenceRows({ id, section, number, relevant: first }: EvidenceOf, names: SurveyNames): Row[] {
  const row = fieldRow(id, section, names);
  return Array.from({ length: evidencePieces }, (_, at) => at + 1).flatMap((piece): Row[] => {
    const before = (part: Part): string => reference(names, { section, id, part, ...(piece > 2 && { index: piece - 1 }) });
    const relevant = piece === 1 ? first : `${before('at')} != '' or ${before('quote')} != ''`;
    return [
      {
        ...row('at', 'text', phrase('survey', 'article', { number, piece }), piece),
        hint: phrase('survey', 'article-hint'),
        relevant,
      },
      { ...row('quote', 'text', phrase('survey', 'quote', { number, piece }), piece), appearance: 'multiline', relevant },
    ];
  });
}

function hintOf({ critical, principles }: Question): string {
  const named = principles.length > 0 ? [phrase('survey', 'principles', { list: listed(principles) })] : [];
  return [...(critical ? [phrase('survey', 'critical')] : []), ...named].join(' ');
}

function needsMessage(question: Question): string | undefined {
  const n = question.marks?.length ?? 0;
  const needs = levelNeeds(question).flatMap(({ level, need, required }) => [
    ...(need > 0 ? [phrase('survey', 'level-needs', { level, need, n })] : []),
    ...required.map((mark) => phrase('survey', 'level-needs-mark', { level, mark: mark.text })),
  ]);
  return needs.length === 0 ? undefined : phrase('survey', 'level-message', { needs: needs.join(' ') });
}

function choicesOf(
  { levels, marks = [] }: Question,
  { list, marksList }: { readonly list: string; readonly marksList: string },
): Choice[] {
  const words = levels.map((text, level) => ({ name: String(level), label: phrase('survey', 'level', { level, words: text }) }));
  return [
    ...words.map((choice) => ({ list, ...choice })),
    { list, name: notApplicableChoice, label: phrase('survey', 'not-applicable') },
    ...words.map((choice) => ({ list: `${list}__levels`, ...choice })),
    ...marks.map(({ id, text, from }) => ({
      list: marksList,
      name: choiceName(id),
      label: from === undefined ? text : phrase('survey', 'mark-from', { text, from }),
      mark: id,
    })),
    ...(marks.length > 0 ? [{ list: marksList, name: noMark, label: phrase('survey', 'no-mark') }] : []),
  ];
}
