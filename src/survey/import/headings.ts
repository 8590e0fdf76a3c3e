import type { PreparedRubric } from '../../core/rubric.ts';
import { type FieldKey, noMark } from '../../filled/field.ts';
import { loose } from '../../text/loose.ts';
import { type SurveyNames, surveyNames } from '../names.ts';
import type { Choice, Row } from '../rows.ts';
import { shortCode } from '../short-code.ts';
import { choiceCode, longestCode, surveyOf } from '../xlsform.ts';

/** What the column of an export stands for. */
export type Heading =
  | {
      readonly kind: 'field';
      readonly key: FieldKey;
      /** Set if the heading is the label and not the name of the field. */
      readonly byLabel?: true;
      /** The choices of the field whose LimeSurvey codes differ from their names: their names by code. */
      readonly codes?: ReadonlyMap<string, string>;
    }
  /** One choice of a question with several: a mark, or that none was seen. */
  | { readonly kind: 'choice'; readonly key: FieldKey; readonly mark: string; readonly byLabel?: true }
  /** Who sent the submission, and when. */
  | { readonly kind: 'sender' | 'time' }
  /** What survey tools add: ids, devices, statuses. */
  | { readonly kind: 'tool' }
  | { readonly kind: 'unknown' };

/** Tells what the headings of an export stand for. Each is worked out once. */
export type ReadHeading = (heading: string) => Heading;

