import type { Comparison } from '../../../core/compare/result.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Block, Detail, Heading } from '../../document/blocks.ts';
import { paragraph, section, words } from '../../document/build.ts';
import { left, right, tableOf } from '../../document/table.ts';
import type { CompareInput } from '../../reporter.ts';
import { bandRun, barOf, shownScore } from '../../words/phrases.ts';
import { briefComparison } from './brief.ts';
import { fullComparison } from './full.ts';
import { entry } from './head.ts';
import { datedNames, moveGroups, namesOf } from './phrases.ts';

/** Each version with the next and, of three or more, the first with the last. */
export function versionBlocks(input: CompareInput, detail: Detail): Block[] {
  const { comparisons } = input.result;
  const whole = comparisons.at(-1);
  if (!whole) return [];
  const isBrief = detail === 'brief';
  const note = isBrief ? [paragraph(pointsNote(whole), 'foot')] : [];
  if (comparisons.length === 1) {
    const blocks = isBrief
      ? briefComparison(whole, input, section, true)
      : [section('summary', phrase('report', 'summary')), ...fullComparison(whole, input, section)];
    return [...blocks, ...note];
  }
  const each = comparisons.flatMap((comparison, index) => [
    comparisonHeading(comparison, input, isBrief ? index + 1 : undefined),
    // A screen tells each step in short, and the whole way at length.
    ...(isBrief ? briefComparison(comparison, input, entry, comparison === whole) : fullComparison(comparison, input, entry)),
  ]);
  return [section('versions', phrase('compare', 'versions')), ...versionTable(input, isBrief), ...each, ...note];
}

function pointsNote(comparison: Comparison): string {
  const isCounted = moveGroups(comparison).some(({ key }) => !['better', 'worse'].includes(key));
  return [phrase('compare', 'points-about'), ...(isCounted ? [phrase('compare', 'points-counted')] : [])].join(' ');
}

/** Numbered on a screen, where a heading of a comparison looks like those of its parts. */
function comparisonHeading({ from, to }: Comparison, { result }: CompareInput, number: number | undefined): Heading {
  const names = namesOf(result);
  const text = phrase('compare', 'changes', { from: names[from] ?? '', to: names[to] ?? '' });
  return section(`from-${from}-to-${to}`, text, number);
}

function versionTable({ result, rubric }: CompareInput, isBrief: boolean): Block[] {
  type Version = CompareInput['result']['assessments'][number] & { readonly name: string };
  const names = datedNames(result);
  const figure = (value: number | null) => words(shownScore(value, rubric));
  const columns = [
    left<Version>(phrase('compare', 'version'), 25, ({ name }) => words(name)),
    {
      ...left<Version>(phrase('compare', 'chart'), 25, (each) => (each.applicable > 0 ? barOf(each, each.name) : [])),
      drawn: true as const,
    },
    right<Version>(phrase('compare', 'score'), 9, ({ score }) => figure(score)),
    right<Version>(phrase('compare', 'low'), 9, ({ low }) => figure(low)),
    right<Version>(phrase('compare', 'high'), 9, ({ high }) => figure(high)),
    left<Version>(phrase('compare', 'band'), 23, ({ band }) => [bandRun(rubric, band)]),
  ];
  const table = tableOf(
    phrase('compare', 'versions'),
    columns.filter((column) => !(isBrief && 'drawn' in column)),
    result.assessments.map((each, index) => ({ ...each, name: names[index] ?? '' })),
  );
  return [table, { kind: 'band-key' }];
}
