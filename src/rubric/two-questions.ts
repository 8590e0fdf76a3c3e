import { phrase } from '../messages/phrases.ts';
import words from './verbs.json' with { type: 'json' };

const auxiliaries = new Set(words.auxiliaries);
const verbs = new Set(words.verbs);

/**
 * Why a question may be two in one: it has two question marks, or "and" joins two verbs or two auxiliaries. The verbs are English
 * ones; in other languages only question marks are counted.
 * @returns the words that show it; undefined if nothing does
 */
export function bundledIn(text: string): string | undefined {
  if ((text.match(/[?？؟]/g) ?? []).length > 1) return phrase('rubric', 'two-question-marks');
  const all = text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  const joined = all.findIndex((word, index) => {
    const [before = '', after = ''] = [all[index - 1], all[index + 1]];
    return word === 'and' && (auxiliaries.has(after) || (verbs.has(before) && verbs.has(after)));
  });
  return joined === -1 ? undefined : phrase('rubric', 'joined', { words: all.slice(joined - 1, joined + 2).join(' ') });
}
