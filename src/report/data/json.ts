import { toJson } from '../escape/json.ts';

/** A result of any command as a JSON document. */
export function jsonText(result: unknown): string {
  return `${toJson(result, 2)}\n`;
}
