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
} from './documents/laws/phrases.ts';
import { type Html, html } from './escape/html.ts';
import { bandTitle, capSentences } from './words/phrases.ts';
import { bandBadge, bandScale, scoreBar, toneNumber } from './write/old-html/chart.ts';
import { type PageSection, scrolling } from './write/old-html/page.ts';
import { htmlTable } from './write/old-html/table.ts';

/** Several laws side by side, question by question too. */
export function lawsHtml({ result, rubric }: CompareInput): PageSection[] {
  const { laws } = result;
  if (!laws) return [];
  const ranked = rankedLaws(result, laws);
  const texts = new Map(rubric.features.flatMap((feature) => feature.questions.map(({ id, text }) => [id, text])));
  const named = (id: string): Html => html`${texts.get(id)} <code>${id}</code>`;
  return [
    { id: 'ranking', title: phrase('compare', 'ranking'), body: ranking(ranked, laws, rubric) },
    { id: 'heat', title: phrase('compare', 'heat'), body: heatMap(ranked, laws, rubric) },
    { id: 'critical', title: phrase('compare', 'critical'), body: critical(ranked, laws, named) },
    { id: 'nobody', title: phrase('compare', 'nobody'), body: nobody(laws, named) },
    { id: 'only', title: phrase('compare', 'only'), body: only(ranked, laws, named) },
    ...flags(ranked, laws, rubric),
    { id: 'answers', title: phrase('compare', 'answers'), body: answers(ranked, laws, rubric) },
  ];
}

function ranking(ranked: readonly RankedLaw[], laws: LawsComparison, rubric: Rubric): Html {
  const withRange = ranked.some(({ assessment }) => isOpen(assessment));
  const n = 'n' as const;
  const columns = [
    { title: phrase('compare', 'law') },
    { title: phrase('compare', 'place'), kind: n },
    { title: phrase('compare', 'chart'), kind: 'bar' as const },
    { title: phrase('compare', 'score'), kind: n },
    ...(withRange ? [{ title: phrase('compare', 'range'), kind: n }] : []),
    { title: phrase('compare', 'band') },
  ];
  const rows = ranked.map(({ letter, name, place, assessment }) => [
    html`${letter}. ${name}`,
    phrase('compare', 'place-word', { place }),
    assessment.applicable > 0 && scoreBar(rubric, assessment, name),
    showFigure(assessment.score, rubric),
    ...(withRange ? [rangeWords(assessment)] : []),
    bandBadge(rubric, assessment.band),
  ]);
  const notes = indistinctSentences(ranked, laws).map((sentence) => html`<p class="mark">${sentence}</p>\n`);
  const caps = ranked.flatMap(({ letter, assessment }) =>
    capSentences(rubric, assessment).map((sentence) => html`<li>${letter}: ${sentence}</li>\n`),
  );
  return html`${scrolling(phrase('compare', 'ranking'), htmlTable(columns, rows))}
${notes}${caps.length > 0 && html`<ul>\n${caps}</ul>\n`}<p>${phrase('compare', 'ranking-limits')}</p>
${bandScale(rubric)}`;
}

/** Each cell has its number and its band in words: the colour only helps the eye. */
function heatMap(ranked: readonly RankedLaw[], laws: LawsComparison, rubric: Rubric): Html {
  const head = ranked.map(({ letter, name }) => html`<th scope="col" class="c" title="${name}">${letter}</th>`);
  const rows = laws.features.map(({ id, title, best }) => {
    const cells = ranked.map(({ index, assessment }) => {
      const found = assessment.features.find((feature) => feature.id === id);
      const mark = `${best.includes(index) ? '*' : ''}${found && isOpen(found) ? '~' : ''}`;
      const band = found?.band ?? null;
      const word = band !== null && html`<br><small>${bandTitle(rubric, band)}</small>`;
      return html`<td class="c b${toneNumber(rubric, band)}"><strong>${heatFigure(found, rubric)}${mark}</strong>${word}</td>`;
    });
    return html`<tr><th scope="row">${title}</th>${cells}<td class="c">${lettersOf(ranked, best) || phrase('compare', 'no-place')}</td></tr>\n`;
  });
  const here = ranked.flatMap(({ assessment }) => assessment.features);
  const marks = [
    phrase('compare', 'heat-best'),
    ...(here.some(isOpen) ? [phrase('compare', 'heat-open')] : []),
    ...(here.some(({ score }) => score === null) ? [phrase('compare', 'heat-none')] : []),
  ];
  const table = html`<table><thead><tr><th scope="col">${phrase('report', 'table-feature')}</th>${head}<th scope="col" class="c">${phrase('compare', 'best')}</th></tr></thead><tbody>
${rows}</tbody></table>`;
  const key = ranked.map(({ letter, name }) => html`<li>${letter}: ${name}</li>\n`);
  return html`${scrolling(phrase('compare', 'heat'), table)}\n<p>${marks.join('; ')}.</p>\n<ul>\n${key}</ul>`;
}

