import type { CompareResult, Comparison, EvidenceMove, Piece } from '../core/compare-result.ts';
import type { Rubric } from '../core/rubric.ts';
import { lawsMarkdown } from './compare-laws-markdown.ts';
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
  sayCompare,
  showChange,
  showFigure,
  summarySentences,
  titleOf,
} from './compare-phrases.ts';
import type { CompareInput } from './compare-reporter.ts';
import { cell, inline, quoted } from './escape-markdown.ts';
import { markdownTable } from './markdown-table.ts';
import { bandTitle, say } from './phrases.ts';

/** A comparison as a document to hand in: everything that moved, with its reason. */
export function compareMarkdown(input: CompareInput): string {
  const { result, rubric } = input;
  const made = say('made-with', { title: inline(rubric.title), version: rubric.version, digest: result.rubric.digest });
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
  return [`## ${sayCompare('failures')}`, items.join('\n')].join('\n\n');
}

function versions(input: CompareInput): string[] {
  const { comparisons } = input.result;
  if (comparisons.length === 1) return comparisons.flatMap((comparison) => comparisonParts(comparison, input, '##'));
  const names = namesOf(input.result).map(inline);
  return [
    `## ${sayCompare('versions')}`,
    versionTable(input),
    ...comparisons.flatMap((comparison) => [
      `## ${sayCompare('changes', { from: names[comparison.from] ?? '', to: names[comparison.to] ?? '' })}`,
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
  const head = [sayCompare('version'), sayCompare('score'), sayCompare('low'), sayCompare('high'), sayCompare('band')];
  return markdownTable(head, ['left', 'right', 'right', 'right', 'left'], rows);
}

function comparisonParts(comparison: Comparison, input: CompareInput, level: string): string[] {
  const { rubric } = input;
  const { floor } = comparison;
  const sentences = [
    ...bandSentences(comparison, rubric),
    ...summarySentences(comparison),
    ...countSentences(comparison),
    ...(floor.score ? [sayCompare('floor', { points: showChange(floor.score) })] : []),
  ];
  return [
    sentences.map(inline).join(' '),
    featureTable(comparison, rubric),
    `${sayCompare('points-about')} ${sayCompare('points-counted')}`,
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
  const overall = row(`**${sayCompare('overall')}**`, comparison, [
    showChange(comparison.score.change),
    ...(withLow ? [showChange(comparison.low.change)] : []),
  ]);
  const head = [
    say('table-feature'),
    sayCompare('before'),
    sayCompare('after'),
    sayCompare('moved'),
    ...(withLow ? [sayCompare('low-before'), sayCompare('low-after')] : []),
    sayCompare('points'),
    ...(withLow ? [sayCompare('points-low')] : []),
    sayCompare('band'),
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
    `${cell(texts.get(move.id) ?? '')} \`${move.id}\`${move.critical ? ` (${say('critical')})` : ''}`,
    cell(levelWords(move)),
    showChange(move.points.score),
    ...(withLow ? [showChange(move.points.low)] : []),
    move.gap === null ? '' : sayCompare(`gap-${move.gap}`),
    cell(reasonOf(move)),
  ]);
  const head = [
    sayCompare('question'),
    sayCompare('level'),
    sayCompare('points'),
    ...(withLow ? [sayCompare('points-low')] : []),
    sayCompare('gap'),
    sayCompare('reason'),
  ];
  const aligns = head.map((_, index) => (index > 1 && index < head.length - 2 ? 'right' : 'left'));
  return [`${level} ${sayCompare(`group-${key}`)}`, warning ? `**${warning}**` : '', markdownTable(head, aligns, rows)];
}

function flagPart(comparison: Comparison, { result, rubric }: CompareInput, level: string): string {
  if (rubric.flags.length === 0) return '';
  const title = `${level} ${sayCompare('flags')}`;
  const moves = newsworthy(comparison.flags);
  if (moves.length === 0) return [title, flagsSentence(result, comparison)].join('\n\n');
  const texts = new Map(rubric.flags.map((flag) => [flag.id, flag.text]));
  const rows = moves.map(({ id, severity, change, points, rationale }) => [
    `${cell(texts.get(id) ?? '')} \`${id}\``,
    say(`severity-${severity}`),
    `${sayCompare(`flag-${change}`)}${points.score ? ` (${showChange(points.score)})` : ''}`,
    cell(rationale ?? ''),
  ]);
  const head = [sayCompare('flag'), sayCompare('severity'), sayCompare('change'), sayCompare('reason')];
  return [title, markdownTable(head, ['left', 'left', 'left', 'left'], rows)].join('\n\n');
}

function stepPart({ steps }: Comparison, rubric: Rubric, level: string): string {
  if (steps.length === 0) return '';
  const title = `${level} ${sayCompare('steps')} (${say('steps-note')})`;
  const figure = (value: number | null): string => (value === null ? sayCompare('nothing') : `${value.toFixed(0)} %`);
  const rows = steps.map((step) => [cell(step.title), figure(step.coverage.before), figure(step.coverage.after)]);
  const table = markdownTable([sayCompare('step'), sayCompare('before'), sayCompare('after')], ['left', 'right', 'right'], rows);
  const texts = new Map(rubric.steps.flatMap((step) => step.questions.map(({ id, text }) => [id, text])));
  const moved = steps.flatMap((step) =>
    step.questions.map(({ id, before, after }) => [
      `${cell(texts.get(id) ?? '')} \`${id}\``,
      say(`status-${before ?? 'open'}`),
      say(`status-${after ?? 'open'}`),
    ]),
  );
  const head = [sayCompare('guiding'), sayCompare('before'), sayCompare('after')];
  const answers = moved.length === 0 ? [] : [markdownTable(head, ['left', 'left', 'left'], moved)];
  return [title, table, ...answers].join('\n\n');
}

function evidencePart(comparison: Comparison, level: string): string {
  const sentences = evidenceSentences(comparison);
  if (sentences.length === 0) return '';
  const { moves } = comparison.evidence;
  const title = `${level} ${sayCompare('evidence')}`;
  if (moves.length === 0) return [title, sentences.join(' ')].join('\n\n');
  const row = ({ id, change, before, after }: EvidenceMove): string[] => [
    `\`${id}\``,
    sayCompare(`evidence-${change}`),
    pieceWords(before),
    change === 'moved' && before?.quote === after?.quote ? pieceWords(after && withoutQuote(after)) : pieceWords(after),
  ];
  const head = [sayCompare('evidence-for'), sayCompare('change'), sayCompare('before'), sayCompare('after')];
  return [title, sentences.join(' '), markdownTable(head, ['left', 'left', 'left', 'left'], moves.map(row))].join('\n\n');
}

function withoutQuote({ quote: _, ...piece }: Piece): Piece {
  return piece;
}

function pieceWords(piece: Piece | null): string {
  if (!piece) return '';
  const { at, quote, note, verified } = piece;
  const parts = [at && cell(at), quote && quoted(quote), note && cell(note)].filter((part) => part !== undefined && part !== '');
  return `${parts.join(': ')}${verified === false ? ` (${sayCompare('evidence-unverified')})` : ''}`;
}
