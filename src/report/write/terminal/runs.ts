import { visible } from '../../../text/plain-text.ts';
import type { Document, Run, Runs } from '../../document/blocks.ts';
import { type Style, toneOf } from '../style.ts';

/** What the handlers of all blocks need. */
export interface Page {
  readonly scale: Document['scale'];
  /** Columns. */
  readonly width: number;
  readonly style: Style;
}

/** Runs as one text with its styles. No character of it acts on a terminal but the styles' own. */
export function runsText(runs: Runs, page: Page): string {
  return runs.map((run) => runText(run, page)).join('');
}

function runText(run: Run, page: Page): string {
  return styleOf(run, page)(markedText(run, page.style));
}

/** The same without styles, which a column's width is measured by. */
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

/** How a run is set off: its tone, else its band's; in bold where it is strong. */
export function styleOf({ set, tone, band }: Run, { scale, style }: Page): (text: string) => string {
  const own = set === 'gone' ? style.bad : set === 'new' ? style.good : undefined;
  const toned = own ?? (tone ? style[tone] : band === undefined ? undefined : toneOf(scale, band, style));
  if (set !== 'strong' && set !== 'match') return toned ?? ((text) => text);
  return toned ? (text) => style.bold(toned(text)) : style.bold;
}
