import type { Evidence } from '../core/answers.ts';
import type { Agreement, PanelResult, View } from '../core/panel/result.ts';
import type { Question, Rubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { showRange, showScore } from '../text/number.ts';
import { alphaWords, intervalWords, percentWords, shownAlpha } from './documents/panel/numbers.ts';
import {
  agreementSentences,
  discussionMarks,
  flagViewWords,
  howToRead,
  leaningSentences,
  leaningWords,
  levelWords,
  type PanelInput,
  panelFacts,
  panelTitle,
  reasonWords,
  settledSentence,
  stepViewWords,
  viewWords,
  warningSentence,
} from './documents/panel/words.ts';
import { type Html, html } from './escape/html.ts';
import { questionsOf } from './questions.ts';
import { bandBounds } from './words/phrases.ts';
import { bandBadge, scoreBar } from './write/old-html/chart.ts';
import { htmlPage, type PageSection, scrolling } from './write/old-html/page.ts';

interface Column {
  readonly title: string;
  readonly numbers?: true;
}

/** The whole comparison as a page. */
export function panelHtml({ result, rubric }: PanelInput): string {
  const warnings = result.warnings.map(
    (warning) => html`<p><span class="bad">${phrase('panel', 'forced')}</span> ${warningSentence(warning)}</p>\n`,
  );
  const sections: (PageSection | undefined)[] = [
    { id: 'who', title: phrase('panel', 'who'), body: whoBody(result, rubric) },
    { id: 'agreement', title: phrase('panel', 'agreement'), body: agreementBody(result) },
    discussSection(result, rubric),
    flagSection(result, rubric),
    stepSection(result, rubric),
    { id: 'questions', title: phrase('panel', 'questions'), body: questionBody(result, rubric) },
    result.settled && { id: 'settled', title: phrase('panel', 'settled'), body: html`<p>${settledSentence(result)}</p>` },
    {
      id: 'method',
      title: phrase('panel', 'method'),
      body: html`<p>${phrase('panel', 'method-limits')}</p>
<p>${phrase('panel', 'method-sources')}</p>`,
    },
  ];
  return htmlPage({
    language: rubric.language,
    title: panelTitle(result),
    opening: html`<p class="meta">${panelFacts(result).join(' · ')}</p>
${warnings}<p class="notice">${rubric.notice}</p>`,
    sections: sections.filter((section) => section !== undefined),
    closing: html`<p>${phrase('panel', 'made-by', { title: rubric.title, version: rubric.version, digest: result.rubric.digest, tool: result.tool.version })}</p>`,
  });
}

function whoBody(result: PanelResult, rubric: Rubric): Html {
  const columns = ['answered', 'aside', 'open', 'flags', 'steps', 'score'] as const;
  const rows = result.panel.map((reviewer) => {
    const { label, organisation, answered, notApplicable, unanswered, flagsChecked, guidingAnswered, score, low, high } =
      reviewer;
    const figures = [
      answered,
      notApplicable,
      unanswered,
      flagsChecked,
      guidingAnswered,
      score === null ? showRange(low, high) : showScore(score, bandBounds(rubric)),
    ];
    return html`<tr><th scope="row">${organisation === undefined ? label : `${label}, ${organisation}`}</th>${figures.map((figure) => html`<td class="n">${figure}</td>`)}<td>${scoreBar(rubric, reviewer, label)}</td><td>${bandBadge(rubric, reviewer.band)}</td><td>${leaningWords(reviewer.leaning)}</td></tr>\n`;
  });
  const head = html`<tr><th scope="col">${phrase('panel', 'table-reviewer')}</th>${columns.map((key) => html`<th scope="col" class="n">${phrase('panel', `table-${key}`)}</th>`)}<th scope="col">${phrase('panel', 'table-range')}</th><th scope="col">${phrase('panel', 'table-band')}</th><th scope="col">${phrase('panel', 'table-leaning')}</th></tr>`;
  return html`${scrolling(
    phrase('panel', 'who'),
    html`<table>
<thead>${head}</thead>
<tbody>
${rows}</tbody>
</table>`,
  )}
<p class="dim">${[phrase('panel', 'who-about'), ...leaningSentences(result)].join(' ')}</p>`;
}

function agreementBody(result: PanelResult): Html {
  const { overall, features } = result.agreement;
  const paragraphs = agreementSentences(result).map((sentence) => html`<p>${sentence}</p>\n`);
  if (overall.percent === null) return html`${paragraphs}`;
  const row = (name: string, agreement: Agreement): string[] => [
    name,
    String(agreement.compared),
    percentWords(agreement),
    alphaWords(agreement, 'ordinal'),
    intervalWords(agreement),
  ];
  const columns: Column[] = [
    { title: phrase('panel', 'table-feature') },
    ...(['compared', 'percent', 'alpha', 'interval'] as const).map(
      (key): Column => ({ title: phrase('panel', `table-${key}`), numbers: true }),
    ),
  ];
  const rows = [row(phrase('panel', 'overall'), overall), ...features.map((feature) => row(feature.title, feature))];
  return html`<div class="verdict">${paragraphs}</div>
${table(phrase('panel', 'agreement'), columns, rows)}
<p class="dim">${howToRead(result)}</p>`;
}

function discussSection({ agreement, discuss }: PanelResult, rubric: Rubric): PageSection | undefined {
  if (agreement.overall.percent === null) return undefined;
  const title = phrase('panel', 'discuss');
  if (discuss.length === 0) return { id: 'discuss', title, body: html`<p>${phrase('panel', 'discuss-none')}</p>` };
  const questions = questionsOf(rubric);
  const found = new Map(agreement.questions.map((each) => [each.id, each]));
  const entries = discuss.flatMap((entry, index) => {
    const question = questions.get(entry.question);
    const compared = found.get(entry.question);
    if (!question || !compared) return [];
    const rows = compared.views.map((view) => viewRow(view, question));
    return [
      html`<article>
<h3>${index + 1}. ${question.text}</h3>
<p class="meta"><code>${question.id}</code>, ${discussionMarks(entry, question, compared.mixed).join(', ')}</p>
${table(question.text, viewColumns(), rows)}
</article>
`,
    ];
  });
  return { id: 'discuss', title, body: html`<p>${phrase('panel', 'discuss-about')}</p>\n${entries}` };
}

function viewColumns(): Column[] {
  return (['reviewer', 'view', 'rationale', 'evidence'] as const).map((key) => ({ title: phrase('panel', `table-${key}`) }));
}

function viewRow(view: View, question: Question): (string | Html)[] {
  const { lead, text } = viewWords(view, question);
  return [
    view.reviewer,
    html`<span class="level">${lead}</span>${text && `: ${text}`}`,
    reasonWords(view).join(' '),
    evidenceList(view.evidence),
  ];
}

function evidenceList(evidence: readonly Evidence[]): Html {
  const items = evidence
    .filter(({ at, quote, note }) => at !== undefined || quote !== undefined || note !== undefined)
    .map(
      ({ at, quote, note }) =>
        html`<li>${at !== undefined && html`<b>${at}</b> `}${quote !== undefined && html`<q>${quote}</q> `}${note}</li>`,
    );
  return items.length === 0 ? html`` : html`<ul>${items}</ul>`;
}

function flagSection({ flags }: PanelResult, rubric: Rubric): PageSection | undefined {
  if (flags.length === 0) return undefined;
  const texts = new Map(rubric.flags.map((flag) => [flag.id, flag.text]));
  const entries = flags.map(({ id, severity, views }) => {
    const text = texts.get(id) ?? id;
    const rows = views.map((view) => [view.reviewer, flagViewWords(view), view.rationale ?? '', evidenceList(view.evidence)]);
    return html`<article>
<h3>${text}</h3>
<p class="meta"><code>${id}</code>, ${phrase('report', `severity-${severity}`)}</p>
${table(text, viewColumns(), rows)}
</article>
`;
  });
  return { id: 'flags', title: phrase('panel', 'flags'), body: html`${entries}` };
}

function stepSection({ steps }: PanelResult, rubric: Rubric): PageSection | undefined {
  if (steps.length === 0) return undefined;
  const texts = new Map(rubric.steps.flatMap((step) => step.questions.map((question) => [question.id, question.text])));
  const entries = steps.map(({ id, views }) => {
    const text = texts.get(id) ?? id;
    const rows = views.map((view) => [view.reviewer, stepViewWords(view), view.notes ?? '']);
    return html`<article>
<h3>${text}</h3>
<p class="meta"><code>${id}</code></p>
${table(text, viewColumns().slice(0, 3), rows)}
</article>
`;
  });
  return { id: 'steps', title: phrase('panel', 'steps'), body: html`${entries}` };
}

function questionBody({ agreement, panel }: PanelResult, rubric: Rubric): Html {
  const questions = questionsOf(rubric);
  const columns: Column[] = [
    { title: phrase('panel', 'table-question') },
    { title: phrase('panel', 'table-levels') },
    ...(['spread', 'percent', 'alpha'] as const).map(
      (key): Column => ({ title: phrase('panel', `table-${key}`), numbers: true }),
    ),
  ];
  const rows = agreement.questions.map((each) => [
    questions.get(each.id)?.text ?? each.id,
    levelWords(each).join(' '),
    each.spread === null ? '' : String(each.spread),
    each.percent === null ? '' : percentWords(each),
    each.alpha.ordinal === null ? '' : shownAlpha(each.alpha.ordinal),
  ]);
  return html`<p>${phrase('panel', 'questions-about', { reviewers: panel.map(({ label }) => label).join(', ') })}</p>
${table(phrase('panel', 'questions'), columns, rows)}`;
}

/** A table whose first column names its rows. */
function table(name: string, columns: readonly Column[], rows: readonly (readonly (string | Html)[])[]): Html {
  const head = columns.map(({ title, numbers }) => html`<th scope="col"${numbers && html` class="n"`}>${title}</th>`);
  const body = rows.map(
    ([first = '', ...cells]) =>
      html`<tr><th scope="row">${first}</th>${cells.map((each, index) => html`<td${columns[index + 1]?.numbers && html` class="n"`}>${each}</td>`)}</tr>\n`,
  );
  return scrolling(
    name,
    html`<table>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
</table>`,
  );
}
