import type { PreparedRubric, Question } from '../core/rubric.ts';
import { listed } from '../messages/lists.ts';
import { phrase } from '../messages/phrases.ts';
import type { ProblemCode } from '../messages/problems.ts';
import { loose, withAsciiDigits } from '../text/loose.ts';
import { shortened } from '../text/shortened.ts';
import { type FilledCell, noMark } from './field.ts';
import { hasTwoLevels, isNotApplicable, type ReadLevel, readLevel, readMarks, readYesNo, saysNoMark } from './values.ts';

/** The filled fields of one entry, by part. */
export interface EntryCells {
  readonly id: string;
  readonly parts: ReadonlyMap<string, FilledCell>;
}

/** Takes what is wrong or can't be held. */
export interface Findings {
  readonly fault: (code: ProblemCode, cell: FilledCell, args: Readonly<Record<string, string | number>>) => void;
  readonly leftover: (text: string, cell: FilledCell, level: number) => void;
}

/** Makes an entry of an answers file, with its keys in the order in which `assess` writes them; undefined if there is nothing to write. */
type Build = (entry: EntryCells, prepared: PreparedRubric, findings: Findings) => unknown;

export const entryBuilders: Readonly<Record<'draft' | 'reviewer' | 'answers' | 'features' | 'steps' | 'flags', Build>> = {
  draft: fact,
  reviewer: fact,
  answers: answer,
  features: feature,
  steps: step,
  flags: flag,
};

function fact({ id, parts }: EntryCells, _: PreparedRubric, findings: Findings): unknown {
  const cell = parts.get('value');
  if (cell === undefined) return undefined;
  return id === 'date' ? readDate(cell, findings) : textOf(parts, 'value');
}

function answer(cells: EntryCells, prepared: PreparedRubric, findings: Findings): unknown {
  const { id, parts } = cells;
  const known = prepared.questions.get(prepared.formerIds.get(id) ?? id)?.question;
  const due = parts.get('due');
  const entry = {
    ...levelOf(cells, known, findings),
    marks: marksOf(cells, known, findings),
    elsewhere: elsewhereOf(cells, known, findings),
    rationale: textOf(parts, 'rationale'),
    evidence: evidenceOf(parts, ['at', 'quote', 'note']),
    confidence: choiceOf(parts.get('confidence'), ['low', 'medium', 'high'], findings),
    owner: textOf(parts, 'owner'),
    due: due && readDate(due, findings),
    review: textOf(parts, 'review'),
  };
  return withValues(inOrder(entry), 'level');
}

/** `notApplicable` comes after the marks, as in every file that compass writes. */
function inOrder({ notApplicable, level, marks, ...others }: Record<string, unknown>): Record<string, unknown> {
  return { level, marks, notApplicable, ...others };
}

function levelOf(
  { id, parts }: EntryCells,
  question: Question | undefined,
  findings: Findings,
): { level?: number; notApplicable?: string | undefined } {
  const cell = parts.get('level');
  const reason = parts.get('notApplicable');
  const read = cell && readLevel(cell.value, question);
  if (cell && read === undefined) noLevel(cell, question, findings);
  if (cell && read) tellOfRest(cell, read, findings);
  const isReason = reason !== undefined && !isNotApplicable(reason.value);
  // "n/a" as the reason is none, whatever the level says.
  const unexplained = reason ?? (read && 'notApplicable' in read ? cell : undefined);
  if (unexplained && !isReason) findings.fault('reason-missing', unexplained, { id });
  return {
    ...(read && 'level' in read && { level: read.level }),
    ...(isReason && { notApplicable: textOf(parts, 'notApplicable') }),
  };
}

