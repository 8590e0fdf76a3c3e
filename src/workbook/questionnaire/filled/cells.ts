import type { PreparedRubric } from '../../../core/rubric.ts';
import type { Fault, Leftover } from '../../../filled/collect.ts';
import type { FieldKey, FilledCell, Part } from '../../../filled/field.ts';
import { loose } from '../../../text/loose.ts';
import { shortened } from '../../../text/shortened.ts';
import { columnKeys, evidenceInRow, idKeys, tickIn } from '../layout.ts';
import type { Settings } from './settings.ts';
import type { AnswerSheet, KeyedCell, SheetEntry } from './sheet.ts';

/** The section of an answers file that the ids of a sheet belong to. */
const sectionOf: Readonly<Record<string, FieldKey['section']>> = {
  [idKeys.question]: 'answers',
  [idKeys.guiding]: 'steps',
  [idKeys.flag]: 'flags',
  [idKeys.feature]: 'features',
};

const parts: Readonly<Record<string, Part>> = {
  [columnKeys.level]: 'level',
  [columnKeys.notApplicable]: 'notApplicable',
  [columnKeys.rationale]: 'rationale',
  [columnKeys.confidence]: 'confidence',
  [columnKeys.owner]: 'owner',
  [columnKeys.due]: 'due',
  [columnKeys.review]: 'review',
  [columnKeys.elsewhereLevel]: 'elsewhere-level',
  [columnKeys.elsewhereLaw]: 'elsewhere-law',
  [columnKeys.elsewhereAt]: 'elsewhere-at',
  [columnKeys.elsewhereNote]: 'elsewhere-note',
  [columnKeys.status]: 'status',
  [columnKeys.notes]: 'notes',
  [columnKeys.present]: 'present',
};

/** What is wrong with a word that is none of a dropdown's, where the scores depend on it. */
const unreadable = { [columnKeys.present]: 'present-unreadable', [columnKeys.status]: 'status-unknown' } as const;

/** What the cells of a workbook are read with, and where what is wrong with them goes. */
export interface Reading {
  readonly settings: Settings;
  readonly prepared: PreparedRubric;
  readonly faults: Fault[];
  readonly leftovers: Leftover[];
}

/** The fields of a sheet's entries. What stands in a cell that its entry does not use, such as a grey one, is a leftover. */
export function entryCells({ idKey, entries }: AnswerSheet, reading: Reading): FilledCell[] {
  const { faults, leftovers, prepared } = reading;
  return entries.flatMap((entry) =>
    [...entry.cells].flatMap(([key, cell]): FilledCell[] => {
      if (key === columnKeys.marks) return [];
      const field = fieldOf(idKey, entry, key, prepared);
      if (field === undefined) leftovers.push({ text: cell.text, place: { at: cell.at } });
      if (field === undefined || isBroken(cell, faults)) return [];
      return cellOf(field, key, cell, reading);
    }),
  );
}

/** @returns whether the cell has an error instead of a value; then it is a fault */
function isBroken({ isError, text, at }: KeyedCell, faults: Fault[]): boolean {
  if (isError) faults.push({ code: 'cell-error', args: { error: text }, place: { at } });
  return isError;
}

function fieldOf(
  idKey: string | undefined,
  { id, cells }: SheetEntry,
  key: string,
  { questions, formerIds }: PreparedRubric,
): FieldKey | undefined {
  if (idKey === idKeys.fact) return key === columnKeys.value ? factOf(id) : undefined;
  const section = sectionOf[idKey ?? ''];
  if (section === undefined) return undefined;
  const [, piece, evidencePart] = /^evidence\.(\d+)\.(document|at|quote|note)$/.exec(key) ?? [];
  if (piece !== undefined) return { section, id, part: evidencePart as Part, ...indexed(Number(piece)) };
  const [, mark] = /^mark\.(\d+)$/.exec(key) ?? [];
  if (mark !== undefined) {
    const known = questions.get(formerIds.get(id) ?? id)?.question.marks?.map((each) => each.id);
    const name = (cells.get(columnKeys.marks)?.text.trim().split(/\s+/) ?? known)?.[Number(mark) - 1];
    return name === undefined ? undefined : { section, id, part: 'mark', mark: name };
  }
  const part = parts[key];
  return part && { section, id, part };
}

