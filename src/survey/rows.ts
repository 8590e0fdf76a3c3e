import type { FieldKey } from '../filled/field.ts';

/** The columns that have one column for each language. */
export type TextColumn = 'label' | 'hint' | 'guidance_hint' | 'constraint_message' | 'required_message';

/** A row of the survey. */
export interface Row {
  readonly type: string;
  /** Empty for the end of a group. */
  readonly name: string;
  /** The field that the row fills; absent for groups and notes. */
  readonly field?: FieldKey;
  readonly label?: string;
  readonly hint?: string | undefined;
  readonly guidance?: string;
  readonly appearance?: string;
  readonly relevant?: string | undefined;
  readonly constraint?: string | undefined;
  readonly constraintMessage?: string | undefined;
  /** Set if the survey can't be sent without it; with the message that says so. */
  readonly required?: string;
  readonly calculation?: string;
}

/** A choice of a question. */
export interface Choice {
  readonly list: string;
  readonly name: string;
  readonly label: string;
  /** The id of the mark that the choice stands for. */
  readonly mark?: string;
}

/** Rows with the choices that they need. */
export interface Rows {
  readonly rows: readonly Row[];
  readonly choices: readonly Choice[];
}

/** The fields of one question on one page. */
export function pageOf(name: string, label: string, rows: readonly Row[], relevant?: string): Row[] {
  return [{ type: 'begin_group', name, label, appearance: 'field-list', relevant }, ...rows, { type: 'end_group', name: '' }];
}

export function groupOf(name: string, label: string, rows: readonly Row[], relevant?: string): Row[] {
  return [{ type: 'begin_group', name, label, relevant }, ...rows, { type: 'end_group', name: '' }];
}

/** The texts of a row in one language, by heading. */
export function surveyTexts(row: Row, language: string): Readonly<Record<string, string>> {
  const text = (column: TextColumn, value: string | undefined): Record<string, string | undefined> => ({
    [`${column}::${language}`]: value === undefined ? undefined : plain(value),
  });
  return filled({
    ...text('label', row.label),
    ...text('hint', row.hint),
    ...text('guidance_hint', row.guidance),
    ...text('constraint_message', row.constraintMessage),
    ...text('required_message', row.required),
  });
}

/** The cells of a row that are not blank, by heading. */
export function surveyRow(row: Row, language: string): Readonly<Record<string, string>> {
  return filled({
    type: row.type,
    name: row.name === '' ? undefined : row.name,
    ...surveyTexts(row, language),
    appearance: row.appearance,
    relevant: row.relevant,
    constraint: row.constraint,
    required: row.required === undefined ? undefined : 'yes',
    calculation: row.calculation,
  });
}

export function choiceRow({ list, name, label }: Choice, language: string): Readonly<Record<string, string>> {
  return { list_name: list, name, ...choiceText({ label }, language) };
}

/** The text of a choice in one language, by heading. */
export function choiceText({ label }: Pick<Choice, 'label'>, language: string): Readonly<Record<string, string>> {
  return { [`label::${language}`]: plain(label) };
}

/** Text in which no survey tool sees a reference to another field: `${name}`. */
export function plain(text: string): string {
  return text.replaceAll('${', '$ {').replace(/\s+/g, ' ').trim();
}

function filled(row: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(row).filter((cell): cell is [string, string] => cell[1] !== undefined && cell[1] !== ''),
  );
}
