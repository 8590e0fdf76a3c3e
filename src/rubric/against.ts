import type { Question, Rubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import type { Problem, ProblemCode } from '../source/problem.ts';
import { compareVersions } from '../text/version.ts';

type Step = 'none' | 'patch' | 'minor' | 'major';

const rank: Readonly<Record<Step, number>> = { none: 0, patch: 1, minor: 2, major: 3 };

/**
 * Checks the version number against what changed since an older version of the rubric. A change of wording needs a new patch
 * version, new questions a minor version, and anything that can change a score (levels, values, weights, conditions, caps, bands,
 * removals) a major version.
 * @returns a problem for each change that needs a higher version, and for each question that is missing without explanation
 */
export function checkVersion(now: Rubric, old: Rubric, source: string): Problem[] {
  const problem = (code: ProblemCode, args: Problem['args']): Problem => ({ code, args, source });
  if (now.id !== old.id) return [problem('against-other-id', { old: old.id, id: now.id })];
  const claimed = claimedStep(old.version, now.version);
  const changes = [...questionChanges(now, old), ...rubricChanges(now, old)];
  const unexplained = unexplainedRemovals(now, old).map((id) => problem('against-removed', { id }));
  const tooSmall = changes
    .filter(({ step }) => rank[step] > rank[claimed])
    .map(({ step, what }) =>
      claimed === 'none'
        ? problem('against-version-not-raised', { version: now.version, what, needed: raised(old.version, step) })
        : problem('against-version-too-small', {
            version: now.version,
            old: old.version,
            what,
            needed: raised(old.version, step),
          }),
    );
  return [...tooSmall, ...unexplained];
}

function claimedStep(old: string, now: string): Step {
  if (compareVersions(now, old) <= 0) return 'none';
  const [before, after] = [old.split('.'), now.split('.')];
  if (before[0] !== after[0]) return 'major';
  return before[1] === after[1] ? 'patch' : 'minor';
}

function raised(version: string, step: Step): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (step === 'major') return `${major + 1}.0.0`;
  return step === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

interface Change {
  readonly step: Step;
  readonly what: string;
}

function questionChanges(now: Rubric, old: Rubric): Change[] {
  const former = new Map(
    questionsOf(now).flatMap((question) => [question.id, ...question.was].map((id) => [id, question] as const)),
  );
  const known = new Set<string>();
  const changes: Change[] = [];
  for (const before of questionsOf(old)) {
    const after = former.get(before.id);
    if (!after) {
      changes.push({ step: 'major', what: phrase('versions', 'removed', { id: before.id }) });
      continue;
    }
    known.add(after.id);
    changes.push(...differences(before, after));
  }
  for (const { id } of questionsOf(now))
    if (!known.has(id)) changes.push({ step: 'minor', what: phrase('versions', 'added', { id }) });
  return changes;
}

function differences(before: Question, after: Question): Change[] {
  const scored = ['levels', 'values', 'weight', 'critical', 'when', 'need'] as const;
  const worded = ['id', 'text', 'help', 'gap', 'terms', 'principles', 'marks'] as const;
  const changed = (key: keyof Question): boolean => JSON.stringify(before[key]) !== JSON.stringify(after[key]);
  const whatChanged = (part: string): string => phrase('versions', 'part-changed', { part, id: after.id });
  // Other ids, or marks that are required elsewhere, refuse answers that were valid.
  const rules = ({ marks }: Question): unknown => marks?.map(({ id, from }) => [id, from]);
  const hasOtherMarks = JSON.stringify(rules(before)) !== JSON.stringify(rules(after));
  return [
    ...scored.filter(changed).map((key): Change => ({ step: 'major', what: whatChanged(key) })),
    ...(hasOtherMarks ? [{ step: 'major', what: whatChanged('marks') } as const] : []),
    ...worded
      .filter((key) => changed(key) && !(key === 'marks' && hasOtherMarks))
      .map((key): Change => ({ step: 'patch', what: whatChanged(key) })),
  ];
}

function rubricChanges(now: Rubric, old: Rubric): Change[] {
  const changed = (pick: (rubric: Rubric) => unknown): boolean => JSON.stringify(pick(now)) !== JSON.stringify(pick(old));
  const changes: Change[] = [];
  if (changed((rubric) => rubric.bands.map(({ id, from }) => [id, from])))
    changes.push({ step: 'major', what: phrase('versions', 'bands-changed') });
  if (changed((rubric) => rubric.caps)) changes.push({ step: 'major', what: phrase('versions', 'caps-changed') });
  if (changed((rubric) => rubric.features.map(({ id, weight }) => [id, weight]))) {
    changes.push({ step: 'major', what: phrase('versions', 'features-changed') });
  }
  if (changed((rubric) => rubric.flags.map(({ id, severity, deduct }) => [id, severity, deduct]))) {
    changes.push({ step: 'major', what: phrase('versions', 'flags-changed') });
  }
  if (changed((rubric) => rubric.conventions ?? [])) {
    changes.push({ step: 'patch', what: phrase('versions', 'conventions-changed') });
  }
  return changes;
}

/** Questions of the old rubric that were removed without being mentioned in `was` or `retired`. */
function unexplainedRemovals(now: Rubric, old: Rubric): string[] {
  const explained = new Set([...questionsOf(now).flatMap(({ id, was }) => [id, ...was]), ...now.retired.map(({ id }) => id)]);
  return questionsOf(old)
    .map(({ id }) => id)
    .filter((id) => !explained.has(id));
}

function questionsOf(rubric: Rubric): Question[] {
  return rubric.features.flatMap(({ questions }) => [...questions]);
}
