import { isFoundCritical } from '../../../core/gaps.ts';
import type { AssessmentResult } from '../../../core/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { type Sheet, sheetNames } from '../../../workbook/sheets.ts';
import { writeWorkbook } from '../../../workbook/write.ts';
import type { ReportInput } from '../../reporter.ts';
import { draftName } from '../../words/draft.ts';
import { bandTitle, capSentences, gateSentence } from '../../words/score.ts';
import { answersTable } from '../csv/csv.ts';
import { codebookSheet } from './codebook.ts';
import { type Content, isRightToLeft, type ReportColumn, type ReportTable, reportSheet, styles } from './sheet.ts';

/**
 * The results of a run as a workbook: a row for each law with its scores, a row for each answer with the columns of the csv, and what the
 * ids stand for.
 */
export function resultsWorkbook(input: ReportInput): Uint8Array {
  const { rubric } = input;
  const [laws = '', answers = '', failures = '', codebook = ''] = sheetNames(
    (['laws', 'answers', 'failures', 'codebook'] as const).map((key) => phrase('workbook', `sheet-${key}`)),
  );
  const common = { footer: rubric.notice, rightToLeft: isRightToLeft(rubric.language) };
  return writeWorkbook({
    title: phrase('report', 'batch-title'),
    description: rubric.notice,
    language: rubric.language,
    sheets: [
      lawsSheet(input, laws, common),
      ...failuresSheet(input, failures, common),
      answersSheet(input, answers, common),
      codebookSheet(codebook, rubric, common),
    ],
  });
}

/** What all sheets have alike. */
type Common = Pick<ReportTable<never>, 'footer' | 'rightToLeft'>;

function lawsSheet({ result, rubric }: ReportInput, name: string, common: Common): Sheet {
  const columns = lawColumns(rubric);
  const first = columns.findIndex(({ style }) => style === styles.score) + 1;
  const coloured = [first, first + 2 + rubric.features.length] as const;
  return reportSheet({
    name,
    columns,
    rows: result.assessments,
    frozenColumns: 2,
    pagesWide: 3,
    coloured,
    ...common,
  });
}

/** Nothing where every file could be scored. */
function failuresSheet({ result }: ReportInput, name: string, common: Common): Sheet[] {
  const rows = result.failures.flatMap((failure) => failure.errors.map((error) => ({ source: failure.source, ...error })));
  if (rows.length === 0) return [];
  return [reportSheet({ name, columns: failureColumns(), rows, frozenColumns: 1, tab: 'c00000', ...common })];
}

function answersSheet({ result, rubric, assessments }: ReportInput, name: string, common: Common): Sheet {
  const { head, rowsOf } = answersTable(rubric);
  const columns = head.map((heading, index) => answerColumn(String(heading), index));
  const rows = {
    // A thousand laws have 150,000 rows, which would take more memory than all else.
    *[Symbol.iterator](): Generator<AnswerRow> {
      for (const [index, law] of result.assessments.entries()) yield* rowsOf(law, assessments[index]);
    },
  };
  return reportSheet<AnswerRow>({ name, columns, rows, flat: true, frozenColumns: 2, pagesWide: 3, ...common });
}

type LawColumn = ReportColumn<AssessmentResult>;

/** The scores stand beside each other, so that they share one scale of colours. */
function lawColumns(rubric: Rubric): LawColumn[] {
  const of = (heading: string, width: number, cell: LawColumn['cell'], style?: LawColumn['style']): LawColumn => ({
    heading,
    width,
    cell,
    ...(style && { style }),
  });
  const { features } = rubric;
  return [
    of(phrase('report', 'table-draft'), 36, draftName, styles.strong),
    // Beside the title: several reviewers of one draft are told apart by it.
    of(phrase('workbook', 'reviewer'), 22, ({ reviewer }) => lines([reviewer.name, reviewer.organisation])),
    of(phrase('report', 'score'), 9, ({ score }) => score, styles.score),
    of(phrase('workbook', 'low'), 9, ({ low }) => low, styles.score),
    of(phrase('workbook', 'high'), 9, ({ high }) => high, styles.score),
    ...features.map(({ id, title }) =>
      of(title, 15, (law) => law.features.find((feature) => feature.id === id)?.score, styles.score),
    ),
    of(phrase('report', 'table-band'), 22, ({ band }) => (band === null ? undefined : bandTitle(rubric, band))),
    of(phrase('workbook', 'caps'), 60, (law) => capSentences(rubric, law).join(' ')),
    of(phrase('workbook', 'deducted'), 10, ({ deducted }) => deducted, styles.exact),
    of(phrase('workbook', 'answered'), 10, ({ answered }) => answered, styles.whole),
    of(phrase('workbook', 'applicable'), 10, ({ applicable }) => applicable, styles.whole),
    of(
      phrase('workbook', 'critical-at-zero'),
      26,
      ({ gaps }) => lines(gaps.filter(isFoundCritical).map(({ question }) => question)),
      styles.id,
    ),
    of(
      phrase('workbook', 'critical-unanswered'),
      26,
      ({ gaps }) => lines(gaps.filter(({ critical, answered }) => critical && !answered).map(({ question }) => question)),
      styles.id,
    ),
    of(phrase('workbook', 'flags'), 26, ({ flags }) => lines(flags.map(({ id }) => id)), styles.id),
    of(phrase('report', 'gates'), 30, ({ gates }) => lines(gates.map(gateSentence))),
    of(phrase('workbook', 'score-in-context'), 12, ({ inContext }) => inContext?.score, styles.exact),
    of(phrase('workbook', 'jurisdiction'), 18, ({ draft }) => draft.jurisdiction),
    of(phrase('workbook', 'version'), 14, ({ draft }) => draft.version),
    of(phrase('workbook', 'file'), 30, ({ source }) => source, styles.id),
  ];
}

function lines(texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== '').join('\n');
}

interface FailureRow {
  readonly source: string;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

function failureColumns(): ReportColumn<FailureRow>[] {
  return [
    { heading: phrase('workbook', 'file'), width: 36, cell: ({ source }) => source, style: styles.strong },
    { heading: phrase('workbook', 'line'), width: 8, cell: ({ line }) => line, style: styles.whole },
    { heading: phrase('workbook', 'column'), width: 8, cell: ({ column }) => column, style: styles.whole },
    { heading: phrase('workbook', 'error'), width: 90, cell: ({ message }) => message },
  ];
}

/** The cells of a row of the csv. */
type AnswerRow = readonly Content[];

/** Widths of the columns of answers that have much text; the others have words or numbers. */
const wide: Readonly<Record<string, number>> = {
  file: 24,
  id: 28,
  text: 40,
  because: 30,
  rationale: 48,
  evidence: 60,
  gap: 48,
  marks: 24,
  missing: 24,
};

/** The headings are those of the csv: scripts read them, and the codebook says what they mean. */
function answerColumn(heading: string, index: number): ReportColumn<AnswerRow> {
  return { heading, width: wide[heading] ?? 13, cell: (row) => row[index], style: styles.line };
}
