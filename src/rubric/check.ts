import type { FeatureFile } from '../schema/types.ts';
import { nearest } from '../source/nearest.ts';
import type { ParsedSource, Path } from '../source/parse.ts';
import type { Problem } from '../source/problem.ts';
import type { RubricFolder, RubricPart } from './folder.ts';

type Question = FeatureFile['questions'][number];

/** A question with its position in its file. */
export interface PlacedQuestion {
  readonly id: string;
  readonly question: Question;
  readonly levels: readonly string[];
  readonly part: RubricPart<FeatureFile>;
  /** Path of the question in its file. */
  readonly path: Path;
}

/** All questions of a rubric with their positions, in the rubric's order. */
export function placedQuestions({ main, features }: RubricFolder): PlacedQuestion[] {
  return features.flatMap((part) =>
    part.value.questions.map((question, index) => ({
      id: `${part.value.id}.${question.id}`,
      question,
      levels: question.levels ?? main.value.levels,
      part,
      path: ['questions', index],
    })),
  );
}

/**
 * Errors that a JSON schema cannot express and that make scores undefined or wrong. A rubric with such an error cannot be used.
 */
export function blockingProblems(folder: RubricFolder): Problem[] {
  const questions = placedQuestions(folder);
  return [
    ...fileNames(folder),
    ...duplicateIds(folder, questions),
    ...questions.flatMap(valueProblems),
    ...questions.flatMap(markProblems),
    ...conditionProblems(questions),
    ...bandProblems(folder),
  ];
}

function fileNames({ features, steps }: RubricFolder): Problem[] {
  return [...features, ...steps].flatMap(({ parsed, value }) => {
    const file = parsed.source.split('/').at(-1) ?? '';
    return file === `${value.id}.yaml` ? [] : [parsed.problem('id-not-file-name', ['id'], { id: value.id, file })];
  });
}

function duplicateIds({ main, steps, flags }: RubricFolder, questions: readonly PlacedQuestion[]): Problem[] {
  const problems: Problem[] = [];
  const duplicateCheck = (): ((id: string, parsed: ParsedSource, path: Path) => void) => {
    const first = new Map<string, Problem>();
    return (id, parsed, path) => {
      const here = parsed.problem('duplicate-id', path, { id });
      const before = first.get(id);
      if (before) problems.push({ ...here, args: { id, first: `${before.source}:${before.line}` } });
      else first.set(id, here);
    };
  };
  const checkQuestionId = duplicateCheck();
  for (const { id, part, path } of questions) checkQuestionId(id, part.parsed, [...path, 'id']);
  const checkGuidingId = duplicateCheck();
  for (const { parsed, value } of steps) {
    for (const [index, { id }] of value.questions.entries())
      checkGuidingId(`${value.id}.${id}`, parsed, ['questions', index, 'id']);
  }
  const checkFlagId = duplicateCheck();
  for (const [index, { id }] of (flags?.value.flags ?? []).entries()) {
    if (flags) checkFlagId(id, flags.parsed, ['flags', index, 'id']);
  }
  for (const list of ['features', 'steps'] as const) {
    const checkListedId = duplicateCheck();
    for (const [index, id] of (main.value[list] ?? []).entries()) checkListedId(id, main.parsed, [list, index]);
  }
  const checkBandId = duplicateCheck();
  for (const [index, { id }] of main.value.bands.entries()) checkBandId(id, main.parsed, ['bands', index, 'id']);
  const checkConventionId = duplicateCheck();
  for (const [index, { id }] of (main.value.conventions ?? []).entries())
    checkConventionId(id, main.parsed, ['conventions', index, 'id']);
  return problems;
}

function valueProblems({ id, question, levels, part, path }: PlacedQuestion): Problem[] {
  const values: readonly number[] | undefined = question.values;
  if (!values) return [];
  const at = [...path, 'values'];
  if (values.length !== levels.length) {
    return [part.parsed.problem('values-count', at, { id, values: values.length, levels: levels.length })];
  }
  const problems: Problem[] = [];
  if (values.at(-1) === 0) problems.push(part.parsed.problem('values-zero', at, { id }));
  for (const [index, after] of values.entries()) {
    const before = values[index - 1];
    if (before !== undefined && after < before)
      problems.push(part.parsed.problem('values-fall', [...at, index], { id, before, after }));
  }
  return problems;
}

