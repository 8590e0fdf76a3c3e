import type { Dissent, PanelRecord } from '../../../core/answers.ts';
import { readingOf } from '../../../core/panel/agreement.ts';
import type { AssessmentResult } from '../../../core/result.ts';
import { aside, clauses, inSentences, listed, withColon } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Block } from '../../document/blocks.ts';
import { type Blocks, blocksOf, list, paragraph, section } from '../../document/build.ts';
import { intervalWords, percentWords, shownAlpha } from './agreement.ts';

/** The panel that the answers were settled from; empty if they are one reviewer's. */
export function recordSection({ panel }: AssessmentResult): Block[] {
  return section('panel', phrase('panel', 'record-title'), panel && paragraph(inSentences(recordSentences(panel))));
}

function recordSentences({ reviewers, rule, members = [], agreement, settled }: PanelRecord): string[] {
  const named = members.map(({ name, organisation }) => listed([name, organisation].filter(Boolean))).filter(Boolean);
  const names = named.length === 0 ? '' : aside(clauses(named));
  const { percent, alpha, marks } = agreement;
  const first = phrase('panel', 'record', { n: reviewers, names, rule, ...settled });
  if (percent === null) return [first, phrase('panel', 'record-nothing')];
  const figures = {
    percent: percentWords({ percent }),
    alpha: shownAlpha(alpha.ordinal),
    interval95: intervalWords('interval95', agreement),
  };
  const reading = readingOf(alpha.ordinal);
  return [
    first,
    phrase('panel', alpha.ordinal === null ? 'record-no-alpha' : 'record-agreement', figures),
    ...(reading ? [phrase('panel', `record-${reading}`)] : []),
    ...(marks ? [marksSentence(marks)] : []),
  ];
}

function marksSentence({ percent, alpha }: NonNullable<PanelRecord['agreement']['marks']>): string {
  const figures = { percent: percentWords({ percent }), alpha: shownAlpha(alpha) };
  return phrase('panel', alpha === null ? 'record-marks-no-alpha' : 'record-marks', figures);
}

/** Answers of a panel's reviewers that differ from the settled one; empty if there are none. */
export function dissentDetails(dissent: readonly Dissent[] = []): Blocks {
  const blocks = blocksOf(list(dissent.map(dissentWords)));
  return { kind: 'details', summary: phrase('panel', 'record-dissent'), titled: true, blocks };
}

function dissentWords({ reviewer, level, marks, notApplicable, present, status, rationale }: Dissent): string {
  const answer = (): string => {
    if (level !== undefined) return levelWords(level, marks);
    if (notApplicable !== undefined) return withColon(phrase('panel', 'not-applicable'), notApplicable);
    if (present !== undefined) return phrase('panel', present ? 'present' : 'not-present');
    return phrase('panel', `status-${status ?? 'missing'}`);
  };
  return withColon(reviewer, answer(), rationale);
}

/** `level 2, marks: approved, published`; only the level if the answer has no list of marks. */
function levelWords(level: number, marks: Dissent['marks']): string {
  if (!marks) return phrase('panel', 'level', { level });
  return phrase('panel', 'level-marks', { level, marks: listed(marks) || phrase('panel', 'marks-nothing') });
}
