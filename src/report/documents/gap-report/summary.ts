import { isFoundCritical } from '../../../core/gaps.ts';
import type { AssessmentResult, FeatureResult } from '../../../core/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showRange } from '../../../text/number.ts';
import {
  type Bar,
  type Block,
  type Callout,
  type Cell,
  type Column,
  list,
  paragraph,
  plain,
  section,
  strong,
  type Table,
  words,
} from '../../document/blocks.ts';
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
    featureTable(result, rubric),
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

function featureTable({ features, gaps }: AssessmentResult, rubric: Rubric): Table {
  const criticalIn = (id: string): number => gaps.filter((gap) => gap.feature === id && isFoundCritical(gap)).length;
  const columns: (Column & { of: (feature: FeatureResult) => Cell })[] = [
    {
      ...{ title: phrase('report', 'table-feature'), align: 'left', room: 32 },
      of: ({ id, title }) => [{ text: title, to: `feature-${id}` }],
    },
    {
      ...{ title: phrase('report', 'score'), align: 'right', room: 8 },
      of: ({ score }) => words(score === null ? '' : shownScore(score, rubric)),
    },
    { title: '', align: 'left', room: 25, of: (feature): Bar => barOf(feature, feature.title) },
    { title: phrase('report', 'table-range'), align: 'left', room: 14, of: (feature) => words(rangeOf(feature)) },
    {
      ...{ title: phrase('report', 'table-band'), align: 'left', room: 21 },
      of: ({ applicable, band }) => (applicable === 0 ? words(phrase('report', 'not-applicable')) : [bandRun(rubric, band)]),
    },
    {
      ...{ title: phrase('report', 'table-critical'), align: 'right', room: 10 },
      of: ({ id }) => (criticalIn(id) === 0 ? [] : [{ text: String(criticalIn(id)), tone: 'bad' }]),
    },
  ];
  // A column that has nothing to say is left out.
  const used = columns.filter(({ of }) => features.map(of).some((cell) => !Array.isArray(cell) || cell.length > 0));
  return {
    kind: 'table',
    about: phrase('report', 'features'),
    caption: phrase('report', 'features'),
    columns: used.map(({ of: _, ...column }) => column),
    rows: features.map((feature) => used.map(({ of }) => of(feature))),
  };
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
