import type { CompareResult, Comparison, QuestionMove } from '../core/compare/result.ts';
import type { Rubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { showRange } from '../text/number.ts';
import { fitted, visible, wrapped } from '../text/plain-text.ts';
import { lawsTerminal } from './compare-laws-terminal.ts';
import type { CompareInput } from './compare-reporter.ts';
import {
  bandSentences,
  carriedLines,
  countSentences,
  datedNames,
  evidenceSentences,
  flagsSentence,
  leftWarning,
  levelWords,
  lowDiffers,
  type MoveGroup,
  modeSentence,
  moveGroups,
  namesOf,
  newsworthy,
  noteSentences,
  reasonOf,
  showChange,
  showFigure,
  summarySentences,
  titleOf,
} from './documents/compare/phrases.ts';
import { bandTitle } from './words/phrases.ts';
import { type Style, toneOf } from './write/style.ts';

/** Reasons that a screen shows of what got better; what got worse shows all of its own. */
const reasonsShown = 5;

/** A comparison to be read at once. */
export function compareTerminal(input: CompareInput): string {
  const { result, rubric, width, style } = input;
  const body = result.mode === 'laws' ? lawsTerminal(input) : versions(input);
  const made = phrase('report', 'made-with', {
    title: rubric.title,
    version: rubric.version,
    digest: result.rubric.digest.slice(0, 19),
  });
  const blocks = [
    heading(result, width, style),
    notes(result, rubric, width, style),
    ...body,
    failureLines(result, width, style),
    style.dim(wrapped(modeSentence(result), width)),
    style.dim(wrapped(visible(`${made}. ${rubric.notice}`), width)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function heading(result: CompareResult, width: number, style: Style): string {
  const lines = [style.bold(wrapped(visible(titleOf(result)), width))];
  if (result.mode === 'versions') lines.push(wrapped(visible(datedNames(result).join(' → ')), width));
  return lines.join('\n');
}

function notes(result: CompareResult, rubric: Rubric, width: number, style: Style): string {
  const sentences = noteSentences(result, rubric).map((sentence, index) =>
    (result.notes[index]?.code === 'forced' ? style.bad : style.fair)(wrapped(visible(sentence), width)),
  );
  return [...sentences, ...carriedLines(result).map((line) => wrapped(visible(line), width, 2))].join('\n');
}

function failureLines({ failures }: CompareResult, width: number, style: Style): string {
  if (failures.length === 0) return '';
  const lines = failures.map(({ source }) => wrapped(visible(source), width, 2));
  return style.bad([phrase('compare', 'failures'), ...lines].join('\n'));
}

function versions(input: CompareInput): string[] {
  const { comparisons } = input.result;
  const whole = comparisons.at(-1);
  if (!whole) return [];
  // Of several versions each step is told in short, and the whole way at length.
  const steps = comparisons.slice(0, -1).flatMap((step) => [stepHeading(step, input), ...comparisonBlocks(step, input, 0)]);
  const wholeHeading = comparisons.length > 1 ? [stepHeading(whole, input)] : [];
  return [
    comparisons.length > 1 ? versionTable(input) : '',
    ...steps,
    ...wholeHeading,
    ...comparisonBlocks(whole, input, reasonsShown),
    input.style.dim(wrapped(pointsNote(whole), input.width)),
  ];
}

function pointsNote(comparison: Comparison): string {
  const counted = moveGroups(comparison).some(({ key }) => !['better', 'worse'].includes(key));
  return [phrase('compare', 'points-about'), ...(counted ? [phrase('compare', 'points-counted')] : [])].join(' ');
}

function stepHeading({ from, to }: Comparison, { result, width, style }: CompareInput): string {
  const names = namesOf(result);
  const title = wrapped(visible(phrase('compare', 'changes', { from: names[from] ?? '', to: names[to] ?? '' })), width);
  return `${style.bold(title)}\n${'-'.repeat(Math.min(width, title.split('\n')[0]?.length ?? 0))}`;
}

function versionTable({ result, rubric, width, style }: CompareInput): string {
  const rows = result.assessments.map((each, index) => {
    const name = visible(datedNames(result)[index] ?? '');
    const range = each.answered < each.applicable ? ` (${showRange(each.low, each.high)})` : '';
    const verdict = `${showFigure(each.score, rubric).padStart(6)}  ${visible(bandTitle(rubric, each.band))}${range}`;
    return { name, verdict, tone: toneOf(rubric, each.band, style) };
  });
  const room = Math.max(10, width - Math.max(...rows.map(({ verdict }) => verdict.length)) - 2);
  return [
    style.bold(phrase('compare', 'versions')),
    ...rows.map(({ name, verdict, tone }) => `${fitted(name, room)}  ${tone(verdict)}`),
  ].join('\n');
}

function comparisonBlocks(comparison: Comparison, input: CompareInput, reasons: number): string[] {
  const isBrief = reasons === 0;
  return [
    verdict(comparison, input),
    isBrief ? '' : featureLines(comparison, input),
    ...moveGroups(comparison).map((group, index) => groupLines(group, index === 0, comparison, input, reasons)),
    flagLines(comparison, input),
    stepLines(comparison, input),
    isBrief ? '' : evidenceLines(comparison, input),
  ].filter((block) => block !== '');
}

function verdict(comparison: Comparison, { rubric, width, style }: CompareInput): string {
  const { score, low, high, band, answered, applicable, floor } = comparison;
  const lines: string[] = [];
  const moved = phrase('compare', 'score-move', {
    before: showFigure(score.before, rubric),
    after: showFigure(score.after, rubric),
  });
  const tone = (score.change ?? 0) < 0 ? style.bad : style.good;
  lines.push(style.bold(`${moved}   ${tone(showChange(score.change))}`.trimEnd()));
  if (answered.before < applicable.before || answered.after < applicable.after) {
    const figures = {
      before: showFigure(low.before, rubric),
      after: showFigure(low.after, rubric),
      highBefore: showFigure(high.before, rubric),
      highAfter: showFigure(high.after, rubric),
    };
    lines.push(wrapped(phrase('compare', 'low-move', figures), width));
  }
  const bands = bandSentences(comparison, rubric).map((sentence) => wrapped(visible(sentence), width));
  lines.push(toneOf(rubric, band.after, style)(bands[0] ?? ''), ...bands.slice(1));
  lines.push(wrapped([...summarySentences(comparison), ...countSentences(comparison)].join(' '), width));
  if (score.before === null || score.after === null) {
    const n = [score.before, score.after].filter((each) => each === null).length;
    lines.push(wrapped(phrase('compare', 'score-none', { n }), width));
  }
  if (floor.score) lines.push(wrapped(phrase('compare', 'floor', { points: showChange(floor.score) }), width));
  return lines.join('\n');
}

function featureLines({ features }: Comparison, { rubric, width, style }: CompareInput): string {
  const cells = 7;
  const room = Math.max(16, width - 4 * (cells + 1));
  const row = (first: string, numbers: readonly string[]): string =>
    `${fitted(first, room)}${numbers.map((number) => ` ${number.padStart(cells)}`).join('')}`;
  const head = row(phrase('compare', 'features'), [
    phrase('compare', 'before'),
    phrase('compare', 'after'),
    phrase('compare', 'moved'),
    phrase('compare', 'points'),
  ]);
  const lines = features.map(({ title, score, points }) => {
    const figure = (value: number | null): string => (value === null ? '-' : showFigure(value, rubric));
    const tone = (points.score ?? 0) < 0 ? style.bad : (points.score ?? 0) > 0 ? style.good : style.dim;
    const moved = [figure(score.before), figure(score.after), showChange(score.change), showChange(points.score ?? points.low)];
    return tone(row(visible(title), moved));
  });
  return [style.bold(head), ...lines].join('\n');
}

function groupLines(
  group: MoveGroup,
  isFirst: boolean,
  comparison: Comparison,
  { width, style }: CompareInput,
  reasons: number,
): string {
  const { key, moves } = group;
  const tone = key === 'better' || key === 'answered' ? style.good : key === 'entered' ? style.fair : style.bad;
  const withLow = lowDiffers(comparison);
  const about = withLow && isFirst ? ` (${phrase('compare', 'points-both')})` : '';
  const lines = [style.bold(phrase('compare', `group-${key}`)) + about];
  const warning = leftWarning(group);
  if (warning) lines.push(style.bad(wrapped(warning, width, 2)));
  for (const [index, move] of moves.entries()) {
    lines.push(moveLine(move, withLow, width, tone));
    const shown = reasons > 0 && (key !== 'better' || index < reasons);
    const reason = reasonOf(move);
    const next = moves[index + 1];
    // One reason for many, as where a whole feature was set aside, is said once.
    const isSaidBelow = next !== undefined && reasonOf(next) === reason;
    if ((shown || key === 'left') && reason !== '' && !isSaidBelow) lines.push(style.dim(wrapped(visible(reason), width, 8)));
  }
  if (reasons > 0 && key === 'better' && moves.length > reasons)
    lines.push(style.dim(wrapped(phrase('compare', 'reasons-more'), width, 2)));
  return lines.join('\n');
}

function moveLine(move: QuestionMove, withLow: boolean, width: number, tone: (text: string) => string): string {
  const { id, points, critical, gap, change } = move;
  const figures = withLow
    ? `${showChange(points.score).padStart(6)} ${showChange(points.low).padStart(6)}`
    : showChange(points.score ?? points.low).padStart(6);
  const marks = [levelWords(move)];
  if (gap === 'closed' || gap === 'opened') marks.push(phrase('compare', `gap-${gap}`));
  if (change === 'set-aside' || change === 'taken-up') marks.push(phrase('compare', `change-${change}`));
  if (critical) marks.push(phrase('report', 'critical'));
  const [first = '', ...more] = wrapped(`${visible(id)}  ${marks.join(', ')}`, width - figures.length - 2).split('\n');
  return [`${tone(figures)}  ${first}`, ...more.map((line) => ' '.repeat(figures.length + 2) + line)].join('\n');
}

function flagLines(comparison: Comparison, { result, rubric, width, style }: CompareInput): string {
  if (rubric.flags.length === 0) return '';
  const title = style.bold(phrase('compare', 'flags'));
  const moves = newsworthy(comparison.flags);
  if (moves.length === 0) return `${title}\n${wrapped(flagsSentence(result, comparison), width)}`;
  const texts = new Map(rubric.flags.map((flag) => [flag.id, flag.text]));
  const lines = moves.map(({ id, severity, change, points, rationale }) => {
    const tone = change === 'gone' ? style.good : style.bad;
    const figure = points.score ? ` ${showChange(points.score)}` : '';
    const head = `${tone(phrase('compare', `flag-${change}`))}${figure}  ${phrase('report', `severity-${severity}`)}  ${style.bold(visible(id))}`;
    const why = change === 'new' ? (rationale ?? texts.get(id) ?? '') : '';
    return [wrapped(head, width), ...(why ? [style.dim(wrapped(visible(why), width, 4))] : [])].join('\n');
  });
  return [title, ...lines].join('\n');
}

function stepLines({ steps }: Comparison, { width, style }: CompareInput): string {
  if (steps.length === 0) return '';
  const moved = steps.filter(({ coverage, questions }) => coverage.change !== 0 || questions.length > 0);
  if (moved.length === 0) {
    const isAnswered = steps.some(({ coverage }) => (coverage.after ?? 0) > 0);
    return isAnswered ? `${style.bold(phrase('compare', 'steps'))}\n${phrase('compare', 'steps-same')}` : '';
  }
  const lines = moved.map(({ title, coverage }) => {
    const figure = (value: number | null): string => (value === null ? phrase('compare', 'step-none') : value.toFixed(0));
    const line = phrase('compare', 'step-moved', { before: figure(coverage.before), after: figure(coverage.after) });
    return `${fitted(visible(title), Math.max(20, width - 20))}  ${line}`;
  });
  return [`${style.bold(phrase('compare', 'steps'))} (${phrase('report', 'steps-note')})`, ...lines].join('\n');
}

function evidenceLines(comparison: Comparison, { width, style }: CompareInput): string {
  const sentences = evidenceSentences(comparison);
  if (sentences.length === 0) return '';
  const more = comparison.evidence.moves.length > 0 ? [phrase('compare', 'evidence-more')] : [];
  return [style.bold(phrase('compare', 'evidence')), wrapped([...sentences, ...more].join(' '), width)].join('\n');
}
