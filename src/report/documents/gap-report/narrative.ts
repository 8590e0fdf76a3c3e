import type { Assessment } from '../../../core/answers.ts';
import type { AssessmentResult, Gap, QuestionResult, Result, StepResult } from '../../../core/result.ts';
import type { Question, Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showPoints, showScore } from '../../../text/number.ts';
import type { Detail } from '../../document/blocks.ts';
import { bandBounds, bandOf, bandTitle, capSentences } from '../../words/phrases.ts';

/*
 * What every document says of an assessment, as plain sentences. Each format sets them in its own way and escapes them itself.
 */

/** What is known of the draft and its reviewer: name and value. */
export function draftFacts({ draft, reviewer }: AssessmentResult): [name: string, value: string][] {
  const by = [reviewer.name, reviewer.organisation].filter((part) => part !== undefined).join(', ');
  const facts: [string, string | undefined][] = [
    [phrase('report', 'fact-jurisdiction'), draft.jurisdiction],
    [phrase('report', 'fact-version'), draft.version],
    [phrase('report', 'fact-date'), draft.date],
    [phrase('report', 'fact-reviewer'), by || undefined],
    [phrase('report', 'fact-note'), draft.note],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

/** The verdict: its first sentence is the score and the band, where there is a score. */
export function verdictSentences(result: AssessmentResult, rubric: Rubric): string[] {
  const { score, low, high, answered, applicable, notApplicable, notAsked, deducted } = result;
  if (applicable === 0) return [phrase('report', 'score-nothing-applies')];
  if (score === null) return [phrase('report', 'score-none', { low: showScore(low), high: showScore(high) })];
  const band = bandOf(rubric, result.band);
  const isWhole = answered === applicable;
  const sentences = [
    phrase('report', 'score-of', { score: showScore(score, bandBounds(rubric)), band: bandTitle(rubric, result.band) }),
  ];
  // What the band says of a draft is not said of one that was read in part.
  if (!isWhole) sentences.push(phrase('report', 'range-sentence', { low: showScore(low), high: showScore(high) }));
  else if (band?.summary) sentences.push(band.summary);
  sentences.push(...capSentences(rubric, result));
  const counts = [
    isWhole ? phrase('report', 'counts-all', { n: applicable }) : phrase('report', 'counts-some', { answered, n: applicable }),
  ];
  if (notApplicable > 0) counts.push(phrase('report', 'counts-aside', { n: notApplicable }));
  if (notAsked > 0) counts.push(phrase('report', 'counts-not-asked', { n: notAsked }));
  sentences.push(`${counts.join('; ')}.`);
  if (deducted > 0) sentences.push(`${phrase('report', 'deducted', { points: showPoints(deducted) })}.`);
  return sentences;
}

/** The strongest and the weakest feature in a sentence, and what the flags add. */
export function profileSentences(result: AssessmentResult, rubric: Rubric): string[] {
  const scored = result.features.filter((feature) => feature.score !== null).sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const [best] = scored;
  const worst = scored.at(-1);
  const sentences: string[] = [];
  if (best && worst && best.score !== worst.score && result.answered === result.applicable) {
    const args = { best: best.title, high: showScore(best.score), worst: worst.title, low: showScore(worst.score) };
    sentences.push(phrase('report', 'profile', args));
  }
  const severe = result.flags.filter((flag) => flag.severity === 'severe').length;
  if (result.flags.length > 0)
    sentences.push(phrase('report', severe > 0 ? 'profile-flags-severe' : 'profile-flags', { n: result.flags.length, severe }));
  else if (rubric.flags.length > 0 && result.flagsChecked > 0) sentences.push(phrase('report', 'profile-no-flags'));
  return sentences;
}

/** What a list of gaps leaves out: the further ones that were found, and the questions that nobody has answered yet. */
export function restSentences(gaps: readonly Gap[], listed: number, detail: Detail): string[] {
  const sum = (some: readonly Gap[]): string => showPoints(some.reduce((total, gap) => total + gap.points, 0));
  const found = gaps.filter(({ answered }) => answered).slice(listed);
  const open = gaps.filter(({ answered }) => !answered);
  return [
    ...(found.length > 0
      ? [phrase('report', detail === 'brief' ? 'gaps-more' : 'gaps-more-below', { n: found.length, points: sum(found) })]
      : []),
    ...(open.length > 0 ? [phrase('report', 'gaps-open', { n: open.length, points: sum(open) })] : []),
  ];
}

/** How far a step is covered, in a few words. */
export function stepWords({ coverage, answered, questions }: StepResult): string {
  if (answered === 0) return phrase('report', 'step-open', { n: questions });
  return phrase('report', 'step-line', {
    coverage: coverage === null ? phrase('report', 'no-score') : coverage.toFixed(0),
    answered,
    n: questions,
  });
}

/** How a question stands: a word or two to set off, and what follows. */
export function stateWords(question: Question, result: QuestionResult): { lead: string; text: string } {
  switch (result.state) {
    case 'scored':
      return {
        lead: phrase('report', 'level-of', { level: result.level ?? 0, top: result.top }),
        text: question.levels[result.level ?? 0] ?? '',
      };
    case 'unanswered':
      return { lead: phrase('report', 'not-answered'), text: '' };
    case 'not-applicable':
      return { lead: phrase('report', 'not-applicable-because'), text: result.because ?? '' };
    case 'not-asked':
      return { lead: phrase('report', 'not-asked-because'), text: result.because ?? '' };
  }
}

/** Which red flags were looked for in vain, and how many were not looked for. */
export function flagClosing(assessment: Assessment, rubric: Rubric): string {
  const looked = rubric.flags.filter((flag) => (assessment.flags.get(flag.id)?.present ?? null) !== null);
  const absent = looked.filter((flag) => !assessment.flags.get(flag.id)?.present);
  const open = rubric.flags.length - looked.length;
  const sentences: string[] = [];
  if (absent.length > 0)
    sentences.push(phrase('report', 'flags-absent', { n: absent.length, ids: absent.map((flag) => flag.id).join(', ') }));
  if (open > 0) sentences.push(phrase('report', 'flags-unchecked', { n: open }));
  return sentences.join(' ');
}

/** What became of answers that were made with another version of the rubric; empty where there are none. */
export function carriedLines({ carried }: AssessmentResult): string[] {
  if (!carried) return [];
  const lines = [
    ...carried.renamed.map(({ from, to }) => phrase('report', 'carried-renamed', { from, to })),
    ...carried.dropped.map(({ question, reason }) => phrase('report', 'carried-dropped', { question, reason })),
  ];
  if (carried.unanswered.length > 0)
    lines.push(phrase('report', 'carried-unanswered', { n: carried.unanswered.length, ids: carried.unanswered.join(', ') }));
  return lines;
}

/** How the score came about and what it is not, a paragraph each. */
export function methodParagraphs({ evidence }: AssessmentResult, rubric: Rubric): string[] {
  const n = rubric.features.reduce((sum, feature) => sum + feature.questions.length, 0);
  const bands = rubric.bands.map((band) => `${band.title} (${phrase('report', 'band-from', { from: band.from })})`).join(', ');
  const paragraphs = [
    phrase('report', 'method-score', { n, features: rubric.features.length, bands }),
    phrase('report', 'method-range'),
  ];
  if (rubric.caps.length > 0) paragraphs.push(phrase('report', 'method-caps'));
  paragraphs.push(phrase('report', 'method-limits'));
  if (evidence && 'quotes' in evidence && evidence.quotes > 0) paragraphs.push(phrase('report', 'check-limits'));
  return paragraphs;
}

/** The sources of a rubric, a line each. */
export function sourceLines({ sources }: Rubric): string[] {
  return sources.map(({ title, year, about }) => {
    const dated = year === undefined ? title : `${title}, ${year}`;
    return about ? `${dated}: ${about}` : dated;
  });
}

/** Which rubric and which program made the report, and from which file. */
export function madeBy({ source }: AssessmentResult, rubric: Rubric, { rubric: { digest }, tool }: Result): string {
  return phrase('report', 'made-by', { title: rubric.title, version: rubric.version, digest, tool: tool.version, source });
}
