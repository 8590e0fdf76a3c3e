import type { Assessment } from '../answers.ts';
import { questionStates } from '../applicability.ts';
import { type Ratio, toNumber, zero } from '../exact.ts';
import type { AssessmentResult, Gap, QuestionResult } from '../result.ts';
import type { PreparedRubric } from '../rubric.ts';
import type { Assessed } from './assessed.ts';
import { attribute, attributeFlags, type Figure, sum } from './attribution.ts';
import { compareEvidence } from './evidence.ts';
import type {
  CapMove,
  Comparison,
  FeatureMove,
  FlagChange,
  FlagMove,
  FlagStanding,
  GapChange,
  GapMove,
  Move,
  Points,
  QuestionChange,
  QuestionMove,
  StepMove,
} from './result.ts';

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
  const [then, now] = [before.result, after.result];
  const [statesBefore, statesAfter] = [questionStates(prepared, before.assessment), questionStates(prepared, after.assessment)];
  const byQuestion = (figure: Figure) => ({ questions: attribute(prepared, statesBefore, statesAfter, figure) });
  const made: Contributions = {
    score: byQuestion('score'),
    low: byQuestion('low'),
    flags: attributeFlags(prepared, before.assessment, after.assessment),
  };
  const gaps = gapMoves(then, now);
  return {
    from,
    to,
    score: moveOf(then.score, now.score),
    low: moveOf(then.low, now.low),
    high: moveOf(then.high, now.high),
    answered: { before: then.answered, after: now.answered },
    applicable: { before: then.applicable, after: now.applicable },
    band: { before: then.band, after: now.band },
    caps: capMoves(then, now),
    features: featureMoves(prepared, then, now, made),
    questions: questionMoves(then, now, gaps, made),
    gaps,
    flags: flagMoves(prepared, before.assessment, after.assessment, made),
    floor: floorOf(then, now, made),
    steps: stepMoves(prepared, before, after),
    evidence: compareEvidence(prepared, before, after),
  };
}

export function moveOf(before: number | null, after: number | null): Move {
  return { before, after, change: before === null || after === null ? null : after - before };
}

function pointsOf(made: Contributions, pick: (questions: ReadonlyMap<string, Ratio>) => Ratio): Points {
  const points = (figure: Figure): number | null => {
    const { questions } = made[figure];
    return questions && toNumber(pick(questions));
  };
  return { score: points('score'), low: points('low') };
}

function featureMoves(
  { features }: PreparedRubric,
  before: AssessmentResult,
  after: AssessmentResult,
  made: Contributions,
): FeatureMove[] {
  return features.flatMap(({ feature, questions }) => {
    const find = (side: AssessmentResult) => side.features.find(({ id }) => id === feature.id);
    const [then, now] = [find(before), find(after)];
    if (!then || !now) return [];
    return [
      {
        id: feature.id,
        title: feature.title,
        score: moveOf(then.score, now.score),
        low: moveOf(then.low, now.low),
        high: moveOf(then.high, now.high),
        band: { before: then.band, after: now.band },
        points: pointsOf(made, (points) => sum(questions.map(({ question }) => points.get(question.id) ?? zero))),
      },
    ];
  });
}

function questionMoves(
  before: AssessmentResult,
  after: AssessmentResult,
  gaps: readonly GapMove[],
  made: Contributions,
): QuestionMove[] {
  const thenById = new Map(before.questions.map((question) => [question.id, question]));
  const gapById = new Map(gaps.map((gap) => [gap.question, gap.change]));
  return after.questions.flatMap((now): QuestionMove[] => {
    const then = thenById.get(now.id);
    const change = then && changeOf(then, now);
    if (!then || !change) return [];
    return [
      {
        id: now.id,
        feature: now.feature,
        critical: now.critical,
        top: now.top,
        change,
        before: { state: then.state, level: then.level },
        after: { state: now.state, level: now.level },
        points: pointsOf(made, (points) => points.get(now.id) ?? zero),
        gap: gapById.get(now.id) ?? null,
        ...(now.rationale !== undefined && { rationale: now.rationale }),
        ...(now.because !== undefined && { because: now.because }),
      },
    ];
  });
}

