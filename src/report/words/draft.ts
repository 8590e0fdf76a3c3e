import type { AssessmentResult, FlagResult, Result } from '../../core/result.ts';
import type { Rubric } from '../../core/rubric.ts';
import { inSentences, listed, sentence } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import type { Detail, TextRun, Tone } from '../document/blocks.ts';
import { type Blocks, emphasis, list, paragraph, section } from '../document/build.ts';

/** Who answered; empty if nobody is named. */
export function reviewerName({ reviewer }: Pick<AssessmentResult, 'reviewer'>): string {
  return listed([reviewer.name, reviewer.organisation].filter(Boolean));
}

/** What to call a draft among others: its title, with the version if there is one; else the name of its file. */
export function draftName({ draft, source }: Pick<AssessmentResult, 'draft' | 'source'>): string {
  if (draft.title === undefined) return source;
  return draft.version === undefined ? draft.title : `${draft.title}, ${draft.version}`;
}

/** The rubric that a document was made with, and its notice, as the last lines of the document. The brief document shortens the digest. */
export function madeWithNote({ rubric: { digest } }: Pick<Result, 'rubric'>, rubric: Rubric, detail: Detail): Blocks {
  const { title, version, notice } = rubric;
  const shown = detail === 'brief' ? digest.slice(0, 19) : digest;
  const words = inSentences([sentence(phrase('report', 'made-with', { title, version, digest: shown })), notice]);
  return detail === 'brief' ? paragraph(words, 'foot') : paragraph(emphasis(words), 'notice');
}

/** Where an error is: `bill.yaml:3:7`. Empty parts are left out. */
export function positionOf(...parts: readonly (string | number | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(':');
}

/** The files that could not be read or scored, each with its errors. */
export function failureSection({ failures }: Pick<Result, 'failures'>, title = phrase('report', 'failures-title')): Blocks {
  const lines = failures.flatMap(({ source, errors }) =>
    errors.map(({ message, line, column }) => `${positionOf(source, line, column)}: ${message}`),
  );
  return section('failures', title, list(lines));
}

const tones: Readonly<Record<FlagResult['severity'], Tone>> = { severe: 'bad', serious: 'fair', watch: 'dim' };

/** How grave a red flag is. */
export function severityRun(severity: FlagResult['severity']): TextRun {
  return { text: phrase('report', `severity-${severity}`), tone: tones[severity] };
}

/** Red flags, the severe ones first; within a severity in the rubric's order. */
export function gravestFirst(flags: readonly FlagResult[]): FlagResult[] {
  const order = Object.keys(tones);
  return [...flags].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/** Lowest score first; drafts without one before all others; then by the name of their file. */
export function worstFirst(assessments: readonly AssessmentResult[]): AssessmentResult[] {
  const rank = ({ score }: AssessmentResult): number => score ?? -1;
  return [...assessments].sort((a, b) => rank(a) - rank(b) || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0));
}
