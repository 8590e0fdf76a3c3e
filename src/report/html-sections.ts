import type { Assessment } from '../core/answers.ts';
import type { AssessmentResult, Result } from '../core/result.ts';
import type { Rubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { carriedLines, flagClosing, madeBy, methodParagraphs, sourceLines, stepWords } from './documents/gap-report/narrative.ts';
import { html } from './escape/html.ts';
import { evidenceList } from './html-answers.ts';
import { dissentDetails } from './html-record.ts';
import { gravestFirst, principleWords } from './words/phrases.ts';
import { type PageSection, scrolling } from './write/html/page.ts';

/** Which answers have to be looked at again before the report is handed in. */
export function reviewSection({ review, panel, flags }: AssessmentResult): PageSection | undefined {
  if (review.length === 0) return undefined;
  // Guiding questions, and flags that were not found, have no place of their own on the page.
  const hasPlace = ({ kind, id }: AssessmentResult['review'][number]): boolean =>
    kind === 'question' || (kind === 'flag' && flags.some((flag) => flag.id === id));
  const items = review.map((entry) => {
    const name = html`<code>${entry.id}</code>`;
    return html`<li>${hasPlace(entry) ? html`<a href="#${entry.kind === 'flag' ? `flag-${entry.id}` : entry.id}">${name}</a>` : name}: ${entry.because}</li>\n`;
  });
  return {
    id: 'review',
    title: phrase('report', 'review-title'),
    body: html`<p>${phrase('report', panel ? 'review-about-panel' : 'review-about', { n: review.length })}</p>\n<ul>\n${items}</ul>`,
  };
}

/** Red flags that are present, the gravest first, and what was looked for in vain. */
export function flagSection({ flags }: AssessmentResult, assessment: Assessment, rubric: Rubric): PageSection | undefined {
  if (rubric.flags.length === 0) return undefined;
  const byId = new Map(rubric.flags.map((flag) => [flag.id, flag]));
  const articles = gravestFirst(flags).map((found) => {
    const flag = byId.get(found.id);
    return html`<article id="flag-${found.id}">
<h3>${flag?.text ?? found.id}</h3>
<p class="meta"><code>${found.id}</code>, <span class="${found.severity === 'severe' ? 'bad' : 'mark'}">${phrase('report', `severity-${found.severity}`)}</span>${flag && flag.principles.length > 0 && `, ${principleWords(flag.principles)}`}</p>
<p dir="auto">${found.because ?? phrase('report', 'no-reason')}</p>
${found.review !== undefined && html`<p class="bad">${phrase('report', 'to-review')} ${found.review}</p>`}
${evidenceList(found.evidence)}${dissentDetails(found.dissent)}
${flag?.help && html`<p class="dim"><strong>${phrase('report', 'flag-help')}</strong> ${flag.help}</p>`}
</article>
`;
  });
  const closing = flagClosing(assessment, rubric);
  return {
    id: 'flags',
    title: phrase('report', 'flags'),
    body: html`<p>${phrase('report', 'flags-about')}</p>\n${articles}${closing !== '' && html`<p>${closing}</p>`}`,
  };
}

/** The steps: how far the groundwork of the draft is covered, beside the score. */
export function stepSection({ steps }: AssessmentResult, assessment: Assessment, rubric: Rubric): PageSection | undefined {
  if (steps.length === 0) return undefined;
  const blocks = rubric.steps.map((step) => {
    const found = steps.find((each) => each.id === step.id);
    if (!found) return undefined;
    const head = html`<h3>${step.title}: ${stepWords(found)}</h3>\n`;
    if (found.answered === 0) return head;
    const rows = step.questions.map((question) => {
      const answer = assessment.steps.get(question.id);
      const status = answer?.status ? phrase('report', `status-${answer.status}`) : phrase('report', 'status-open');
      return html`<tr><td>${question.text}</td><td>${status}</td><td dir="auto">${answer?.notes}</td></tr>\n`;
    });
    const table = html`<table><thead><tr><th scope="col">${phrase('report', 'table-guiding')}</th><th scope="col">${phrase('report', 'table-status')}</th><th scope="col">${phrase('report', 'table-notes')}</th></tr></thead><tbody>
${rows}</tbody></table>`;
    return html`${head}${scrolling(step.title, table)}\n`;
  });
  return {
    id: 'steps',
    title: phrase('report', 'steps-title'),
    body: html`<p>${phrase('report', 'steps-about')}</p>\n${blocks}`,
  };
}

/** Answers that are in the file and move no number, and what another version of the rubric did to them. */
export function notCountedSection(result: AssessmentResult, rubric: Rubric): PageSection | undefined {
  const { ignored, carried } = result;
  const ignoredItems = ignored.map(({ question, because }) => html`<li><code>${question}</code>: ${because}</li>\n`);
  const carriedItems = carriedLines(result).map((line) => html`<li>${line}</li>\n`);
  if (ignoredItems.length === 0 && !carried) return undefined;
  const heading = carried && phrase('report', 'carried', { from: carried.from, version: rubric.version });
  return {
    id: 'not-counted',
    title: ignoredItems.length > 0 ? phrase('report', 'ignored') : (heading ?? ''),
    body: html`${ignoredItems.length > 0 && html`<ul>\n${ignoredItems}</ul>`}
${ignoredItems.length > 0 && heading && html`<h3>${heading}</h3>`}
${carriedItems.length > 0 && html`<ul>\n${carriedItems}</ul>`}`,
  };
}

/** How the score came about, what it rests on and what it is not. */
export function methodSection(result: AssessmentResult, rubric: Rubric, run: Result): PageSection {
  const sources = sourceLines(rubric).map((line) => html`<li>${line}</li>\n`);
  return {
    id: 'method',
    title: phrase('report', 'method'),
    body: html`${methodParagraphs(result, rubric).map((paragraph) => html`<p>${paragraph}</p>\n`)}
${sources.length > 0 && html`<p>${phrase('report', 'sources')}</p>\n<ul>\n${sources}</ul>`}
<p>${madeBy(result, rubric, run)}</p>`,
  };
}