/** Names, labels and codes of a survey's fields. */
interface Lookup {
  readonly names: SurveyNames;
  readonly byLabel: ReadonlyMap<string, FieldKey>;
  readonly byCode: ReadonlyMap<string, FieldKey>;
  /** By the name of the field with the marks: its choices by name, label and code. */
  readonly choices: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** By the name of a field with one choice: the names of its choices by LimeSurvey code. */
  readonly codes: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** @returns a function that reads headings of exports of this rubric's survey, by name, by label or by LimeSurvey code */
export function headingReader(prepared: PreparedRubric): ReadHeading {
  const lookup = lookupOf(prepared);
  const read = new Map<string, Heading>();
  return (heading) => {
    let known = read.get(heading);
    if (!known) {
      known = withCodes(byName(heading, lookup) ?? byLabel(heading, lookup) ?? ofTool(heading), lookup);
      read.set(heading, known);
    }
    return known;
  };
}

function withCodes(heading: Heading, { names, codes }: Lookup): Heading {
  const own = heading.kind === 'field' ? codes.get(names.nameOf(heading.key)) : undefined;
  return own && heading.kind === 'field' ? { ...heading, codes: own } : heading;
}

function lookupOf(prepared: PreparedRubric): Lookup {
  const names = surveyNames(prepared);
  const { rows, choices } = surveyOf(prepared, names);
  const fields = rows.filter((row): row is Row & { field: FieldKey } => row.field !== undefined);
  const lists = new Map<string, Map<string, string>>();
  for (const choice of choices) {
    const mark = markOf(choice);
    if (mark === undefined) continue;
    const list = lists.get(choice.list) ?? new Map<string, string>();
    lists.set(choice.list, list);
    for (const each of [choice.name, choice.label, choiceCode(choice.name)]) list.set(loose(each), mark);
  }
  return {
    names,
    byLabel: new Map(fields.flatMap(({ label, field }) => (label === undefined ? [] : [[loose(label), field]]))),
    byCode: new Map(fields.map(({ name, field }) => [shortCode(name, longestCode.question).toLowerCase(), field])),
    choices: lists,
    codes: codesOf(fields, choices),
  };
}

function codesOf(fields: readonly Row[], choices: readonly Choice[]): Lookup['codes'] {
  const lists = new Map<string, Map<string, string>>();
  for (const { list, name } of choices) {
    const code = choiceCode(name);
    if (code !== name) lists.set(list, (lists.get(list) ?? new Map<string, string>()).set(loose(code), name));
  }
  return new Map(
    fields.flatMap(({ type, name }) => {
      const list = lists.get(/^select_one (.+)$/.exec(type)?.[1] ?? '');
      return list ? [[name, list] as const] : [];
    }),
  );
}

function markOf({ mark, name }: Choice): string | undefined {
  return mark ?? (name === noMark ? noMark : undefined);
}

/**
 * A name, perhaps after the names of its groups and before that of a choice: `broad_rights/broad_rights__all_rights`,
 * `broad_rights-broad_rights__all_rights__marks/state_owned`, `code[choice]`.
 */
function byName(heading: string, { names, byCode, choices }: Lookup): Heading | undefined {
  const parts = heading
    .trim()
    .split(/[/.:[\]-]+/)
    .filter((part) => part !== '');
  const fieldOf = (name = ''): FieldKey | undefined =>
    name === '' ? undefined : (byCode.get(name.toLowerCase()) ?? names.fieldOf(name));
  const key = fieldOf(parts.at(-1));
  const above = fieldOf(parts.at(-2));
  if (above?.part === 'marks') {
    const mark = choices.get(names.nameOf(above))?.get(loose(parts.at(-1) ?? '')) ?? (parts.at(-1) ?? '').replaceAll('_', '-');
    return { kind: 'choice', key: above, mark };
  }
  return key && { kind: 'field', key };
}

/** Characters of a heading; longer ones are no labels of a survey, and looking for every slash in them takes too long. */
const longestLabel = 5000;

/** A label, perhaps after those of its groups and before that of a choice, with slashes between them. A label may have slashes too. */
function byLabel(heading: string, { byLabel: labels, names, choices }: Lookup): Heading | undefined {
  if (heading.length > longestLabel) return undefined;
  const ends = [...heading].flatMap((character, at) => (character === '/' ? [at] : []));
  const fieldIn = (text: string): FieldKey | undefined =>
    [-1, ...ends].map((at) => (at < text.length ? labels.get(loose(text.slice(at + 1))) : undefined)).find((key) => key);
  const whole = fieldIn(heading);
  if (whole) return { kind: 'field', key: whole, byLabel: true };
  for (const at of ends) {
    const key = fieldIn(heading.slice(0, at));
    const mark = key?.part === 'marks' ? choices.get(names.nameOf(key))?.get(loose(heading.slice(at + 1))) : undefined;
    if (key && mark !== undefined) return { kind: 'choice', key, mark, byLabel: true };
  }
  return undefined;
}

/** Columns that KoboToolbox, ODK Central, ODK Briefcase and LimeSurvey add, in lower case. */
const toolColumns = new Set(
  [
    ['start', 'end', 'today', 'deviceid', 'phonenumber', 'simserial', 'subscriberid', 'username', 'audit', 'id', 'key', 'status'],
    ['submitterid', 'attachmentspresent', 'attachmentsexpected', 'reviewstate', 'edits', 'formversion', 'isvalidated'],
    [
      'instanceid',
      'instancename',
      'meta',
      'formhub',
      'lastpage',
      'startlanguage',
      'seed',
      'startdate',
      'datestamp',
      'ipaddr',
      'refurl',
    ],
    ['response id', 'last page', 'start language', 'date started', 'date last action', 'ip address', 'token', 'submitdate'],
  ].flat(),
);

function ofTool(heading: string): Heading {
  const name = heading.trim().toLowerCase();
  if (['_submitted_by', 'submittername', '__system/submittername'].includes(name)) return { kind: 'sender' };
  if (['_submission_time', 'submissiondate', '__system/submissiondate', 'submitdate'].includes(name)) return { kind: 'time' };
  const [first = ''] = name.split(/[/:.-]/);
  const isTool = name === '' || name.startsWith('_') || name.startsWith('@') || toolColumns.has(name) || toolColumns.has(first);
  return { kind: isTool || /@odata\./.test(name) ? 'tool' : 'unknown' };
}