function markProblems({ id, question, levels, part, path }: PlacedQuestion): Problem[] {
  const { marks, need } = question;
  const { parsed } = part;
  if (!marks) return need ? [parsed.problem('need-without-marks', [...path, 'need'], { id })] : [];
  const top = levels.length - 1;
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const [index, { id: mark, from }] of marks.entries()) {
    if (seen.has(mark)) problems.push(parsed.problem('duplicate-mark', [...path, 'marks', index, 'id'], { id, mark }));
    seen.add(mark);
    if (from === undefined || from <= top) continue;
    problems.push(parsed.problem('mark-unreachable', [...path, 'marks', index, 'from'], { id, mark, from, top }));
  }
  return [...problems, ...(need ? needProblems(need, { id, top, marks: marks.length }, [...path, 'need'], parsed) : [])];
}

function needProblems(
  need: Readonly<Record<string, number>>,
  { id, top, marks }: { readonly id: string; readonly top: number; readonly marks: number },
  path: Path,
  parsed: ParsedSource,
): Problem[] {
  const levels = Object.keys(need).sort((a, b) => Number(a) - Number(b));
  return levels.flatMap((level, index): Problem[] => {
    const at = [...path, level];
    const count = need[level] ?? 0;
    if (Number(level) > top) return [parsed.problem('need-unknown-level', at, { id, level, top }, 'key')];
    if (Number(level) === 0 && count > 0) return [parsed.problem('need-at-zero', at, { id, need: count })];
    if (count > marks) return [parsed.problem('need-too-many', at, { id, level, need: count, marks })];
    const below = levels[index - 1];
    const before = below === undefined ? 0 : (need[below] ?? 0);
    return below !== undefined && count < before
      ? [parsed.problem('need-falls', at, { id, level, need: count, below, before })]
      : [];
  });
}

function conditionProblems(questions: readonly PlacedQuestion[]): Problem[] {
  const byId = new Map(questions.map((placed) => [placed.id, placed]));
  const problems: Problem[] = [];
  const inReportedCycle = new Set<string>();
  for (const placed of questions) {
    const { when } = placed.question;
    if (!when) continue;
    const target = byId.get(when.question);
    const at = [...placed.path, 'when', 'question'];
    if (!target) {
      const suggestion = nearest(when.question, [...byId.keys()]);
      problems.push(
        placed.part.parsed.problem('when-unknown', at, {
          target: when.question,
          ...(suggestion !== undefined && { suggestion }),
        }),
      );
      continue;
    }
    const top = target.levels.length - 1;
    if (when.atLeast > top) {
      const args = { level: when.atLeast, target: when.question, top };
      problems.push(placed.part.parsed.problem('when-unreachable', [...placed.path, 'when', 'atLeast'], args));
    }
    const cycle = cycleFrom(placed, byId);
    if (cycle && !cycle.some((id) => inReportedCycle.has(id))) {
      for (const id of cycle) inReportedCycle.add(id);
      problems.push(placed.part.parsed.problem('when-circle', at, { circle: [...cycle, placed.id].join(' → ') }));
    }
  }
  return problems;
}

/** The ids of the questions on the cycle of conditions that leads back to this question; undefined if there is none. */
function cycleFrom(start: PlacedQuestion, byId: ReadonlyMap<string, PlacedQuestion>): string[] | undefined {
  const path: string[] = [];
  let current: PlacedQuestion | undefined = start;
  while (current && !path.includes(current.id)) {
    path.push(current.id);
    current = current.question.when && byId.get(current.question.when.question);
  }
  return current === start ? path : undefined;
}

function bandProblems({ main }: RubricFolder): Problem[] {
  const { bands, caps } = main.value;
  const problems: Problem[] = [];
  for (const [index, band] of bands.entries()) {
    const above = bands[index - 1];
    if (above && band.from >= above.from) {
      problems.push(
        main.parsed.problem('bands-overlap', ['bands', index, 'from'], { id: band.id, from: band.from, above: above.from }),
      );
    }
  }
  const last = bands.at(-1);
  if (last && last.from > 0)
    problems.push(main.parsed.problem('bands-open', ['bands', bands.length - 1, 'from'], { from: last.from }));
  for (const [index, cap] of (caps ?? []).entries()) {
    if (bands.some((band) => band.id === cap.band)) continue;
    const suggestion = nearest(
      cap.band,
      bands.map((band) => band.id),
    );
    problems.push(
      main.parsed.problem('cap-unknown-band', ['caps', index, 'band'], {
        id: cap.band,
        ...(suggestion !== undefined && { suggestion }),
      }),
    );
  }
  return problems;
}
