import reading from './en/reading.json' with { type: 'json' };
import { type Args, fill } from './fill.ts';

/** The sentence of a warning about how a draft was read. The catalogue has them under `reading`. */
export function warningText({ code, ...args }: { readonly code: keyof typeof reading } & Args): string {
  return fill(reading[code], args);
}
