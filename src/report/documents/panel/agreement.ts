import { alphaBounds, readingOf } from '../../../core/panel/agreement.ts';
import type { Agreement, MarksAgreement, PanelResult, QuestionAgreement } from '../../../core/panel/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { inSentences, listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showAlpha, showScore } from '../../../text/number.ts';
import type { Block } from '../../document/blocks.ts';
import { callout, paragraph, section } from '../../document/build.ts';
import { type ColumnOf, left, right, tableOf } from '../../document/table.ts';
import { textsOf } from '../../words/rubric.ts';
import { counted } from '../../words/score.ts';

/** How far the reviewers agree, over all questions and in each feature. */
export function agreementSection({ agreement, bootstrap }: PanelResult, isFull: boolean): Block[] {
  const { overall, features } = agreement;
  const title = phrase('panel', 'agreement');
  if (overall.percent === null) return section('agreement', title, paragraph(phrase('panel', 'agreement-none')));
  type Row = Agreement & { readonly title: string };
  const marks = overall.marks ? marksColumns(isFull) : [];
  // The words in the head of a column do not break.
  const room =
    marks.length > 0 ? { name: 26, compared: 13, alpha: 12, interval: 18 } : { name: 36, compared: 12, alpha: 16, interval: 20 };
  const columns = [
    left<Row>(phrase('panel', 'table-feature'), room.name, (row) => row.title),
    right<Row>(phrase('panel', 'table-compared'), room.compared, ({ compared }) => compared, { spare: 1 }),
    right<Row>(phrase('panel', 'table-percent'), 12, percentWords),
    right<Row>(phrase('panel', 'table-alpha'), room.alpha, (row) => {
      // If there is no alpha, a narrow table has space for the reason only.
      const alpha = alphaWords(row, 'ordinal');
      return isFull ? alpha : alpha.replace(/^[^:]+: /, '');
    }),
    right<Row>(phrase('panel', 'table-interval'), room.interval, (row) => intervalWords('interval-range', row), { spare: 2 }),
    ...marks,
  ];
  const { draws, seed } = bootstrap;
  return section('agreement', title, [
    callout(inSentences(agreementSentences(overall))),
    overall.marks && paragraph(marksSentence(overall.marks), 'entry'),
    tableOf<Row>(title, columns, [{ ...overall, title: phrase('panel', 'overall') }, ...features]),
    paragraph(phrase('panel', 'how-to-read', { draws: String(draws), seed: String(seed) }), 'note'),
  ]);
}

/** The agreement on marks; on a screen without alpha. */
function marksColumns(isFull: boolean): ColumnOf<Agreement>[] {
  const percent = right<Agreement>(phrase('panel', 'table-marks'), 11, ({ marks }) => marks && percentWords(marks), { spare: 3 });
  const alpha = right<Agreement>(phrase('panel', 'table-marks-alpha'), 11, ({ marks }) => marks && marksAlpha(marks));
  return isFull ? [percent, alpha] : [percent];
}

function marksSentence(marks: MarksAgreement): string {
  const { compared: n, alike } = marks;
  if (marks.percent === null) return phrase('panel', 'marks-share-none');
  return phrase('panel', 'marks-share', { percent: percentWords(marks), alpha: marksAlpha(marks), n, alike });
}

function marksAlpha({ alpha, because }: MarksAgreement): string {
  return because === undefined ? shownAlpha(alpha) : phrase('panel', `alpha-${because}`);
}

function agreementSentences(overall: Agreement): string[] {
  const { compared: n, alike, because = {}, reading, interval95, mixed } = overall;
  const { ordinal: interval } = interval95;
  const alphas = {
    nominal: alphaWords(overall, 'nominal'),
    ordinal: alphaWords(overall, 'ordinal'),
    interval: alphaWords(overall, 'interval'),
    interval95: intervalWords('interval95', overall),
  };
  return [
    phrase('panel', 'agreement-share', { percent: percentWords(overall), n, alike }),
    phrase('panel', 'agreement-alpha', alphas),
    Object.values(because).includes('no-variation') && phrase('panel', 'alpha-no-variation-about'),
    reading && phrase('panel', `reading-${reading}`),
    interval && readingOf(interval[0]) !== readingOf(interval[1]) && phrase('panel', 'reading-wide'),
    ...counted('panel', { mixed }),
  ].filter((sentence) => typeof sentence === 'string');
}

/** Every question with the reviewers' levels side by side. */
export function questionSection({ agreement, panel, discuss }: PanelResult, rubric: Rubric): Block[] {
  const texts = textsOf(rubric);
  const discussed = new Set(discuss.map(({ question }) => question));
  const title = phrase('panel', 'questions');
  const columns = [
    left<QuestionAgreement>(phrase('panel', 'table-question'), 52, ({ id }) => ({
      text: texts.get(id) ?? id,
      ...(discussed.has(id) && { to: id }),
    })),
    left<QuestionAgreement>(phrase('panel', 'table-levels'), 15, ({ views }) =>
      views.map(({ level, state }) => level ?? (state === 'not-applicable' ? phrase('panel', 'table-aside') : '-')).join(' '),
    ),
    right<QuestionAgreement>(phrase('panel', 'table-spread'), 11, ({ spread }) => spread),
    right<QuestionAgreement>(phrase('panel', 'table-percent'), 11, (each) => each.percent !== null && percentWords(each)),
    right<QuestionAgreement>(
      phrase('panel', 'table-alpha'),
      11,
      ({ alpha }) => alpha.ordinal !== null && shownAlpha(alpha.ordinal),
    ),
    agreement.overall.marks &&
      right<QuestionAgreement>(
        phrase('panel', 'table-marks'),
        11,
        ({ marks }) => marks && marks.percent !== null && percentWords(marks),
      ),
  ].filter((column) => column !== undefined);
  return section('questions', title, [
    paragraph(phrase('panel', 'questions-about', { reviewers: listed(panel.map(({ label }) => label)) })),
    tableOf(title, columns, agreement.questions),
  ]);
}

function alphaWords({ alpha, because }: Agreement, metric: keyof Agreement['alpha']): string {
  const reason = because?.[metric];
  return reason === undefined ? shownAlpha(alpha[metric]) : phrase('panel', `alpha-${reason}`);
}

/** An alpha with more digits if rounding would carry it over a bound that it is read by. */
export function shownAlpha(alpha: number | null): string {
  return showAlpha(alpha, Object.values(alphaBounds));
}

/** The ends of the ordinal alpha's interval; empty if there is none. */
export function intervalWords(
  key: 'interval-range' | 'interval95',
  { interval95 }: Partial<Pick<Agreement, 'interval95'>>,
): string {
  const ends = interval95?.ordinal;
  return ends ? phrase('panel', key, { low: shownAlpha(ends[0]), high: shownAlpha(ends[1]) }) : '';
}

/** A share of a hundred; less than all is never shown as all. */
export function percentWords({ percent }: Pick<Agreement, 'percent'>): string {
  return percent === null ? phrase('panel', 'leaning-none') : showScore(percent, [100]);
}
