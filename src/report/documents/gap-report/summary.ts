import { isFoundCritical } from '../../../core/gaps.ts';
import type { AssessmentResult, ContextFigures, FeatureResult } from '../../../core/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { after, clauses, inSentences, listed, sentence } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showPoints, showRange, showScore } from '../../../text/number.ts';
import type { Block, Callout, Detail, Runs, Table } from '../../document/blocks.ts';
import { type Blocks, callout, list, paragraph, runsOf, section, strong, toned } from '../../document/build.ts';
import { type ColumnOf, filled, left, right, tableOf } from '../../document/table.ts';
import { evidenceSentences } from '../../words/evidence.ts';
import { bandOf, bandRun, bandTitle, barOf, capSentences, counted, gateRun, shownScore } from '../../words/score.ts';

/** The verdict, the reasons for it, and the features. */
export function summarySection(result: AssessmentResult, rubric: Rubric): Block[] {
  return section('summary', phrase('report', 'summary'), [
    fullVerdict(result, rubric),
    paragraph(inSentences(profileSentences(result, rubric))),
    paragraph(inSentences([...evidenceSentences(result, 'full'), ...quoteLimits(result)])),
    featureTable(result, rubric, 'full'),
    { kind: 'band-key' },
    rubric.features.some(({ questions }) => questions.some(({ principles }) => principles.length > 0)) &&
      paragraph(phrase('report', 'principles-about'), 'about'),
    list(result.gates.map((gate) => [phrase('report', 'gate'), after(phrase('report', 'gate'), ''), gateRun(gate)])),
  ]);
}

/** What a verified quote does not show; empty if no quote was looked up. */
function quoteLimits({ evidence }: AssessmentResult): string[] {
  return evidence && 'quotes' in evidence && evidence.quotes > 0 ? [phrase('report', 'check-limits')] : [];
}

/** Its first sentence is the number, if there is one. */
function fullVerdict(result: AssessmentResult, rubric: Rubric): Callout {
  const [first = '', ...rest] = verdictSentences(result, rubric);
  const { score, band, applicable, inContext } = result;
  const words = runsOf(score === null ? first : strong(first));
  const bars = applicable === 0 ? [] : [barOf(result, phrase('report', 'score'))];
  const isOpen = result.answered < applicable;
  // Whoever reads only the figure must not take what a few answers give for the score of the draft.
  const figure = isOpen ? showRange(result.low, result.high) : shownScore(score, rubric);
  const figures = score !== null && { figure, outOf: '/ 100' };
  const beside = inContext && contextRuns(inContext, rubric);
  const headline = { words, ...figures, band: applicable === 0 || isOpen ? null : band, ...(beside && { beside }), bars };
  return { ...callout(inSentences(rest)), headline };
}

/** The verdict in short lines. */
export function briefVerdict(result: AssessmentResult, rubric: Rubric): Blocks {
  const { score, low, high, answered, applicable, notApplicable, notAsked, deducted, band, inContext } = result;
  if (score === null) return callout(verdictSentences(result, rubric));
  const isWhole = answered === applicable;
  const counts = [
    phrase('report', isWhole ? 'all-answered' : 'some-answered', { answered, n: applicable }),
    ...counted('report', { 'set-aside': notApplicable, 'not-asked': notAsked }),
  ];
  const figure = { ...strong(shownScore(score, rubric)), band };
  const bandWords = runsOf(['   ', { ...bandRun(rubric, band), style: 'strong' }]);
  return [
    callout(
      isWhole
        ? [`${phrase('report', 'score')} `, figure, ' / 100', ...bandWords]
        : [`${phrase('report', 'score')} `, strong(showRange(low, high)), ' / 100   ', phrase('report', 'not-complete')],
    ),
    !isWhole && paragraph([`${phrase('report', 'so-far')} `, figure, ...bandWords]),
    inContext && paragraph(contextRuns(inContext, rubric)),
    paragraph(listed(counts)),
    noCaseSentences(result).map((text) => paragraph(toned(text, 'bad'))),
    deducted > 0 && paragraph(phrase('report', 'deducted', { points: showPoints(deducted) })),
    capSentences(rubric, result).map((text) => paragraph(toned(text, 'bad'))),
  ];
}

