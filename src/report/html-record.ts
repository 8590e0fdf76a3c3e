import type { Dissent } from '../core/answers.ts';
import type { AssessmentResult } from '../core/result.ts';
import { phrase } from '../messages/phrases.ts';
import { dissentWords, recordSentences } from './documents/panel/record.ts';
import { type Html, html } from './escape/html.ts';
import type { PageSection } from './write/html/page.ts';

/** The panel that the answers were settled from; undefined where they are one reviewer's. */
export function recordSection({ panel }: AssessmentResult): PageSection | undefined {
  if (!panel) return undefined;
  return {
    id: 'panel',
    title: phrase('panel', 'record-title'),
    body: html`<p dir="auto">${recordSentences(panel).join(' ')}</p>`,
  };
}

/** Views of a panel's reviewers that are not the answer. */
export function dissentDetails(dissent: readonly Dissent[] | undefined): Html | undefined {
  if (!dissent || dissent.length === 0) return undefined;
  const items = dissent.map((each) => html`<li dir="auto">${dissentWords(each)}</li>\n`);
  return html`
<details><summary>${phrase('panel', 'record-dissent')}</summary>
<ul>
${items}</ul>
</details>`;
}
