import type { PreparedRubric } from '../core/rubric.ts';
import type { FieldKey, Part } from '../filled/field.ts';
import { choiceName } from '../filled/values.ts';

/** The names of a survey's fields, and the fields of its names. */
export interface SurveyNames {
  readonly nameOf: (key: FieldKey) => string;
  /** The name of a group of fields; `kind` is what the group holds. */
  readonly groupName: (kind: string, id: string) => string;
  /** The field that a name stands for, also in a survey made with another version; undefined for any other name. */
  readonly fieldOf: (name: string) => FieldKey | undefined;
}

/** How the name of a field ends, by what the field holds. The field with the answer itself has the name of its question alone. */
const endings: readonly (readonly [ending: string, section: FieldKey['section'], part: Part])[] = [
  ['', 'answers', 'level'],
  ['marks', 'answers', 'marks'],
  ['na', 'answers', 'notApplicable'],
  ['why', 'answers', 'rationale'],
  ['article', 'answers', 'at'],
  ['quote', 'answers', 'quote'],
  ['elsewhere', 'answers', 'elsewhere-level'],
  ['elsewhere_law', 'answers', 'elsewhere-law'],
  ['confidence', 'answers', 'confidence'],
  ['', 'steps', 'status'],
  ['notes', 'steps', 'notes'],
  ['', 'flags', 'present'],
  ['why', 'flags', 'rationale'],
  ['article', 'flags', 'at'],
  ['quote', 'flags', 'quote'],
  ['na', 'features', 'notApplicable'],
  ['', 'draft', 'value'],
  ['', 'reviewer', 'value'],
  ['', 'rubric', 'value'],
];

const prefixes: Readonly<Record<FieldKey['section'], string>> = {
  answers: '',
  steps: 'step',
  flags: 'flag',
  features: 'feature',
  draft: 'draft',
  reviewer: 'reviewer',
  rubric: 'rubric',
};

/** The facts of the draft and of the reviewer that a survey asks for. */
export const draftFacts = ['title', 'jurisdiction', 'version', 'date', 'note'] as const;
export const reviewerFacts = ['name', 'organisation'] as const;
export const rubricFacts = ['id', 'version'] as const;

/** As many pieces of evidence as a survey has room for. An export of repeated groups is a second file, which gets lost. */
export const evidencePieces = 3;

/**
 * The names of all fields. A name is an id with `_` for its hyphens and `__` for its dot, as every survey tool and statistics package
 * reads it; the rare name that comes twice gets a number.
 */
