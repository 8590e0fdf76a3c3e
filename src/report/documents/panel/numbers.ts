import { alphaBounds } from '../../../core/panel/agreement.ts';
import type { Metric } from '../../../core/panel/alpha.ts';
import type { Agreement } from '../../../core/panel/result.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showAlpha, showScore } from '../../../text/number.ts';

/** An alpha for people: more digits where rounding would carry it over a bound that it is read by. */
export function alphaWords({ alpha, because }: Agreement, metric: Metric): string {
  const reason = because?.[metric];
  return reason === undefined ? shownAlpha(alpha[metric]) : phrase('panel', `alpha-${reason}`);
}

export function shownAlpha(alpha: number | null): string {
  return showAlpha(alpha, Object.values(alphaBounds));
}

/** The ends of the ordinal alpha's interval; empty where there is none. */
export function intervalWords({ interval95 }: Pick<Agreement, 'interval95'>, inBrackets = ''): string {
  const ends = interval95.ordinal;
  if (!ends) return '';
  const args = { low: shownAlpha(ends[0]), high: shownAlpha(ends[1]) };
  return phrase('panel', inBrackets === '' ? 'interval-range' : 'interval95', args);
}

/** A share of a hundred; less than all never shows as all. */
export function percentWords({ percent }: Pick<Agreement, 'percent'>): string {
  return percent === null ? phrase('panel', 'leaning-none') : showScore(percent, [100]);
}
