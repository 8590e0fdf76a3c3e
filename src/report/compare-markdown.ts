import type { CompareResult, Comparison, EvidenceMove, Piece } from '../core/compare/result.ts';
import type { Rubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { lawsMarkdown } from './compare-laws-markdown.ts';
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
import { cell, inline, quoted } from './escape/markdown.ts';
import { markdownTable } from './markdown-table.ts';
import { bandTitle } from './words/phrases.ts';

/** A comparison as a document to hand in: everything that moved, with its reason. */
export function compareMarkdown(input: CompareInput): string {
  const { result, rubric } = input;
  const made = phrase('report', 'made-with', {
    title: inline(rubric.title),
    version: rubric.version,
    digest: result.rubric.digest,
  });
  const parts = [
    `# ${inline(titleOf(result))}`,
    result.mode === 'versions' ? inline(datedNames(result).join(' → ')) : '',
    notes(result, rubric),
    ...(result.mode === 'laws' ? lawsMarkdown(input) : versions(input)),
    failures(result),
    modeSentence(result),
    `*${made}. ${inline(rubric.notice)}*`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function notes(result: CompareResult, rubric: Rubric): string {
  const sentences = noteSentences(result, rubric).map((sentence) => `> **${inline(sentence)}**`);
  const lines = carriedLines(result).map((line) => `> ${inline(line)}`);
  return [...sentences, ...lines].join('\n>\n');
}

function failures({ failures: failed }: CompareResult): string {
  if (failed.length === 0) return '';
  const items = failed.flatMap(({ source, errors }) =>
    errors.map(({ message, line, column }) => {
      const place = [source, line, column].filter((part) => part !== undefined).join(':');
      return `- ${inline(place)}: ${inline(message)}`;
    }),
  );
  return [`## ${phrase('compare', 'failures')}`, items.join('\n')].join('\n\n');
}

function versions(input: CompareInput): string[] {
  const { comparisons } = input.result;
  if (comparisons.length === 1) return comparisons.flatMap((comparison) => comparisonParts(comparison, input, '##'));
  const names = namesOf(input.result).map(inline);
  return [
    `## ${phrase('compare', 'versions')}`,
    versionTable(input),
    ...comparisons.flatMap((comparison) => [
      `## ${phrase('compare', 'changes', { from: names[comparison.from] ?? '', to: names[comparison.to] ?? '' })}`,
      ...comparisonParts(comparison, input, '###'),
    ]),
  ];
}

function versionTable({ result, rubric }: CompareInput): string {
  const names = datedNames(result);
  const figure = (value: number | null): string => showFigure(value, rubric);
  const rows = result.assessments.map(({ score, low, high, band }, index) => [
    cell(names[index] ?? ''),
    figure(score),
    figure(low),
    figure(high),
    cell(bandTitle(rubric, band)),
  ]);
  const head = [
    phrase('compare', 'version'),
    phrase('compare', 'score'),
    phrase('compare', 'low'),
    phrase('compare', 'high'),
    phrase('compare', 'band'),
  ];
  return markdownTable(head, ['left', 'right', 'right', 'right', 'left'], rows);
}

function comparisonParts(comparison: Comparison, input: CompareInput, level: string): string[] {
  const { rubric } = input;
  const { floor } = comparison;
  const sentences = [
    ...bandSentences(comparison, rubric),
    ...summarySentences(comparison),
    ...countSentences(comparison),
    ...(floor.score ? [phrase('compare', 'floor', { points: showChange(floor.score) })] : []),
  ];
  return [
    sentences.map(inline).join(' '),
    featureTable(comparison, rubric),
    `${phrase('compare', 'points-about')} ${phrase('compare', 'points-counted')}`,
    ...moveGroups(comparison).flatMap((group) => groupParts(group, comparison, rubric, level)),
    flagPart(comparison, input, level),
    stepPart(comparison, rubric, level),
    evidencePart(comparison, level),
  ].filter((part) => part !== '');
}

/** Overall and by feature, before and after. */
function featureTable(comparison: Comparison, rubric: Rubric): string {
  const withLow = lowDiffers(comparison);
  const figure = (value: number | null): string => (value === null ? '' : showFigure(value, rubric));
  const bandOf = ({ before, after }: Comparison['band']): string =>
    before === after ? cell(bandTitle(rubric, after)) : `${cell(bandTitle(rubric, before))} → ${cell(bandTitle(rubric, after))}`;
  const row = (name: string, { score, low, band }: Pick<Comparison, 'score' | 'low' | 'band'>, points: string[]): string[] => [
    name,
    figure(score.before),
    figure(score.after),
    showChange(score.change),
    ...(withLow ? [figure(low.before), figure(low.after)] : []),
    ...points,
    bandOf(band),
  ];
  const rows = comparison.features.map((feature) =>
    row(cell(feature.title), feature, [showChange(feature.points.score), ...(withLow ? [showChange(feature.points.low)] : [])]),
  );
  const overall = row(`**${phrase('compare', 'overall')}**`, comparison, [
    showChange(comparison.score.change),
    ...(withLow ? [showChange(comparison.low.change)] : []),
  ]);
  const head = [
    phrase('report', 'table-feature'),
    phrase('compare', 'before'),
    phrase('compare', 'after'),
    phrase('compare', 'moved'),
    ...(withLow ? [phrase('compare', 'low-before'), phrase('compare', 'low-after')] : []),
    phrase('compare', 'points'),
    ...(withLow ? [phrase('compare', 'points-low')] : []),
    phrase('compare', 'band'),
  ];
  const aligns = head.map((_, index) => (index === 0 || index === head.length - 1 ? 'left' : 'right'));
  return markdownTable(head, aligns, [overall, ...rows]);
}

function groupParts(group: MoveGroup, comparison: Comparison, rubric: Rubric, level: string): string[] {
  const { key, moves } = group;
  const withLow = lowDiffers(comparison);
  const texts = new Map(rubric.features.flatMap((feature) => feature.questions.map(({ id, text }) => [id, text])));
  const warning = leftWarning(group);
  const rows = moves.map((move) => [
    `${cell(texts.get(move.id) ?? '')} \`${move.id}\`${move.critical ? ` (${phrase('report', 'critical')})` : ''}`,
    cell(levelWords(move)),
    showChange(move.points.score),
    ...(withLow ? [showChange(move.points.low)] : []),
    move.gap === null ? '' : phrase('compare', `gap-${move.gap}`),
    cell(reasonOf(move)),
  ]);
  const head = [
    phrase('compare', 'question'),
    phrase('compare', 'level'),
    phrase('compare', 'points'),
    ...(withLow ? [phrase('compare', 'points-low')] : []),
    phrase('compare', 'gap'),
    phrase('compare', 'reason'),
  ];
  const aligns = head.map((_, index) => (index > 1 && index < head.length - 2 ? 'right' : 'left'));
  return [`${level} ${phrase('compare', `group-${key}`)}`, warning ? `**${warning}**` : '', markdownTable(head, aligns, rows)];
}

function flagPart(comparison: Comparison, { result, rubric }: CompareInput, level: string): string {
  if (rubric.flags.length === 0) return '';
  const title = `${level} ${phrase('compare', 'flags')}`;
  const moves = newsworthy(comparison.flags);
  if (moves.length === 0) return [title, flagsSentence(result, comparison)].join('\n\n');
  const texts = new Map(rubric.flags.map((flag) => [flag.id, flag.text]));
  const rows = moves.map(({ id, severity, change, points, rationale }) => [
    `${cell(texts.get(id) ?? '')} \`${id}\``,
    phrase('report', `severity-${severity}`),
    `${phrase('compare', `flag-${change}`)}${points.score ? ` (${showChange(points.score)})` : ''}`,
    cell(rationale ?? ''),
  ]);
  const head = [
    phrase('compare', 'flag'),
    phrase('compare', 'severity'),
    phrase('compare', 'change'),
    phrase('compare', 'reason'),
  ];
  return [title, markdownTable(head, ['left', 'left', 'left', 'left'], rows)].join('\n\n');
}

function stepPart({ steps }: Comparison, rubric: Rubric, level: string): string {
  if (steps.length === 0) return '';
  const title = `${level} ${phrase('compare', 'steps')} (${phrase('report', 'steps-note')})`;
  const figure = (value: number | null): string => (value === null ? phrase('compare', 'nothing') : `${value.toFixed(0)} %`);
  const rows = steps.map((step) => [cell(step.title), figure(step.coverage.before), figure(step.coverage.after)]);
  const table = markdownTable(
    [phrase('compare', 'step'), phrase('compare', 'before'), phrase('compare', 'after')],
    ['left', 'right', 'right'],
    rows,
  );
  const texts = new Map(rubric.steps.flatMap((step) => step.questions.map(({ id, text }) => [id, text])));
  const moved = steps.flatMap((step) =>
    step.questions.map(({ id, before, after }) => [
      `${cell(texts.get(id) ?? '')} \`${id}\``,
      phrase('report', `status-${before ?? 'open'}`),
      phrase('report', `status-${after ?? 'open'}`),
    ]),
  );
  const head = [phrase('compare', 'guiding'), phrase('compare', 'before'), phrase('compare', 'after')];
  const answers = moved.length === 0 ? [] : [markdownTable(head, ['left', 'left', 'left'], moved)];
  return [title, table, ...answers].join('\n\n');
}

function evidencePart(comparison: Comparison, level: string): string {
  const sentences = evidenceSentences(comparison);
  if (sentences.length === 0) return '';
  const { moves } = comparison.evidence;
  const title = `${level} ${phrase('compare', 'evidence')}`;
  if (moves.length === 0) return [title, sentences.join(' ')].join('\n\n');
  const row = ({ id, change, before, after }: EvidenceMove): string[] => [
    `\`${id}\``,
    phrase('compare', `evidence-${change}`),
    pieceWords(before),
    change === 'moved' && before?.quote === after?.quote ? pieceWords(after && withoutQuote(after)) : pieceWords(after),
  ];
  const head = [
    phrase('compare', 'evidence-for'),
    phrase('compare', 'change'),
    phrase('compare', 'before'),
    phrase('compare', 'after'),
  ];
  return [title, sentences.join(' '), markdownTable(head, ['left', 'left', 'left', 'left'], moves.map(row))].join('\n\n');
}

function withoutQuote({ quote: _, ...piece }: Piece): Piece {
  return piece;
}

function pieceWords(piece: Piece | null): string {
  if (!piece) return '';
  const { at, quote, note, verified } = piece;
  const parts = [at && cell(at), quote && quoted(quote), note && cell(note)].filter((part) => part !== undefined && part !== '');
  return `${parts.join(': ')}${verified === false ? ` (${phrase('compare', 'evidence-unverified')})` : ''}`;
}
