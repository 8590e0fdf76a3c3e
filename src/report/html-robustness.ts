import type { AssessmentResult } from '../core/result.ts';
import type { BandProbability, Robustness } from '../core/robustness/result.ts';
import type { Rubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { showScore } from '../text/number.ts';
import { caseWords, robustnessWords } from './documents/robustness/narrative.ts';
import { type Html, html } from './escape/html.ts';
import { bandBounds, bandTitle } from './words/phrases.ts';
import { bandBadge, percent, rangeLine, toneNumber, zones } from './write/html/chart.ts';
import type { PageSection } from './write/html/page.ts';

/** How sure the score is, in words and as two charts; undefined where it was not asked for. */
export function robustnessSection(result: AssessmentResult, rubric: Rubric): PageSection | undefined {
  const words = robustnessWords(result, rubric);
  if (!words) return undefined;
  const { robustness } = result;
  const charts =
    robustness && html`${intervalStrip(robustness, result, rubric)}\n<p class="dim">${phrase('robustness', 'chart-about')}</p>`;
  const pivots = words.pivotLines.map((line) => html`<li>${line}</li>\n`);
  const closing = [words.mend, words.drivers, words.geometric, words.method].filter((text) => text !== '');
  return {
    id: 'robustness',
    title: phrase('robustness', 'title'),
    body: html`<p>${words.range}</p>
${charts}
${robustness && bandChart(robustness.bands, rubric)}
${words.pivots !== '' && html`<p>${words.pivots}</p>`}
${pivots.length > 0 && html`<ul>\n${pivots}</ul>`}
${closing.map((text) => html`<p>${text}</p>\n`)}`,
  };
}

/** Where 90 % of the drawn scores lie, over the zones of the bands. The sentence above it says the same. */
function intervalStrip({ interval90, median }: Robustness, { score, band }: AssessmentResult, rubric: Rubric): Html {
  const shown = (value: number): string => showScore(value, bandBounds(rubric));
  const [low, high] = interval90;
  const words = phrase('robustness', 'chart', {
    from: shown(low),
    to: shown(high),
    median: shown(median),
    score: shown(score ?? 0),
  });
  const mark = percent(Math.max(0, (score ?? 0) - 0.3));
  return html`<svg class="bar big" role="img" aria-label="${words}"><title>${words}</title>${zones(rubric)}<rect x="${mark}" y="10%" width="0.6%" height="80%" class="f${toneNumber(rubric, band)}"/>${rangeLine(low, high)}<rect x="0" y="0" width="100%" height="100%" class="edge"/></svg>`;
}

/** How often the draws end in each band: the picture and its figures in one table. */
function bandChart(bands: readonly BandProbability[], rubric: Rubric): Html {
  const capped = bands.some(({ probability, uncapped }) => probability !== uncapped);
  const rows = bands.map(({ id, probability, uncapped }) => {
    const words = phrase('robustness', 'bar', { band: bandTitle(rubric, id), cases: caseWords(probability) });
    const bar = html`<svg class="bar" role="img" aria-label="${words}"><title>${words}</title><rect x="0" y="25%" width="${percent(100 * probability)}" height="50%" class="f${toneNumber(rubric, id)}"/><rect x="0" y="0" width="100%" height="100%" class="edge"/></svg>`;
    return html`<tr><th scope="row">${bandBadge(rubric, id)}</th><td class="bar">${bar}</td><td>${caseWords(probability)}</td>${capped && html`<td>${caseWords(uncapped)}</td>`}</tr>\n`;
  });
  const head = html`<tr><th scope="col">${phrase('report', 'table-band')}</th><th scope="col">${phrase('robustness', 'table-chart')}</th><th scope="col">${phrase('robustness', 'table-cases')}</th>${capped && html`<th scope="col">${phrase('robustness', 'table-cases-uncapped')}</th>`}</tr>`;
  return html`<table class="chart"><caption>${phrase('robustness', capped ? 'bands-about-caps' : 'bands-about')}</caption><thead>${head}</thead><tbody>
${rows}</tbody></table>`;
}
