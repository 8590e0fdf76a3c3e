import type { Assessment } from '../answers.ts';
import { questionStates } from '../applicability.ts';
import { type Ratio, toNumber, zero } from '../exact.ts';
import type { AssessmentResult, Gap, QuestionResult } from '../result.ts';
import type { PreparedRubric } from '../rubric.ts';
import type { Assessed } from './assessed.ts';
import { attribute, attributeFlags, type Figure, sum } from './attribution.ts';
import { compareEvidence } from './evidence.ts';
import { compareMarks } from './marks.ts';
import type {
  CapDelta,
  Comparison,
  Delta,
  FeatureDelta,
  FlagChange,
  FlagDelta,
  GapChange,
  GapDelta,
  Points,
  QuestionChange,
  QuestionDelta,
  StepDelta,
} from './result.ts';
import type { FlagStanding } from './standing.ts';

/** The exact contributions to a change, by question and by flag id; `questions` is null if one version lacks the value. */
type Contributions = Readonly<Record<Figure, { readonly questions: ReadonlyMap<string, Ratio> | null }>> & {
  readonly flags: ReadonlyMap<string, Ratio>;
};

/**
 * Compares two results for the same rubric: what changed, and how much each question and flag contributed to it.
 * @param from index of the first among all files compared
 * @param to index of the second
 */
export function compareResults(
  prepared: PreparedRubric,
  before: Assessed,
  after: Assessed,
  { from, to }: { readonly from: number; readonly to: number },
): Comparison {
  const [resultBefore, resultAfter] = [before.result, after.result];
  const [statesBefore, statesAfter] = [questionStates(prepared, before.assessment), questionStates(prepared, after.assessment)];
  const byQuestion = (figure: Figure) => ({ questions: attribute(prepared, statesBefore, statesAfter, figure) });
  const contributions: Contributions = {
    score: byQuestion('score'),
    low: byQuestion('low'),
    flags: attributeFlags(prepared, before.assessment, after.assessment),
  };
  const gaps = gapDeltas(resultBefore, resultAfter);
  return {
    from,
    to,
    score: deltaOf(resultBefore.score, resultAfter.score),
    low: deltaOf(resultBefore.low, resultAfter.low),
    high: deltaOf(resultBefore.high, resultAfter.high),
    answered: { before: resultBefore.answered, after: resultAfter.answered },
    applicable: { before: resultBefore.applicable, after: resultAfter.applicable },
    band: { before: resultBefore.band, after: resultAfter.band },
    caps: capDeltas(resultBefore, resultAfter),
    features: featureDeltas(prepared, resultBefore, resultAfter, contributions),
    questions: questionDeltas(resultBefore, resultAfter, gaps, contributions),
    gaps,
    marks: compareMarks(prepared, resultBefore, resultAfter),
    flags: flagDeltas(prepared, before.assessment, after.assessment, contributions),
    floor: floorOf(resultBefore, resultAfter, contributions),
    steps: stepDeltas(prepared, before, after),
    evidence: compareEvidence(prepared, before, after),
  };
}

export function deltaOf(before: number | null, after: number | null): Delta {
  return { before, after, change: before === null || after === null ? null : after - before };
}

function pointsOf(contributions: Contributions, pick: (questions: ReadonlyMap<string, Ratio>) => Ratio): Points {
  const points = (figure: Figure): number | null => {
    const { questions } = contributions[figure];
    return questions && toNumber(pick(questions));
  };
  return { score: points('score'), low: points('low') };
}

function featureDeltas(
  { features }: PreparedRubric,
  before: AssessmentResult,
  after: AssessmentResult,
  contributions: Contributions,
): FeatureDelta[] {
  return features.flatMap(({ feature, questions }) => {
    const find = (side: AssessmentResult) => side.features.find(({ id }) => id === feature.id);
    const [featureBefore, featureAfter] = [find(before), find(after)];
    if (!featureBefore || !featureAfter) return [];
    return [
      {
        id: feature.id,
        title: feature.title,
        score: deltaOf(featureBefore.score, featureAfter.score),
        low: deltaOf(featureBefore.low, featureAfter.low),
        high: deltaOf(featureBefore.high, featureAfter.high),
        band: { before: featureBefore.band, after: featureAfter.band },
        points: pointsOf(contributions, (points) => sum(questions.map(({ question }) => points.get(question.id) ?? zero))),
      },
    ];
  });
}

function questionDeltas(
  before: AssessmentResult,
  after: AssessmentResult,
  gaps: readonly GapDelta[],
  contributions: Contributions,
): QuestionDelta[] {
  const beforeById = new Map(before.questions.map((question) => [question.id, question]));
  const gapById = new Map(gaps.map((gap) => [gap.question, gap.change]));
  return after.questions.flatMap((question): QuestionDelta[] => {
    const { id, feature, critical, top, rationale, because } = question;
    const questionBefore = beforeById.get(id);
    const change = questionBefore && changeOf(questionBefore, question);
    if (!questionBefore || !change) return [];
    return [
      {
        id,
        feature,
        critical,
        top,
        change,
        before: { state: questionBefore.state, level: questionBefore.level },
        after: { state: question.state, level: question.level },
        points: pointsOf(contributions, (points) => points.get(id) ?? zero),
        gap: gapById.get(id) ?? null,
        ...(rationale !== undefined && { rationale }),
        ...(because !== undefined && { because }),
      },
    ];
  });
}

/**
 * How an answer changed; undefined if it did not. A change to or from "not applicable" or "not asked" is named after the new state
 * if that is one of the two, otherwise after the old one.
 */
