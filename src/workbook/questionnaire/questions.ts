import type { Answer } from '../../core/answers.ts';
import type { Feature, Question } from '../../core/rubric.ts';
import { phrase } from '../../messages/phrases.ts';
import { quotedSheet } from '../address.ts';
import { answerCell, dateCell, evidenceColumns } from './answer-columns.ts';
import { checkFormula, helperColumns } from './checks.ts';
import { stateCell } from './formulas/cells.ts';
import { guidancePlace } from './guidance.ts';
import { featureScoreRow } from './head.ts';
import { columnKeys, idKeys, levelChoice, numberedKey, tickChoices } from './layout.ts';
import { dropdownWords } from './lists.ts';
import { looks, warning } from './looks.ts';
import type { Parts, QuestionEntry } from './parts.ts';
import { type BuiltTable, buildTable, firstCellOf, type TableColumn, titleRow } from './table.ts';

type QuestionColumn = TableColumn<QuestionEntry>;

/** The sheet of a feature, in which each question is a row. */
export function featureSheet(parts: Parts, feature: Feature, index: number): BuiltTable {
  const { prepared, assessment, names, rightToLeft } = parts;
  const entries = feature.questions.map((question) => ({ question, answer: assessment.answers.get(question.id) }));
  const marks = Math.max(0, ...feature.questions.map((question) => question.marks?.length ?? 0));
  return buildTable<QuestionEntry>({
    name: names.features[index] ?? '',
    columns: [...questionColumns(parts), ...markColumns(parts, marks), ...reasonColumns(parts), ...helperColumns(parts)],
    entries,
    above: [titleRow(feature.title, 2), featureScoreRow(parts, index, 2)],
    frozenColumns: 4,
    rules: (range) => [
      // The words of the check say it too.
      ...[range('check'), range(columnKeys.level)].map((cells) => ({
        cells: cells.replaceAll('$', ''),
        formula: `LEN(${firstCellOf(range('check'))})>0`,
        style: warning,
      })),
    ],
    tab: '2f5597',
    rightToLeft,
    print: { pagesWide: 4, footer: prepared.rubric.notice, repeatedColumns: [3, 4] },
  });
}

function questionColumns(parts: Parts): QuestionColumn[] {
  const { names } = parts;
  return [
    { key: idKeys.question, heading: '', width: 10, hidden: true, cell: ({ question }) => ({ value: question.id }) },
    {
      key: columnKeys.marks,
      heading: '',
      width: 10,
      hidden: true,
      cell: ({ question: { marks = [] } }) => (marks.length === 0 ? undefined : { value: marks.map(({ id }) => id).join(' ') }),
    },
    {
      heading: phrase('workbook', 'id'),
      width: 22,
      cell: ({ question }) => ({ value: shownId(question.id), style: looks.link }),
      link: ({ question }) => guidancePlace(parts, question.id),
    },
    {
      heading: phrase('workbook', 'question'),
      width: 40,
      cell: ({ question: { text, critical } }) => ({
        value: critical ? `${text} (${phrase('report', 'critical')})` : text,
        style: looks.strongText,
      }),
    },
    ...levelColumns(parts),
    {
      name: 'check',
      heading: phrase('workbook', 'check'),
      width: 20,
      cell: ({ question }, at) => ({
        formula: checkFormula(question, stateCell(parts, question.id, quotedSheet(names.states)), at),
        value: checkWords(parts, question),
        style: looks.check,
      }),
    },
  ];
}

/** An id without that of its feature, which the sheet is about: LibreOffice does not wrap a link. */
function shownId(id: string): string {
  return id.slice(id.indexOf('.') + 1);
}

function levelColumns({ lists }: Parts): QuestionColumn[] {
  return [
    {
      key: columnKeys.level,
      heading: phrase('workbook', 'level'),
      width: 30,
      cell: ({ question, answer }) => answerCell(chosenLevel(question, answer?.level), looks.choice),
      choices: ({ question }) => ({
        list: lists.levels(question.id).choices,
        prompt: { title: phrase('workbook', 'level'), text: question.help },
      }),
    },
    {
      heading: phrase('workbook', 'level-text'),
      width: 38,
      cell: ({ question, answer }, at) => ({
        formula: `IF(${at('number')}<0,"",INDEX(${lists.levels(question.id).texts},${at('number')}+1))`,
        value: question.levels[answer?.level ?? -1] ?? '',
        style: looks.fixed,
      }),
      longest: ({ question: { levels } }) =>
        levels.reduce((longest, text) => (text.length > longest.length ? text : longest), ''),
    },
  ];
}

