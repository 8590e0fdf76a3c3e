import type { Evidence } from '../../core/answers.ts';
import { phrase } from '../../messages/phrases.ts';
import { answerCell } from './answer-columns.ts';
import { columnKeys, evidenceInRow, idKeys } from './layout.ts';
import { dropdownWords } from './lists.ts';
import { looks } from './looks.ts';
import type { Parts } from './parts.ts';
import { type BuiltTable, buildTable, titleRow } from './table.ts';

type Kind = 'question' | 'guiding' | 'flag';

/** A piece of evidence that has no cells in the row of its answer; without an id, a row for one. */
interface Further {
  readonly kind?: Kind;
  readonly id?: string;
  readonly piece?: Evidence;
}

/** Rows for more. */
const blankRows = 60;

/** The sheet for evidence that the row of an answer has no room for. */
export function evidenceSheet(parts: Parts): BuiltTable {
  const { prepared, names, rightToLeft } = parts;
  return buildTable<Further>({
    name: names.evidence,
    columns: furtherColumns(parts),
    entries: [...furtherOf(parts), ...Array.from({ length: blankRows }, () => ({}))],
    above: [
      titleRow(phrase('workbook', 'evidence'), 0),
      { cells: [{ value: phrase('workbook', 'evidence-about', { n: evidenceInRow }), style: looks.note }] },
    ],
    frozenColumns: 2,
    merged: ['A4:B4'],
    tab: 'bf9000',
    rightToLeft,
    print: { pagesWide: 1, footer: prepared.rubric.notice },
  });
}

function furtherColumns({ lists }: Parts) {
  const shown = new Map<string, string>(dropdownWords().kind.map((word) => [word.value, word.shown]));
  const part = (key: 'document' | 'at' | 'quote' | 'note', width: number) => ({
    key: columnKeys[key],
    heading: phrase('workbook', `further-${key}`),
    width,
    cell: ({ piece }: Further) => answerCell(piece?.[key]),
  });
  return [
    {
      key: columnKeys.kind,
      heading: phrase('workbook', 'evidence-answer'),
      width: 16,
      cell: ({ kind }: Further) => answerCell(shown.get(kind ?? ''), looks.choice),
      choices: () => ({ list: lists.words.kind }),
    },
    {
      key: idKeys.evidence,
      // In a column of ids, every text is one: its heading is merged with the one before.
      heading: '',
      width: 38,
      cell: ({ id }: Further) => answerCell(id, looks.choice),
      choices: () => ({ list: lists.ids, prompt: { title: phrase('workbook', 'id'), text: phrase('workbook', 'id-prompt') } }),
    },
    part('document', 24),
    part('at', 16),
    part('quote', 60),
    part('note', 30),
  ];
}

function furtherOf({ prepared, assessment }: Parts): Further[] {
  const { rubric } = prepared;
  const of = (
    kind: Kind,
    ids: readonly string[],
    entries: ReadonlyMap<string, { readonly evidence?: readonly Evidence[] }>,
  ): Further[] =>
    ids.flatMap((id) => (entries.get(id)?.evidence ?? []).slice(evidenceInRow).map((piece) => ({ kind, id, piece })));
  return [
    ...of('question', [...prepared.questions.keys()], assessment.answers),
    ...of('guiding', [...prepared.guidingQuestions.keys()], assessment.steps),
    ...of(
      'flag',
      rubric.flags.map(({ id }) => id),
      assessment.flags,
    ),
  ];
}
