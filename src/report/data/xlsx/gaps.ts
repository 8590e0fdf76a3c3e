import { isFoundCritical } from '../../../core/gaps.ts';
import type { AssessmentResult, FlagResult, Gap } from '../../../core/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { columnLetters } from '../../../workbook/address.ts';
import { sheetNames } from '../../../workbook/sheets.ts';
import { writeWorkbook } from '../../../workbook/write.ts';
import type { ReportInput } from '../../reporter.ts';
import { draftName } from '../../words/draft.ts';
import { wordsToAdd } from '../../words/gap.ts';
import { questionsOf } from '../../words/rubric.ts';
import { evidenceWords } from '../csv/csv.ts';
import { isRightToLeft, type ReportColumn, reportSheet, styles } from './sheet.ts';

/** A gap, with the law that has it. */
interface GapRow {
  readonly law: AssessmentResult;
  readonly gap: Gap;
}

interface FlagRow {
  readonly law: AssessmentResult;
  readonly flag: FlagResult;
}

/**
 * The gaps of a law as an action plan: what to write where, what it would bring, who does it and by when. A second sheet has the red
 * flags that are present. Nothing is locked: the plan is worked with.
 */
export function gapsWorkbook({ result, rubric }: ReportInput): Uint8Array {
  const [plan = '', flags = ''] = sheetNames([phrase('report', 'action-plan'), phrase('workbook', 'sheet-flags')]);
  const laws = result.assessments;
  const common = { footer: rubric.notice, rightToLeft: isRightToLeft(rubric.language) };
  const columns = planColumns(rubric, laws.length > 1);
  const rows = laws.flatMap((law) => law.gaps.map((gap) => ({ law, gap })));
  const critical = columnLetters(columns.findIndex(({ heading }) => heading === phrase('workbook', 'critical')) + 1);
  const found = laws.flatMap((law) => law.flags.map((flag) => ({ law, flag })));
  return writeWorkbook({
    title: phrase('workbook', 'gaps-title', { draft: listed(laws.map(draftName)) }),
    description: rubric.notice,
    language: rubric.language,
    sheets: [
      reportSheet<GapRow>({
        name: plan,
        columns,
        rows,
        frozenColumns: laws.length > 1 ? 3 : 1,
        rules:
          rows.length > 0
            ? [
                {
                  cells: `${critical}2:${critical}${rows.length + 1}`,
                  formula: `$${critical}2="${phrase('workbook', 'critical-zero')}"`,
                  style: { bold: true, colour: '9c0006', fill: 'ffc7ce' },
                },
              ]
            : [],
        ...common,
      }),
      reportSheet<FlagRow>({
        name: flags,
        columns: flagColumns(rubric, laws.length > 1),
        rows: found,
        frozenColumns: 1,
        tab: 'c00000',
        ...common,
      }),
    ],
  });
}

function lawColumn<Row extends { readonly law: AssessmentResult }>(isShown: boolean): ReportColumn<Row>[] {
  return isShown
    ? [
        { heading: phrase('report', 'table-draft'), width: 26, cell: ({ law }) => draftName(law), style: styles.strong },
        { heading: phrase('workbook', 'reviewer'), width: 18, cell: ({ law }) => law.reviewer.name },
      ]
    : [];
}

function planColumns(rubric: Rubric, hasSeveral: boolean): ReportColumn<GapRow>[] {
  const questions = questionsOf(rubric);
  const titles = new Map(rubric.features.map(({ id, title }) => [id, title]));
  return [
    ...lawColumn<GapRow>(hasSeveral),
    {
      heading: phrase('workbook', 'question'),
      width: 34,
      cell: ({ gap }) => `${questions.get(gap.question)?.text ?? ''}\n${gap.question}`,
    },
    { heading: phrase('workbook', 'feature'), width: 18, cell: ({ gap }) => titles.get(gap.feature) },
    {
      heading: phrase('workbook', 'critical'),
      width: 9,
      cell: ({ gap }) => criticalWords(gap),
    },
    {
      heading: phrase('report', 'table-level'),
      width: 30,
      cell: ({ gap }) => levelWords(gap, questions.get(gap.question)?.levels),
    },
    { heading: phrase('workbook', 'missing'), width: 30, cell: ({ gap }) => bullets(gap.missing?.map(({ text }) => text) ?? []) },
    { heading: phrase('report', 'table-write'), width: 56, cell: ({ gap }) => bullets(wordsToAdd(gap)) },
    { heading: phrase('report', 'table-points'), width: 8, cell: ({ gap }) => gap.points, style: styles.score },
    { heading: phrase('workbook', 'evidence-now'), width: 40, cell: ({ gap }) => bullets(gap.evidence.map(evidenceWords)) },
    { heading: phrase('report', 'table-owner'), width: 18, cell: ({ gap }) => gap.owner, style: styles.open },
    { heading: phrase('report', 'table-due'), width: 12, cell: ({ gap }) => gap.due, style: styles.date },
  ];
}

/** One text as it is, several as a list. */
function bullets(texts: readonly string[]): string {
  return texts.length > 1 ? texts.map((text) => `• ${text}`).join('\n') : (texts[0] ?? '');
}

function levelWords({ answered, level, top }: Gap, levels: readonly string[] | undefined): string {
  if (!answered) return phrase('report', 'status-open');
  return phrase('workbook', 'level-of', { level, top, text: levels?.[level] ?? '' });
}

function flagColumns(rubric: Rubric, hasSeveral: boolean): ReportColumn<FlagRow>[] {
  const texts = new Map(rubric.flags.map(({ id, text }) => [id, text]));
  return [
    ...lawColumn<FlagRow>(hasSeveral),
    { heading: phrase('workbook', 'flag'), width: 50, cell: ({ flag }) => `${texts.get(flag.id) ?? ''}\n${flag.id}` },
    { heading: phrase('workbook', 'severity'), width: 12, cell: ({ flag }) => phrase('report', `severity-${flag.severity}`) },
    { heading: phrase('workbook', 'rationale'), width: 50, cell: ({ flag }) => flag.because },
    { heading: phrase('workbook', 'evidence-now'), width: 60, cell: ({ flag }) => bullets(flag.evidence.map(evidenceWords)) },
  ];
}

/** An open question counts at the lowest level, but nobody has found it there. */
function criticalWords(gap: Gap): string | undefined {
  if (!gap.critical) return undefined;
  if (!gap.answered) return phrase('workbook', 'critical-open');
  return phrase('workbook', isFoundCritical(gap) ? 'critical-zero' : 'yes');
}
