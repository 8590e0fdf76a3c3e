import type { Comparison, QuestionDelta } from '../../../core/compare/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Block, Cell, Run, Runs, Tone } from '../../document/blocks.ts';
import { list, paragraph, plain, strong } from '../../document/build.ts';
import { left, right, tableOf } from '../../document/table.ts';
import type { CompareInput } from '../../reporter.ts';
import { bandRun, severityRun, shownScore, textsOf } from '../../words/phrases.ts';
import type { Head } from './head.ts';
import {
  evidenceSentences,
  flagsSentence,
  leftWarning,
  levelWords,
  lowDiffers,
  type MoveGroup,
  moveGroups,
  newsworthy,
  reasonOf,
  scoreMove,
  showChange,
  summaryLines,
} from './phrases.ts';

/** Reasons that a screen shows of what got better; what got worse shows all of its own. */
const reasonsShown = 5;

/** A comparison of two versions to be read at once. @param isWhole whether features, reasons and evidence are told too */
export function briefComparison(comparison: Comparison, input: CompareInput, head: Head, isWhole: boolean): Block[] {
  const { rubric } = input;
  const reasons = isWhole ? reasonsShown : 0;
  return [
    ...verdict(comparison, rubric),
    ...(isWhole ? [featureTable(comparison, rubric)] : []),
    ...moveGroups(comparison).flatMap((group, index) => {
      const about = lowDiffers(comparison) && index === 0 ? ` (${phrase('compare', 'points-both')})` : '';
      const title = head(`moved-${group.key}`, phrase('compare', `group-${group.key}`) + about);
      return [title, ...groupBlocks(group, lowDiffers(comparison), reasons)];
    }),
    ...flagBlocks(comparison, input, head),
    ...stepBlocks(comparison, head),
    ...(isWhole ? evidenceBlocks(comparison, head) : []),
  ];
}

function verdict(comparison: Comparison, rubric: Rubric): Block[] {
  const { score, band } = comparison;
  const runs: Run[] = [strong(scoreMove(comparison, rubric))];
  if (score.change !== null)
    runs.push(plain('   '), { ...strong(showChange(score.change)), tone: score.change < 0 ? 'bad' : 'good' });
  if (band.after !== null) runs.push(plain('   '), { ...bandRun(rubric, band.after), set: 'strong' });
  return [paragraph(runs, 'verdict'), ...summaryLines(comparison, rubric).map((line) => paragraph(line))];
}

function featureTable({ features }: Comparison, rubric: Rubric): Block {
  type Feature = Comparison['features'][number];
  const toned =
    (of: (feature: Feature) => string) =>
    (feature: Feature): Cell => [{ text: of(feature), tone: toneOf(feature) }];
  const figure = (value: number | null): string => (value === null ? '-' : shownScore(value, rubric));
  const about = phrase('compare', 'features');
  const columns = [
    left(
      about,
      40,
      toned(({ title }) => title),
    ),
    right(
      phrase('compare', 'before'),
      8,
      toned(({ score }) => figure(score.before)),
    ),
    right(
      phrase('compare', 'after'),
      8,
      toned(({ score }) => figure(score.after)),
    ),
    right(
      phrase('compare', 'moved'),
      8,
      toned(({ score }) => showChange(score.change)),
    ),
    right(
      phrase('compare', 'points'),
      8,
      toned(({ points }) => showChange(points.score ?? points.low)),
    ),
  ];
  return tableOf(about, columns, features);
}

function toneOf({ points }: Comparison['features'][number]): Tone {
  const moved = points.score ?? 0;
  return moved < 0 ? 'bad' : moved > 0 ? 'good' : 'dim';
}

