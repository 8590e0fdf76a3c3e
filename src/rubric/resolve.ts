import type { Feature, Flag, Mark, Question, Rubric, Step } from '../core/rubric.ts';
import type { FeatureFile, FlagsFile, MarkEntry, QuestionEntry, StepFile } from '../schema/types.ts';
import type { RubricFolder } from './folder.ts';

/**
 * Merges a rubric's files into one object, with full ids and all defaults filled in. The rubric's digest depends on the order of
 * the keys here and below.
 */
export function resolveRubric({ main, features, steps, flags }: RubricFolder): Rubric {
  const { id, version, title, language, notice, levels, bands, caps, conventions, retired, principles, sources, format } =
    main.value;
  return {
    format,
    id,
    version,
    title,
    language: language ?? 'en',
    notice: tidy(notice),
    levels,
    bands: bands.map((band) => ({ ...band, ...(band.summary !== undefined && { summary: tidy(band.summary) }) })),
    features: features.map(({ value }) => resolveFeature(value, levels)),
    steps: steps.map(({ value }) => resolveStep(value)),
    flags: (flags?.value.flags ?? []).map(resolveFlag),
    caps: (caps ?? []).map(({ when, atLeast, band }) => ({ when, ...(atLeast !== undefined && { atLeast }), band })),
    // Keys that older rubrics do not have are left out of theirs, whose digests must not change.
    ...(conventions && { conventions: conventions.map(({ id, text }) => ({ id, text: tidy(text) })) }),
    retired: retired ?? [],
    principles: principles ?? {},
    sources: sources ?? [],
  };
}

function resolveFeature(feature: FeatureFile, defaultLevels: readonly string[]): Feature {
  return {
    id: feature.id,
    title: feature.title,
    summary: tidy(feature.summary),
    principles: feature.principles ?? [],
    weight: feature.weight ?? 1,
    questions: feature.questions.map((question) => resolveQuestion(feature.id, question, defaultLevels)),
  };
}

function resolveQuestion(
  feature: string,
  question: FeatureFile['questions'][number],
  defaultLevels: readonly string[],
): Question {
  const levels = (question.levels ?? defaultLevels).map(tidy);
  return {
    id: `${feature}.${question.id}`,
    text: tidy(question.text),
    help: tidy(question.help),
    levels,
    values: question.values ?? levels.map((_, level) => level),
    weight: question.weight ?? 1,
    critical: question.critical ?? false,
    principles: question.principles ?? [],
    ...(question.when && { when: { question: question.when.question, atLeast: question.when.atLeast } }),
    ...(question.marks && { marks: question.marks.map(resolveMark), need: needOf(question, levels.length - 1) }),
    gap: tidy(question.gap),
    terms: question.terms ?? [],
    was: question.was ?? [],
  };
}

function resolveMark({ id, text, gap, from }: MarkEntry): Mark {
  return { id, text: tidy(text), gap: tidy(gap), ...(from !== undefined && { from }) };
}

/**
 * The least number of marks for each level that needs any. By default half of them for level 2, rounded up, and all for the top
 * level.
 */
export function needOf({ marks, need }: Pick<QuestionEntry, 'marks' | 'need'>, top: number): Readonly<Record<string, number>> {
  const count = marks?.length ?? 0;
  return need ?? { ...(top > 2 && { 2: Math.ceil(count / 2) }), [top]: count };
}

function resolveStep(step: StepFile): Step {
  return {
    id: step.id,
    title: step.title,
    summary: tidy(step.summary),
    questions: step.questions.map((question) => ({
      id: `${step.id}.${question.id}`,
      text: tidy(question.text),
      help: tidy(question.help),
      principles: question.principles ?? [],
      was: question.was ?? [],
    })),
  };
}

function resolveFlag(flag: FlagsFile['flags'][number]): Flag {
  return {
    id: flag.id,
    text: tidy(flag.text),
    help: tidy(flag.help),
    severity: flag.severity,
    principles: flag.principles ?? [],
    terms: flag.terms ?? [],
    deduct: flag.deduct ?? 0,
  };
}

/** Trims text, because a folded YAML scalar ends with a line break. */
function tidy(text: string | undefined): string {
  return (text ?? '').trim();
}
