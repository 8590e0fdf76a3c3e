import type { RebasedEvidence, RebaseResult } from '../../../core/evidence.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Block, Detail, Document } from '../../document/blocks.ts';
import { code, heading, joined, list, listOfLines, paragraph, section, strong, type Text } from '../../document/build.ts';
import type { Input } from '../../reporter.ts';
import { differenceRuns } from '../../words/evidence.ts';
import { documentOf } from '../../words/rubric.ts';
import { counted } from '../../words/score.ts';

/** All that the document of `compass evidence rebase` is made from. */
export type RebaseInput = Input<RebaseResult>;

/** The evidence that moved, changed or is gone, the answers to look at again, and the provisions that are new. */
export function rebaseDocument({ result, rubric }: RebaseInput, detail: Detail): Document {
  const { source, from, to, summary, review } = result;
  const title = phrase('report', 'rebase-title', { source, to });
  const isFull = detail === 'full';
  const facts: Block = {
    kind: 'facts',
    facts: [
      [phrase('report', 'rebase-fact-answers'), source],
      [phrase('report', 'rebase-fact-old'), from ?? phrase('report', 'rebase-fact-none')],
      [phrase('report', 'rebase-fact-new'), to],
    ],
  };
  const reviewItems = review.map(({ question, because }) => [code(question), `${phrase('values', 'label-separator')}${because}`]);
  return documentOf(rubric, title, {
    blocks: [
      heading(1, title),
      isFull && facts,
      paragraph(phrase('report', 'rebase-summary', summary)),
      counted('report', { 'rebase-unknown': summary.unknown }).map((line) => paragraph(line, 'warning')),
      fateSection(result, 'moved'),
      fateSection(result, 'changed'),
      fateSection(result, 'gone'),
      aroundSection(result),
      section('review', phrase('report', 'rebase-review', { n: review.length }), list(reviewItems)),
      additionSection(result),
      isFull && paragraph(phrase('report', 'rebase-limits'), 'foot'),
    ],
  });
}

function fateSection({ evidence }: RebaseResult, fate: 'moved' | 'changed' | 'gone'): Block[] {
  const found = evidence.filter((each) => each.fate === fate);
  const items = found.map((each) => [placeText(each), fate !== 'moved' && quoteText(each)]);
  return section(fate, phrase('report', `rebase-${fate}`), listOfLines(items));
}

function placeText({ question, from, to }: RebasedEvidence): Text {
  return [code(question), `  ${to === null ? (from ?? '') : phrase('report', 'rebase-line', { from: from ?? '', to })}`];
}

function quoteText({ differences, quote }: RebasedEvidence): Text {
  return differences ? differenceRuns(differences) : quote !== null && { text: quote, style: 'quote' };
}

/** Quotes that are unchanged, in provisions that are not. */
function aroundSection({ evidence }: RebaseResult): Block[] {
  const items = evidence.map(({ question, to, around }): Text[] =>
    around ? [[code(question), `  ${to ?? ''}`], differenceRuns(around)] : [],
  );
  return section('around', phrase('report', 'rebase-around'), listOfLines(items));
}

function additionSection({ from, additions }: RebaseResult): Block[] {
  const items = additions.map(({ label, heading: title, questions }) => {
    return [strong(label), title ? `  ${title}  ` : '  ', joined(questions.map(code), phrase('values', 'list-separator'))];
  });
  const none = paragraph(phrase('report', 'rebase-no-additions'));
  return section('additions', phrase('report', 'rebase-additions'), from === null ? none : list(items));
}
