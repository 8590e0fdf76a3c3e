import { phrase } from '../messages/phrases.ts';
import type { Block } from './block.ts';

/** Sentences at the end of the documents of compass that contain quotes. */
const signs: readonly RegExp[] = [
  /\bMade\s+with\s+ungps-compass\s+\d/,
  /\(sha256:\s?[\da-f]{12}[\da-f\s]{0,60}\)\./,
  ...(['check-limits', 'find-limits', 'rebase-limits'] as const).map((key) => sentence(phrase('report', key))),
];

/** A sentence with any white space between its words. */
function sentence(words: string): RegExp {
  return new RegExp(words.replace(/[.:?()]/g, '\\$&').replaceAll(' ', '\\s+'));
}

/** Whether the text of a draft is a report of compass. A report contains the quotes of the answers, so every quote would be found. */
export function isOwnReport(blocks: readonly Block[]): boolean {
  const text = blocks.map((block) => block.text).join('\n');
  return signs.some((sign) => sign.test(text));
}
