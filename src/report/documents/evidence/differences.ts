import type { Difference } from '../../../core/answers.ts';
import type { Run, Runs } from '../../document/blocks.ts';
import { joined, plain } from '../../document/build.ts';

/** Words that both texts have: of a longer stretch, only both ends are shown. */
const stretch = { most: 24, ends: 10 };

/** A quote with what the draft has instead, word by word. */
export function differenceRuns(differences: readonly Difference[]): Runs {
  const runs = differences.map(
    ({ kind, text }): Run => (kind === 'same' ? plain(shortened(text)) : { text, set: kind === 'gone' ? 'gone' : 'new' }),
  );
  return joined(runs, ' ');
}

function shortened(text: string): string {
  const words = text.split(' ');
  if (words.length <= stretch.most) return text;
  return `${words.slice(0, stretch.ends).join(' ')} … ${words.slice(-stretch.ends).join(' ')}`;
}
