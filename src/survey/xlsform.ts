import type { Draft } from '../core/answers.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { languageHeading } from './language-heading.ts';
import { type SurveyNames, surveyNames } from './names.ts';
import { questionRows } from './question-rows.ts';
import { type Choice, choiceRow, choiceText, type Row, surveyRow, surveyTexts, type TextColumn } from './rows.ts';
import { aboutRows, conventionRows, flagRows, stepRows } from './section-rows.ts';
import { shortCode } from './short-code.ts';

/** A sheet of an XLSForm: its headings, and the cells below them by heading. */
export interface FormSheet {
  readonly name: 'survey' | 'choices' | 'settings';
  readonly headings: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** The rubric in another language. */
export interface SurveyTranslation {
  readonly prepared: PreparedRubric;
  /** Runs an action while compass speaks that language, where it has a catalogue of it. */
  readonly inItsWords: <Result>(act: () => Result) => Result;
}

/** LimeSurvey allows codes of 20 letters and digits for questions, and of 5 for answers. */
export const longestCode = { question: 20, choice: 5 };

/**
 * The questionnaire as an XLSForm: the sheets that KoboToolbox, ODK and other tools make a survey of.
 * The name of a field and its LimeSurvey code depend on the id alone, so they are the same in every version of the rubric.
 * @param draft what is known of the draft, which then is not asked for
 * @param translations the rubric in its other languages, each of which gets columns of its own
 */
export function xlsform(
  prepared: PreparedRubric,
  draft: Draft = {},
  translations: readonly SurveyTranslation[] = [],
): FormSheet[] {
  const names = surveyNames(prepared);
  const language = languageHeading(prepared.rubric.language);
  const { rows, choices } = surveyOf(prepared, names, draft);
  const others = translations.map(({ prepared: other, inItsWords }) => ({
    language: languageHeading(other.rubric.language),
    // A name depends on the id alone: the rows are the same in every language, in the same order.
    ...inItsWords(() => surveyOf(other, names, draft)),
  }));
  const languages = [language, ...others.map((other) => other.language)];
  const rowCells = (row: Row, at: number): Readonly<Record<string, string>> => ({
    ...surveyRow(row, language),
    ...Object.assign({}, ...others.map((other) => surveyTexts(other.rows[at] ?? row, other.language))),
  });
  const choiceCells = (choice: Choice, at: number): Readonly<Record<string, string>> => ({
    ...choiceRow(choice, language),
    ...Object.assign({}, ...others.map((other) => choiceText(other.choices[at] ?? choice, other.language))),
  });
  return [
    sheet(
      'survey',
      rows.map((row, at) => withCode(rowCells(row, at), 'question')),
      surveyHeadings(languages),
    ),
    sheet(
      'choices',
      choices.map((choice, at) => withCode(choiceCells(choice, at), 'choice')),
      choiceHeadings(languages),
    ),
    sheet('settings', [settings(prepared, names, language)]),
  ];
}

/** The rows of the survey and its choices, before they are written as cells. */
export function surveyOf(prepared: PreparedRubric, names: SurveyNames, draft: Draft = {}): { rows: Row[]; choices: Choice[] } {
  const { rubric } = prepared;
  const features = rubric.features.map((feature, at) => questionRows(feature, at + 1, { prepared, names }));
  const parts = [
    aboutRows(prepared, names, draft),
    conventionRows(prepared, names),
    ...features,
    flagRows(prepared, names),
    stepRows(prepared, names),
  ];
  const rows = parts.flatMap((part) => part.rows);
  const used = new Set(rows.map(({ type }) => type));
  const shared = sharedChoices().filter(({ list }) => used.has(`select_one ${list}`));
  return { rows, choices: [...shared, ...parts.flatMap((part) => part.choices)] };
}

function sharedChoices(): Choice[] {
  const list = (name: string, choices: readonly (readonly [string, string])[]): Choice[] =>
    choices.map(([choice, label]) => ({ list: name, name: choice, label }));
  return [
    ...list('yes_no', [
      ['yes', phrase('survey', 'yes')],
      ['no', phrase('survey', 'no')],
    ]),
    ...list('status', [
      ['addressed', phrase('survey', 'status-addressed')],
      ['partly', phrase('survey', 'status-partly')],
      ['missing', phrase('survey', 'status-missing')],
    ]),
    ...list('confidence', [
      ['low', phrase('survey', 'confidence-low')],
      ['medium', phrase('survey', 'confidence-medium')],
      ['high', phrase('survey', 'confidence-high')],
    ]),
  ];
}

const plainHeadings = ['type', 'name'];
const textColumns: readonly TextColumn[] = ['label', 'hint', 'guidance_hint', 'constraint_message', 'required_message'];

function surveyHeadings(languages: readonly string[]): string[] {
  return [
    ...plainHeadings,
    ...languages.flatMap((language) => textColumns.map((column) => `${column}::${language}`)),
    'appearance',
    'relevant',
    'constraint',
    'required',
    'calculation',
    'limesurvey_code',
  ];
}

function choiceHeadings(languages: readonly string[]): string[] {
  return ['list_name', 'name', ...languages.map((language) => `label::${language}`), 'limesurvey_code'];
}

function withCode(row: Readonly<Record<string, string>>, kind: keyof typeof longestCode): Readonly<Record<string, string>> {
  const { name = '', list_name: list } = row;
  if (name === '' || (kind === 'question' && /^(begin|end)_/.test(row['type'] ?? ''))) return row;
  const code = list === undefined ? shortCode(name, longestCode[kind]) : choiceCode(name);
  return { ...row, limesurvey_code: code };
}

/** The LimeSurvey code of a choice: its name, if that is one. */
export function choiceCode(name: string): string {
  const isCode = name.length <= longestCode.choice && /^[A-Za-z0-9]+$/.test(name);
  return isCode ? name : shortCode(name, longestCode.choice);
}

function settings({ rubric, digest }: PreparedRubric, names: SurveyNames, language: string): Readonly<Record<string, string>> {
  const value = (section: 'draft' | 'reviewer', id: string): string => `\${${names.nameOf({ section, id, part: 'value' })}}`;
  const id = rubric.id.replaceAll('-', '_');
  return {
    form_title: rubric.title,
    form_id: /^[A-Za-z_]/.test(id) ? id : `q_${id}`,
    version: `${rubric.version}-${digest.replace(/^sha256:/, '').slice(0, 12)}`,
    default_language: language,
    // One page for each group on a screen, in the web forms of KoboToolbox.
    style: 'pages',
    instance_name: `concat(${value('draft', 'title')}, ' - ', ${value('reviewer', 'name')})`,
  };
}

function sheet(name: FormSheet['name'], rows: FormSheet['rows'], headings = Object.keys(rows[0] ?? {})): FormSheet {
  return { name, headings, rows };
}
