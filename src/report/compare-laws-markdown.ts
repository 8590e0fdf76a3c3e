import type { LawsComparison, QuestionAcross } from '../core/compare-result.ts';
import type { Rubric } from '../core/rubric.ts';
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
} from './compare-laws-phrases.ts';
import { sayCompare, showFigure, standingWord } from './compare-phrases.ts';
import type { CompareInput } from './compare-reporter.ts';
import { cell, inline } from './escape-markdown.ts';
import { markdownTable } from './markdown-table.ts';
import { bandTitle, capSentences, say } from './phrases.ts';

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
    sayCompare('place'),
    '',
    sayCompare('law'),
    say('fact-jurisdiction'),
    sayCompare('score'),
    ...(withRange ? [sayCompare('range')] : []),
    sayCompare('band'),
    sayCompare('flags'),
  ];
  const aligns = head.map((title) => (title === sayCompare('score') || title === sayCompare('flags') ? 'right' : 'left'));
  const caps = ranked.flatMap(({ letter, assessment }) =>
    capSentences(rubric, assessment).map((sentence) => `- ${letter}: ${inline(sentence)}`),
  );
  return [
    `## ${sayCompare('ranking')}`,
    markdownTable(head, aligns, rows),
    ...indistinctSentences(ranked, laws).map((sentence) => `**${sentence}**`),
    ...(caps.length > 0 ? [caps.join('\n')] : []),
    sayCompare('ranking-limits'),
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
    lettersOf(ranked, best) || sayCompare('no-place'),
  ]);
  const head = [say('table-feature'), ...ranked.map(({ letter }) => letter), sayCompare('best')];
  const shades = rubric.bands.map((band) =>
    sayCompare('heat-legend', { shade: shadeOf(rubric, band.id), band: inline(band.title) }),
  );
  const here = ranked.flatMap(({ assessment }) => assessment.features);
  const marks = [
    sayCompare('heat-best'),
    ...(here.some(isOpen) ? [sayCompare('heat-open')] : []),
    ...(here.some(({ score }) => score === null) ? [sayCompare('heat-none')] : []),
  ];
  return [
    `## ${sayCompare('heat')}`,
    markdownTable(
      head,
      head.map((_, index) => (index > 0 && index < head.length - 1 ? 'right' : 'left')),
      rows,
    ),
    inline(`${shades.join(', ')}. ${marks.join('; ')}.`),
  ];
}

function critical(ranked: readonly RankedLaw[], { critical: list }: LawsComparison, named: (id: string) => string): string[] {
  const title = `## ${sayCompare('critical')}`;
  if (list.length === 0) return [title, sayCompare('critical-none')];
  const items = list.map(({ question, atZero, blank }) => {
    const parts = [
      ...(atZero.length > 0 ? [sayCompare('critical-at-zero', { names: lettersOf(ranked, atZero) })] : []),
      ...(blank.length > 0 ? [sayCompare('critical-blank', { names: lettersOf(ranked, blank) })] : []),
    ];
    return `- ${named(question)}: ${parts.join('; ')}`;
  });
  return [title, items.join('\n')];
}

function nobody({ nobody: { anything, full } }: LawsComparison, named: (id: string) => string): string[] {
  const items = (ids: readonly string[]): string => ids.map((id) => `- ${named(id)}`).join('\n');
  const parts = [`## ${sayCompare('nobody')}`];
  if (anything.length === 0) parts.push(sayCompare('nobody-anything-none'));
  else parts.push(`${sayCompare('nobody-anything')}:`, items(anything));
  if (full.length === 0) parts.push(sayCompare('nobody-full-none'));
  else parts.push(`${sayCompare('nobody-full', { n: full.length })}:`, items(full));
  return parts;
}

function only(ranked: readonly RankedLaw[], laws: LawsComparison, named: (id: string) => string): string[] {
  const blocks = (['anything', 'full'] as const).flatMap((kind) =>
    loneByLaw(ranked, laws.only[kind]).flatMap(({ law, questions }) => [
      `${sayCompare(`only-${kind}`, { name: `${law.letter} (${inline(law.name)})` })}:`,
      questions.map((id) => `- ${named(id)}`).join('\n'),
    ]),
  );
  const blank = blankCount(laws);
  const parts = [`## ${sayCompare('only')}`, ...(blocks.length > 0 ? blocks : [sayCompare('only-none')])];
  return blank > 0 ? [...parts, sayCompare('blank-note', { n: blank })] : parts;
}

function flags(ranked: readonly RankedLaw[], { flags: list }: LawsComparison, rubric: Rubric): string[] {
  if (list.length === 0) return [];
  const texts = new Map(rubric.flags.map((flag) => [flag.id, flag.text]));
  const rows = list
    .filter(({ standings }) => standings.includes('present'))
    .map(({ id, severity, standings }) => [
      `${cell(texts.get(id) ?? '')} \`${id}\``,
      say(`severity-${severity}`),
      lettersOf(
        ranked,
        standings.flatMap((standing, index) => (standing === 'present' ? [index] : [])),
      ),
    ]);
  const unlooked = ranked.filter(({ assessment }) => assessment.flagsChecked < list.length).map(({ index }) => index);
  const head = [sayCompare('flag'), sayCompare('severity'), sayCompare('law')];
  return [
    `## ${sayCompare('flags')}`,
    rows.length > 0 ? markdownTable(head, ['left', 'left', 'left'], rows) : sayCompare('flags-none-laws'),
    ...(unlooked.length > 0 ? [sayCompare('flags-open', { names: lettersOf(ranked, unlooked) })] : []),
  ];
}

function answers(ranked: readonly RankedLaw[], { questions }: LawsComparison, rubric: Rubric): string[] {
  const row = ({ id, top, critical: isCritical, standings }: QuestionAcross): string[] => [
    `\`${id}\`${isCritical ? ` (${say('critical')})` : ''}`,
    ...ranked.map(({ index }) => {
      const standing = standings[index];
      return standing ? standingWord(standing) : '';
    }),
    String(top),
  ];
  const head = [sayCompare('question'), ...ranked.map(({ letter }) => letter), sayCompare('top')];
  const aligns = head.map((_, index) => (index === 0 ? 'left' : 'right'));
  return [
    `## ${sayCompare('answers')}`,
    ...rubric.features.flatMap((feature) => {
      const rows = questions.filter(({ feature: id }) => id === feature.id).map(row);
      return rows.length === 0 ? [] : [`### ${inline(feature.title)}`, markdownTable(head, aligns, rows)];
    }),
  ];
}
