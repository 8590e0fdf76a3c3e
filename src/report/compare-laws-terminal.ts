import type { LawsComparison } from '../core/compare/result.ts';
import type { FeatureResult } from '../core/result.ts';
import type { Rubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { fitted, visible, wrapped } from '../text/plain-text.ts';
import type { CompareInput } from './compare-reporter.ts';
import { showFigure } from './documents/compare/phrases.ts';
import {
  blankCount,
  heatFigure,
  indistinctSentences,
  isOpen,
  lettersOf,
  loneByLaw,
  type RankedLaw,
  rangeWords,
  rankedLaws,
  shadeOf,
} from './documents/laws/phrases.ts';
import { bandTitle, capSentences } from './words/phrases.ts';
import { toneOf } from './write/style.ts';

/** Columns of a cell of the heat map: a blank, a shade, a blank, the number, two marks. */
const cellWidth = 9;

/** Several laws side by side: ranking, heat map, what none has, what only one has. */
export function lawsTerminal(input: CompareInput): string[] {
  const { result } = input;
  const { laws } = result;
  if (!laws) return [];
  const ranked = rankedLaws(result, laws);
  return [
    rankingLines(ranked, laws, input),
    ...heatMap(ranked, laws, input),
    heatLegend(ranked, laws, input),
    criticalLines(ranked, laws, input),
    nobodyLines(laws, input),
    onlyLines(ranked, laws, input),
    flagLines(ranked, laws, input),
  ].filter((block) => block !== '');
}

function rankingLines(ranked: readonly RankedLaw[], laws: LawsComparison, { rubric, width, style }: CompareInput): string {
  const rows = ranked.map((law) => ({
    law,
    score: showFigure(law.assessment.score, rubric),
    range: rangeWords(law.assessment),
    band: visible(bandTitle(rubric, law.assessment.band)),
  }));
  const widest = (title: string, cells: readonly string[]): number =>
    cells.every((cell) => cell === '') ? 0 : Math.max(title.length, ...cells.map((cell) => cell.length));
  const columns = {
    place: widest(
      phrase('compare', 'place'),
      ranked.map(({ place }) => place),
    ),
    score: Math.max(
      6,
      widest(
        phrase('compare', 'score'),
        rows.map(({ score }) => score),
      ),
    ),
    range: widest(
      phrase('compare', 'range'),
      rows.map(({ range }) => range),
    ),
    band: widest(
      phrase('compare', 'band'),
      rows.map(({ band }) => band),
    ),
  };
  const line = (place: string, letter: string, score: string, range: string, band: string): string => {
    const cells = [place.padStart(columns.place), letter.padEnd(2), score.padStart(columns.score)];
    if (columns.range > 0) cells.push(range.padEnd(columns.range));
    return [...cells, band.padEnd(columns.band)].join('  ').trimEnd();
  };
  const lines = rows.flatMap(({ law, score, range, band }) => {
    const tone = toneOf(rubric, law.assessment.band, style);
    const caps = capSentences(rubric, law.assessment).map((sentence) =>
      style.bad(wrapped(visible(sentence), width, columns.place + 6)),
    );
    const name = wrapped(visible(law.name), width, columns.place + 6);
    return [tone(line(law.place, law.letter, score, range, band)), name, ...caps];
  });
  const head = line(
    phrase('compare', 'place'),
    '',
    phrase('compare', 'score'),
    phrase('compare', 'range'),
    phrase('compare', 'band'),
  );
  return [
    style.bold(head),
    ...lines,
    ...indistinctSentences(ranked, laws).map((sentence) => style.fair(wrapped(sentence, width))),
    style.dim(wrapped(phrase('compare', 'ranking-limits'), width)),
  ].join('\n');
}

/** Laws down, features across, in as many blocks as the width asks for. */
function heatMap(ranked: readonly RankedLaw[], laws: LawsComparison, { rubric, width, style }: CompareInput): string[] {
  const names = Math.max(4, Math.min(24, width - laws.features.length * cellWidth));
  const perBlock = Math.max(1, Math.floor((width - names) / cellWidth));
  const blocks: string[] = [];
  for (let start = 0; start < laws.features.length; start += perBlock) {
    const features = laws.features.slice(start, start + perBlock);
    const numbers = features.map((_, index) =>
      String(start + index + 1)
        .padStart(cellWidth - 1)
        .padEnd(cellWidth),
    );
    const title = start === 0 ? phrase('compare', 'heat') : '';
    const lines = ranked.map((law) => {
      const cells = features.map(({ id, best }) => {
        const found = law.assessment.features.find((feature) => feature.id === id);
        const text = cellOf(found, best.includes(law.index), rubric);
        return toneOf(rubric, found?.band ?? null, style)(text);
      });
      return `${fitted(`${law.letter} ${visible(law.name)}`, names)}${cells.join('')}`.trimEnd();
    });
    blocks.push([`${style.bold(fitted(title, names))}${numbers.join('')}`.trimEnd(), ...lines].join('\n'));
  }
  return blocks;
}

function cellOf(feature: FeatureResult | undefined, isBest: boolean, rubric: Rubric): string {
  const mark = (isBest ? '*' : '') + (feature && isOpen(feature) ? '~' : '');
  return ` ${shadeOf(rubric, feature?.band ?? null)} ${heatFigure(feature, rubric).padStart(4)}${mark.padEnd(2)}`;
}

function heatLegend(ranked: readonly RankedLaw[], laws: LawsComparison, { rubric, width, style }: CompareInput): string {
  const shades = rubric.bands.map((band) =>
    phrase('compare', 'heat-legend', { shade: shadeOf(rubric, band.id), band: visible(band.title) }),
  );
  const here = ranked.flatMap(({ assessment }) => assessment.features);
  const marks = [
    phrase('compare', 'heat-best'),
    ...(here.some(isOpen) ? [phrase('compare', 'heat-open')] : []),
    ...(here.some(({ score }) => score === null) ? [phrase('compare', 'heat-none')] : []),
  ];
  const best = (indexes: readonly number[]): string => lettersOf(ranked, indexes) || phrase('compare', 'no-place');
  const room = Math.max(20, width - 24);
  const lines = laws.features.map(
    ({ title, best: indexes }, index) =>
      `${String(index + 1).padStart(2)} ${fitted(visible(title), room)}  ${phrase('compare', 'best').toLowerCase()}: ${best(indexes)}`,
  );
  return [style.dim(wrapped(shades.join('   '), width)), style.dim(wrapped(marks.join('; '), width)), ...lines].join('\n');
}

function criticalLines(ranked: readonly RankedLaw[], { critical }: LawsComparison, { width, style }: CompareInput): string {
  const lines = critical.map(({ question, atZero, blank }) => {
    const parts = [
      ...(atZero.length > 0 ? [phrase('compare', 'critical-at-zero', { names: lettersOf(ranked, atZero) })] : []),
      ...(blank.length > 0 ? [phrase('compare', 'critical-blank', { names: lettersOf(ranked, blank) })] : []),
    ];
    return wrapped(`${visible(question)}  ${parts.join('; ')}`, width, 2);
  });
  return [
    style.bold(phrase('compare', 'critical')),
    ...(lines.length > 0 ? lines : [wrapped(phrase('compare', 'critical-none'), width)]),
  ].join('\n');
}

function nobodyLines({ nobody, questions }: LawsComparison, { rubric, width, style }: CompareInput): string {
  const texts = new Map(rubric.features.flatMap((feature) => feature.questions.map(({ id, text }) => [id, text])));
  const lines = [style.bold(phrase('compare', 'nobody'))];
  if (nobody.anything.length === 0) lines.push(wrapped(phrase('compare', 'nobody-anything-none'), width));
  else lines.push(`${phrase('compare', 'nobody-anything')}:`);
  for (const id of nobody.anything) {
    const isCritical = questions.some((question) => question.id === id && question.critical);
    lines.push(wrapped(`${visible(id)}${isCritical ? `, ${phrase('report', 'critical')}` : ''}`, width, 2));
    lines.push(style.dim(wrapped(visible(texts.get(id) ?? ''), width, 4)));
  }
  const more =
    nobody.full.length === 0
      ? phrase('compare', 'nobody-full-none')
      : phrase('compare', 'nobody-full-count', { n: nobody.full.length });
  return [...lines, wrapped(more, width)].join('\n');
}

function onlyLines(ranked: readonly RankedLaw[], laws: LawsComparison, { width, style }: CompareInput): string {
  const lines = (['anything', 'full'] as const).flatMap((kind) =>
    loneByLaw(ranked, laws.only[kind]).flatMap(({ law, questions }) => [
      `${phrase('compare', `only-${kind}`, { name: law.letter })}:`,
      wrapped(visible(questions.join(', ')), width, 2),
    ]),
  );
  const blank = blankCount(laws);
  return [
    style.bold(phrase('compare', 'only')),
    ...(lines.length > 0 ? lines : [wrapped(phrase('compare', 'only-none'), width)]),
    ...(blank > 0 ? [style.dim(wrapped(phrase('compare', 'blank-note', { n: blank }), width))] : []),
  ].join('\n');
}

function flagLines(ranked: readonly RankedLaw[], { flags }: LawsComparison, { width, style }: CompareInput): string {
  if (flags.length === 0) return '';
  const where = (standings: readonly string[], wanted: string): number[] =>
    standings.flatMap((standing, index) => (standing === wanted ? [index] : []));
  const lines = flags.flatMap(({ id, severity, standings }) => {
    const present = where(standings, 'present');
    if (present.length === 0) return [];
    const tone = severity === 'severe' ? style.bad : severity === 'serious' ? style.fair : style.dim;
    return [
      wrapped(`${tone(phrase('report', `severity-${severity}`))}  ${visible(id)}  ${lettersOf(ranked, present)}`, width, 2),
    ];
  });
  const unlooked = ranked.filter(({ assessment }) => assessment.flagsChecked < flags.length).map(({ index }) => index);
  const open =
    unlooked.length === 0
      ? []
      : [style.dim(wrapped(phrase('compare', 'flags-open', { names: lettersOf(ranked, unlooked) }), width))];
  return [
    style.bold(phrase('compare', 'flags')),
    ...(lines.length > 0 ? lines : [wrapped(phrase('compare', 'flags-none-laws'), width)]),
    ...open,
  ].join('\n');
}
