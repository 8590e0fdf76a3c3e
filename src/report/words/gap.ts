import type { Gap } from '../../core/result.ts';
import { inSentences, withColon } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import { emphasis, type Text } from '../document/build.ts';
import { markFact } from './marks.ts';

/** What to write to close a gap, one line for each mark that is missing. */
export function closingLines(missing: NonNullable<Gap['missing']>): Text[] {
  return missing.map(({ text, gap }) => [emphasis(markFact(text)), gap && `${phrase('values', 'label-separator')}${gap}`]);
}

/** What to write to close a gap, on one line: for each mark that is missing, or, if none was ticked, the question's advice. */
export function closingText({ missing, gap }: Pick<Gap, 'missing' | 'gap'>): string {
  if (!missing || missing.length === 0) return gap;
  return inSentences(missing.map(({ text, gap: what }) => (what === '' ? markFact(text) : withColon(markFact(text), what))));
}

/** The words to add: for each mark that is missing what to write, or, if none was ticked, the question's advice. */
export function wordsToAdd({ missing, gap }: Pick<Gap, 'missing' | 'gap'>): string[] {
  if (!missing || missing.length === 0) return gap === '' ? [] : [gap];
  return missing.map(({ text, gap: what }) => what || markFact(text));
}
