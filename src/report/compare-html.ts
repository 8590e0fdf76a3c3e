import type { CompareResult, Comparison, EvidenceMove, Piece } from '../core/compare/result.ts';
import type { Rubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { lawsHtml } from './compare-laws-html.ts';
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
import { type Html, html } from './escape/html.ts';
import { bandBadge, bandScale, scoreBar } from './write/old-html/chart.ts';
import { htmlPage, type PageSection, scrolling } from './write/old-html/page.ts';
import { htmlTable } from './write/old-html/table.ts';

/** A comparison as a page that is one file. */
export function compareHtml(input: CompareInput): string {
  const { result, rubric } = input;
  const made = phrase('report', 'made-with', { title: rubric.title, version: rubric.version, digest: result.rubric.digest });
  return htmlPage({
    language: rubric.language,
    title: titleOf(result),
    opening: opening(result, rubric),
    sections: [...(result.mode === 'laws' ? lawsHtml(input) : versions(input)), ...failures(result)],
    closing: html`<p>${made}. ${rubric.notice}</p>\n<p>${modeSentence(result)}</p>`,
  });
}

function opening(result: CompareResult, rubric: Rubric): Html {
  const notes = noteSentences(result, rubric).map((sentence) => html`<p class="bad">${sentence}</p>\n`);
  const lines = carriedLines(result).map((line) => html`<p class="meta">${line}</p>\n`);
  return html`${result.mode === 'versions' && html`<p dir="auto">${datedNames(result).join(' → ')}</p>\n`}${notes}${lines}<p class="notice">${rubric.notice}</p>`;
}

function failures({ failures: failed }: CompareResult): PageSection[] {
  if (failed.length === 0) return [];
  const items = failed.flatMap(({ source, errors }) =>
    errors.map(({ message, line, column }) => {
      const place = [source, line, column].filter((part) => part !== undefined).join(':');
      return html`<li><code>${place}</code>: ${message}</li>\n`;
    }),
  );
  return [{ id: 'failures', title: phrase('compare', 'failures'), body: html`<ul>\n${items}</ul>` }];
}

function versions(input: CompareInput): PageSection[] {
  const { comparisons } = input.result;
  const [only] = comparisons;
  if (only && comparisons.length === 1) return comparisonParts(only, input);
  const names = namesOf(input.result);
  const each = comparisons.map((comparison): PageSection => {
    const parts = comparisonParts(comparison, input).map(
      ({ title, body }, index) => html`${index > 0 && html`<h3>${title}</h3>\n`}${body}\n`,
    );
    const title = phrase('compare', 'changes', { from: names[comparison.from] ?? '', to: names[comparison.to] ?? '' });
    return { id: `from-${comparison.from}-to-${comparison.to}`, title, body: html`${parts}` };
  });
  return [{ id: 'versions', title: phrase('compare', 'versions'), body: versionTable(input) }, ...each];
}

function versionTable({ result, rubric }: CompareInput): Html {
  const names = datedNames(result);
  const rows = result.assessments.map((each, index) => [
    names[index] ?? '',
    each.applicable > 0 && scoreBar(rubric, each, names[index] ?? ''),
    showFigure(each.score, rubric),
    showFigure(each.low, rubric),
    showFigure(each.high, rubric),
    bandBadge(rubric, each.band),
  ]);
  const columns = [
    { title: phrase('compare', 'version') },
    { title: phrase('compare', 'chart'), kind: 'bar' as const },
    { title: phrase('compare', 'score'), kind: 'n' as const },
    { title: phrase('compare', 'low'), kind: 'n' as const },
    { title: phrase('compare', 'high'), kind: 'n' as const },
    { title: phrase('compare', 'band') },
  ];
  return html`${scrolling(phrase('compare', 'versions'), htmlTable(columns, rows))}\n${bandScale(rubric)}`;
}

/** The parts of one comparison; the first needs no heading of its own. */
function comparisonParts(comparison: Comparison, input: CompareInput): PageSection[] {
  const { rubric } = input;
  return [
    { id: 'summary', title: phrase('report', 'summary'), body: summary(comparison, input) },
    { id: 'features', title: phrase('compare', 'features'), body: features(comparison, rubric) },
    ...moveGroups(comparison).map((group) => groupSection(group, comparison, rubric)),
    ...flagSection(comparison, input),
    ...stepSection(comparison, rubric),
    ...evidenceSection(comparison),
  ];
}

function summary(comparison: Comparison, { rubric, result }: CompareInput): Html {
  const { score, low, high, band, floor, from, to } = comparison;
  const names = namesOf(result);
  const sides = (['before', 'after'] as const).map((side) => {
    const name = names[side === 'before' ? from : to] ?? '';
    const figures = { score: score[side], low: low[side], high: high[side], band: band[side] };
    return figures.low === null ? undefined : html`<p class="meta">${name}</p>${scoreBar(rubric, figures, name, true)}\n`;
  });
  const sentences = [
    ...bandSentences(comparison, rubric),
    ...summarySentences(comparison),
    ...countSentences(comparison),
    ...(floor.score ? [phrase('compare', 'floor', { points: showChange(floor.score) })] : []),
  ];
  const figure = phrase('compare', 'levels', {
    before: showFigure(score.before, rubric),
    after: showFigure(score.after, rubric),
  });
  return html`<div class="verdict">
<p><span class="figure">${figure}</span> <span class="of">${showChange(score.change)}</span> ${bandBadge(rubric, band.after)}</p>
${sides}<p>${sentences.join(' ')}</p>
</div>
${bandScale(rubric)}`;
}

function features(comparison: Comparison, rubric: Rubric): Html {
  const withLow = lowDiffers(comparison);
  const figure = (value: number | null): string => showFigure(value, rubric);
  // On a phone the heads of the columns are not shown: each figure has to say what it is.
  const pointsWords = (points: number | null): string =>
    points === null ? '' : phrase('compare', 'points-word', { points: showChange(points) });
  const rows = comparison.features.map(({ title, score, low, high, band, points }) => {
    const bars = (['before', 'after'] as const).map(
      (side) =>
        low[side] !== null &&
        scoreBar(
          rubric,
          { score: score[side], low: low[side], high: high[side], band: band[side] },
          `${title}, ${phrase('compare', side)}`,
        ),
    );
    return [
      title,
      html`${bars}`,
      phrase('compare', 'levels', { before: figure(score.before), after: figure(score.after) }),
      showChange(score.change),
      pointsWords(points.score),
      ...(withLow ? [pointsWords(points.low)] : []),
      bandBadge(rubric, band.after),
    ];
  });
  const n = 'n' as const;
  const columns = [
    { title: phrase('report', 'table-feature') },
    { title: phrase('compare', 'chart'), kind: 'bar' as const },
    { title: phrase('compare', 'score'), kind: n },
    { title: phrase('compare', 'moved'), kind: n },
    { title: phrase('compare', 'points'), kind: n },
    ...(withLow ? [{ title: phrase('compare', 'points-low'), kind: n }] : []),
    { title: phrase('compare', 'band-after') },
  ];
  return html`${scrolling(phrase('compare', 'features'), htmlTable(columns, rows))}
<p>${phrase('compare', 'chart-pairs')} ${phrase('compare', 'points-about')} ${phrase('compare', 'points-counted')}</p>`;
}

function groupSection(group: MoveGroup, comparison: Comparison, rubric: Rubric): PageSection {
  const { key, moves } = group;
  const withLow = lowDiffers(comparison);
  const texts = new Map(rubric.features.flatMap((feature) => feature.questions.map(({ id, text }) => [id, text])));
  const title = phrase('compare', `group-${key}`);
  const rows = moves.map((move) => [
    html`${texts.get(move.id)} <code>${move.id}</code>${move.critical && html` <span class="dim">(${phrase('report', 'critical')})</span>`}`,
    levelWords(move),
    showChange(move.points.score),
    ...(withLow ? [showChange(move.points.low)] : []),
    move.gap !== null && phrase('compare', `gap-${move.gap}`),
    reasonOf(move),
  ]);
  const columns = [
    { title: phrase('compare', 'question') },
    { title: phrase('compare', 'level') },
    { title: phrase('compare', 'points'), kind: 'n' as const },
    ...(withLow ? [{ title: phrase('compare', 'points-low'), kind: 'n' as const }] : []),
    { title: phrase('compare', 'gap') },
    { title: phrase('compare', 'reason') },
  ];
  const warning = leftWarning(group);
  return {
    id: `moved-${key}`,
    title,
    body: html`${warning && html`<p class="bad">${warning}</p>\n`}${scrolling(title, htmlTable(columns, rows))}`,
  };
}

function flagSection(comparison: Comparison, { result, rubric }: CompareInput): PageSection[] {
  if (rubric.flags.length === 0) return [];
  const title = phrase('compare', 'flags');
  const moves = newsworthy(comparison.flags);
  if (moves.length === 0) return [{ id: 'flags', title, body: html`<p>${flagsSentence(result, comparison)}</p>` }];
  const texts = new Map(rubric.flags.map((flag) => [flag.id, flag.text]));
  const rows = moves.map(({ id, severity, change, points, rationale }) => [
    html`${texts.get(id)} <code>${id}</code>`,
    phrase('report', `severity-${severity}`),
    html`<span class="${change === 'gone' ? 'good' : 'bad'}">${phrase('compare', `flag-${change}`)}</span>${points.score ? ` (${showChange(points.score)})` : ''}`,
    rationale,
  ]);
  const columns = [
    phrase('compare', 'flag'),
    phrase('compare', 'severity'),
    phrase('compare', 'change'),
    phrase('compare', 'reason'),
  ];
  const table = htmlTable(
    columns.map((name) => ({ title: name })),
    rows,
  );
  return [{ id: 'flags', title, body: scrolling(title, table) }];
}

function stepSection({ steps }: Comparison, rubric: Rubric): PageSection[] {
  if (steps.length === 0) return [];
  const title = phrase('compare', 'steps');
  const figure = (value: number | null): string => (value === null ? phrase('compare', 'nothing') : `${value.toFixed(0)} %`);
  const n = 'n' as const;
  const coverage = htmlTable(
    [
      { title: phrase('compare', 'step') },
      { title: phrase('compare', 'before'), kind: n },
      { title: phrase('compare', 'after'), kind: n },
    ],
    steps.map((step) => [step.title, figure(step.coverage.before), figure(step.coverage.after)]),
  );
  const texts = new Map(rubric.steps.flatMap((step) => step.questions.map(({ id, text }) => [id, text])));
  const moved = steps.flatMap((step) =>
    step.questions.map(({ id, before, after }) => [
      html`${texts.get(id)} <code>${id}</code>`,
      phrase('report', `status-${before ?? 'open'}`),
      phrase('report', `status-${after ?? 'open'}`),
    ]),
  );
  const columns = [phrase('compare', 'guiding'), phrase('compare', 'before'), phrase('compare', 'after')].map((name) => ({
    title: name,
  }));
  const answers = moved.length > 0 && scrolling(phrase('compare', 'guiding'), htmlTable(columns, moved));
  return [
    { id: 'steps', title, body: html`<p>${phrase('report', 'steps-about')}</p>\n${scrolling(title, coverage)}\n${answers}` },
  ];
}

function evidenceSection({ evidence, ...comparison }: Comparison): PageSection[] {
  const sentences = evidenceSentences({ evidence, ...comparison });
  if (sentences.length === 0) return [];
  const title = phrase('compare', 'evidence');
  const columns = [
    phrase('compare', 'evidence-for'),
    phrase('compare', 'change'),
    phrase('compare', 'before'),
    phrase('compare', 'after'),
  ];
  const rows = evidence.moves.map(({ id, change, before, after }: EvidenceMove) => [
    html`<code>${id}</code>`,
    phrase('compare', `evidence-${change}`),
    before && pieceOf(before),
    after && pieceOf(after),
  ]);
  const table = htmlTable(
    columns.map((name) => ({ title: name })),
    rows,
  );
  const pieces = html`<details>\n<summary>${phrase('compare', 'evidence-each', { n: rows.length })}</summary>\n${scrolling(title, table)}\n</details>`;
  return [{ id: 'evidence', title, body: html`<p>${sentences.join(' ')}</p>\n${rows.length > 0 && pieces}` }];
}

function pieceOf({ at, quote, note, verified }: Piece): Html {
  const mark = verified === false && html` <span class="bad">(${phrase('compare', 'evidence-unverified')})</span>`;
  return html`${at !== undefined && html`<strong>${at}</strong> `}${quote !== undefined && html`<q>${quote}</q> `}${note}${mark}`;
}