function marksOf({ id, parts }: EntryCells, question: Question | undefined, findings: Findings): readonly string[] | undefined {
  const list = parts.get('marks');
  const single = [...parts.values()].filter(({ key }) => key.mark !== undefined);
  const ticked: string[] = [];
  for (const cell of single) {
    const { mark = '' } = cell.key;
    const isTicked = readYesNo(cell.value);
    if (isTicked === undefined) findings.fault('tick-unreadable', cell, { id, mark, found: `"${shortened(cell.value)}"` });
    else if (isTicked) ticked.push(mark);
  }
  if (list) {
    const { ids, unknown: unread } = readMarks(list.value, question);
    const unknown = unread.filter((word) => word !== noMark);
    const isNone = unread.length > unknown.length || saysNoMark(list.value);
    const seen = [...ids, ...ticked];
    if (isNone && seen.length > 0) {
      findings.fault('none-and-marks', list, { id, none: phrase('survey', 'no-mark'), marks: listed(seen) });
      return undefined;
    }
    for (const mark of unknown) findings.fault('unknown-mark', list, { id, mark: `"${shortened(mark)}"` });
    const [first] = single;
    const isSame = ids.length === ticked.length && ids.every((mark) => ticked.includes(mark));
    if (first && !isSame)
      findings.fault('filled-twice', list, {
        id,
        value: ids.join(' ') || '-',
        other: ticked.join(' ') || '-',
        there: first.place.at ?? '',
      });
    if (!first) ticked.push(...ids);
  } else if (single.length === 0) return undefined;
  const order = (question?.marks ?? []).map((mark) => mark.id);
  return [...new Set(ticked)].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

function elsewhereOf({ id, parts }: EntryCells, question: Question | undefined, findings: Findings): unknown {
  const others = {
    law: textOf(parts, 'elsewhere-law'),
    at: textOf(parts, 'elsewhere-at'),
    note: textOf(parts, 'elsewhere-note'),
  };
  const cell = parts.get('elsewhere-level');
  if (cell === undefined) {
    const without = ['elsewhere-law', 'elsewhere-at', 'elsewhere-note'].map((part) => parts.get(part)).find((each) => each);
    if (without) findings.fault('elsewhere-level-missing', without, { id });
    return undefined;
  }
  const read = readLevel(cell.value, question);
  if (read) tellOfRest(cell, read, findings);
  if (read && 'level' in read) return withValues({ level: read.level, ...others });
  noLevel(cell, question, findings);
  return undefined;
}

/** Words beside a level which no field holds. */
function tellOfRest(cell: FilledCell, read: NonNullable<ReadLevel>, findings: Findings): void {
  if ('rest' in read && read.rest !== undefined) findings.leftover(read.rest, cell, read.level);
}

function noLevel(cell: FilledCell, question: Question | undefined, findings: Findings): void {
  const choices = listed((question?.levels ?? []).map((_, level) => level));
  const args = { found: `"${shortened(cell.value)}"`, id: cell.key.id, ...(choices !== '' && { choices }) };
  findings.fault(hasTwoLevels(cell.value) ? 'two-levels' : 'level-unreadable', cell, args);
}

function feature({ id, parts }: EntryCells, _: PreparedRubric, findings: Findings): unknown {
  const cell = parts.get('notApplicable');
  if (cell && isNotApplicable(cell.value)) {
    findings.fault('reason-missing', cell, { id });
    return undefined;
  }
  return withValues({ notApplicable: textOf(parts, 'notApplicable') });
}

function step({ id, parts }: EntryCells, _: PreparedRubric, findings: Findings): unknown {
  const cell = parts.get('status');
  const status = cell && named(cell.value, ['addressed', 'partly', 'missing'], (name) => phrase('survey', `status-${name}`));
  if (cell && status === undefined) findings.fault('status-unknown', cell, { found: `"${shortened(cell.value)}"`, id });
  const evidence = evidenceOf(parts, ['document', 'at', 'quote', 'note']);
  return withValues({ status, notes: textOf(parts, 'notes'), evidence, review: textOf(parts, 'review') });
}

function flag({ id, parts }: EntryCells, _: PreparedRubric, findings: Findings): unknown {
  const cell = parts.get('present');
  const present = cell && readYesNo(cell.value);
  if (cell && present === undefined) findings.fault('present-unreadable', cell, { found: `"${shortened(cell.value)}"`, id });
  const evidence = evidenceOf(parts, ['at', 'quote', 'note']);
  return withValues({ present, rationale: textOf(parts, 'rationale'), evidence, review: textOf(parts, 'review') });
}

/** The pieces of evidence in the order of their numbers. */
function evidenceOf(parts: EntryCells['parts'], keys: readonly string[]): unknown {
  const last = Math.max(1, ...[...parts.values()].map(({ key }) => key.index ?? 1));
  const pieces = Array.from({ length: last }, (_, at) => {
    const number = at === 0 ? '' : ` ${at + 1}`;
    return withValues(Object.fromEntries(keys.map((key) => [key, textOf(parts, `${key}${number}`)])));
  }).filter((piece) => piece !== undefined);
  return pieces.length > 0 ? pieces : undefined;
}

function choiceOf<Name extends 'low' | 'medium' | 'high'>(
  cell: FilledCell | undefined,
  names: readonly Name[],
  findings: Findings,
): Name | undefined {
  const found = cell && named(cell.value, names, (name) => phrase('survey', `confidence-${name}`));
  if (cell && found === undefined)
    findings.fault('confidence-unknown', cell, { id: cell.key.id, found: `"${shortened(cell.value)}"`, known: listed(names) });
  return found;
}

/** The choice that a text names, by its name or its label. */
function named<Name extends string>(text: string, names: readonly Name[], label: (name: Name) => string): Name | undefined {
  return names.find((name) => [name, loose(label(name))].includes(loose(text)));
}

/** A date as a spreadsheet or a survey gives it: the day, perhaps with a time. That of a draft may also be a year or a month. */
function readDate(cell: FilledCell, findings: Findings): string | undefined {
  const text = withAsciiDigits(cell.value.trim());
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(text) ?? [];
  const date = day ?? (cell.key.part !== 'due' && /^\d{4}(-\d{2})?$/.test(text) ? text : undefined);
  if (date !== undefined && isDate(date)) return date;
  findings.fault(cell.key.part === 'due' ? 'wrong-date' : 'draft-date', cell, { found: `"${shortened(cell.value)}"` });
  return undefined;
}

/** Whether the calendar has this day, month or year. */
function isDate(text: string): boolean {
  const [year = '', month = '01', day = '01'] = text.split('-');
  const time = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(`${year}-${month}-${day}`);
}

function textOf(parts: EntryCells['parts'], part: string): string | undefined {
  return parts.get(part)?.value.replace(/\r\n?/g, '\n');
}

/**
 * The keys that have a value; undefined if there are none.
 * @param short the key whose value stands for the whole if there is no other
 */
function withValues(entry: Readonly<Record<string, unknown>>, short?: string): unknown {
  const keys = Object.entries(entry).filter(([, value]) => value !== undefined);
  const [first] = keys;
  if (first === undefined) return undefined;
  return keys.length === 1 && first[0] === short ? first[1] : Object.fromEntries(keys);
}
