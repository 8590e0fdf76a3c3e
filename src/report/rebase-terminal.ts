import type { EvidenceFate, RebasedEvidence, RebaseResult } from '../core/evidence.ts';
import { phrase } from '../messages/phrases.ts';
import { visible, wrapped } from '../text/plain-text.ts';
import { shownDifferences } from './evidence-terminal.ts';
import type { Style } from './write/style.ts';

/** `compass evidence rebase`: what moved, changed and is gone, what to look at again, and what is new. */
export function rebaseReport(result: RebaseResult, width: number, style: Style): string {
  const { source, to, from, summary, evidence, review, additions } = result;
  const blocks = [
    [
      style.bold(wrapped(visible(phrase('report', 'rebase-title', { source, to })), width)),
      wrapped(phrase('report', 'rebase-summary', summary), width),
    ].join('\n'),
  ];
  if (summary.unknown > 0) blocks.push(wrapped(phrase('report', 'rebase-unknown', { n: summary.unknown }), width));
  const of = (fate: EvidenceFate): readonly RebasedEvidence[] => evidence.filter((each) => each.fate === fate);
  if (summary.moved > 0) {
    blocks.push(
      [style.bold(phrase('report', 'rebase-moved')), ...of('moved').map((each) => wrapped(line(each), width, 2))].join('\n'),
    );
  }
  for (const fate of ['changed', 'gone'] as const) {
    if (summary[fate] > 0) {
      blocks.push(
        [style.bold(phrase('report', `rebase-${fate}`)), ...of(fate).flatMap((each) => entry(each, width, style))].join('\n'),
      );
    }
  }
  const around = evidence.filter((each) => each.around);
  if (around.length > 0) {
    const lines = around.flatMap((each) => [
      wrapped(`${visible(each.question)}  ${visible(each.to ?? '')}`, width, 2),
      wrapped(shownDifferences(each.around ?? [], style), width, 4),
    ]);
    blocks.push([style.bold(phrase('report', 'rebase-around')), ...lines].join('\n'));
  }
  if (review.length > 0) {
    const lines = review.map(({ question, because }) =>
      wrapped(visible(phrase('report', 'review-line', { id: question, because })), width, 2),
    );
    blocks.push([style.bold(phrase('report', 'rebase-review', { n: review.length })), ...lines].join('\n'));
  }
  if (from === null) blocks.push(wrapped(phrase('report', 'rebase-no-additions'), width));
  else if (additions.length > 0) {
    const lines = additions.map(({ label, heading, questions }) =>
      wrapped(visible([label, heading, questions.join(', ')].filter(Boolean).join('  ')), width, 2),
    );
    blocks.push([style.bold(phrase('report', 'rebase-additions')), ...lines].join('\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}

function line({ question, from, to }: RebasedEvidence): string {
  return visible(
    to === null
      ? phrase('report', 'rebase-line-gone', { question, from: from ?? '' })
      : phrase('report', 'rebase-line', { question, from: from ?? '', to }),
  );
}

function entry(evidence: RebasedEvidence, width: number, style: Style): string[] {
  const lines = [wrapped(line(evidence), width, 2)];
  if (evidence.differences) lines.push(wrapped(shownDifferences(evidence.differences, style), width, 4));
  else if (evidence.quote !== null) lines.push(wrapped(`"${visible(evidence.quote)}"`, width, 4));
  return lines;
}
