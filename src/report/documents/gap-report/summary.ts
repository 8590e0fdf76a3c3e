import { isFoundCritical } from '../../../core/gaps.ts';
import type { AssessmentResult, FeatureResult } from '../../../core/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showRange } from '../../../text/number.ts';
import type { Block, Callout, Detail, Table } from '../../document/blocks.ts';
import { list, paragraph, plain, section, strong, words } from '../../document/build.ts';
import { type ColumnOf, filled, left, right, tableOf } from '../../document/table.ts';
import { bandRun, barOf, evidenceSentences, gateRun, shownScore } from '../../words/phrases.ts';
import { profileSentences, verdictSentences } from './narrative.ts';

/** The verdict, what carries it, and the features. */
export function summarySection(result: AssessmentResult, rubric: Rubric): Block[] {
  const sentences = [profileSentences(result, rubric), evidenceSentences(result)].filter(({ length }) => length > 0);
  const gates = result.gates.map((gate) => [[plain(`${phrase('report', 'gate')} `), gateRun(gate)]]);
  return [
    section('summary', phrase('report', 'summary')),
    verdict(result, rubric),
    ...sentences.map((some) => paragraph(some.join(' '))),
    featureTable(result, rubric, 'full'),
    { kind: 'band-key' },
    ...(gates.length > 0 ? [list(gates)] : []),
  ];
}

/** Its first sentence is the number, where there is one. */
function verdict(result: AssessmentResult, rubric: Rubric): Callout {
  const [first = '', ...rest] = verdictSentences(result, rubric);
  const runs = rest.length === 0 ? [] : [plain(rest.join(' '))];
  if (result.applicable === 0) return { kind: 'callout', headline: { words: [plain(first)], band: null, bars: [] }, runs };
  const bars = [barOf(result, phrase('report', 'score'))];
  const { score, band } = result;
  if (score === null) return { kind: 'callout', headline: { words: [plain(first)], band, bars }, runs };
  const figure = shownScore(score, rubric);
  return { kind: 'callout', headline: { words: [strong(first)], figure, outOf: '/ 100', band, bars }, runs };
}

/** The features with their figures and bars; which critical questions are at zero stands only in the full report. */
export function featureTable({ features, gaps }: AssessmentResult, rubric: Rubric, detail: Detail): Table {
  const criticalIn = (id: string): number => gaps.filter((gap) => gap.feature === id && isFoundCritical(gap)).length;
  const columns: ColumnOf<FeatureResult>[] = [
    left(phrase('report', 'table-feature'), 32, ({ id, title }) => [{ text: title, to: `feature-${id}` }]),
    right(phrase('report', 'score'), 8, ({ score }) => words(score === null ? '' : shownScore(score, rubric))),
    { ...left('', 25, (feature: FeatureResult) => barOf(feature, feature.title)), spare: 1 },
    left(phrase('report', 'table-range'), 14, (feature) => words(rangeOf(feature))),
    left(phrase('report', 'table-band'), 21, ({ applicable, band }) =>
      applicable === 0 ? words(phrase('report', 'not-applicable')) : [bandRun(rubric, band)],
    ),
  ];
  const critical = right(phrase('report', 'table-critical'), 10, ({ id }: FeatureResult) =>
    criticalIn(id) === 0 ? [] : [{ text: String(criticalIn(id)), tone: 'bad' }],
  );
  const used = filled(detail === 'brief' ? columns : [...columns, critical], features);
  const about = phrase('report', 'features');
  return { ...tableOf(about, used, features), caption: about };
}

/** What open questions leave, empty where none is open. */
export function rangeOf({
  answered,
  applicable,
  low,
  high,
}: Pick<FeatureResult, 'answered' | 'applicable' | 'low' | 'high'>): string {
  return answered < applicable ? showRange(low, high) : '';
}
