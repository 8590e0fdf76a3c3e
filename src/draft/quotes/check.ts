import type { Answer, Assessment, Evidence, FlagAnswer, QuoteCheck, StepAnswer } from '../../core/answers.ts';
import { readPlace } from '../citations/cited-place.ts';
import { withName } from '../citations/own-names.ts';
import type { Citation } from '../citations/types.ts';
import { standsIn } from '../citations/within.ts';
import { labelOf, type Provision, type ProvisionKind } from '../structure/provision.ts';
import type { FoundQuote, QuoteFinder } from './quotes.ts';

/** Returns the assessment with a check beside every quote from the draft. */
export function withChecks(assessment: Assessment, finder: QuoteFinder): Assessment {
  const draft = { ...finder, names: withName(finder.names, assessment.draft.title) };
  const checked = (evidence: readonly Evidence[]): Evidence[] => evidence.map((each) => checkEvidence(each, draft));
  return {
    ...assessment,
    answers: mapValues(assessment.answers, (answer: Answer) => ({ ...answer, evidence: checked(answer.evidence) })),
    steps: mapValues(assessment.steps, (step: StepAnswer) =>
      step.evidence ? { ...step, evidence: checked(step.evidence) } : step,
    ),
    flags: mapValues(assessment.flags, (flag: FlagAnswer) => ({ ...flag, evidence: checked(flag.evidence) })),
  };
}

function mapValues<Value>(map: ReadonlyMap<string, Value>, change: (value: Value) => Value): Map<string, Value> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}

function checkEvidence(evidence: Evidence, finder: QuoteFinder): Evidence {
  if (evidence.quote === undefined || evidence.document !== undefined) return evidence;
  return { ...evidence, check: checkOf(finder.find(evidence.quote), evidence.at, finder) };
}

const unknownDraft: Pick<QuoteFinder, 'names' | 'absence'> = { names: { titles: [] }, absence: () => undefined };

/**
 * Compares the places of a quote with the provision that the reviewer cited.
 * @param draft what the draft calls itself and what it lacks; without it, every act that is named counts as another one
 */
export function checkOf(
  { status, places, differences, joins, apart, incomplete, columns }: FoundQuote,
  at = '',
  draft = unknownDraft,
): QuoteCheck {
  const { citations: cited, unread } = readPlace(at, draft.names, columns);
  const citedPlaces = places.filter(
    ({ path, span }) => !isInContents(path) && (cited.length === 0 || cited.some((each) => standsIn(path, each, span))),
  );
  const otherPlaces = places.filter((place) => !citedPlaces.includes(place));
  const first = citedPlaces[0] ?? places[0];
  // A citation of a note by its label is not a mistake.
  const named = cited.length > 0 ? citedPlaces : [];
  const isOutside = named.length === 0 && places.length > 0 && places.every(({ path }) => isOutsideProvisions(path));
  const absence = unread || citedPlaces.length > 0 ? undefined : draft.absence(cited);
  const because = unread && unread.code !== 'form' ? unread : absence;
  const labels = [...citedPlaces, ...otherPlaces].map(({ path }) => labelOf(path));
  return {
    status,
    foundAt: [...new Set(labels)],
    line: first?.place.line ?? null,
    ...(first?.place.page !== undefined && { page: first.place.page }),
    placed: unread ? null : citedPlaces.length > 0,
    ...(because && { because }),
    ...(first?.omits && { omits: first.omits }),
    ...(isOutside && { outside: true as const }),
    ...(differences && { differences }),
    ...(joins && { joins }),
    ...(apart && { apart }),
    ...(incomplete && { incomplete }),
  };
}

/** A table of contents repeats the titles of the law, and is no part of it. */
function isInContents(path: readonly Provision[]): boolean {
  return path.some(({ kind }) => kind === 'contents');
}

const outside: readonly ProvisionKind[] = ['preamble', 'memorandum', 'note', 'contents', 'caption', 'alt'];

/** Whether a place is in none of the provisions of the law. A recital is one, since it is cited by its number. */
function isOutsideProvisions(path: readonly Provision[]): boolean {
  return path.some(({ kind }) => outside.includes(kind)) && !path.some(({ kind }) => kind === 'recital');
}

/** Whether a place is inside the cited provision. `path` holds the provisions around the place. */
export function isIn(path: readonly Provision[], cited: Citation): boolean {
  return standsIn(path, cited);
}