/** The verdict: its first sentence is the score and the band, if there is a score; without a score it is the only one. */
function verdictSentences(result: AssessmentResult, rubric: Rubric): string[] {
  const { score, answered, applicable, notApplicable, notAsked, deducted } = result;
  const range = { low: showScore(result.low), high: showScore(result.high) };
  if (applicable === 0) return [phrase('report', 'score-nothing-applies')];
  if (score === null) return [phrase('report', 'score-none', range)];
  const isWhole = answered === applicable;
  const counts = [
    ...(isWhole ? [phrase('report', 'counts-all', { answered, n: applicable })] : []),
    ...counted('report', { 'counts-aside': notApplicable, 'counts-not-asked': notAsked }),
  ];
  const verdict = isWhole
    ? [scoreSentence(result, rubric), bandSummary(result, rubric)]
    : [
        phrase('report', 'score-open', { ...range, answered, n: applicable }),
        phrase('report', 'score-so-far', { sentence: scoreSentence(result, rubric) }),
      ];
  return [
    ...verdict,
    ...capSentences(rubric, result, true),
    counts.length > 0 ? sentence(clauses(counts)) : '',
    ...noCaseSentences(result),
    deducted > 0 ? sentence(phrase('report', 'deducted', { points: showPoints(deducted) })) : '',
  ].filter(Boolean);
}

/** Of questions that were set aside though they name no case for it: an answer at level 0 would lower the score. */
function noCaseSentences({ questions }: AssessmentResult): string[] {
  const found = questions.filter(({ noCase }) => noCase).map(({ id }) => id);
  return found.length === 0 ? [] : [phrase('report', 'no-case-count', { n: found.length, list: listed(found) })];
}

/** The score with other law in force, and its band. */
function contextRuns({ score, band }: ContextFigures, rubric: Rubric): Runs {
  return runsOf([`${phrase('report', 'in-context', { score: shownScore(score, rubric) })}   `, bandRun(rubric, band)]);
}

/** The score with its band; if answers name other law in force, also the score with it. */
function scoreSentence({ score, band, inContext }: AssessmentResult, rubric: Rubric): string {
  const figures = { score: shownScore(score, rubric), band: bandTitle(rubric, band) };
  if (!inContext) return phrase('report', 'score-of', figures);
  const context = shownScore(inContext.score, rubric);
  return phrase('report', 'score-of-both', { ...figures, context, contextBand: bandTitle(rubric, inContext.band) });
}

/** What a band says of a draft that is answered whole; empty if a cap lowered the band, because the answers do not say it then. */
function bandSummary({ band, uncappedBand }: AssessmentResult, rubric: Rubric): string {
  return band === uncappedBand ? (bandOf(rubric, band)?.summary ?? '') : '';
}

/** The strongest and the weakest feature in a sentence, and the number of red flags. */
function profileSentences({ features, flags, flagsChecked, answered, applicable }: AssessmentResult, rubric: Rubric): string[] {
  const scored = features.filter(({ score }) => score !== null).sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const [best, worst] = [scored[0], scored.at(-1)];
  const severe = flags.filter((flag) => flag.severity === 'severe').length;
  const sentences: string[] = [];
  if (best && worst && best.score !== worst.score && answered === applicable) {
    const args = { best: best.title, high: showScore(best.score), worst: worst.title, low: showScore(worst.score) };
    sentences.push(phrase('report', 'profile', args));
  }
  if (flags.length > 0)
    sentences.push(phrase('report', severe > 0 ? 'profile-flags-severe' : 'profile-flags', { n: flags.length, severe }));
  else if (rubric.flags.length > 0 && flagsChecked > 0) sentences.push(phrase('report', 'profile-no-flags'));
  return sentences;
}

/** The features with their scores and bars; only the full report counts their critical questions at zero. */
export function featureTable({ features, gaps }: AssessmentResult, rubric: Rubric, detail: Detail): Table {
  const criticalIn = (id: string): number => gaps.filter((gap) => gap.feature === id && isFoundCritical(gap)).length;
  const columns: ColumnOf<FeatureResult>[] = [
    left(phrase('report', 'table-feature'), 32, ({ id, title }) => ({ text: title, to: `feature-${id}` })),
    right(phrase('report', 'score'), 8, ({ score }) => score !== null && shownScore(score, rubric)),
    left('', 25, (feature) => barOf(feature, feature.title), { spare: 1 }),
    left(phrase('report', 'table-range'), 14, rangeOf),
    left(phrase('report', 'table-band'), 21, ({ applicable, band }) =>
      applicable === 0 ? phrase('report', 'not-applicable') : bandRun(rubric, band),
    ),
  ];
  const critical = right<FeatureResult>(phrase('report', 'table-critical'), 10, ({ id }) =>
    toned(criticalIn(id) === 0 ? '' : String(criticalIn(id)), 'bad'),
  );
  const about = phrase('report', 'features');
  const used = filled(detail === 'brief' ? columns : [...columns, critical], features);
  return { ...tableOf(about, used, features), caption: about };
}

/** The range that open questions leave; empty if none is open. */
export function rangeOf(scored: Pick<FeatureResult, 'answered' | 'applicable' | 'low' | 'high'>): string {
  return scored.answered < scored.applicable ? showRange(scored.low, scored.high) : '';
}
