import type { Assessment } from '../core/answers.ts';
import { isFoundCritical } from '../core/gaps.ts';
import type { AssessmentResult, FeatureResult, Result } from '../core/result.ts';
import type { Rubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { showPoints, showRange, showScore } from '../text/number.ts';
import { draftFacts, profileSentences, restSentences, verdictSentences } from './documents/gap-report/narrative.ts';
import { type Html, html } from './escape/html.ts';
import { featureSection } from './html-answers.ts';
import { recordSection } from './html-record.ts';
import { robustnessSection } from './html-robustness.ts';
import { flagSection, methodSection, notCountedSection, reviewSection, stepSection } from './html-sections.ts';
import { questionsOf } from './questions.ts';
import type { ReportInput } from './reporter.ts';
import { bandBounds, evidenceSentences, gateSentence } from './words/phrases.ts';
import { bandBadge, bandScale, scoreBar } from './write/html/chart.ts';
import { htmlPage, type PageSection, scrolling } from './write/html/page.ts';

/** How many gaps stand in the table of the most valuable ones; each gap is told in full with its feature. */
const gapsInTable = 12;

/** The full gap report of one draft as a page that is one file. */
export function htmlReport({ result, rubric, assessments }: ReportInput): string {
  const [only] = result.assessments;
  const [assessment] = assessments;
  if (!only || !assessment) return htmlPage(emptyPage(rubric));
  return htmlPage({
    language: rubric.language,
    title: phrase('report', 'title', { title: only.draft.title ?? only.source }),
    opening: opening(only, rubric),
    sections: sectionsOf(only, assessment, rubric, result),
    closing: html`<p>${rubric.notice}</p><p>${phrase('html', 'continue', { file: only.source })}</p>`,
  });
}

function emptyPage({ language, title, notice }: Rubric): Parameters<typeof htmlPage>[0] {
  return {
    language,
    title,
    opening: html`<p>${phrase('report', 'batch-none')}</p>`,
    sections: [],
    closing: html`<p>${notice}</p>`,
  };
}

function sectionsOf(only: AssessmentResult, assessment: Assessment, rubric: Rubric, run: Result): PageSection[] {
  return [
    summarySection(only, rubric),
    recordSection(only),
    robustnessSection(only, rubric),
    criticalSection(only, rubric),
    reviewSection(only),
    valueSection(only, rubric),
    actionSection(only),
    ...rubric.features.map((feature, index) => featureSection(feature, index + 1, only, assessment, rubric)),
    flagSection(only, assessment, rubric),
    stepSection(only, assessment, rubric),
    notCountedSection(only, rubric),
    methodSection(only, rubric, run),
  ].filter((section) => section !== undefined);
}

function opening(result: AssessmentResult, rubric: Rubric): Html {
  const facts = draftFacts(result).map(([name, value]) => html`<dt>${name}</dt><dd dir="auto">${value}</dd>\n`);
  const list = facts.length > 0 && html`<dl class="facts">\n${facts}</dl>`;
  return html`${list}
<p class="notice">${rubric.notice}</p>`;
}

function summarySection(result: AssessmentResult, rubric: Rubric): PageSection {
  const [first = '', ...rest] = verdictSentences(result, rubric);
  const figure =
    result.score === null
      ? html`<p>${first}</p>`
      : html`<p><span class="figure">${showScore(result.score, bandBounds(rubric))}</span> <span class="of">/ 100</span> ${bandBadge(rubric, result.band)}</p>`;
  const bar = result.applicable > 0 && scoreBar(rubric, result, phrase('report', 'score'), true);
  const evidence = evidenceSentences(result);
  const gates = result.gates.map(
    (gate) => html`<li class="${gate.holds ? 'good' : 'bad'}">${phrase('report', 'gate')} ${gateSentence(gate)}</li>\n`,
  );
  return {
    id: 'summary',
    title: phrase('report', 'summary'),
    body: html`<div class="verdict">
${figure}
${bar}
<p>${rest.join(' ')}</p>
</div>
${paragraph(profileSentences(result, rubric))}
${paragraph(evidence)}
${gates.length > 0 && html`<ul>\n${gates}</ul>`}
<h3>${phrase('report', 'features')}</h3>
${featureChart(result, rubric)}
${bandScale(rubric)}`,
  };
}

function paragraph(sentences: readonly string[]): Html | undefined {
  return sentences.length === 0 ? undefined : html`<p>${sentences.join(' ')}</p>`;
}

/** The features as bars in a table: the picture and its figures in one. */
function featureChart({ features, gaps }: AssessmentResult, rubric: Rubric): Html {
  const criticalIn = ({ id }: FeatureResult): number => gaps.filter((gap) => gap.feature === id && isFoundCritical(gap)).length;
  const anyCritical = features.some((feature) => criticalIn(feature) > 0);
  const anyRange = features.some(hasRange);
  const rows = features.map((feature) => {
    const { applicable, score, low, high } = feature;
    const figure =
      applicable === 0
        ? phrase('report', 'not-applicable')
        : score === null
          ? phrase('report', 'not-answered-short')
          : showScore(score, bandBounds(rubric));
    return html`<tr><th scope="row"><a href="#feature-${feature.id}">${feature.title}</a></th><td class="bar">${applicable > 0 && scoreBar(rubric, feature, feature.title)}</td><td class="n">${figure}</td>${anyRange && html`<td>${hasRange(feature) && showRange(low, high)}</td>`}<td>${score !== null && bandBadge(rubric, feature.band)}</td>${anyCritical && html`<td class="n">${criticalIn(feature) > 0 && html`<span class="bad">${phrase('html', 'critical-count', { n: criticalIn(feature) })}</span>`}</td>`}</tr>
`;
  });
  const head = html`<tr><th scope="col">${phrase('report', 'table-feature')}</th><th scope="col">${phrase('html', 'chart')}</th><th scope="col" class="n">${phrase('report', 'score')}</th>${anyRange && html`<th scope="col">${phrase('report', 'table-range')}</th>`}<th scope="col">${phrase('report', 'table-band')}</th>${anyCritical && html`<th scope="col" class="n">${phrase('report', 'table-critical')}</th>`}</tr>`;
  return html`<table class="chart"><caption>${phrase('html', anyRange ? 'chart-about-range' : 'chart-about')}</caption><thead>${head}</thead><tbody>
${rows}</tbody></table>`;
}

function hasRange({ answered, applicable }: FeatureResult): boolean {
  return answered < applicable;
}

function criticalSection({ gaps }: AssessmentResult, rubric: Rubric): PageSection {
  const critical = gaps.filter(isFoundCritical);
  const open = gaps.filter((gap) => gap.critical && !gap.answered);
  const questions = questionsOf(rubric);
  const items = critical.map((gap) => {
    const question = questions.get(gap.question);
    return html`<article>
<h3><a href="#${gap.question}">${question?.text ?? gap.question}</a></h3>
<p class="meta"><code>${gap.question}</code>, ${phrase('report', 'points', { points: showPoints(gap.points) })}</p>
<p>${question?.levels[gap.level]}</p>
${gap.gap && html`<p class="close"><strong>${phrase('report', 'to-close')}</strong> ${gap.gap}</p>`}
</article>
`;
  });
  const found =
    critical.length === 0
      ? html`<p>${phrase('report', open.length > 0 ? 'critical-gaps-none-yet' : 'critical-gaps-none')}</p>`
      : html`<p>${phrase('report', 'critical-gaps-about')}</p>\n${items}`;
  const names = open.map(
    ({ question }) =>
      html`<li><a href="#${question}">${questions.get(question)?.text ?? question}</a> <code>${question}</code></li>\n`,
  );
  const blank =
    open.length > 0 && html`\n<p>${phrase('report', 'critical-gaps-open', { n: open.length })}</p>\n<ul>\n${names}</ul>`;
  return { id: 'critical', title: phrase('report', 'critical-gaps'), body: html`${found}${blank}` };
}

function valueSection({ gaps }: AssessmentResult, rubric: Rubric): PageSection {
  if (gaps.length === 0)
    return { id: 'gaps', title: phrase('report', 'gaps'), body: html`<p>${phrase('report', 'gaps-none')}</p>` };
  const questions = questionsOf(rubric);
  const found = gaps.filter(({ answered }) => answered);
  const rows = found
    .slice(0, gapsInTable)
    .map(
      (gap) =>
        html`<tr><th scope="row"><a href="#${gap.question}">${questions.get(gap.question)?.text ?? gap.question}</a>${gap.critical && html` <span class="dim">(${phrase('report', 'critical')})</span>`}</th><td class="n">${gap.level} / ${gap.top}</td><td class="n">${showPoints(gap.points)}</td><td>${gap.gap}</td></tr>\n`,
    );
  const rest = restSentences(gaps, gapsInTable).map((sentence) => html`<p>${sentence}</p>`);
  const table = html`<table><thead><tr><th scope="col">${phrase('report', 'table-gap')}</th><th scope="col" class="n">${phrase('report', 'table-level')}</th><th scope="col" class="n">${phrase('report', 'table-points')}</th><th scope="col">${phrase('report', 'table-write')}</th></tr></thead><tbody>
${rows}</tbody></table>`;
  return {
    id: 'gaps',
    title: phrase('report', 'gaps'),
    body: html`${found.length > 0 && html`<p>${phrase('report', 'gaps-about')}</p>\n${scrolling(phrase('report', 'gaps'), table)}\n`}${rest}`,
  };
}

/** Gaps that somebody has taken on: an action plan. */
function actionSection({ gaps }: AssessmentResult): PageSection | undefined {
  const planned = gaps.filter((gap) => gap.owner !== undefined || gap.due !== undefined);
  if (planned.length === 0) return undefined;
  const rows = planned.map(
    (gap) =>
      html`<tr><th scope="row"><a href="#${gap.question}"><code>${gap.question}</code></a></th><td>${gap.owner}</td><td>${gap.due}</td><td class="n">${showPoints(gap.points)}</td></tr>\n`,
  );
  const table = html`<table><thead><tr><th scope="col">${phrase('report', 'table-gap')}</th><th scope="col">${phrase('report', 'table-owner')}</th><th scope="col">${phrase('report', 'table-due')}</th><th scope="col" class="n">${phrase('report', 'table-points')}</th></tr></thead><tbody>
${rows}</tbody></table>`;
  return { id: 'action-plan', title: phrase('report', 'action-plan'), body: scrolling(phrase('report', 'action-plan'), table) };
}
