import type { AssessmentResult, FeatureResult, QuestionResult } from '../core/result.ts';
import type { Feature, Question, Rubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { showScore } from '../text/number.ts';
import { fitted, visible, wrapped } from '../text/plain-text.ts';
import type { ReportInput } from './reporter.ts';
import { bandBounds, bandTitle, capSentences, draftName } from './words/phrases.ts';

/**
 * The arithmetic of a score, number by number, so that anyone can redo it with a pencil.
 * @param id a question's or a feature's; all where undefined
 */
export function explainReport({ result, rubric, width, style }: ReportInput, id: string | undefined): string {
  const blocks = result.assessments.flatMap((assessment) => {
    const chosen = rubric.features.filter((feature) => id === undefined || id === feature.id || id.startsWith(`${feature.id}.`));
    const parts = chosen.map((feature) => featureSums(feature, assessment, id, style.bold, width));
    if (id === undefined) parts.push(overallSums(assessment, rubric, style.bold, width));
    return [style.bold(visible(draftName(assessment))), ...parts];
  });
  return `${blocks.join('\n\n')}\n`;
}

function featureSums(
  feature: Feature,
  assessment: AssessmentResult,
  id: string | undefined,
  bold: (text: string) => string,
  width: number,
): string {
  const results = new Map(assessment.questions.map((question) => [question.id, question]));
  const rows = feature.questions
    .filter((question) => id === undefined || id === feature.id || id === question.id)
    .flatMap((question) => {
      const found = results.get(question.id);
      return found ? questionRows(question, found, width) : [];
    });
  const lines = [bold(`${visible(feature.title)} (${feature.id})`), heading(width), ...rows];
  const totals = assessment.features.find((each) => each.id === feature.id);
  if (totals && (id === undefined || id === feature.id)) lines.push(...featureTotals(totals, feature, results, width));
  return lines.join('\n');
}

const numberColumns = 40;

function heading(width: number): string {
  return row(
    [
      phrase('report', 'explain-question'),
      phrase('report', 'explain-level'),
      phrase('report', 'explain-value'),
      phrase('report', 'explain-weight'),
      phrase('report', 'explain-product'),
    ],
    width,
  );
}

function row([name = '', ...numbers]: readonly string[], width: number): string {
  return `  ${fitted(name, Math.max(20, width - numberColumns - 2))}${numbers.map((number) => number.padStart(10)).join('')}`.trimEnd();
}

function questionRows(question: Question, { state, level, value, weight, because }: QuestionResult, width: number): string[] {
  const name = visible(question.id.slice(question.id.indexOf('.') + 1));
  switch (state) {
    case 'scored': {
      const points = `${question.values[level ?? 0]}/${question.values.at(-1)}`;
      return [row([name, String(level), points, figure(weight), figure(weight * (value ?? 0))], width)];
    }
    case 'unanswered':
      return [row([name, phrase('report', 'explain-blank'), '-', figure(weight), '-'], width)];
    case 'not-applicable':
    case 'not-asked':
      return [row([name, 'n/a', '', '', ''], width), wrapped(visible(because ?? ''), width, 4)];
  }
}

function featureTotals(
  totals: FeatureResult,
  feature: Feature,
  results: ReadonlyMap<string, QuestionResult>,
  width: number,
): string[] {
  const mine = feature.questions.map((question) => results.get(question.id)).filter((each) => each !== undefined);
  const answered = mine.filter((each) => each.state === 'scored');
  const open = mine.filter((each) => each.state === 'unanswered');
  const weightOf = (list: readonly QuestionResult[]): number => list.reduce((sum, each) => sum + each.weight, 0);
  const got = answered.reduce((sum, each) => sum + each.weight * (each.value ?? 0), 0);
  const [known, all] = [weightOf(answered), weightOf(answered) + weightOf(open)];
  if (all === 0) return [wrapped(phrase('report', 'explain-feature-out'), width, 2)];
  const line = (name: string, top: number, bottom: number, score: number | null): string =>
    wrapped(
      phrase('report', 'explain-mean', { name, top: figure(top), bottom: figure(bottom), score: showScore(score) }),
      width,
      2,
    );
  return [
    row([phrase('report', 'explain-sum'), '', '', figure(known), figure(got)], width),
    known === 0 ? wrapped(phrase('report', 'explain-no-score'), width, 2) : line('score', got, known, totals.score),
    line('low', got, all, totals.low),
    line('high', got + all - known, all, totals.high),
  ];
}

function overallSums(assessment: AssessmentResult, rubric: Rubric, bold: (text: string) => string, width: number): string {
  const lines = [bold(phrase('report', 'explain-overall'))];
  for (const key of ['score', 'low', 'high'] as const) {
    const counted = assessment.features.filter((feature) => feature[key] !== null && feature.weight > 0);
    if (counted.length === 0) {
      lines.push(wrapped(`${key}: ${phrase('report', 'no-score')}`, width, 2));
      continue;
    }
    const weights = counted.reduce((sum, feature) => sum + feature.weight, 0);
    const terms = counted.map((feature) => `${figure(feature.weight)} x ${figure(feature[key] ?? 0)}`).join(' + ');
    const less = assessment.deducted > 0 ? ` - ${figure(assessment.deducted)}` : '';
    const floor = assessment.deducted > 0 && assessment[key] === 0 ? `, ${phrase('report', 'explain-floor')}` : '';
    lines.push(
      wrapped(
        `${key} = (${terms}) / ${figure(weights)}${less} = ${showScore(assessment[key], bandBounds(rubric))}${floor}`,
        width,
        2,
      ),
    );
  }
  lines.push(wrapped(visible(phrase('report', 'explain-band', { band: bandTitle(rubric, assessment.uncappedBand) })), width, 2));
  for (const sentence of capSentences(rubric, assessment)) lines.push(wrapped(visible(sentence), width, 2));
  return lines.join('\n');
}

/** Up to four decimals, none that say nothing. */
function figure(number: number): string {
  return String(Number(number.toFixed(4)));
}
