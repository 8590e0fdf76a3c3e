import type { CompareResult, Comparison, EvidenceMove, Piece } from '../core/compare-result.ts';
import type { Rubric } from '../core/rubric.ts';
import { lawsHtml } from './compare-laws-html.ts';
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
import { type Html, html } from './escape-html.ts';
import { bandBadge, bandScale, scoreBar } from './html-chart.ts';
import { htmlPage, type PageSection, scrolling } from './html-page.ts';
import { htmlTable } from './html-table.ts';
import { say } from './phrases.ts';

/** A comparison as a page that is one file. */
export function compareHtml(input: CompareInput): string {
  const { result, rubric } = input;
  const made = say('made-with', { title: rubric.title, version: rubric.version, digest: result.rubric.digest });
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
  return [{ id: 'failures', title: sayCompare('failures'), body: html`<ul>\n${items}</ul>` }];
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
    const title = sayCompare('changes', { from: names[comparison.from] ?? '', to: names[comparison.to] ?? '' });
    return { id: `from-${comparison.from}-to-${comparison.to}`, title, body: html`${parts}` };
  });
  return [{ id: 'versions', title: sayCompare('versions'), body: versionTable(input) }, ...each];
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
    { title: sayCompare('version') },
    { title: sayCompare('chart'), kind: 'bar' as const },
    { title: sayCompare('score'), kind: 'n' as const },
    { title: sayCompare('low'), kind: 'n' as const },
    { title: sayCompare('high'), kind: 'n' as const },
    { title: sayCompare('band') },
  ];
  return html`${scrolling(sayCompare('versions'), htmlTable(columns, rows))}\n${bandScale(rubric)}`;
}

/** The parts of one comparison; the first needs no heading of its own. */
function comparisonParts(comparison: Comparison, input: CompareInput): PageSection[] {
  const { rubric } = input;
  return [
    { id: 'summary', title: say('summary'), body: summary(comparison, input) },
    { id: 'features', title: sayCompare('features'), body: features(comparison, rubric) },
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
    ...(floor.score ? [sayCompare('floor', { points: showChange(floor.score) })] : []),
  ];
  const figure = sayCompare('levels', { before: showFigure(score.before, rubric), after: showFigure(score.after, rubric) });
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
    points === null ? '' : sayCompare('points-word', { points: showChange(points) });
  const rows = comparison.features.map(({ title, score, low, high, band, points }) => {
    const bars = (['before', 'after'] as const).map(
      (side) =>
        low[side] !== null &&
        scoreBar(
          rubric,
          { score: score[side], low: low[side], high: high[side], band: band[side] },
          `${title}, ${sayCompare(side)}`,
        ),
    );
    return [
      title,
      html`${bars}`,
      sayCompare('levels', { before: figure(score.before), after: figure(score.after) }),
      showChange(score.change),
      pointsWords(points.score),
      ...(withLow ? [pointsWords(points.low)] : []),
      bandBadge(rubric, band.after),
    ];
  });
  const n = 'n' as const;
  const columns = [
    { title: say('table-feature') },
    { title: sayCompare('chart'), kind: 'bar' as const },
    { title: sayCompare('score'), kind: n },
    { title: sayCompare('moved'), kind: n },
    { title: sayCompare('points'), kind: n },
    ...(withLow ? [{ title: sayCompare('points-low'), kind: n }] : []),
    { title: sayCompare('band-after') },
  ];
  return html`${scrolling(sayCompare('features'), htmlTable(columns, rows))}
<p>${sayCompare('chart-pairs')} ${sayCompare('points-about')} ${sayCompare('points-counted')}</p>`;
}