function chosenLevel({ levels }: Question, level: number | null | undefined): string | undefined {
  return level === null || level === undefined ? undefined : levelChoice(level, levels[level] ?? '');
}

/** What the check says of an answer from a file, whose levels and marks are right. */
function checkWords({ result }: Parts, { id, when }: Question): string {
  const state = result.questions.find((question) => question.id === id)?.state;
  return state === 'not-asked' && when
    ? phrase('workbook', 'check-not-asked', { question: when.question, level: when.atLeast })
    : '';
}

/** For each mark, its text and a cell to tick. */
function markColumns({ lists }: Parts, count: number): QuestionColumn[] {
  return Array.from({ length: count }, (_, index): QuestionColumn[] => {
    const number = index + 1;
    const has = ({ question }: QuestionEntry): boolean => question.marks?.[index] !== undefined;
    return [
      {
        key: numberedKey('mark', number),
        heading: String(number),
        width: 4,
        cell: (entry) => (has(entry) ? { ...tickOf(entry, index), style: looks.tick } : { style: looks.unused }),
        choices: (entry) =>
          has(entry)
            ? {
                list: lists.words.tick,
                prompt: { title: phrase('workbook', 'mark', { n: number }), text: phrase('workbook', 'mark-prompt') },
              }
            : undefined,
      },
      {
        heading: phrase('workbook', 'mark', { n: number }),
        width: 24,
        cell: (entry) => (has(entry) ? { value: markText(entry.question, index), style: looks.text } : { style: looks.unused }),
      },
    ];
  }).flat();
}

/** A reviewer who ticked marks decided on all of them. */
function tickOf({ question, answer }: QuestionEntry, index: number): { value?: string } {
  const mark = question.marks?.[index];
  if (!mark || !answer?.marks) return {};
  return { value: answer.marks.includes(mark.id) ? tickChoices.seen : tickChoices['not-seen'] };
}

function markText({ marks = [] }: Question, index: number): string {
  const { text = '', from } = marks[index] ?? {};
  return from === undefined ? text : phrase('workbook', 'mark-from', { text, level: from });
}

function reasonColumns({ lists }: Parts): QuestionColumn[] {
  const text = (
    key: string,
    heading: string,
    width: number,
    of: (answer: Answer) => string | null | undefined,
  ): QuestionColumn => ({
    key,
    heading,
    width,
    cell: ({ answer }) => answerCell(answer && of(answer)),
  });
  const shown = new Map(dropdownWords().confidence.map(({ value, shown: word }) => [value, word]));
  return [
    text(columnKeys.notApplicable, phrase('workbook', 'not-applicable'), 22, ({ notApplicable }) => notApplicable),
    text(columnKeys.rationale, phrase('workbook', 'rationale'), 48, ({ rationale }) => rationale),
    ...evidenceColumns<QuestionEntry>(['at', 'quote', 'note'], ({ answer }) => answer?.evidence),
    {
      key: columnKeys.confidence,
      heading: phrase('workbook', 'confidence'),
      width: 12,
      cell: ({ answer }) => answerCell(shown.get(answer?.confidence ?? ''), looks.choice),
      choices: () => ({ list: lists.words.confidence }),
    },
    text(columnKeys.owner, phrase('report', 'table-owner'), 16, ({ owner }) => owner),
    {
      key: columnKeys.due,
      heading: phrase('report', 'table-due'),
      width: 12,
      cell: ({ answer }) => dateCell(answer?.due),
      choices: () => ({ date: true, prompt: { title: phrase('report', 'table-due'), text: phrase('workbook', 'date-prompt') } }),
    },
    {
      key: columnKeys.elsewhereLevel,
      heading: phrase('workbook', 'elsewhere-level'),
      width: 30,
      cell: ({ question, answer }) => answerCell(chosenLevel(question, answer?.elsewhere?.level), looks.choice),
      choices: ({ question }) => ({ list: lists.levels(question.id).choices }),
    },
    text(columnKeys.elsewhereLaw, phrase('workbook', 'elsewhere-law'), 22, ({ elsewhere }) => elsewhere?.law),
    text(columnKeys.elsewhereAt, phrase('workbook', 'elsewhere-at'), 13, ({ elsewhere }) => elsewhere?.at),
    text(columnKeys.elsewhereNote, phrase('workbook', 'elsewhere-note'), 22, ({ elsewhere }) => elsewhere?.note),
    text(columnKeys.review, phrase('workbook', 'review'), 22, ({ review }) => review),
  ];
}
