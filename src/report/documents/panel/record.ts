import type { Dissent, PanelRecord } from '../../../core/answers.ts';
import { readingOf } from '../../../core/panel/agreement.ts';
import type { AssessmentResult } from '../../../core/result.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Block } from '../../document/blocks.ts';
import { listOf, paragraph, section } from '../../document/build.ts';
import { intervalWords, percentWords, shownAlpha } from './numbers.ts';

/** What an assessment that a panel's answers were settled into says of that panel. */
export function recordSentences({ reviewers, rule, members, agreement, settled }: PanelRecord): string[] {
  const named = (members ?? []).flatMap(({ name, organisation }) => [name, organisation].filter(Boolean).join(', ') || []);
  const names = named.length === 0 ? '' : ` (${named.join('; ')})`;
  const { percent, alpha } = agreement;
  const figures = {
    percent: percentWords({ percent }),
    alpha: shownAlpha(alpha.ordinal),
    interval95: intervalWords({ interval95: agreement.interval95 ?? {} }, 'in brackets'),
  };
  const sentences = [phrase('panel', 'record', { n: reviewers, names, rule, ...settled })];
  if (percent === null) return [...sentences, phrase('panel', 'record-nothing')];
  sentences.push(phrase('panel', alpha.ordinal === null ? 'record-no-alpha' : 'record-agreement', figures));
  const reading = readingOf(alpha.ordinal);
  if (reading) sentences.push(phrase('panel', `record-${reading}`));
  return sentences;
}

/** A view that was not settled on, in a line. */
export function dissentWords({ reviewer, level, notApplicable, present, status, rationale }: Dissent): string {
  const view =
    level !== undefined
      ? phrase('panel', 'level', { level })
      : notApplicable !== undefined
        ? `${phrase('panel', 'not-applicable')}: ${notApplicable}`
        : present !== undefined
          ? phrase('panel', present ? 'present' : 'not-present')
          : phrase('panel', `status-${status ?? 'missing'}`);
  return [reviewer, view, rationale].filter((part) => part !== undefined && part !== '').join(': ');
}

/** The panel that the answers were settled from; empty where they are one reviewer's. */
export function recordSection({ panel }: AssessmentResult): Block[] {
  return panel ? [section('panel', phrase('panel', 'record-title')), paragraph(recordSentences(panel).join(' '))] : [];
}

/** Views of a panel's reviewers that are not the answer; empty where there are none. */
export function dissentDetails(dissent: readonly Dissent[] | undefined): Block[] {
  if (!dissent || dissent.length === 0) return [];
  const blocks = [listOf(dissent.map(dissentWords))];
  return [{ kind: 'details', summary: phrase('panel', 'record-dissent'), titled: true, blocks }];
}
