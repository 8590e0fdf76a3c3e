import { readingOf } from '../core/panel/agreement.ts';
import type {
  Discussion,
  FlagView,
  Leaning,
  PanelResult,
  PanelWarning,
  QuestionAgreement,
  StepView,
  View,
} from '../core/panel/result.ts';
import type { Question, Rubric } from '../core/rubric.ts';
import { showPoints } from '../text/number.ts';
import { alphaWords, intervalWords, percentWords } from './panel-numbers.ts';
import { phrasesOf } from './phrases.ts';
import type { Style } from './style.ts';

const say = phrasesOf('panel');

/** All that a panel's report is made from. */
export interface PanelInput {
  readonly result: PanelResult;
  readonly rubric: Rubric;
  /** Columns of a terminal; other formats pay no heed to it. */
  readonly width: number;
  readonly style: Style;
}

/*
 * What every report of a panel says, as plain sentences. Each format sets them in its own way and escapes them itself.
 */

/** What is odd about the files, in a sentence. */
export function warningSentence({ code, args }: PanelWarning): string {
  return code === 'same-name' && args['name'] === undefined ? say('warning-same-name-anonymous') : say(`warning-${code}`, args);
}

/** What is known of the draft, and how many read it. */
export function panelFacts({ draft, reviewers }: PanelResult): string[] {
  return [draft.jurisdiction, draft.version, draft.date, say('size', { n: reviewers })].filter((fact) => fact !== undefined);
}

export function panelTitle({ draft }: PanelResult): string {
  return say('title', { title: draft.title ?? say('untitled') });
}

/** How a reviewer leans, in a word and in levels. */
export function leaningWords({ word, levels }: Leaning): string {
  if (word === null || levels === null) return say('leaning-none');
  const rounded = levels.toFixed(2).replace(/^-(0\.00)$/, '$1');
  return say(`leaning-${word}`, { levels: levels > 0 ? `+${rounded}` : rounded });
}

/** What leaning is. */
export function leaningSentences({ reviewers }: PanelResult): string[] {
  return reviewers === 2 ? [say('leaning-about'), say('leaning-two')] : [say('leaning-about')];
}

/** How far the panel agrees, and how far that carries. */
export function agreementSentences({ agreement: { overall } }: PanelResult): string[] {
  if (overall.percent === null) return [say('agreement-none')];
  const sentences = [
    say('agreement-share', { percent: percentWords(overall), n: overall.compared, alike: overall.alike }),
    say('agreement-alpha', {
      nominal: alphaWords(overall, 'nominal'),
      ordinal: alphaWords(overall, 'ordinal'),
      interval: alphaWords(overall, 'interval'),
      interval95: intervalWords(overall, ' (95 %)'),
    }),
  ];
  if (Object.values(overall.because ?? {}).includes('no-variation')) sentences.push(say('alpha-no-variation-about'));
  if (overall.reading) sentences.push(say(`reading-${overall.reading}`));
  const interval = overall.interval95.ordinal;
  if (interval && readingOf(interval[0]) !== readingOf(interval[1])) sentences.push(say('reading-wide'));
  if (overall.mixed > 0) sentences.push(say('mixed', { n: overall.mixed }));
  return sentences;
}

export function howToRead({ bootstrap: { draws, seed } }: PanelResult): string {
  return say('how-to-read', { draws: String(draws), seed: String(seed) });
}

/** What sets a question that is to be discussed apart: how far the panel is divided on it, and what hangs on it. */
export function discussionMarks({ points, contestedCritical }: Discussion, question: Question, mixed: boolean): string[] {
  const marks = [say('discuss-points', { points: showPoints(points) })];
  if (contestedCritical) marks.push(say('contested'));
  else if (question.critical) marks.push(say('critical'));
  if (mixed) marks.push(say('split-on-applicability'));
  return marks;
}

/** A reviewer's view of a question: what it is in a word or two, and what stands behind it. */
export function viewWords(view: View, question: Question): { lead: string; text: string } {
  if (view.level === null)
    return { lead: say(`view-${view.state === 'scored' ? 'unanswered' : view.state}`), text: view.because ?? '' };
  return {
    lead: say('view-level', { level: view.level, top: question.levels.length - 1 }),
    text: question.levels[view.level] ?? '',
  };
}

/** A reviewer's reason, with how sure the reviewer is and what is marked. */
export function reasonWords({ rationale, confidence, review }: View): string[] {
  return [
    ...(rationale === undefined ? [] : [rationale]),
    ...(confidence === undefined ? [] : [`(${say('confidence', { confidence })})`]),
    ...(review === undefined ? [] : [say('view-marked', { because: review })]),
  ];
}

export function flagViewWords({ present }: FlagView): string {
  return present === null ? say('view-not-looked') : say(present ? 'present' : 'not-present');
}

export function stepViewWords({ status }: StepView): string {
  return status === null ? say('view-unanswered') : say(`status-${status}`);
}

/** A question's levels in the reviewers' order. */
export function levelWords({ views }: QuestionAgreement): string[] {
  return views.map(({ level, state }) =>
    level === null ? (state === 'not-applicable' ? say('table-aside') : '-') : String(level),
  );
}

/** How a panel was settled; empty where it was not. */
export function settledSentence({ settled }: PanelResult): string {
  return settled === undefined ? '' : say('settled-sentence', settled);
}
