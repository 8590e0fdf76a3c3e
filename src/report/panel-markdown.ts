import type { Agreement, PanelResult, QuestionAgreement, View } from '../core/panel/result.ts';
import type { Question, Rubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { showRange, showScore } from '../text/number.ts';
import { alphaWords, intervalWords, percentWords, shownAlpha } from './documents/panel/numbers.ts';
import {
  agreementSentences,
  discussionMarks,
  flagViewWords,
  howToRead,
  leaningSentences,
  leaningWords,
  levelWords,
  type PanelInput,
  panelFacts,
  panelTitle,
  reasonWords,
  settledSentence,
  stepViewWords,
  viewWords,
  warningSentence,
} from './documents/panel/words.ts';
import { cell, inline } from './escape/markdown.ts';
import { questionsOf } from './questions.ts';
import { bandBounds, bandTitle } from './words/phrases.ts';

/** The whole comparison as a document. */
export function panelMarkdown({ result, rubric }: PanelInput): string {
  const sections = [
    [
      `# ${inline(panelTitle(result))}`,
      inline(panelFacts(result).join(' · ')),
      ...result.warnings.map((warning) => `**${phrase('panel', 'forced')}** ${inline(warningSentence(warning))}`),
    ].join('\n\n'),
    whoSection(result, rubric),
    agreementSection(result),
    discussSection(result, rubric),
    flagSection(result, rubric),
    stepSection(result, rubric),
    questionSection(result, rubric),
    settledSection(result),
    methodSection(result, rubric),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function whoSection(result: PanelResult, rubric: Rubric): string {
  const rows = result.panel.map((reviewer) => [
    reviewer.organisation === undefined ? reviewer.label : `${reviewer.label}, ${reviewer.organisation}`,
    String(reviewer.answered),
    String(reviewer.notApplicable),
    String(reviewer.unanswered),
    String(reviewer.flagsChecked),
    String(reviewer.guidingAnswered),
    reviewer.score === null ? showRange(reviewer.low, reviewer.high) : showScore(reviewer.score, bandBounds(rubric)),
    bandTitle(rubric, reviewer.band),
    leaningWords(reviewer.leaning),
  ]);
  const head = ['reviewer', 'answered', 'aside', 'open', 'flags', 'steps', 'score', 'band', 'leaning'] as const;
  return [
    `## ${phrase('panel', 'who')}`,
    table(
      head.map((key) => phrase('panel', `table-${key}`)),
      '-nnnnnn--',
      rows,
    ),
    [phrase('panel', 'who-about'), ...leaningSentences(result)].join(' '),
  ].join('\n\n');
}

function agreementSection(result: PanelResult): string {
  const { overall, features } = result.agreement;
  const sentences = agreementSentences(result).map(inline).join(' ');
  if (overall.percent === null) return [`## ${phrase('panel', 'agreement')}`, sentences].join('\n\n');
  const row = (name: string, agreement: Agreement): string[] => [
    name,
    String(agreement.compared),
    percentWords(agreement),
    alphaWords(agreement, 'ordinal'),
    intervalWords(agreement),
  ];
  const head = ['feature', 'compared', 'percent', 'alpha', 'interval'] as const;
  const rows = [row(phrase('panel', 'overall'), overall), ...features.map((feature) => row(feature.title, feature))];
  const columns = head.map((key) => phrase('panel', `table-${key}`));
  return [`## ${phrase('panel', 'agreement')}`, sentences, table(columns, '-nnnn', rows), howToRead(result)].join('\n\n');
}

function discussSection({ agreement, discuss }: PanelResult, rubric: Rubric): string {
  if (agreement.overall.percent === null) return '';
  if (discuss.length === 0) return [`## ${phrase('panel', 'discuss')}`, phrase('panel', 'discuss-none')].join('\n\n');
  const questions = questionsOf(rubric);
  const found = new Map(agreement.questions.map((each) => [each.id, each]));
  const entries = discuss.flatMap((entry, index) => {
    const question = questions.get(entry.question);
    const compared = found.get(entry.question);
    if (!question || !compared) return [];
    const marks = discussionMarks(entry, question, compared.mixed).join(', ');
    return [
      [
        `### ${index + 1}. ${inline(question.text)}`,
        `\`${question.id}\`, ${inline(marks)}`,
        table(
          viewHead(),
          '----',
          compared.views.map((view) => viewRow(view, question)),
        ),
      ].join('\n\n'),
    ];
  });
  return [`## ${phrase('panel', 'discuss')}`, phrase('panel', 'discuss-about'), ...entries].join('\n\n');
}

function viewHead(): string[] {
  return [
    phrase('panel', 'table-reviewer'),
    phrase('panel', 'table-view'),
    phrase('panel', 'table-rationale'),
    phrase('panel', 'table-evidence'),
  ];
}

function viewRow(view: View, question: Question): string[] {
  const { lead, text } = viewWords(view, question);
  return [view.reviewer, [lead, text].filter(Boolean).join(': '), reasonWords(view).join(' '), evidenceWords(view)];
}

/** Evidence in a cell, one piece after another; escaped by the cell. */
function evidenceWords({ evidence }: Pick<View, 'evidence'>): string {
  return evidence
    .map(({ at, quote, note }) => [at, quote && `"${quote}"`, note].filter(Boolean).join(': '))
    .filter((words) => words !== '')
    .join('; ');
}

function flagSection({ flags }: PanelResult, rubric: Rubric): string {
  if (flags.length === 0) return '';
  const texts = new Map(rubric.flags.map((flag) => [flag.id, flag.text]));
  const entries = flags.map(({ id, severity, views }) =>
    [
      `### ${inline(texts.get(id) ?? id)}`,
      `\`${id}\`, ${phrase('report', `severity-${severity}`)}`,
      table(
        viewHead(),
        '----',
        views.map((view) => [view.reviewer, flagViewWords(view), view.rationale ?? '', evidenceWords(view)]),
      ),
    ].join('\n\n'),
  );
  return [`## ${phrase('panel', 'flags')}`, ...entries].join('\n\n');
}

function stepSection({ steps }: PanelResult, rubric: Rubric): string {
  if (steps.length === 0) return '';
  const texts = new Map(rubric.steps.flatMap((step) => step.questions.map((question) => [question.id, question.text])));
  const entries = steps.map(({ id, views }) =>
    [
      `### ${inline(texts.get(id) ?? id)}`,
      `\`${id}\``,
      table(
        viewHead().slice(0, 3),
        '---',
        views.map((view) => [view.reviewer, stepViewWords(view), view.notes ?? '']),
      ),
    ].join('\n\n'),
  );
  return [`## ${phrase('panel', 'steps')}`, ...entries].join('\n\n');
}

function questionSection({ agreement, panel }: PanelResult, rubric: Rubric): string {
  const questions = questionsOf(rubric);
  const row = (each: QuestionAgreement): string[] => [
    questions.get(each.id)?.text ?? each.id,
    levelWords(each).join(' '),
    each.spread === null ? '' : String(each.spread),
    each.percent === null ? '' : percentWords(each),
    each.alpha.ordinal === null ? '' : shownAlpha(each.alpha.ordinal),
  ];
  const head = ['question', 'levels', 'spread', 'percent', 'alpha'] as const;
  return [
    `## ${phrase('panel', 'questions')}`,
    inline(phrase('panel', 'questions-about', { reviewers: panel.map(({ label }) => label).join(', ') })),
    table(
      head.map((key) => phrase('panel', `table-${key}`)),
      '--nnn',
      agreement.questions.map(row),
    ),
  ].join('\n\n');
}

function settledSection(result: PanelResult): string {
  const sentence = settledSentence(result);
  return sentence === '' ? '' : [`## ${phrase('panel', 'settled')}`, inline(sentence)].join('\n\n');
}

function methodSection({ rubric: { digest }, tool }: PanelResult, { title, version, notice }: Rubric): string {
  return [
    `## ${phrase('panel', 'method')}`,
    phrase('panel', 'method-limits'),
    phrase('panel', 'method-sources'),
    inline(phrase('panel', 'made-by', { title, version, digest, tool: tool.version })),
    `*${inline(notice)}*`,
  ].join('\n\n');
}

/** @param align a letter a column: `n` for numbers, to the right */
function table(head: readonly string[], align: string, rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line([...align].map((each) => (each === 'n' ? '---:' : '---'))),
    ...rows.map((row) => line(row.map(cell))),
  ].join('\n');
}
