import type { Rubric } from '../core/rubric.ts';
import type { RubricFolder } from './folder.ts';

/** A rubric's files as one object, with full ids and every default filled in. */
export function resolveRubric({ main, features, steps, flags }: RubricFolder): Rubric {
  const { id, version, title, language, notice, levels, bands, caps, retired, principles, sources, format } = main.value;
  return {
    format,
    id,
    version,
    title,
    language: language ?? 'en',
    notice: tidy(notice),
    levels,
    bands: bands.map((band) => ({ ...band, ...(band.summary !== undefined && { summary: tidy(band.summary) }) })),
    features: features.map(({ value: feature }) => ({
      id: feature.id,
      title: feature.title,
      summary: tidy(feature.summary),
      principles: feature.principles ?? [],
      weight: feature.weight ?? 1,
      questions: feature.questions.map((question) => {
        const own = (question.levels ?? levels).map(tidy);
        return {
          id: `${feature.id}.${question.id}`,
          text: tidy(question.text),
          help: tidy(question.help),
          levels: own,
          values: question.values ?? own.map((_, level) => level),
          weight: question.weight ?? 1,
          critical: question.critical ?? false,
          principles: question.principles ?? [],
          ...(question.when && { when: { question: question.when.question, atLeast: question.when.atLeast } }),
          gap: tidy(question.gap),
          terms: question.terms ?? [],
          was: question.was ?? [],
        };
      }),
    })),
    steps: steps.map(({ value: step }) => ({
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
    })),
    flags: (flags?.value.flags ?? []).map((flag) => ({
      id: flag.id,
      text: tidy(flag.text),
      help: tidy(flag.help),
      severity: flag.severity,
      principles: flag.principles ?? [],
      terms: flag.terms ?? [],
      deduct: flag.deduct ?? 0,
    })),
    caps: (caps ?? []).map((cap) => ({ when: cap.when, band: cap.band })),
    retired: retired ?? [],
    principles: principles ?? {},
    sources: sources ?? [],
  };
}

/** Folded YAML text ends in a line break that belongs to the file, not to the sentence. */
function tidy(text: string | undefined): string {
  return (text ?? '').trim();
}
