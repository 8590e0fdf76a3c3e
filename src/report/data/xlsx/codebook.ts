import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Sheet } from '../../../workbook/sheets.ts';
import { answerColumns } from '../csv/csv.ts';
import { reportSheet, styles } from './sheet.ts';

/** What an id, or a column of the answers, stands for. */
interface Entry {
  readonly kind: string;
  readonly id: string;
  readonly text: string;
  readonly values?: string;
  readonly weight?: number;
  readonly critical?: boolean;
  readonly principles?: readonly number[];
}

/** The sheet that explains the others: the columns of the answers, and everything of the rubric that has an id. */
export function codebookSheet(
  name: string,
  rubric: Rubric,
  common: { readonly footer: string; readonly rightToLeft: boolean },
): Sheet {
  return reportSheet<Entry>({
    name,
    columns: [
      { heading: phrase('workbook', 'kind'), width: 16, cell: ({ kind }) => kind },
      { heading: phrase('workbook', 'id'), width: 36, cell: ({ id }) => id, style: styles.strong },
      { heading: phrase('workbook', 'meaning'), width: 60, cell: ({ text }) => text },
      { heading: phrase('workbook', 'values'), width: 70, cell: ({ values }) => values },
      { heading: phrase('workbook', 'weight'), width: 8, cell: ({ weight }) => weight, style: styles.exact },
      {
        heading: phrase('workbook', 'critical'),
        width: 9,
        cell: ({ critical }) => (critical ? phrase('workbook', 'yes') : undefined),
      },
      { heading: phrase('workbook', 'principles'), width: 16, cell: ({ principles }) => principles?.join(', ') },
    ],
    rows: [...columnEntries(), ...featureEntries(rubric), ...otherEntries(rubric)],
    frozenColumns: 2,
    tab: '7f7f7f',
    ...common,
  });
}

function columnEntries(): Entry[] {
  return answerColumns.map((id) => ({ kind: phrase('workbook', 'kind-column'), id, text: phrase('workbook', `column-${id}`) }));
}

function featureEntries({ features }: Rubric): Entry[] {
  return features.flatMap(({ id, title, weight, principles, questions }) => [
    { kind: phrase('workbook', 'kind-feature'), id, text: title, weight, principles },
    ...questions.flatMap((question): Entry[] => [
      {
        kind: phrase('workbook', 'kind-question'),
        id: question.id,
        text: question.text,
        values: question.levels.map((text, level) => `${level} (${question.values[level]}): ${text}`).join('\n'),
        weight: question.weight,
        critical: question.critical,
        principles: question.principles,
      },
      ...(question.marks ?? []).map((mark) => ({
        kind: phrase('workbook', 'kind-mark'),
        id: `${question.id}: ${mark.id}`,
        text: mark.text,
      })),
    ]),
  ]);
}

function otherEntries({ flags, steps, bands }: Rubric): Entry[] {
  return [
    ...flags.map(({ id, text, severity, principles }) => ({
      kind: phrase('workbook', 'kind-flag'),
      id,
      text,
      values: phrase('report', `severity-${severity}`),
      principles,
    })),
    ...steps.flatMap((step) =>
      step.questions.map(({ id, text, principles }) => ({ kind: phrase('workbook', 'kind-guiding'), id, text, principles })),
    ),
    ...bands.map(({ id, title, from }) => ({
      kind: phrase('workbook', 'band'),
      id,
      text: title,
      values: phrase('workbook', 'band-from', { from }),
    })),
  ];
}
