import { createHash } from 'node:crypto';
import type { RubricText } from '../../core/localised.ts';

/**
 * Names a wording, so that a translation shows which one it was made from.
 * @returns the first 8 hexadecimal digits of the text's SHA-256, in Unicode form NFC; of a list, of its texts joined by line breaks
 */
export function fingerprint(text: RubricText): string {
  const whole = [text].flat().join('\n').normalize('NFC');
  return createHash('sha256').update(whole).digest('hex').slice(0, 8);
}