function changeOf(before: QuestionResult, after: QuestionResult): QuestionChange | undefined {
  if (before.state === after.state) {
    if (before.level === null || after.level === null || before.level === after.level) return undefined;
    return after.level > before.level ? 'raised' : 'lowered';
  }
  if (after.state === 'not-applicable') return 'set-aside';
  if (after.state === 'not-asked') return 'not-asked';
  if (before.state === 'not-applicable') return 'taken-up';
  if (before.state === 'not-asked') return 'asked';
  return after.state === 'scored' ? 'answered' : 'blanked';
}

function gapDeltas(before: AssessmentResult, after: AssessmentResult): GapDelta[] {
  const byId = (side: AssessmentResult) => new Map(side.gaps.map((gap) => [gap.question, gap]));
  const [gapsBefore, gapsAfter] = [byId(before), byId(after)];
  return after.questions.flatMap(({ id, critical, state }): GapDelta[] => {
    const [gapBefore, gapAfter] = [gapsBefore.get(id), gapsAfter.get(id)];
    const countedBefore = isCounted(before.questions.find((question) => question.id === id)?.state);
    const change = gapChange(gapBefore, gapAfter, countedBefore, isCounted(state));
    if (!change) return [];
    return [{ question: id, change, critical, before: gapBefore?.points ?? null, after: gapAfter?.points ?? null }];
  });
}

function gapChange(
  before: Gap | undefined,
  after: Gap | undefined,
  countedBefore: boolean,
  countedAfter: boolean,
): GapChange | undefined {
  if (before && after) return after.level === before.level ? undefined : after.level > before.level ? 'narrowed' : 'widened';
  if (before) return countedAfter ? 'closed' : 'left';
  if (after) return countedBefore ? 'opened' : 'entered';
  return undefined;
}

function isCounted(state: QuestionResult['state'] | undefined): boolean {
  return state === 'scored' || state === 'unanswered';
}

/** Whether a red flag is present, was checked for and is absent, or was not checked. */
export function flagStanding({ flags }: Assessment, id: string): FlagStanding {
  const present = flags.get(id)?.present ?? null;
  return present === null ? 'unchecked' : present ? 'present' : 'absent';
}

function flagDeltas({ flags }: PreparedRubric, before: Assessment, after: Assessment, contributions: Contributions): FlagDelta[] {
  return [...flags.values()].flatMap((flag): FlagDelta[] => {
    const [standingBefore, standingAfter] = [flagStanding(before, flag.id), flagStanding(after, flag.id)];
    if (standingBefore === standingAfter) return [];
    const rationale = after.flags.get(flag.id)?.rationale;
    return [
      {
        id: flag.id,
        severity: flag.severity,
        change: flagChange(standingBefore, standingAfter),
        before: standingBefore,
        after: standingAfter,
        points: pointsOf(contributions, () => contributions.flags.get(flag.id) ?? zero),
        ...(rationale !== undefined && { rationale }),
      },
    ];
  });
}

function flagChange(before: FlagStanding, after: FlagStanding): FlagChange {
  if (after === 'present') return 'new';
  if (after === 'unchecked') return 'unchecked';
  return before === 'present' ? 'gone' : 'checked';
}

function capDeltas(before: AssessmentResult, after: AssessmentResult): CapDelta[] {
  return [...new Set([...before.caps, ...after.caps].map(({ when }) => when))].flatMap((when): CapDelta[] => {
    const [capBefore, capAfter] = [before, after].map((side) => side.caps.find((cap) => cap.when === when));
    const [causesBefore, causesAfter] = [capBefore?.because ?? [], capAfter?.because ?? []];
    const added = causesAfter.filter((id) => !causesBefore.includes(id));
    const removed = causesBefore.filter((id) => !causesAfter.includes(id));
    if (added.length === 0 && removed.length === 0) return [];
    const change = causesBefore.length === 0 ? 'new' : causesAfter.length === 0 ? 'gone' : 'other';
    const moved = capBefore && capAfter && capBefore.band !== capAfter.band ? { bandBefore: capBefore.band } : {};
    return [{ when, change, band: (capAfter ?? capBefore)?.band ?? '', ...moved, added, removed }];
  });
}

/** The part of a change that neither questions nor flags explain. Zero unless a score was held at 0. */
function floorOf(before: AssessmentResult, after: AssessmentResult, contributions: Contributions): Points {
  const points = (figure: Figure): number | null => {
    const { questions } = contributions[figure];
    const change = deltaOf(before[figure], after[figure]).change;
    if (!questions || change === null) return null;
    if (before[figure] !== 0 && after[figure] !== 0) return 0;
    const explained = toNumber(sum([...questions.values(), ...contributions.flags.values()]));
    // A smaller difference is a rounding error.
    return Math.abs(change - explained) < 1e-9 ? 0 : change - explained;
  };
  return { score: points('score'), low: points('low') };
}

function stepDeltas({ rubric }: PreparedRubric, before: Assessed, after: Assessed): StepDelta[] {
  return rubric.steps.map((step) => {
    const coverage = ({ result }: Assessed): number | null => result.steps.find(({ id }) => id === step.id)?.coverage ?? null;
    const questions = step.questions.map(({ id }) => {
      const status = ({ assessment }: Assessed) => assessment.steps.get(id)?.status ?? null;
      return { id, before: status(before), after: status(after) };
    });
    return {
      id: step.id,
      title: step.title,
      coverage: deltaOf(coverage(before), coverage(after)),
      questions: questions.filter((each) => each.before !== each.after),
    };
  });
}
