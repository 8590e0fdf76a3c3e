import type { StepAnswer } from '../../core/answers.ts';
import type { GuidingQuestion, Step } from '../../core/rubric.ts';
import { phrase } from '../../messages/phrases.ts';
import { answerCell, evidenceColumns } from './answer-columns.ts';
import { choiceCheckColumn, choiceColumn, choiceRules } from './choice-columns.ts';
import { columnKeys, evidenceParts, idKeys } from './layout.ts';
import { dropdownWords } from './lists.ts';
import { looks } from './looks.ts';
import type { Parts } from './parts.ts';
import { type BuiltTable, buildTable, type TableColumn, titleRow } from './table.ts';

/** A guiding question with its answer. */
interface StepEntry {
  readonly step: Step;
  readonly question: GuidingQuestion;
  readonly answer: StepAnswer | undefined;
}

/** The sheet of the steps' guiding questions. Its ranges `step` and `choice` are for the formulas of the scores. */
export function stepsSheet(parts: Parts): BuiltTable {
  const { prepared, assessment, names, rightToLeft } = parts;
  return buildTable<StepEntry>({
    name: names.steps,
    columns: stepColumns(parts),
    entries: prepared.rubric.steps.flatMap((step) =>
      step.questions.map((question) => ({ step, question, answer: assessment.steps.get(question.id) })),
    ),
    above: [
      titleRow(phrase('workbook', 'steps'), 2),
      { cells: [undefined, undefined, { value: phrase('workbook', 'steps-about'), style: looks.note }] },
    ],
    frozenColumns: 4,
    rules: (range) => choiceRules('status', range),
    tab: '548235',
    rightToLeft,
    print: { pagesWide: 3, footer: prepared.rubric.notice, repeatedColumns: [3, 4] },
  });
}

function stepColumns(parts: Parts): TableColumn<StepEntry>[] {
  const shown = new Map(dropdownWords().status.map((word) => [word.value, word.shown]));
  return [
    { key: idKeys.guiding, heading: '', width: 10, hidden: true, cell: ({ question }) => ({ value: question.id }) },
    { name: 'step', heading: '', width: 10, hidden: true, cell: ({ step }) => ({ value: step.id }) },
    { heading: phrase('workbook', 'step'), width: 20, cell: ({ step }) => ({ value: step.title, style: looks.text }) },
    {
      heading: phrase('workbook', 'question'),
      width: 48,
      cell: ({ question }) => ({ value: question.text, style: looks.strongText }),
    },
    {
      key: columnKeys.status,
      heading: phrase('report', 'table-status'),
      width: 13,
      cell: ({ answer }) => answerCell(shown.get(answer?.status ?? ''), looks.choice),
      choices: ({ question }) => ({
        list: parts.lists.words.status,
        prompt: { title: phrase('report', 'table-status'), text: question.help },
      }),
    },
    choiceCheckColumn('status'),
    { key: columnKeys.notes, heading: phrase('workbook', 'notes'), width: 48, cell: ({ answer }) => answerCell(answer?.notes) },
    ...evidenceColumns<StepEntry>(evidenceParts, ({ answer }) => answer?.evidence),
    {
      key: columnKeys.review,
      heading: phrase('workbook', 'review'),
      width: 22,
      cell: ({ answer }) => answerCell(answer?.review),
    },
    choiceColumn('status', parts, ({ answer }) => answer?.status ?? undefined),
  ];
}