function critical(ranked: readonly RankedLaw[], { critical: list }: LawsComparison, named: (id: string) => Html): Html {
  if (list.length === 0) return html`<p>${phrase('compare', 'critical-none')}</p>`;
  const items = list.map(({ question, atZero, blank }) => {
    const parts = [
      ...(atZero.length > 0 ? [phrase('compare', 'critical-at-zero', { names: lettersOf(ranked, atZero) })] : []),
      ...(blank.length > 0 ? [phrase('compare', 'critical-blank', { names: lettersOf(ranked, blank) })] : []),
    ];
    return html`<li>${named(question)}: ${parts.join('; ')}</li>\n`;
  });
  return html`<ul>\n${items}</ul>`;
}

function listOf(ids: readonly string[], named: (id: string) => Html): Html {
  return html`<ul>\n${ids.map((id) => html`<li>${named(id)}</li>\n`)}</ul>`;
}

function nobody({ nobody: { anything, full } }: LawsComparison, named: (id: string) => Html): Html {
  const nothing =
    anything.length === 0
      ? html`<p>${phrase('compare', 'nobody-anything-none')}</p>`
      : html`<h3>${phrase('compare', 'nobody-anything')}</h3>\n${listOf(anything, named)}`;
  const notFull =
    full.length === 0
      ? html`<p>${phrase('compare', 'nobody-full-none')}</p>`
      : html`<h3>${phrase('compare', 'nobody-full', { n: full.length })}</h3>\n${listOf(full, named)}`;
  return html`${nothing}\n${notFull}`;
}

function only(ranked: readonly RankedLaw[], laws: LawsComparison, named: (id: string) => Html): Html {
  const blocks = (['anything', 'full'] as const).flatMap((kind) =>
    loneByLaw(ranked, laws.only[kind]).map(({ law, questions }) => {
      const name = `${law.letter} (${law.name})`;
      return html`<h3>${phrase('compare', `only-${kind}`, { name })}</h3>\n${listOf(questions, named)}\n`;
    }),
  );
  const blank = blankCount(laws);
  return html`${blocks.length > 0 ? blocks : html`<p>${phrase('compare', 'only-none')}</p>`}${blank > 0 && html`<p class="dim">${phrase('compare', 'blank-note', { n: blank })}</p>`}`;
}

function flags(ranked: readonly RankedLaw[], { flags: list }: LawsComparison, rubric: Rubric): PageSection[] {
  if (list.length === 0) return [];
  const texts = new Map(rubric.flags.map((flag) => [flag.id, flag.text]));
  const rows = list
    .filter(({ standings }) => standings.includes('present'))
    .map(({ id, severity, standings }) => {
      const present = standings.flatMap((standing, index) => (standing === 'present' ? [index] : []));
      return [html`${texts.get(id)} <code>${id}</code>`, phrase('report', `severity-${severity}`), lettersOf(ranked, present)];
    });
  const unlooked = ranked.filter(({ assessment }) => assessment.flagsChecked < list.length).map(({ index }) => index);
  const columns = [
    { title: phrase('compare', 'flag') },
    { title: phrase('compare', 'severity') },
    { title: phrase('compare', 'law') },
  ];
  const title = phrase('compare', 'flags');
  const found =
    rows.length > 0 ? scrolling(title, htmlTable(columns, rows)) : html`<p>${phrase('compare', 'flags-none-laws')}</p>`;
  const open = unlooked.length > 0 && html`<p>${phrase('compare', 'flags-open', { names: lettersOf(ranked, unlooked) })}</p>`;
  return [{ id: 'flags', title, body: html`${found}\n${open}` }];
}

function answers(ranked: readonly RankedLaw[], { questions }: LawsComparison, rubric: Rubric): Html {
  const texts = new Map(rubric.features.flatMap((feature) => feature.questions.map(({ id, text }) => [id, text])));
  const row = ({ id, top, critical: isCritical, standings }: QuestionAcross): (Html | string)[] => [
    html`${texts.get(id)} <code>${id}</code>${isCritical && html` <span class="dim">(${phrase('report', 'critical')})</span>`}`,
    ...ranked.map(({ index }) => {
      const standing = standings[index];
      return standing ? standingWord(standing) : '';
    }),
    String(top),
  ];
  const columns = [
    { title: phrase('compare', 'question') },
    ...[...ranked.map(({ letter }) => letter), phrase('compare', 'top')].map((title) => ({ title, kind: 'n' as const })),
  ];
  const parts = rubric.features.map((feature) => {
    const rows = questions.filter(({ feature: id }) => id === feature.id).map(row);
    const table = html`<details>\n<summary>${feature.title}</summary>\n${scrolling(feature.title, htmlTable(columns, rows))}\n</details>\n`;
    return rows.length > 0 && table;
  });
  return html`${parts}`;
}