function factOf(id: string): FieldKey | undefined {
  const [section, name] = id.split('.');
  return (section === 'draft' || section === 'reviewer') && name !== undefined ? { section, id: name, part: 'value' } : undefined;
}

function indexed(index: number): { index?: number } {
  return index > 1 ? { index } : {};
}

/** A word that the formulas do not count is refused here, whatever the import takes elsewhere: the scores of both have to agree. */
function cellOf(field: FieldKey, key: string, { text, at }: KeyedCell, { settings, faults }: Reading): FilledCell[] {
  const place = { at };
  if (field.part === 'mark') {
    const tick = tickIn(text);
    if (tick === undefined)
      faults.push({
        code: 'tick-unreadable',
        args: { id: field.id, mark: field.mark ?? '', found: `"${shortened(text)}"` },
        place,
      });
    return tick === 'open' || tick === undefined ? [] : [{ key: field, value: tick === 'seen' ? 'yes' : 'no', place }];
  }
  if (key === columnKeys.present || key === columnKeys.status) {
    const value = settings.answerOf(key, text);
    if (value === undefined) faults.push({ code: unreadable[key], args: { id: field.id, found: `"${shortened(text)}"` }, place });
    return value === undefined ? [] : [{ key: field, value, place }];
  }
  if (key === columnKeys.confidence) return [{ key: field, value: settings.valueOf(key, text), place }];
  return [{ key: field, value: wholeText(field, text, settings), place }];
}

/** The whole of a text that a cell has no room for, unless somebody has changed the cell. */
function wholeText({ section, id, part, index = 1 }: FieldKey, text: string, settings: Settings): string {
  const evidence = ['document', 'at', 'quote', 'note'].includes(part) ? `evidence.${index - 1}.${part}` : undefined;
  const key = part === 'value' ? id : (evidence ?? part.replace('elsewhere-', 'elsewhere.'));
  return settings.wholeText(text, section, part === 'value' ? '' : id, key);
}

interface Further extends Reading {
  /** The fields of the entries themselves. */
  readonly before: readonly FilledCell[];
}

/** The sheet of further evidence: each row is one more piece of the entry with its id. */
export function furtherEvidence(sheets: readonly AnswerSheet[], further: Further): FilledCell[] {
  const { settings, prepared, faults, before } = further;
  const counts = new Map<string, number>();
  return sheets
    .flatMap((sheet) => sheet.entries)
    .flatMap((entry) => {
      const found = [...entry.cells].filter(([key]) => ['document', 'at', 'quote', 'note'].includes(key));
      if (found.length === 0) return [];
      const section = sectionOfEvidence(entry, settings, { prepared, before });
      const owner = `${section} ${entry.id}`;
      const index = (counts.get(owner) ?? evidenceInRow) + 1;
      counts.set(owner, index);
      return found.flatMap(([key, cell]): FilledCell[] => {
        const field: FieldKey = { section, id: entry.id, part: key as Part, index };
        return isBroken(cell, faults)
          ? []
          : [{ key: field, value: wholeText(field, cell.text, settings), place: { at: cell.at } }];
      });
    });
}

/** What an id of the sheet of further evidence is the id of; where its kind is blank, that of the first entry with this id. */
function sectionOfEvidence(
  { id, cells }: SheetEntry,
  settings: Settings,
  { prepared, before }: Pick<Further, 'prepared' | 'before'>,
): FieldKey['section'] {
  const kind = cells.get(columnKeys.kind);
  const named = kind && sectionOf[loose(settings.valueOf(columnKeys.kind, kind.text))];
  if (named) return named;
  const current = prepared.formerIds.get(id) ?? id;
  if (prepared.questions.has(current)) return 'answers';
  if (prepared.guidingQuestions.has(current)) return 'steps';
  if (prepared.flags.has(id)) return 'flags';
  return before.find(({ key }) => key.id === id)?.key.section ?? 'answers';
}