function groupBlocks(group: MoveGroup, withLow: boolean, reasons: number): Block[] {
  const { key, moves } = group;
  const warning = leftWarning(group);
  const items = moves.map((move, index): Runs[] => {
    const reason = reasonOf(move);
    const next = moves[index + 1];
    const isShown = key === 'left' || (reasons > 0 && (key !== 'better' || index < reasons));
    // One reason for many, as where a whole feature was set aside, is said once.
    const isSaidBelow = next !== undefined && reasonOf(next) === reason;
    const line = moveRuns(move, withLow, key);
    return isShown && reason !== '' && !isSaidBelow ? [line, [{ text: reason, tone: 'dim' }]] : [line];
  });
  const isCut = reasons > 0 && key === 'better' && moves.length > reasons;
  return [
    ...(warning === undefined ? [] : [paragraph([{ text: warning, tone: 'bad' }])]),
    list(items),
    ...(isCut ? [paragraph(phrase('compare', 'reasons-more'), 'note')] : []),
  ];
}

function moveRuns(move: QuestionDelta, withLow: boolean, key: MoveGroup['key']): Runs {
  const { id, points, critical, gap, change } = move;
  const figures = withLow
    ? `${showChange(points.score).padStart(6)} ${showChange(points.low).padStart(6)}`
    : showChange(points.score ?? points.low).padStart(6);
  const tone = key === 'better' || key === 'answered' ? 'good' : key === 'entered' ? 'fair' : 'bad';
  const marks = [
    levelWords(move),
    ...(gap === 'closed' || gap === 'opened' ? [phrase('compare', `gap-${gap}`)] : []),
    ...(change === 'set-aside' || change === 'taken-up' ? [phrase('compare', `change-${change}`)] : []),
    ...(critical ? [phrase('report', 'critical')] : []),
  ];
  return [{ text: figures, tone }, plain(`  ${id}  ${marks.join(', ')}`)];
}

function flagBlocks(comparison: Comparison, { result, rubric }: CompareInput, head: Head): Block[] {
  if (rubric.flags.length === 0) return [];
  const title = head('flags', phrase('compare', 'flags'));
  const moves = newsworthy(comparison.flags);
  if (moves.length === 0) return [title, paragraph(flagsSentence(result, comparison))];
  const texts = textsOf(rubric);
  const lines = moves.flatMap(({ id, severity, change, points, rationale }) => {
    const runs: Run[] = [
      { text: phrase('compare', `flag-${change}`), tone: change === 'gone' ? 'good' : 'bad' },
      plain(points.score ? ` ${showChange(points.score)}  ` : '  '),
      severityRun(severity),
      plain('  '),
      strong(id),
    ];
    const why = change === 'new' ? (rationale ?? texts.get(id) ?? '') : '';
    return [paragraph(runs), ...(why === '' ? [] : [paragraph([{ text: why, tone: 'dim' }], 'detail')])];
  });
  return [title, ...lines];
}

function stepBlocks({ steps }: Comparison, head: Head): Block[] {
  const moved = steps.filter(({ coverage, questions }) => coverage.change !== 0 || questions.length > 0);
  const title = phrase('compare', 'steps');
  if (moved.length === 0) {
    const isAnswered = steps.some(({ coverage }) => (coverage.after ?? 0) > 0);
    return isAnswered ? [head('steps', title), paragraph(phrase('compare', 'steps-same'))] : [];
  }
  const figure = (value: number | null): string => (value === null ? phrase('compare', 'step-none') : value.toFixed(0));
  const about = `${title} (${phrase('report', 'steps-note')})`;
  const columns = [
    left<(typeof moved)[number]>('', 60, (step) => [plain(step.title)]),
    left<(typeof moved)[number]>('', 20, ({ coverage: { before, after } }) => [
      plain(phrase('compare', 'step-moved', { before: figure(before), after: figure(after) })),
    ]),
  ];
  return [head('steps', about), tableOf(about, columns, moved)];
}

function evidenceBlocks(comparison: Comparison, head: Head): Block[] {
  const sentences = evidenceSentences(comparison);
  if (sentences.length === 0) return [];
  const more = comparison.evidence.moves.length > 0 ? [phrase('compare', 'evidence-more')] : [];
  return [head('evidence', phrase('compare', 'evidence')), paragraph([...sentences, ...more].join(' '))];
}
