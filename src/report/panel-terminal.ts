import type { Evidence } from '../core/answers.ts';
import type { Agreement, PanelResult, ReviewerResult } from '../core/panel/result.ts';
import type { Rubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { showRange, showScore } from '../text/number.ts';
import { fitted, visible, wrapped } from '../text/plain-text.ts';
import { alphaWords, intervalWords, percentWords } from './documents/panel/numbers.ts';
import {
  agreementSentences,
  discussionMarks,
  flagViewWords,
  howToRead,
  leaningSentences,
  leaningWords,
  type PanelInput,
  panelFacts,
  panelTitle,
  reasonWords,
  settledSentence,
  stepViewWords,
  viewWords,
  warningSentence,
} from './documents/panel/words.ts';
import { questionsOf } from './questions.ts';
import { bandBounds } from './words/phrases.ts';
import type { Style } from './write/style.ts';

/** How many questions are told in full on a screen; the documents tell all. */
const questionsShown = 8;

/** To be read at once: who answered what, how far they agree, and what to discuss first. */
export function panelTerminal({ result, rubric, width, style }: PanelInput): string {
  const blocks = [
    headBlock(result, width, style),
    whoBlock(result, rubric, width, style),
    agreementBlock(result, width, style),
    discussBlock(result, rubric, width, style),
    flagBlock(result, rubric, width, style),
    stepBlock(result, rubric, width, style),
    settledBlock(result, width, style),
    style.dim(wrapped(visible(`${phrase('panel', 'method-limits')} ${rubric.notice}`), width)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function headBlock(result: PanelResult, width: number, style: Style): string {
  return [
    style.bold(wrapped(visible(panelTitle(result)), width)),
    wrapped(visible(panelFacts(result).join(' · ')), width),
    ...result.warnings.map((warning) =>
      style.fair(wrapped(visible(`${phrase('panel', 'forced')} ${warningSentence(warning)}`), width)),
    ),
  ].join('\n');
}

function whoBlock(result: PanelResult, rubric: Rubric, width: number, style: Style): string {
  const columns: { title: string; of: (reviewer: ReviewerResult) => string }[] = [
    { title: phrase('panel', 'table-answered'), of: ({ answered }) => String(answered) },
    { title: phrase('panel', 'table-aside'), of: ({ notApplicable }) => String(notApplicable) },
    { title: phrase('panel', 'table-open'), of: ({ unanswered }) => String(unanswered) },
    { title: phrase('panel', 'table-flags'), of: ({ flagsChecked }) => String(flagsChecked) },
    { title: phrase('panel', 'table-steps'), of: ({ guidingAnswered }) => String(guidingAnswered) },
    { title: phrase('panel', 'table-score'), of: (reviewer) => scoreWords(reviewer, rubric) },
    { title: phrase('panel', 'table-leaning'), of: ({ leaning }) => leaningWords(leaning) },
  ];
  const rows = result.panel.map((reviewer) => [visible(reviewer.label), ...columns.map(({ of }) => of(reviewer))]);
  return [
    style.bold(phrase('panel', 'who')),
    ...table([phrase('panel', 'table-reviewer'), ...columns.map(({ title }) => title)], rows, width, style, [5, 4, 2]),
    style.dim(wrapped([phrase('panel', 'who-about'), ...leaningSentences(result)].join(' '), width)),
  ].join('\n');
}

function scoreWords({ score, low, high }: ReviewerResult, rubric: Rubric): string {
  return score === null ? showRange(low, high) : showScore(score, bandBounds(rubric));
}

function agreementBlock(result: PanelResult, width: number, style: Style): string {
  const { overall, features } = result.agreement;
  const sentences = wrapped(agreementSentences(result).join(' '), width);
  if (overall.percent === null) return [style.bold(phrase('panel', 'agreement')), sentences].join('\n');
  const row = (name: string, agreement: Agreement): string[] => [
    visible(name),
    String(agreement.compared),
    percentWords(agreement),
    alphaWords(agreement, 'ordinal').replace(/^[^:]+: /, ''),
    intervalWords(agreement),
  ];
  const head = ['table-feature', 'table-compared', 'table-percent', 'table-alpha', 'table-interval'] as const;
  const rows = [row(phrase('panel', 'overall'), overall), ...features.map((feature) => row(feature.title, feature))];
  return [
    style.bold(phrase('panel', 'agreement')),
    sentences,
    '',
    ...table(
      head.map((key) => phrase('panel', key)),
      rows,
      width,
      style,
      [1, 4],
    ),
    style.dim(wrapped(howToRead(result), width)),
  ].join('\n');
}

/** Columns that the first one of a table should at least have. */
const leastName = 10;

/**
 * A table whose first column takes the room that the others leave.
 * @param spare columns that are left out, in this order, where there is too little
 */
function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  style: Style,
  spare: readonly number[],
): string[] {
  const widths = head.map((title, index) => Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const longest = widths[0] ?? 0;
  const left = new Set(head.keys());
  left.delete(0);
  const beside = (): number => [...left].reduce((sum, index) => sum + (widths[index] ?? 0) + 2, 0);
  for (const index of spare) if (width - beside() < leastName) left.delete(index);
  const room = Math.max(leastName, Math.min(width - beside(), longest));
  const line = (cells: readonly string[]): string =>
    [fitted(cells[0] ?? '', room), ...[...left].map((index) => (cells[index] ?? '').padStart(widths[index] ?? 0))]
      .join('  ')
      .trimEnd();
  return [style.bold(line(head)), ...rows.map(line)];
}

function discussBlock({ agreement, discuss }: PanelResult, rubric: Rubric, width: number, style: Style): string {
  if (agreement.overall.percent === null) return '';
  if (discuss.length === 0) return [style.bold(phrase('panel', 'discuss')), phrase('panel', 'discuss-none')].join('\n');
  const questions = questionsOf(rubric);
  const found = new Map(agreement.questions.map((each) => [each.id, each]));
  const entries = discuss.slice(0, questionsShown).flatMap((entry, index) => {
    const question = questions.get(entry.question);
    const compared = found.get(entry.question);
    if (!question || !compared) return [];
    const marks = discussionMarks(entry, question, compared.mixed).join(', ');
    const views = compared.views.flatMap((view) => {
      const { lead, text } = viewWords(view, question);
      const reasons = reasonWords(view).join(' ');
      return [
        wrapped(visible([`${view.reviewer}: ${lead}`, text].filter(Boolean).join('. ')), width, 3),
        ...(reasons ? [wrapped(visible(reasons), width, 5)] : []),
        ...evidenceLines(view.evidence, width),
      ];
    });
    const head = wrapped(`${index + 1}. ${style.bold(visible(entry.question))}  ${visible(marks)}`, width);
    return [[head, style.dim(wrapped(visible(question.text), width, 3)), ...views].join('\n')];
  });
  const rest = discuss.slice(questionsShown);
  const more = phrase('panel', 'discuss-more', { n: rest.length, ids: rest.map(({ question }) => question).join(', ') });
  return [
    [style.bold(phrase('panel', 'discuss')), style.dim(wrapped(phrase('panel', 'discuss-about'), width))].join('\n'),
    ...entries,
    ...(rest.length > 0 ? [wrapped(visible(more), width)] : []),
  ].join('\n\n');
}

function evidenceLines(evidence: readonly Evidence[], width: number): string[] {
  return evidence.flatMap(({ at, quote, note }) => {
    const words = [at, quote && `"${quote}"`, note].filter(Boolean).join(': ');
    return words ? [wrapped(visible(words), width, 5)] : [];
  });
}

function flagBlock({ flags }: PanelResult, rubric: Rubric, width: number, style: Style): string {
  if (flags.length === 0) return '';
  const texts = new Map(rubric.flags.map((flag) => [flag.id, flag.text]));
  const lines = flags.flatMap(({ id, severity, views }) => [
    wrapped(`${style.bold(visible(id))}  ${phrase('report', `severity-${severity}`)}  ${visible(texts.get(id) ?? '')}`, width),
    ...views.map((view) => viewLine(view.reviewer, flagViewWords(view), view.rationale, width)),
  ]);
  return [style.bold(phrase('panel', 'flags')), ...lines].join('\n');
}

function stepBlock({ steps }: PanelResult, rubric: Rubric, width: number, style: Style): string {
  if (steps.length === 0) return '';
  const texts = new Map(rubric.steps.flatMap((step) => step.questions.map((question) => [question.id, question.text])));
  const lines = steps.flatMap(({ id, views }) => [
    wrapped(`${style.bold(visible(id))}  ${visible(texts.get(id) ?? '')}`, width),
    ...views.map((view) => viewLine(view.reviewer, stepViewWords(view), view.notes, width)),
  ]);
  return [style.bold(phrase('panel', 'steps')), ...lines].join('\n');
}

function viewLine(reviewer: string, view: string, reason: string | undefined, width: number): string {
  return wrapped(visible([`${reviewer}: ${view}`, reason].filter(Boolean).join('. ')), width, 3);
}

function settledBlock(result: PanelResult, width: number, style: Style): string {
  const sentence = settledSentence(result);
  return sentence === '' ? '' : [style.bold(phrase('panel', 'settled')), wrapped(visible(sentence), width)].join('\n');
}
