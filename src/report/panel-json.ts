import { toJson } from './escape-json.ts';
import type { PanelInput } from './panel-words.ts';

/** The panel's result as it is. */
export function panelJson({ result }: PanelInput): string {
  return `${toJson(result, 2)}\n`;
}
