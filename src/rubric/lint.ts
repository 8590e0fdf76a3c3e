import { severityOfCap } from '../core/bands.ts';
import type { Problem } from '../source/problem.ts';
import { blockingProblems, type PlacedQuestion, placedQuestions } from './check.ts';
import type { RubricFolder } from './folder.ts';
import { needOf } from './resolve.ts';
import { bundledIn } from './two-questions.ts';

/** The findings of lint. Errors make it fail; notes are advice. */
export interface LintFindings {
  readonly errors: readonly Problem[];
  readonly notes: readonly Problem[];
}

/** A question with a smaller share of its feature's weight hardly affects a score. */
const negligibleShare = 0.01;

/**
 * Checks a rubric whose files are valid by their schemas. Errors come first that would make scores wrong, then those that make a
 * question pointless or unclear.
 */
export function lintRubric(folder: RubricFolder): LintFindings {
  const questions = placedQuestions(folder);
  return {
    errors: [
      ...blockingProblems(folder),
      ...questions.flatMap(repeatedLevels),
      ...questions.flatMap(repeatedMarks),
      ...weightProblems(folder, questions),
      ...principleProblems(folder),
      ...unreachableBands(folder),
      ...formerIds(folder, questions),
    ],
    notes: [
      ...folder.unlisted.map(({ source, list }): Problem => ({ code: 'rubric-file-unlisted', args: { list }, source })),
      ...questions.flatMap(advice),
      ...questions.flatMap(markAdvice),
      ...uselessCaps(folder),
    ],
  };
}

function repeatedLevels({ id, levels, question, part, path }: PlacedQuestion): Problem[] {
  const normalized = levels.map(wordsOf);
  return normalized.flatMap((level, second) => {
    const first = normalized.indexOf(level);
    return first < second
      ? [part.parsed.problem('levels-repeat', question.levels ? [...path, 'levels', second] : path, { id, first, second })]
      : [];
  });
}

/** The words of a text, without case and punctuation, separated by spaces. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function repeatedMarks({ id, question, part, path }: PlacedQuestion): Problem[] {
  const marks = question.marks ?? [];
  const texts = marks.map(({ text }) => wordsOf(text));
  return texts.flatMap((text, second) => {
    const first = texts.indexOf(text);
    if (first === second) return [];
    const args = { id, first: marks[first]?.id ?? '', second: marks[second]?.id ?? '' };
    return [part.parsed.problem('marks-repeat', [...path, 'marks', second, 'text'], args)];
  });
}

function markAdvice({ id, question, levels, part, path }: PlacedQuestion): Problem[] {
  const marks = question.marks ?? [];
  if (marks.length === 0) return [];
  const notes: Problem[] = [];
  for (const level of withoutFloor(question, levels.length - 1)) {
    notes.push(part.parsed.problem('level-without-floor', path, { id, level }));
  }
  const texts = marks.map(({ text }) => ` ${wordsOf(text)} `);
  for (const [index, mark] of marks.entries()) {
    const at = [...path, 'marks', index];
    if (!mark.gap?.trim()) notes.push(part.parsed.problem('mark-no-gap', at, { id, mark: mark.id }));
    const within = texts.findIndex((text, other) => text !== texts[index] && texts[index]?.includes(text) && other !== index);
    const second = marks[within]?.id;
    if (second !== undefined) notes.push(part.parsed.problem('marks-overlap', [...at, 'text'], { id, first: mark.id, second }));
  }
  return notes;
}

/** Levels that need no marks although they pay for some: level 2 below the top, and all above a level that needs some. */
function withoutFloor(question: PlacedQuestion['question'], top: number): number[] {
  const need = needOf(question, top);
  const needing = Object.keys(need).filter((level) => need[level]);
  const least = Math.min(...needing.map(Number), top > 2 ? 2 : top + 1);
  return Array.from({ length: top + 1 }, (_, level) => level).filter((level) => level >= least && !need[level]);
}

function weightProblems({ features }: RubricFolder, questions: readonly PlacedQuestion[]): Problem[] {
  const problems = features.flatMap(({ parsed, value }) =>
    value.weight === 0 ? [parsed.problem('weight-zero', ['weight'], { id: value.id })] : [],
  );
  for (const { id, question, part, path } of questions) {
    const weight = question.weight ?? 1;
    const total = part.value.questions.reduce((sum, each) => sum + (each.weight ?? 1), 0);
    if (weight === 0) problems.push(part.parsed.problem('weight-zero', [...path, 'weight'], { id }));
    else if (weight / total < negligibleShare) {
      const share = Number((100 * (weight / total)).toPrecision(2));
      problems.push(part.parsed.problem('weight-worthless', [...path, 'weight'], { id, share }));
    }
  }
  return problems;
}

