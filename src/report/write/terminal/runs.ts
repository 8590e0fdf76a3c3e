import { visible } from '../../../text/plain-text.ts';
import type { Document, Run, Runs } from '../../document/blocks.ts';
import { type Style, toneOf } from '../style.ts';

/** What the functions for all kinds of blocks need. */
export interface Page {
  readonly scale: Document['scale'];
  /** Columns. */
  readonly width: number;
  readonly style: Style;
}

/** Runs as one string with its styles, which are the only control characters in it. */
export function runsText(runs: Runs, page: Page): string {
  return runs.map((run) => styleOf(run, page)(markedText(run, page.style))).join('');
}

/** The same without styles, to measure its width. */
export function plainText(runs: Runs, { style }: Page): string {
  return runs.map((run) => markedText(run, style)).join('');
}

/** Differences and matches are marked with signs too, since not every terminal has colours. */
function markedText({ text, set }: Run, style: Style): string {
  const shown = visible(text);
  switch (set) {
    case 'quote':
      return `“${shown.trim()}”`;
    case 'gone':
      return `[-${shown}-]`;
    case 'new':
      return `{+${shown}+}`;
    case 'match':
      return style.bold('x') === 'x' ? `*${shown}*` : shown;
    default:
      return shown;
  }
}

/** The style of a run: its tone, else that of its band; in bold if it is strong. */
export function styleOf({ set, tone, band }: Run, { scale, style }: Page): (text: string) => string {
  const own = set === 'gone' ? style.bad : set === 'new' ? style.good : undefined;
  const toned = own ?? (tone ? style[tone] : band === undefined ? undefined : toneOf(scale, band, style));
  if (set !== 'strong' && set !== 'match') return toned ?? ((text) => text);
  return toned ? (text) => style.bold(toned(text)) : style.bold;
}
