import type { Answer, Assessment, Evidence } from '../core/answers.ts';
import { isVerified } from '../core/evidence.ts';
import { isFoundCritical } from '../core/gaps.ts';
import type { AssessmentResult, Gap, QuestionResult } from '../core/result.ts';
import type { Feature, Question, Rubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { showPoints, showScore } from '../text/number.ts';
import { stateWords } from './documents/gap-report/narrative.ts';
import { type Html, html } from './escape/html.ts';
import { dissentDetails } from './html-record.ts';
import { bandBounds, bandTitle, checkMark, principleWords } from './words/phrases.ts';
import { scoreBar } from './write/html/chart.ts';
import type { PageSection } from './write/html/page.ts';

/** A design feature with all its questions: what is seen stands open, the reasons and the words of the draft unfold. */
export function featureSection(
  feature: Feature,
  number: number,
  result: AssessmentResult,
  assessment: Assessment,
  rubric: Rubric,
): PageSection | undefined {
  const scored = result.features.find((each) => each.id === feature.id);
  if (!scored) return undefined;
  const page = (body: Html): PageSection => ({ id: `feature-${feature.id}`, title: `${number}. ${feature.title}`, body });
  if (scored.notApplicable !== undefined)
    return page(html`<p dir="auto">${phrase('report', 'feature-aside', { reason: scored.notApplicable })}</p>`);
  const results = new Map(result.questions.map((question) => [question.id, question]));
  const gaps = new Map(result.gaps.map((gap) => [gap.question, gap]));
  const articles = feature.questions.map((question) => {
    const found = results.get(question.id);
    return found && questionArticle(question, found, assessment.answers.get(question.id), gaps.get(question.id));
  });
  const verdict =
    scored.score === null
      ? phrase('report', 'feature-blank')
      : phrase('report', 'feature-score', {
          score: showScore(scored.score, bandBounds(rubric)),
          band: bandTitle(rubric, scored.band),
          answered: scored.answered,
          n: scored.applicable,
        });
  return page(html`${feature.summary && html`<p>${feature.summary}</p>`}
<p><strong>${verdict}</strong></p>
${scored.applicable > 0 && scoreBar(rubric, scored, feature.title)}
${articles}`);
}

function questionArticle(question: Question, result: QuestionResult, answer: Answer | undefined, gap: Gap | undefined): Html {
  const { lead, text } = stateWords(question, result);
  const atZero = gap !== undefined && isFoundCritical(gap);
  const principles = question.principles.length > 0 && html`, ${principleWords(question.principles)}`;
  const critical = question.critical && html`, <span class="${atZero ? 'bad' : 'mark'}">${phrase('report', 'critical')}</span>`;
  return html`<article id="${question.id}">
<h3>${question.text}</h3>
<p class="meta"><code>${question.id}</code>${principles}${critical}</p>
<p><span class="level">${lead}</span> <span dir="auto">${text}</span></p>
${answer?.review && html`<p class="bad">${phrase('report', 'to-review')} ${answer.review}</p>`}
${reasons(answer, gap?.answered ? gap : undefined)}${dissentDetails(answer?.dissent)}
</article>
`;
}

/** What unfolds: why, with which words of the draft, and how to close the gap. Its title says what is in it. */
function reasons(answer: Answer | undefined, gap: Gap | undefined): Html | undefined {
  const pieces = answer?.evidence ?? [];
  const words: string[] = [];
  if (answer?.rationale) words.push(phrase('html', 'summary-why'));
  if (pieces.length > 0) words.push(phrase('html', 'summary-evidence', { n: pieces.length }));
  if (gap?.gap) words.push(phrase('html', 'summary-close', { points: showPoints(gap.points) }));
  if (words.length === 0) return undefined;
  const body = html`${answer?.rationale && html`<p dir="auto">${answer.rationale}</p>`}
${evidenceList(pieces)}
${answer?.confidence && html`<p class="dim">${phrase('report', 'confidence', { confidence: phrase('report', `confidence-${answer.confidence}`) })}</p>`}
${gap?.gap && html`<p class="close"><strong>${phrase('report', 'to-close-points', { points: showPoints(gap.points) })}</strong> ${gap.gap}</p>`}`;
  const title = words.join(', ');
  return html`<details><summary>${title.charAt(0).toUpperCase() + title.slice(1)}</summary>
${body}
</details>`;
}

/** Evidence as a list: the provision, its words, a remark, and whether the words stand in the draft. */
export function evidenceList(evidence: readonly Evidence[]): Html | undefined {
  const shown = evidence.filter(({ at, quote, note }) => at !== undefined || quote !== undefined || note !== undefined);
  if (shown.length === 0) return undefined;
  const items = shown.map(({ at, quote, note, check }) => {
    const mark = check && html` <span class="${isVerified(check) ? 'good' : 'bad'}">(${checkMark(check)})</span>`;
    return html`<li>${at !== undefined && html`<strong>${at}</strong>`}${quote !== undefined && html`<blockquote dir="auto">${`“${quote}”`}${mark}</blockquote>`}${note !== undefined && html`<p dir="auto">${note}</p>`}</li>
`;
  });
  return html`<ul>
${items}</ul>`;
}
