import type { PanelResult, PanelWarning } from '../../../core/panel/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';

/** All that a panel's report is made from. */
export interface PanelInput {
  readonly result: PanelResult;
  readonly rubric: Rubric;
}

/** Something unexpected about the files, in a sentence. */
export function warningSentence({ code, args }: PanelWarning): string {
  const isAnonymous = code === 'same-name' && args['name'] === undefined;
  return phrase('panel', isAnonymous ? 'warning-same-name-anonymous' : `warning-${code}`, args);
}
