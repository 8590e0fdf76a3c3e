import type { Band, Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showRange, showScore } from '../../../text/number.ts';
import { type Html, html } from '../../escape/html.ts';
import { bandBounds, bandTitle } from '../../words/phrases.ts';

/** The styles that bands take, from the best to the worst. */
const tones = 5;

/** What a bar shows: scores of 0..100, null where there is none. */
export interface Scored {
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly band: string | null;
}

/** The number of a band's style: 0 for the best to 4 for the worst, however many bands there are; `x` for no band. */
export function toneNumber({ bands }: Pick<Rubric, 'bands'>, id: string | null): string {
  const rank = bands.findIndex((band) => band.id === id);
  if (rank === -1) return 'x';
  return String(bands.length === 1 ? 0 : Math.round((rank / (bands.length - 1)) * (tones - 1)));
}

/** A band's name on its colour. */
export function bandBadge(rubric: Rubric, id: string | null): Html {
  return html`<span class="band b${toneNumber(rubric, id)}">${bandTitle(rubric, id)}</span>`;
}

/**
 * A score as a bar over the zones of the bands, with a line from its low to its high where they differ. The picture is described in
 * words; the figures belong beside it.
 */
export function scoreBar(rubric: Rubric, scored: Scored, name: string, big = false): Html {
  const { score, low, high, band } = scored;
  const words =
    score === null
      ? phrase('html', 'bar-none', { name, range: showRange(low, high) })
      : phrase('html', low === high ? 'bar' : 'bar-range', {
          name,
          score: showScore(score, bandBounds(rubric)),
          band: bandTitle(rubric, band),
          range: showRange(low, high),
        });
  const bar =
    score !== null && html`<rect x="0" y="25%" width="${percent(score)}" height="50%" class="f${toneNumber(rubric, band)}"/>`;
  return html`<svg class="bar${big ? ' big' : ''}" role="img" aria-label="${words}"><title>${words}</title>${zones(rubric)}${bar}${rangeLine(low, high)}<rect x="0" y="0" width="100%" height="100%" class="edge"/></svg>`;
}

/** The bands as grounds of a bar, where each begins. */
export function zones({ bands }: Rubric): Html[] {
  return bands.map((band, index) => {
    const to = index === 0 ? 100 : (bands[index - 1] as Band).from;
    const zone = html`<rect x="${percent(band.from)}" y="0" width="${percent(to - band.from)}" height="100%" class="z${toneNumber({ bands }, band.id)}"/>`;
    const tick =
      band.from > 0 && html`<line x1="${percent(band.from)}" x2="${percent(band.from)}" y1="0" y2="100%" class="tick"/>`;
    return html`${zone}${tick}`;
  });
}

/** A line from a low to a high, with an end to each; none where they all but meet. */
export function rangeLine(low: number | null, high: number | null): Html | undefined {
  if (low === null || high === null || high - low < 0.005) return undefined;
  const [from, to] = [percent(low), percent(high)];
  return html`<line x1="${from}" x2="${to}" y1="50%" y2="50%" class="range"/><line x1="${from}" x2="${from}" y1="20%" y2="80%" class="range"/><line x1="${to}" x2="${to}" y1="20%" y2="80%" class="range"/>`;
}

/** The bands with where they begin, as a key to the colours. */
export function bandScale(rubric: Rubric): Html {
  const entries = [...rubric.bands].reverse().map((band, index, worstFirst) => {
    const next = worstFirst[index + 1];
    const words = next
      ? phrase('html', 'scale-between', { from: band.from, to: next.from })
      : phrase('html', 'scale-top', { from: band.from });
    return html`<li><span class="band b${toneNumber(rubric, band.id)}">${band.title}</span> ${words}</li>`;
  });
  return html`<ul class="scale" aria-label="${phrase('html', 'scale')}">${entries}</ul>`;
}

/** A length in a chart, of 100. */
export function percent(value: number): string {
  return `${Number(value.toFixed(2))}%`;
}
