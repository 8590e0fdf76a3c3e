import type { PanelResult, PanelWarning } from '../../../core/panel/result.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Input } from '../../reporter.ts';

/** All that a panel's report is made from. */
export type PanelInput = Input<PanelResult>;

/** Something unexpected about the files, in a sentence. */
export function warningSentence({ code, args }: PanelWarning): string {
  const isAnonymous = code === 'same-name' && args['name'] === undefined;
  return phrase('panel', isAnonymous ? 'warning-same-name-anonymous' : `warning-${code}`, args);
}
