import { readingOf } from '../../../core/panel/agreement.ts';
import type {
  Discussion,
  FlagView,
  Leaning,
  PanelResult,
  PanelWarning,
  QuestionAgreement,
  StepView,
  View,
} from '../../../core/panel/result.ts';
import type { Question, Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showPoints } from '../../../text/number.ts';
import { alphaWords, intervalWords, percentWords } from './numbers.ts';

/** All that a panel's report is made from. */
export interface PanelInput {
  readonly result: PanelResult;
  readonly rubric: Rubric;
}

/** What is odd about the files, in a sentence. */
export function warningSentence({ code, args }: PanelWarning): string {
  return code === 'same-name' && args['name'] === undefined
    ? phrase('panel', 'warning-same-name-anonymous')
    : phrase('panel', `warning-${code}`, args);
}

/** What is known of the draft, and how many read it. */
export function panelFacts({ draft, reviewers }: PanelResult): string[] {
  return [draft.jurisdiction, draft.version, draft.date, phrase('panel', 'size', { n: reviewers })].filter(
    (fact) => fact !== undefined,
  );
}

export function panelTitle({ draft }: PanelResult): string {
  return phrase('panel', 'title', { title: draft.title ?? phrase('panel', 'untitled') });
}

/** How a reviewer leans, in a word and in levels. */
export function leaningWords({ word, levels }: Leaning): string {
  if (word === null || levels === null) return phrase('panel', 'leaning-none');
  const rounded = levels.toFixed(2).replace(/^-(0\.00)$/, '$1');
  return phrase('panel', `leaning-${word}`, { levels: levels > 0 ? `+${rounded}` : rounded });
}

/** What leaning is. */
export function leaningSentences({ reviewers }: PanelResult): string[] {
  return reviewers === 2
    ? [phrase('panel', 'leaning-about'), phrase('panel', 'leaning-two')]
    : [phrase('panel', 'leaning-about')];
}

/** How far the panel agrees, and how far that carries. */
export function agreementSentences({ agreement: { overall } }: PanelResult): string[] {
  if (overall.percent === null) return [phrase('panel', 'agreement-none')];
  const sentences = [
    phrase('panel', 'agreement-share', { percent: percentWords(overall), n: overall.compared, alike: overall.alike }),
    phrase('panel', 'agreement-alpha', {
      nominal: alphaWords(overall, 'nominal'),
      ordinal: alphaWords(overall, 'ordinal'),
      interval: alphaWords(overall, 'interval'),
      interval95: intervalWords(overall, ' (95 %)'),
    }),
  ];
  if (Object.values(overall.because ?? {}).includes('no-variation')) sentences.push(phrase('panel', 'alpha-no-variation-about'));
  if (overall.reading) sentences.push(phrase('panel', `reading-${overall.reading}`));
  const interval = overall.interval95.ordinal;
  if (interval && readingOf(interval[0]) !== readingOf(interval[1])) sentences.push(phrase('panel', 'reading-wide'));
  if (overall.mixed > 0) sentences.push(phrase('panel', 'mixed', { n: overall.mixed }));
  return sentences;
}

export function howToRead({ bootstrap: { draws, seed } }: PanelResult): string {
  return phrase('panel', 'how-to-read', { draws: String(draws), seed: String(seed) });
}

/** What sets a question that is to be discussed apart: how far the panel is divided on it, and what hangs on it. */
export function discussionMarks({ points, contestedCritical }: Discussion, question: Question, mixed: boolean): string[] {
  const marks = [phrase('panel', 'discuss-points', { points: showPoints(points) })];
  if (contestedCritical) marks.push(phrase('panel', 'contested'));
  else if (question.critical) marks.push(phrase('panel', 'critical'));
  if (mixed) marks.push(phrase('panel', 'split-on-applicability'));
  return marks;
}

/** A reviewer's view of a question: what it is in a word or two, and what stands behind it. */
export function viewWords(view: View, question: Question): { lead: string; text: string } {
  if (view.level === null)
    return { lead: phrase('panel', `view-${view.state === 'scored' ? 'unanswered' : view.state}`), text: view.because ?? '' };
  return {
    lead: phrase('panel', 'view-level', { level: view.level, top: question.levels.length - 1 }),
    text: question.levels[view.level] ?? '',
  };
}

/** A reviewer's reason, with how sure the reviewer is and what is marked. */
export function reasonWords({ rationale, confidence, review }: View): string[] {
  return [
    ...(rationale === undefined ? [] : [rationale]),
    ...(confidence === undefined ? [] : [`(${phrase('panel', 'confidence', { confidence })})`]),
    ...(review === undefined ? [] : [phrase('panel', 'view-marked', { because: review })]),
  ];
}

export function flagViewWords({ present }: FlagView): string {
  return present === null ? phrase('panel', 'view-not-looked') : phrase('panel', present ? 'present' : 'not-present');
}

export function stepViewWords({ status }: StepView): string {
  return status === null ? phrase('panel', 'view-unanswered') : phrase('panel', `status-${status}`);
}

/** A question's levels in the reviewers' order. */
export function levelWords({ views }: QuestionAgreement): string[] {
  return views.map(({ level, state }) =>
    level === null ? (state === 'not-applicable' ? phrase('panel', 'table-aside') : '-') : String(level),
  );
}

/** How a panel was settled; empty where it was not. */
export function settledSentence({ settled }: PanelResult): string {
  return settled === undefined ? '' : phrase('panel', 'settled-sentence', settled);
}