function groupSection(group: MoveGroup, comparison: Comparison, rubric: Rubric): PageSection {
  const { key, moves } = group;
  const withLow = lowDiffers(comparison);
  const texts = new Map(rubric.features.flatMap((feature) => feature.questions.map(({ id, text }) => [id, text])));
  const title = sayCompare(`group-${key}`);
  const rows = moves.map((move) => [
    html`${texts.get(move.id)} <code>${move.id}</code>${move.critical && html` <span class="dim">(${say('critical')})</span>`}`,
    levelWords(move),
    showChange(move.points.score),
    ...(withLow ? [showChange(move.points.low)] : []),
    move.gap !== null && sayCompare(`gap-${move.gap}`),
    reasonOf(move),
  ]);
  const columns = [
    { title: sayCompare('question') },
    { title: sayCompare('level') },
    { title: sayCompare('points'), kind: 'n' as const },
    ...(withLow ? [{ title: sayCompare('points-low'), kind: 'n' as const }] : []),
    { title: sayCompare('gap') },
    { title: sayCompare('reason') },
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
  const title = sayCompare('flags');
  const moves = newsworthy(comparison.flags);
  if (moves.length === 0) return [{ id: 'flags', title, body: html`<p>${flagsSentence(result, comparison)}</p>` }];
  const texts = new Map(rubric.flags.map((flag) => [flag.id, flag.text]));
  const rows = moves.map(({ id, severity, change, points, rationale }) => [
    html`${texts.get(id)} <code>${id}</code>`,
    say(`severity-${severity}`),
    html`<span class="${change === 'gone' ? 'good' : 'bad'}">${sayCompare(`flag-${change}`)}</span>${points.score ? ` (${showChange(points.score)})` : ''}`,
    rationale,
  ]);
  const columns = [sayCompare('flag'), sayCompare('severity'), sayCompare('change'), sayCompare('reason')];
  const table = htmlTable(
    columns.map((name) => ({ title: name })),
    rows,
  );
  return [{ id: 'flags', title, body: scrolling(title, table) }];
}

function stepSection({ steps }: Comparison, rubric: Rubric): PageSection[] {
  if (steps.length === 0) return [];
  const title = sayCompare('steps');
  const figure = (value: number | null): string => (value === null ? sayCompare('nothing') : `${value.toFixed(0)} %`);
  const n = 'n' as const;
  const coverage = htmlTable(
    [{ title: sayCompare('step') }, { title: sayCompare('before'), kind: n }, { title: sayCompare('after'), kind: n }],
    steps.map((step) => [step.title, figure(step.coverage.before), figure(step.coverage.after)]),
  );
  const texts = new Map(rubric.steps.flatMap((step) => step.questions.map(({ id, text }) => [id, text])));
  const moved = steps.flatMap((step) =>
    step.questions.map(({ id, before, after }) => [
      html`${texts.get(id)} <code>${id}</code>`,
      say(`status-${before ?? 'open'}`),
      say(`status-${after ?? 'open'}`),
    ]),
  );
  const columns = [sayCompare('guiding'), sayCompare('before'), sayCompare('after')].map((name) => ({ title: name }));
  const answers = moved.length > 0 && scrolling(sayCompare('guiding'), htmlTable(columns, moved));
  return [{ id: 'steps', title, body: html`<p>${say('steps-about')}</p>\n${scrolling(title, coverage)}\n${answers}` }];
}

function evidenceSection({ evidence, ...comparison }: Comparison): PageSection[] {
  const sentences = evidenceSentences({ evidence, ...comparison });
  if (sentences.length === 0) return [];
  const title = sayCompare('evidence');
  const columns = [sayCompare('evidence-for'), sayCompare('change'), sayCompare('before'), sayCompare('after')];
  const rows = evidence.moves.map(({ id, change, before, after }: EvidenceMove) => [
    html`<code>${id}</code>`,
    sayCompare(`evidence-${change}`),
    before && pieceOf(before),
    after && pieceOf(after),
  ]);
  const table = htmlTable(
    columns.map((name) => ({ title: name })),
    rows,
  );
  const pieces = html`<details>\n<summary>${sayCompare('evidence-each', { n: rows.length })}</summary>\n${scrolling(title, table)}\n</details>`;
  return [{ id: 'evidence', title, body: html`<p>${sentences.join(' ')}</p>\n${rows.length > 0 && pieces}` }];
}

function pieceOf({ at, quote, note, verified }: Piece): Html {
  const mark = verified === false && html` <span class="bad">(${sayCompare('evidence-unverified')})</span>`;
  return html`${at !== undefined && html`<strong>${at}</strong> `}${quote !== undefined && html`<q>${quote}</q> `}${note}${mark}`;
}
