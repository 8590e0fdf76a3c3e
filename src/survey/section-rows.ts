import type { Draft } from '../core/answers.ts';
import type { Flag, PreparedRubric, Step } from '../core/rubric.ts';
import type { FieldKey } from '../filled/field.ts';
import { listed } from '../messages/lists.ts';
import { phrase } from '../messages/phrases.ts';
import { reference, textExpression } from './conditions.ts';
import { draftFacts, reviewerFacts, rubricFacts, type SurveyNames } from './names.ts';
import { evidenceRows, fieldRow } from './question-rows.ts';
import { groupOf, pageOf, type Row, type Rows } from './rows.ts';

/**
 * What is asked about the draft and the reviewer; and, unseen, which rubric the survey was made from.
 * @param draft what is known of the draft is not asked for, so that all reviewers name it alike
 */
export function aboutRows({ rubric }: PreparedRubric, names: SurveyNames, draft: Draft): Rows {
  const known = draftFacts.flatMap((id) => (draft[id] === undefined ? [] : [[id, draft[id]] as const]));
  const hidden = [
    ...rubricFacts.map((id) => hiddenRow({ section: 'rubric', id, part: 'value' }, rubric[id], names)),
    ...known.map(([id, value]) => hiddenRow({ section: 'draft', id, part: 'value' }, value, names)),
  ];
  const { title, version, notice } = rubric;
  const name = names.groupName('part', 'about');
  const shown = listed([draft.title, draft.jurisdiction, draft.version, draft.date]);
  const rows: Row[] = [
    { type: 'note', name: `${name}__note`, label: phrase('survey', 'about-note', { rubric: title, version, notice }) },
    ...(shown === '' ? [] : [{ type: 'note', name: `${name}__draft`, label: phrase('survey', 'about-draft', { draft: shown }) }]),
    ...reviewerFacts.map((id) => factRow('reviewer', id, names)),
    ...draftFacts.filter((id) => draft[id] === undefined).map((id) => factRow('draft', id, names)),
  ];
  return { rows: [...hidden, ...pageOf(name, phrase('survey', 'about'), rows)], choices: [] };
}

/** A fact that the survey passes on unseen. */
function hiddenRow(field: FieldKey, value: string, names: SurveyNames): Row {
  return { type: 'calculate', name: names.nameOf(field), field, calculation: textExpression(value) };
}

function factRow(section: 'draft' | 'reviewer', id: string, names: SurveyNames): Row {
  const hints: Readonly<Record<string, string>> = {
    'draft-version': phrase('survey', 'draft-version-hint'),
    'draft-date': phrase('survey', 'draft-date-hint'),
    'reviewer-name': phrase('survey', 'reviewer-name-hint'),
  };
  const field: FieldKey = { section, id, part: 'value' };
  const label = phrase('survey', `${section}-${id}` as 'draft-title');
  const required = section === 'reviewer' && id === 'name' ? { required: phrase('survey', 'reviewer-name-required') } : {};
  return { type: 'text', name: names.nameOf(field), field, label, hint: hints[`${section}-${id}`], ...required };
}

/** The rules for every question, on a page of notes. */
export function conventionRows({ rubric: { conventions = [] } }: PreparedRubric, names: SurveyNames): Rows {
  const name = names.groupName('part', 'conventions');
  const notes = conventions.map(({ text }, at): Row => ({ type: 'note', name: `${name}__${at + 1}`, label: text }));
  return { rows: notes.length === 0 ? [] : pageOf(name, phrase('survey', 'conventions'), notes), choices: [] };
}

/** The red flags; their evidence is asked for where the draft has one. */
export function flagRows({ rubric: { flags } }: PreparedRubric, names: SurveyNames): Rows {
  const pages = flags.flatMap((flag, at) => flagPage(flag, `F${at + 1}`, names));
  const rows = flags.length === 0 ? [] : groupOf(names.groupName('part', 'flags'), phrase('survey', 'flags'), pages);
  return { rows, choices: [] };
}

function flagPage({ id, text, help }: Flag, number: string, names: SurveyNames): Row[] {
  const row = fieldRow(id, 'flags', names);
  const isPresent = `${reference(names, { section: 'flags', id, part: 'present' })} = 'yes'`;
  return pageOf(names.groupName('flag', id), number, [
    { ...row('present', 'select_one yes_no', phrase('survey', 'flag', { number, text })), guidance: help },
    { ...row('rationale', 'text', phrase('survey', 'why', { number })), appearance: 'multiline' },
    ...evidenceRows({ id, section: 'flags', number, relevant: isPresent }, names),
  ]);
}

/** The guiding questions of the steps. */
export function stepRows({ rubric: { steps } }: PreparedRubric, names: SurveyNames): Rows {
  const groups = steps.flatMap((step, at) => stepGroup(step, `S${at + 1}`, names));
  const rows = steps.length === 0 ? [] : groupOf(names.groupName('part', 'steps'), phrase('survey', 'steps'), groups);
  return { rows, choices: [] };
}

function stepGroup({ id, title, questions }: Step, number: string, names: SurveyNames): Row[] {
  const pages = questions.flatMap((question, at) => {
    const own = `${number}.${at + 1}`;
    const row = fieldRow(question.id, 'steps', names);
    return pageOf(names.groupName('guiding', question.id), own, [
      {
        ...row('status', 'select_one status', phrase('survey', 'question', { number: own, text: question.text })),
        guidance: question.help,
      },
      { ...row('notes', 'text', phrase('survey', 'notes', { number: own })), appearance: 'multiline' },
    ]);
  });
  return groupOf(names.groupName('step', id), `${number} ${title}`, pages);
}
