import { activeLanguage } from '../text/language.ts';
import { translated } from './active.ts';
import texts from './en/parser.json' with { type: 'json' };
import { fill } from './fill.ts';

/**
 * A text of Commander, which knows only English, in the active language. The catalogue has Commander's own texts, so that each is found
 * by its wording.
 * @returns the text unchanged if the catalogue has no such one
 */
export function parserText(text: string): string {
  if (activeLanguage() === 'en') return text;
  const whole = text.trimEnd();
  for (const [key, english] of Object.entries(texts)) {
    const found = patternOf(english).exec(whole);
    const own = translated('parser', key);
    if (!found || typeof own !== 'string') continue;
    const { message, ...others } = found.groups ?? {};
    return fill(own, { ...others, ...(message !== undefined && { message: parserText(message) }) }) + text.slice(whole.length);
  }
  return text;
}

/** A pattern for texts that a template makes, with a group for each placeholder. */
function patternOf(template: string): RegExp {
  const literal = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replace(/\{(\w+)\}/g, '(?<$1>[^]+?)')}$`);
}
