import type { Addition, EvidenceFate, RebasedEvidence, RebaseResult } from '../../../core/evidence.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Block, Detail, Document, Runs } from '../../document/blocks.ts';
import { code, joined, list, paragraph, plain, section, strong } from '../../document/build.ts';
import { frameOf } from '../../words/phrases.ts';
import { differenceRuns } from './differences.ts';

/** All that the document of `compass evidence rebase` is made from. */
export interface RebaseInput {
  readonly result: RebaseResult;
  readonly rubric: Rubric;
}

/** What moved, changed and is gone, what to look at again, and what is new. */
export function rebaseDocument({ result, rubric }: RebaseInput, detail: Detail): Document {
  const { source, to, summary } = result;
  const title = phrase('report', 'rebase-title', { source, to });
  return {
    title,
    ...frameOf(rubric),
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...(detail === 'full' ? [facts(result)] : []),
      paragraph(phrase('report', 'rebase-summary', summary)),
      ...(summary.unknown > 0 ? [paragraph(phrase('report', 'rebase-unknown', { n: summary.unknown }), 'warning')] : []),
      ...fateSection(result, 'moved'),
      ...fateSection(result, 'changed'),
      ...fateSection(result, 'gone'),
      ...aroundSection(result),
      ...reviewSection(result),
      ...additionSection(result),
      ...(detail === 'full' ? [paragraph(phrase('report', 'rebase-limits'), 'foot')] : []),
    ],
  };
}

function facts({ source, from, to }: RebaseResult): Block {
  return {
    kind: 'facts',
    facts: [
      [phrase('report', 'rebase-fact-answers'), source],
      [phrase('report', 'rebase-fact-old'), from ?? phrase('report', 'rebase-fact-none')],
      [phrase('report', 'rebase-fact-new'), to],
    ],
  };
}

function fateSection({ evidence }: RebaseResult, fate: EvidenceFate & ('moved' | 'changed' | 'gone')): Block[] {
  const found = evidence.filter((each) => each.fate === fate);
  if (found.length === 0) return [];
  return [
    section(fate, phrase('report', `rebase-${fate}`)),
    list(found.map((each) => [placeRuns(each), ...(fate === 'moved' ? [] : wordLines(each))])),
  ];
}

function placeRuns({ question, from, to }: RebasedEvidence): Runs {
  const place = to === null ? (from ?? '') : phrase('report', 'rebase-line', { from: from ?? '', to });
  return [code(question), plain(`  ${place}`)];
}

function wordLines({ differences, quote }: RebasedEvidence): Runs[] {
  if (differences) return [differenceRuns(differences)];
  return quote === null ? [] : [[{ text: quote, set: 'quote' }]];
}

/** Quotes that stand as they were, in words that do not. */
function aroundSection({ evidence }: RebaseResult): Block[] {
  const items = evidence.flatMap(({ question, to, around }) =>
    around ? [[[code(question), plain(`  ${to ?? ''}`)], differenceRuns(around)]] : [],
  );
  return items.length === 0 ? [] : [section('around', phrase('report', 'rebase-around')), list(items)];
}

function reviewSection({ review }: RebaseResult): Block[] {
  if (review.length === 0) return [];
  const items = review.map(({ question, because }): Runs[] => [[code(question), plain(`: ${because}`)]]);
  return [section('review', phrase('report', 'rebase-review', { n: review.length })), list(items)];
}

function additionSection({ from, additions }: RebaseResult): Block[] {
  const head = section('additions', phrase('report', 'rebase-additions'));
  if (from === null) return [head, paragraph(phrase('report', 'rebase-no-additions'))];
  return additions.length === 0 ? [] : [head, list(additions.map((addition) => [additionRuns(addition)]))];
}

function additionRuns({ label, heading, questions }: Addition): Runs {
  const ids = joined(questions.map(code), ', ');
  return [strong(label), plain(heading ? `  ${heading}  ` : '  '), ...ids];
}
