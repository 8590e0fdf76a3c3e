import type { Band } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showRange, showScore } from '../../../text/number.ts';
import type { Bar, Chart, Share } from '../../document/blocks.ts';
import { type Html, html } from '../../escape/html.ts';
import { bandNumber, titleOf } from '../scale.ts';
import { badge } from './runs.ts';

type Scale = readonly Band[];

/**
 * A score as a bar over the zones of the bands, with a line from its low to its high end if they differ. The SVG has a text
 * alternative. The caller must also print the numbers as text.
 */
export function barHtml({ name, score, low, high, band }: Bar, scale: Scale, big = false): Html {
  const range = showRange(low, high);
  const bounds = scale.map(({ from }) => from);
  const words =
    score === null
      ? phrase('html', 'bar-none', { name, range })
      : phrase('html', low === high ? 'bar' : 'bar-range', {
          ...{ name, range, score: showScore(score, bounds) },
          band: titleOf(scale, band) || phrase('report', 'no-band'),
        });
  const drawn = score !== null && barRect(score, band, scale);
  return picture(words, html`${zones(scale)}${drawn}${rangeLine(low, high)}`, big);
}

/** A range over the zones of the bands, with a mark at the score. */
export function chartHtml({ words, score, band, low, high }: Chart, scale: Scale): Html {
  const mark = percent(Math.max(0, (score ?? 0) - 0.3));
  const drawn = html`<rect x="${mark}" y="10%" width="0.6%" height="80%" class="f${bandNumber(scale, band)}"/>`;
  return picture(words, html`${zones(scale)}${drawn}${rangeLine(low, high)}`, true);
}

export function shareHtml({ share, words, band }: Share, scale: Scale): Html {
  return picture(words, barRect(100 * share, band, scale));
}

function picture(words: string, drawn: Html, big = false): Html {
  return html`<svg class="bar${big && ' big'}" role="img" aria-label="${words}"><title>${words}</title>${drawn}<rect x="0" y="0" width="100%" height="100%" class="edge"/></svg>`;
}

function barRect(length: number, band: string | null, scale: Scale): Html {
  return html`<rect x="0" y="25%" width="${percent(length)}" height="50%" class="f${bandNumber(scale, band)}"/>`;
}

/** A background rectangle for each band, with a tick at its start. */
function zones(scale: Scale): Html[] {
  return scale.map(({ id, from }, index) => {
    const to = scale[index - 1]?.from ?? 100;
    const zone = html`<rect x="${percent(from)}" y="0" width="${percent(to - from)}" height="100%" class="z${bandNumber(scale, id)}"/>`;
    const tick = from > 0 && html`<line x1="${percent(from)}" x2="${percent(from)}" y1="0" y2="100%" class="tick"/>`;
    return html`${zone}${tick}`;
  });
}

/** A line from low to high with end marks. Undefined if the two are almost equal. */
function rangeLine(low: number | null, high: number | null): Html | undefined {
  if (low === null || high === null || high - low < 0.005) return undefined;
  const [from, to] = [percent(low), percent(high)];
  return html`<line x1="${from}" x2="${to}" y1="50%" y2="50%" class="range"/><line x1="${from}" x2="${from}" y1="20%" y2="80%" class="range"/><line x1="${to}" x2="${to}" y1="20%" y2="80%" class="range"/>`;
}

/** A legend: each band with its range and its colour. */
export function bandScale(scale: Scale): Html {
  const entries = [...scale].reverse().map(({ id, title, from }, index, worstFirst) => {
    const next = worstFirst[index + 1];
    const words = next ? phrase('html', 'scale-between', { from, to: next.from }) : phrase('html', 'scale-top', { from });
    return html`<li>${badge(title, id, scale)} ${words}</li>`;
  });
  return html`<ul class="scale" aria-label="${phrase('html', 'scale')}">${entries}</ul>`;
}

/** A value from 0 to 100 as an SVG percentage. */
function percent(value: number): string {
  return `${Number(value.toFixed(2))}%`;
}
