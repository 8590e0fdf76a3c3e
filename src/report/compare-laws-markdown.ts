import type { LawsComparison, QuestionAcross } from '../core/compare/result.ts';
import type { Rubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import type { CompareInput } from './compare-reporter.ts';
import { showFigure, standingWord } from './documents/compare/phrases.ts';
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
import { cell, inline } from './escape/markdown.ts';
import { markdownTable } from './markdown-table.ts';
import { bandTitle, capSentences } from './words/phrases.ts';

/** Several laws side by side, question by question too. */
export function lawsMarkdown({ result, rubric }: CompareInput): string[] {
  const { laws } = result;
  if (!laws) return [];
  const ranked = rankedLaws(result, laws);
  const texts = new Map(rubric.features.flatMap((feature) => feature.questions.map(({ id, text }) => [id, text])));
  const named = (id: string): string => `${inline(texts.get(id) ?? '')} \`${id}\``;
  return [
    ...ranking(ranked, laws, rubric),
    ...heatMap(ranked, laws, rubric),
    ...critical(ranked, laws, named),
    ...nobody(laws, named),
    ...only(ranked, laws, named),
    ...flags(ranked, laws, rubric),
    ...answers(ranked, laws, rubric),
  ];
}

function ranking(ranked: readonly RankedLaw[], laws: LawsComparison, rubric: Rubric): string[] {
  const withRange = ranked.some(({ assessment }) => isOpen(assessment));
  const rows = ranked.map(({ place, letter, name, assessment }) => [
    place,
    letter,
    cell(name),
    cell(assessment.draft.jurisdiction ?? ''),
    showFigure(assessment.score, rubric),
    ...(withRange ? [rangeWords(assessment)] : []),
    cell(bandTitle(rubric, assessment.band)),
    `${assessment.flags.length}`,
  ]);
  const head = [
    phrase('compare', 'place'),
    '',
    phrase('compare', 'law'),
    phrase('report', 'fact-jurisdiction'),
    phrase('compare', 'score'),
    ...(withRange ? [phrase('compare', 'range')] : []),
    phrase('compare', 'band'),
    phrase('compare', 'flags'),
  ];
  const aligns = head.map((title) =>
    title === phrase('compare', 'score') || title === phrase('compare', 'flags') ? 'right' : 'left',
  );
  const caps = ranked.flatMap(({ letter, assessment }) =>
    capSentences(rubric, assessment).map((sentence) => `- ${letter}: ${inline(sentence)}`),
  );
  return [
    `## ${phrase('compare', 'ranking')}`,
    markdownTable(head, aligns, rows),
    ...indistinctSentences(ranked, laws).map((sentence) => `**${sentence}**`),
    ...(caps.length > 0 ? [caps.join('\n')] : []),
    phrase('compare', 'ranking-limits'),
  ];
}

function heatMap(ranked: readonly RankedLaw[], laws: LawsComparison, rubric: Rubric): string[] {
  const rows = laws.features.map(({ id, title, best }) => [
    cell(title),
    ...ranked.map(({ index, assessment }) => {
      const found = assessment.features.find((feature) => feature.id === id);
      const mark = `${best.includes(index) ? '\\*' : ''}${found && isOpen(found) ? '\\~' : ''}`;
      return `${shadeOf(rubric, found?.band ?? null)} ${heatFigure(found, rubric)}${mark}`.trim();
    }),
    lettersOf(ranked, best) || phrase('compare', 'no-place'),
  ]);
  const head = [phrase('report', 'table-feature'), ...ranked.map(({ letter }) => letter), phrase('compare', 'best')];
  const shades = rubric.bands.map((band) =>
    phrase('compare', 'heat-legend', { shade: shadeOf(rubric, band.id), band: inline(band.title) }),
  );
  const here = ranked.flatMap(({ assessment }) => assessment.features);
  const marks = [
    phrase('compare', 'heat-best'),
    ...(here.some(isOpen) ? [phrase('compare', 'heat-open')] : []),
    ...(here.some(({ score }) => score === null) ? [phrase('compare', 'heat-none')] : []),
  ];
  return [
    `## ${phrase('compare', 'heat')}`,
    markdownTable(
      head,
      head.map((_, index) => (index > 0 && index < head.length - 1 ? 'right' : 'left')),
      rows,
    ),
    inline(`${shades.join(', ')}. ${marks.join('; ')}.`),
  ];
}

function critical(ranked: readonly RankedLaw[], { critical: list }: LawsComparison, named: (id: string) => string): string[] {
  const title = `## ${phrase('compare', 'critical')}`;
  if (list.length === 0) return [title, phrase('compare', 'critical-none')];
  const items = list.map(({ question, atZero, blank }) => {
    const parts = [
      ...(atZero.length > 0 ? [phrase('compare', 'critical-at-zero', { names: lettersOf(ranked, atZero) })] : []),
      ...(blank.length > 0 ? [phrase('compare', 'critical-blank', { names: lettersOf(ranked, blank) })] : []),
    ];
    return `- ${named(question)}: ${parts.join('; ')}`;
  });
  return [title, items.join('\n')];
}

function nobody({ nobody: { anything, full } }: LawsComparison, named: (id: string) => string): string[] {
  const items = (ids: readonly string[]): string => ids.map((id) => `- ${named(id)}`).join('\n');
  const parts = [`## ${phrase('compare', 'nobody')}`];
  if (anything.length === 0) parts.push(phrase('compare', 'nobody-anything-none'));
  else parts.push(`${phrase('compare', 'nobody-anything')}:`, items(anything));
  if (full.length === 0) parts.push(phrase('compare', 'nobody-full-none'));
  else parts.push(`${phrase('compare', 'nobody-full', { n: full.length })}:`, items(full));
  return parts;
}

function only(ranked: readonly RankedLaw[], laws: LawsComparison, named: (id: string) => string): string[] {
  const blocks = (['anything', 'full'] as const).flatMap((kind) =>
    loneByLaw(ranked, laws.only[kind]).flatMap(({ law, questions }) => [
      `${phrase('compare', `only-${kind}`, { name: `${law.letter} (${inline(law.name)})` })}:`,
      questions.map((id) => `- ${named(id)}`).join('\n'),
    ]),
  );
  const blank = blankCount(laws);
  const parts = [`## ${phrase('compare', 'only')}`, ...(blocks.length > 0 ? blocks : [phrase('compare', 'only-none')])];
  return blank > 0 ? [...parts, phrase('compare', 'blank-note', { n: blank })] : parts;
}

function flags(ranked: readonly RankedLaw[], { flags: list }: LawsComparison, rubric: Rubric): string[] {
  if (list.length === 0) return [];
  const texts = new Map(rubric.flags.map((flag) => [flag.id, flag.text]));
  const rows = list
    .filter(({ standings }) => standings.includes('present'))
    .map(({ id, severity, standings }) => [
      `${cell(texts.get(id) ?? '')} \`${id}\``,
      phrase('report', `severity-${severity}`),
      lettersOf(
        ranked,
        standings.flatMap((standing, index) => (standing === 'present' ? [index] : [])),
      ),
    ]);
  const unlooked = ranked.filter(({ assessment }) => assessment.flagsChecked < list.length).map(({ index }) => index);
  const head = [phrase('compare', 'flag'), phrase('compare', 'severity'), phrase('compare', 'law')];
  return [
    `## ${phrase('compare', 'flags')}`,
    rows.length > 0 ? markdownTable(head, ['left', 'left', 'left'], rows) : phrase('compare', 'flags-none-laws'),
    ...(unlooked.length > 0 ? [phrase('compare', 'flags-open', { names: lettersOf(ranked, unlooked) })] : []),
  ];
}

function answers(ranked: readonly RankedLaw[], { questions }: LawsComparison, rubric: Rubric): string[] {
  const row = ({ id, top, critical: isCritical, standings }: QuestionAcross): string[] => [
    `\`${id}\`${isCritical ? ` (${phrase('report', 'critical')})` : ''}`,
    ...ranked.map(({ index }) => {
      const standing = standings[index];
      return standing ? standingWord(standing) : '';
    }),
    String(top),
  ];
  const head = [phrase('compare', 'question'), ...ranked.map(({ letter }) => letter), phrase('compare', 'top')];
  const aligns = head.map((_, index) => (index === 0 ? 'left' : 'right'));
  return [
    `## ${phrase('compare', 'answers')}`,
    ...rubric.features.flatMap((feature) => {
      const rows = questions.filter(({ feature: id }) => id === feature.id).map(row);
      return rows.length === 0 ? [] : [`### ${inline(feature.title)}`, markdownTable(head, aligns, rows)];
    }),
  ];
}
