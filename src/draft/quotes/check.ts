import type { Answer, Assessment, Evidence, FlagAnswer, QuoteCheck } from '../../core/answers.ts';
import { type Citation, citationOfLabel, liesWithin, readCitations } from '../citations/citation.ts';
import type { Provision } from '../structure/provision.ts';
import type { FoundQuote, QuoteFinder } from './quotes.ts';

/** Looks up every quote of an assessment and writes beside each what was found. */
export function withChecks(assessment: Assessment, finder: QuoteFinder): Assessment {
  const checked = (evidence: readonly Evidence[]): Evidence[] => evidence.map((each) => checkEvidence(each, finder));
  return {
    ...assessment,
    answers: mapValues(assessment.answers, (answer: Answer) => ({ ...answer, evidence: checked(answer.evidence) })),
    flags: mapValues(assessment.flags, (flag: FlagAnswer) => ({ ...flag, evidence: checked(flag.evidence) })),
  };
}

function mapValues<Value>(map: ReadonlyMap<string, Value>, change: (value: Value) => Value): Map<string, Value> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}

function checkEvidence(evidence: Evidence, finder: QuoteFinder): Evidence {
  if (evidence.quote === undefined) return evidence;
  return { ...evidence, check: checkOf(finder.find(evidence.quote), evidence.at) };
}

/** What a search has found, held against the provision that the reviewer named. */
export function checkOf({ status, places, differences, apart }: FoundQuote, at: string | undefined): QuoteCheck {
  const cited = readCitations(at ?? '');
  const inPlace = places.filter(({ path }) => cited.length === 0 || cited.some((each) => isIn(path, each)));
  const first = inPlace[0] ?? places[0];
  const labels = [...inPlace, ...places.filter((place) => !inPlace.includes(place))].map(({ path }) => labelOf(path));
  return {
    status,
    foundAt: [...new Set(labels)],
    line: first?.place.line ?? null,
    ...(first?.place.page !== undefined && { page: first.place.page }),
    placed: inPlace.length > 0,
    ...(differences && { differences }),
    ...(apart && { apart }),
  };
}

/** Whether one of the provisions around a place is what was cited, or lies in it. */
export function isIn(path: readonly Provision[], cited: Citation): boolean {
  return path.some(({ label }) => {
    const citation = citationOfLabel(label);
    return citation !== undefined && liesWithin(citation, cited);
  });
}

/** The narrowest name that the provisions around a place have. */
export function labelOf(path: readonly Provision[]): string {
  return path.findLast(({ label }) => label !== '')?.label ?? '';
}