export function surveyNames(prepared: PreparedRubric): SurveyNames {
  const taken = new Map<string, FieldKey | undefined>();
  const names = new Map<string, string>();
  const take = (wanted: string, key: FieldKey | undefined): string => {
    let name = wanted;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${wanted}_${copy}`;
    taken.set(name.toLowerCase(), key);
    return name;
  };
  for (const key of allFields(prepared)) names.set(keyText(key), take(plainName(key), key));
  for (const { kind, id } of allGroups(prepared)) names.set(`${kind} ${id}`, take(groupText(kind, id), undefined));
  return {
    nameOf: (key) => names.get(keyText(key)) ?? plainName(key),
    groupName: (kind, id) => names.get(`${kind} ${id}`) ?? groupText(kind, id),
    fieldOf: (name) => (taken.has(name.toLowerCase()) ? taken.get(name.toLowerCase()) : guessed(name)),
  };
}

function keyText({ section, id, part, index = 1 }: FieldKey): string {
  return `${section} ${id} ${part} ${index}`;
}

/** The name of a field, unless another field has it. */
function plainName({ section, id, part, index = 1 }: FieldKey): string {
  const [ending = ''] = endings.find(([, ...each]) => each[0] === section && each[1] === part) ?? [];
  const number = index === 1 ? '' : `_${index}`;
  return asName([prefixes[section], ...id.split('.').map(choiceName), `${ending}${number}`]);
}

function groupText(kind: string, id: string): string {
  return asName([
    ...(kind === 'feature' ? [] : [kind]),
    ...id.split('.').map(choiceName),
    ...(kind === 'feature' ? [] : ['group']),
  ]);
}

/** The parts joined; a name may not begin with a digit. */
function asName(parts: readonly string[]): string {
  const name = parts.filter((part) => part !== '').join('__');
  return /^\d/.test(name) ? `q_${name}` : name;
}

/** Every field, those of the rubric in use before those of its past. */
function allFields({ rubric, formerIds }: PreparedRubric): FieldKey[] {
  const questions = rubric.features.flatMap((feature) => feature.questions.map(({ id }) => id));
  const guiding = rubric.steps.flatMap((step) => step.questions.map(({ id }) => id));
  const former = [...formerIds].map(([old, id]) => [old, questions.includes(id)] as const);
  return [
    ...rubricFacts.map((id): FieldKey => ({ section: 'rubric', id, part: 'value' })),
    ...draftFacts.map((id): FieldKey => ({ section: 'draft', id, part: 'value' })),
    ...reviewerFacts.map((id): FieldKey => ({ section: 'reviewer', id, part: 'value' })),
    ...rubric.features.flatMap(({ id }) => fieldsOf('features', id)),
    ...questions.flatMap((id) => fieldsOf('answers', id)),
    ...rubric.flags.flatMap(({ id }) => fieldsOf('flags', id)),
    ...guiding.flatMap((id) => fieldsOf('steps', id)),
    ...former.flatMap(([id, isQuestion]) => fieldsOf(isQuestion ? 'answers' : 'steps', id)),
  ];
}

function fieldsOf(section: FieldKey['section'], id: string): FieldKey[] {
  return endings
    .filter(([, each]) => each === section)
    .flatMap(([, , part]) => {
      const pieces = part === 'at' || part === 'quote' ? evidencePieces : 1;
      return Array.from({ length: pieces }, (_, at) => ({ section, id, part, ...(at > 0 && { index: at + 1 }) }));
    });
}

/** The groups that fields stand in. */
function allGroups({ rubric }: PreparedRubric): { readonly kind: string; readonly id: string }[] {
  return [
    ...['about', 'conventions', 'flags', 'steps'].map((id) => ({ kind: 'part', id })),
    ...rubric.features.flatMap(({ id, questions }) => [
      { kind: 'feature', id },
      ...questions.map((question) => ({ kind: 'question', id: question.id })),
    ]),
    ...rubric.flags.map(({ id }) => ({ kind: 'flag', id })),
    ...rubric.steps.flatMap(({ id, questions }) => [
      { kind: 'step', id },
      ...questions.map((question) => ({ kind: 'guiding', id: question.id })),
    ]),
  ];
}

/** The field of a name that the rubric in use does not give: a question that another version has. */
function guessed(name: string): FieldKey | undefined {
  const parts = name.toLowerCase().split('__');
  const section = (Object.keys(prefixes) as FieldKey['section'][]).find(
    (each) => prefixes[each] !== '' && prefixes[each] === parts[0],
  );
  const [first, second, third = '', ...more] = section === undefined ? parts : parts.slice(1);
  const isDotted = section === undefined || section === 'steps';
  const [ending, number] = splitNumber((isDotted ? third : second) ?? '');
  const found = endings.find(([each, owner]) => each === ending && owner === (section ?? 'answers'));
  // Facts do not differ from version to version.
  if (section !== undefined && ['draft', 'reviewer', 'rubric'].includes(section)) return undefined;
  if (!first || (isDotted && !second) || more.length > 0 || !found) return undefined;
  const id = (isDotted ? [first, second ?? ''] : [first]).map((part) => part.replaceAll('_', '-')).join('.');
  return { section: section ?? 'answers', id, part: found[2], ...(number > 1 && { index: number }) };
}

function splitNumber(ending: string): [string, number] {
  const [, start = ending, number = '1'] = /^(.*)_(\d)$/.exec(ending) ?? [];
  return [start, Number(number)];
}
