import type { JSX } from 'preact';

interface Props {
  readonly low: number | null;
  readonly high: number | null;
}

/** A score from 0 to 100 drawn to scale: full up to the lowest that is possible, lighter up to the highest. The numbers stand beside it. */
export function ScoreBar({ low, high }: Props): JSX.Element {
  const [from, to] = [low ?? 0, high ?? 0];
  return (
    <svg class="bar" aria-hidden="true" focusable="false">
      <rect class="ground" width="100%" height="100%" />
      <rect class="possible" x={`${from}%`} width={`${Math.max(0, to - from)}%`} height="100%" />
      <rect class="certain" width={`${from}%`} height="100%" />
    </svg>
  );
}