function principleProblems({ main, features, steps, flags }: RubricFolder): Problem[] {
  const outside = (numbers: readonly number[] | undefined): number[] =>
    (numbers ?? []).flatMap((number, index) => (number >= 1 && number <= 31 ? [] : [index]));
  const problems: Problem[] = Object.keys(main.value.principles ?? {})
    .filter((number) => Number(number) < 1 || Number(number) > 31)
    .map((number) => main.parsed.problem('principle-outside', ['principles', number], { number }, 'key'));
  for (const { parsed, value } of features) {
    for (const index of outside(value.principles)) {
      problems.push(parsed.problem('principle-outside', ['principles', index], { number: value.principles?.[index] ?? 0 }));
    }
  }
  const entries = [
    ...[...features, ...steps].map(({ parsed, value }) => ({
      parsed,
      key: 'questions',
      list: value.questions as readonly { principles?: number[] }[],
    })),
    ...(flags ? [{ parsed: flags.parsed, key: 'flags', list: flags.value.flags }] : []),
  ];
  for (const { parsed, key, list } of entries) {
    for (const [at, entry] of list.entries()) {
      for (const index of outside(entry.principles)) {
        problems.push(
          parsed.problem('principle-outside', [key, at, 'principles', index], { number: entry.principles?.[index] ?? 0 }),
        );
      }
    }
  }
  return problems;
}

function unreachableBands({ main }: RubricFolder): Problem[] {
  return main.value.bands.flatMap((band, index) =>
    band.from > 100 ? [main.parsed.problem('band-out-of-reach', ['bands', index, 'from'], { id: band.id, from: band.from })] : [],
  );
}

function formerIds({ main }: RubricFolder, questions: readonly PlacedQuestion[]): Problem[] {
  const ids = new Set(questions.map(({ id }) => id));
  const retired = (main.value.retired ?? []).flatMap(({ id }, index) =>
    ids.has(id) ? [main.parsed.problem('retired-still-there', ['retired', index, 'id'], { id })] : [],
  );
  const was = questions.flatMap(({ id: now, question, part, path }) =>
    (question.was ?? []).flatMap((id, index) =>
      ids.has(id) ? [part.parsed.problem('was-still-there', [...path, 'was', index], { id, now })] : [],
    ),
  );
  return [...retired, ...was];
}

function advice({ id, question, part, path }: PlacedQuestion): Problem[] {
  const notes: Problem[] = [];
  const note = (code: Problem['code']): void => {
    notes.push(part.parsed.problem(code, path, { id }));
  };
  if (!question.help?.trim()) note('no-help');
  if (!question.gap?.trim()) note('no-gap');
  if (!question.levels) note('default-levels');
  if (!question.terms?.length) note('no-terms');
  if (!question.principles?.length) note('no-principles');
  const why = bundledIn(question.text);
  if (why !== undefined) notes.push(part.parsed.problem('two-questions', [...path, 'text'], { id, why }));
  const values: readonly number[] = question.values ?? [];
  for (const [second, value] of values.entries()) {
    if (second > 0 && values[second - 1] === value) {
      notes.push(part.parsed.problem('values-equal', [...path, 'values', second], { id, first: second - 1, second }));
    }
  }
  if (question.when?.atLeast === 0) {
    notes.push(part.parsed.problem('when-always', [...path, 'when', 'atLeast'], { target: question.when.question }));
  }
  return notes;
}

/** Caps that never apply, because the rubric has fewer critical questions or flags of the severity than they count from. */
function uselessCaps({ main, features, flags }: RubricFolder): Problem[] {
  const critical = features.flatMap(({ value }) => value.questions.filter((question) => question.critical)).length;
  const severities = (flags?.value.flags ?? []).map(({ severity }) => severity);
  return (main.value.caps ?? []).flatMap(({ when, atLeast = 1 }, at) => {
    if (when === 'critical-at-zero' && critical === 0) return [main.parsed.problem('no-critical', ['caps', at, 'when'])];
    const count =
      when === 'critical-at-zero' ? critical : severities.filter((severity) => severity === severityOfCap[when]).length;
    return count < atLeast ? [main.parsed.problem('cap-out-of-reach', ['caps', at], { atLeast, count })] : [];
  });
}
