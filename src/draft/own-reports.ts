import { phrase } from '../messages/phrases.ts';
import type { Block } from './block.ts';

/** The last sentences of the documents of compass that have quotes: what they were made with, or what they do not say. */
const signs: readonly RegExp[] = [
  /\bMade\s+with\s+ungps-compass\s+\d/,
  /\(sha256:\s?[\da-f]{12}[\da-f\s]{0,60}\)\./,
  ...(['check-limits', 'find-limits', 'rebase-limits'] as const).map((key) => sentence(phrase('report', key))),
];

/** A sentence with any white space between its words. */
function sentence(words: string): RegExp {
  return new RegExp(words.replace(/[.:?()]/g, '\\$&').replaceAll(' ', '\\s+'));
}

/** Whether the text of a draft is a document that compass made: it has the quotes of the answers, so that each would be found in it. */
export function isOwnReport(blocks: readonly Block[]): boolean {
  const text = blocks.map((block) => block.text).join('\n');
  return signs.some((sign) => sign.test(text));
}
