import { visible } from '../../../text/plain-text.ts';
import type { Document, Runs, TextRun } from '../../document/blocks.ts';
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
function markedText(run: TextRun, style: Style): string {
  const shown = visible(run.text);
  switch (run.style) {
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
function styleOf(run: TextRun, { scale, style }: Page): (text: string) => string {
  const { tone, band } = run;
  const differs = run.style === 'gone' ? style.bad : run.style === 'new' ? style.good : undefined;
  const toned = differs ?? (tone ? style[tone] : band === undefined ? undefined : toneOf(scale, band, style));
  if (run.style !== 'strong' && run.style !== 'match') return toned ?? ((text) => text);
  return toned ? (text) => style.bold(toned(text)) : style.bold;
}
