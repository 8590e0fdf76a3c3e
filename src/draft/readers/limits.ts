import { CompassError } from '../../source/problem.ts';

/** A law of 500 pages has 20,000 paragraphs. More than this would take too long to read. */
const maxBlocks = 60_000;

/**
 * Stops the reading of a file that has more paragraphs than any law.
 * @param count paragraphs, notes and pieces of struck text, so far
 * @param source the name of the file in messages
 * @param most how many are read; by default 60,000
 * @throws CompassError if there are too many
 */
export function refuseManyBlocks(count: number, source: string, most = maxBlocks): void {
  if (count > most) throw CompassError.of('too-many-paragraphs', source, { most: String(most) });
}
