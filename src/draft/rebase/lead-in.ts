import { canonical } from '../quotes/canonical.ts';
import type { Provision } from '../structure/provision.ts';

/**
 * The words that decide what a part of a list means, although they stand outside it: the last sentence before the points, the heading
 * where there is no such sentence, and the words after the points.
 * @param path the provisions around the part, outermost first
 * @param isWithin whether the part is in the own text of the last of them, and not in its points
 */
export function leadInOf(path: readonly Provision[], isWithin: boolean): string {
  const above = isWithin ? path.slice(0, -1) : path;
  const parts = above.filter(({ kind }) => kind === 'unit' || kind === 'point').flatMap(leadingWords);
  return parts.join('\n');
}

function leadingWords({ text, heading, children }: Provision): string[] {
  const before = text.trim() === '' ? (heading ?? '') : lastSentence(text);
  const after = children.filter(({ kind }) => kind === 'closing').map((closing) => closing.text);
  return [before, ...after].filter((words) => words !== '');
}

function lastSentence(text: string): string {
  const trimmed = text.trim();
  const end = [...trimmed.matchAll(/[.;!?。；](?=\s|$)|。|；/gu)].filter(({ index }) => index < trimmed.length - 1).at(-1);
  return end ? trimmed.slice(end.index + 1).trim() : trimmed;
}

/** Whether two texts differ only by layout. */
export function isSameText(a: string, b: string): boolean {
  return canonical(a).text === canonical(b).text;
}
