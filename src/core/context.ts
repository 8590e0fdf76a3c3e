import type { Answer, Assessment } from './answers.ts';

/**
 * The assessment with every answer raised to the level that other law in force gives together with the draft (`elsewhere`), if that
 * is higher. An answer that is not applicable stays so.
 * @returns undefined if no answer names other law
 */
export function inContext(assessment: Assessment): Assessment | undefined {
  if (![...assessment.answers.values()].some(({ elsewhere }) => elsewhere)) return undefined;
  return { ...assessment, answers: new Map(Array.from(assessment.answers, ([id, answer]) => [id, raised(answer)])) };
}

function raised(answer: Answer): Answer {
  const { level, elsewhere, notApplicable } = answer;
  return elsewhere && notApplicable === null ? { ...answer, level: Math.max(level ?? 0, elsewhere.level) } : answer;
}
