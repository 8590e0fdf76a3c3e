import type { Answer, Assessment, Evidence, FlagAnswer, QuoteCheck } from '../../core/answers.ts';
import { readCitations } from '../citations/citation.ts';
import type { Citation } from '../citations/types.ts';
import { standsIn } from '../citations/within.ts';
import type { Provision } from '../structure/provision.ts';
import type { FoundQuote, QuoteFinder } from './quotes.ts';

/** Returns the assessment with a check beside every quote. */
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

/** Compares the places of a quote with the provision that the reviewer cited. */
export function checkOf({ status, places, differences, apart, incomplete }: FoundQuote, at = ''): QuoteCheck {
  const cited = readCitations(at);
  const isUnreadable = cited.length === 0 && at.trim() !== '';
  const citedPlaces = places.filter(
    ({ path, span }) => !isInContents(path) && (cited.length === 0 || cited.some((each) => standsIn(path, each, span))),
  );
  const otherPlaces = places.filter((place) => !citedPlaces.includes(place));
  const first = citedPlaces[0] ?? places[0];
  const labels = [...citedPlaces, ...otherPlaces].map(({ path }) => labelOf(path));
  return {
    status,
    foundAt: [...new Set(labels)],
    line: first?.place.line ?? null,
    ...(first?.place.page !== undefined && { page: first.place.page }),
    placed: isUnreadable ? null : citedPlaces.length > 0,
    ...(first?.omits && { omits: first.omits }),
    ...(differences && { differences }),
    ...(apart && { apart }),
    ...(incomplete && { incomplete }),
  };
}

/** A table of contents repeats the titles of the law, and is no part of it. */
function isInContents(path: readonly Provision[]): boolean {
  return path.some(({ kind }) => kind === 'contents');
}

/** Whether a place is inside the cited provision. `path` holds the provisions around the place. */
export function isIn(path: readonly Provision[], cited: Citation): boolean {
  return standsIn(path, cited);
}

/** The label of the innermost provision that has one; empty if none has. */
export function labelOf(path: readonly Provision[]): string {
  return path.findLast(({ label }) => label !== '')?.label ?? '';
}