/** How an answer changed; undefined if it did not. If both states have a name for the change, the new state decides. */
function changeOf(then: QuestionResult, now: QuestionResult): QuestionChange | undefined {
  if (then.state === now.state) {
    if (then.level === null || now.level === null || then.level === now.level) return undefined;
    return now.level > then.level ? 'raised' : 'lowered';
  }
  if (now.state === 'not-applicable') return 'set-aside';
  if (now.state === 'not-asked') return 'not-asked';
  if (then.state === 'not-applicable') return 'taken-up';
  if (then.state === 'not-asked') return 'asked';
  return now.state === 'scored' ? 'answered' : 'blanked';
}

function gapMoves(before: AssessmentResult, after: AssessmentResult): GapMove[] {
  const byId = (side: AssessmentResult) => new Map(side.gaps.map((gap) => [gap.question, gap]));
  const [thenById, nowById] = [byId(before), byId(after)];
  return after.questions.flatMap(({ id, critical, state }): GapMove[] => {
    const [then, now] = [thenById.get(id), nowById.get(id)];
    const wasCounted = isCounted(before.questions.find((question) => question.id === id)?.state);
    const change = gapChange(then, now, wasCounted, isCounted(state));
    return change ? [{ question: id, change, critical, before: then?.points ?? null, after: now?.points ?? null }] : [];
  });
}

function gapChange(then: Gap | undefined, now: Gap | undefined, wasCounted: boolean, isNow: boolean): GapChange | undefined {
  if (then && now) return now.level === then.level ? undefined : now.level > then.level ? 'narrowed' : 'widened';
  if (then) return isNow ? 'closed' : 'left';
  if (now) return wasCounted ? 'opened' : 'entered';
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

function flagMoves({ flags }: PreparedRubric, before: Assessment, after: Assessment, made: Contributions): FlagMove[] {
  return [...flags.values()].flatMap((flag): FlagMove[] => {
    const [then, now] = [flagStanding(before, flag.id), flagStanding(after, flag.id)];
    if (then === now) return [];
    const change: FlagChange =
      now === 'present' ? 'new' : now === 'unchecked' ? 'unchecked' : then === 'present' ? 'gone' : 'checked';
    const rationale = after.flags.get(flag.id)?.rationale;
    return [
      {
        id: flag.id,
        severity: flag.severity,
        change,
        before: then,
        after: now,
        points: pointsOf(made, () => made.flags.get(flag.id) ?? zero),
        ...(rationale !== undefined && { rationale }),
      },
    ];
  });
}

function capMoves(before: AssessmentResult, after: AssessmentResult): CapMove[] {
  return [...new Set([...before.caps, ...after.caps].map(({ when }) => when))].flatMap((when): CapMove[] => {
    const because = (side: AssessmentResult) => side.caps.find((cap) => cap.when === when)?.because ?? [];
    const [then, now] = [because(before), because(after)];
    const added = now.filter((id) => !then.includes(id));
    const removed = then.filter((id) => !now.includes(id));
    if (added.length === 0 && removed.length === 0) return [];
    return [{ when, change: then.length === 0 ? 'new' : now.length === 0 ? 'gone' : 'other', added, removed }];
  });
}

/** The part of a change that neither questions nor flags explain. Zero unless a score was held at 0. */
function floorOf(before: AssessmentResult, after: AssessmentResult, made: Contributions): Points {
  const points = (figure: Figure): number | null => {
    const { questions } = made[figure];
    const change = moveOf(before[figure], after[figure]).change;
    if (!questions || change === null) return null;
    if (before[figure] !== 0 && after[figure] !== 0) return 0;
    const explained = toNumber(sum([...questions.values(), ...made.flags.values()]));
    // A smaller difference is a rounding error.
    return Math.abs(change - explained) < 1e-9 ? 0 : change - explained;
  };
  return { score: points('score'), low: points('low') };
}

function stepMoves({ rubric }: PreparedRubric, before: Assessed, after: Assessed): StepMove[] {
  return rubric.steps.map((step) => {
    const coverage = ({ result }: Assessed): number | null => result.steps.find(({ id }) => id === step.id)?.coverage ?? null;
    const questions = step.questions.map(({ id }) => {
      const status = ({ assessment }: Assessed) => assessment.steps.get(id)?.status ?? null;
      return { id, before: status(before), after: status(after) };
    });
    return {
      id: step.id,
      title: step.title,
      coverage: moveOf(coverage(before), coverage(after)),
      questions: questions.filter((each) => each.before !== each.after),
    };
  });
}
