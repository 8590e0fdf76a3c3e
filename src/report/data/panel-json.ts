import type { PanelInput } from '../documents/panel/words.ts';
import { toJson } from '../escape/json.ts';

/** The panel's result as it is. */
export function panelJson({ result }: PanelInput): string {
  return `${toJson(result, 2)}\n`;
}
