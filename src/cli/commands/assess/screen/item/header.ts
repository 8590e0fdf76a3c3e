import { questionStates } from '../../../../../core/applicability.ts';
import { scoreAssessment } from '../../../../../core/score.ts';
import { type Item, isOpen, type Part, partsOf } from '../../../../../interview/plan.ts';
import type { Visit } from '../../../../../interview/state.ts';
import { phrase } from '../../../../../messages/phrases.ts';
import { showScore } from '../../../../../text/number.ts';
import { visible } from '../../../../../text/plain-text.ts';
import { flowed, oneLine } from '../lines.ts';
import { rank, type Section } from '../sections.ts';
import type { View } from '../view.ts';

/** The position in the interview: the part, the number of the item in it, how much is answered, the range of the score, the time left. */
export function header({ prepared, assessment, name, secondsLeft, style }: View, visit: Visit, width: number): Section {
  const item = visit.part.items[visit.index];
  if (!item) return { lines: [] };
  const states = questionStates(prepared, assessment);
  const home = homeOf(item, visit.part, prepared.rubric.features.length === 0 ? [] : partsOf(prepared).features);
  const result = scoreAssessment(prepared, assessment, name);
  const isScored = item.kind === 'question';
  const number = home.items.findIndex(({ id }) => id === item.id) + 1;
  const place = phrase('interview', 'header', { part: visible(home.title), number, n: home.items.length });
  const isWhole = visit.part.items.length > home.items.length;
  const position = phrase('interview', 'header-number', { position: visit.index + 1, all: visit.part.items.length });
  const progress = phrase('interview', 'header-progress', {
    answered: isScored ? result.answered : home.items.filter((each) => !isOpen(each, assessment, states)).length,
    all: isScored ? result.applicable : home.items.length,
  });
  const open = isScored ? result.applicable - result.answered : 0;
  const pieces = [
    place,
    isWhole ? position : '',
    progress,
    isScored ? scoreRange(result) : '',
    secondsLeft === undefined || open === 0 ? '' : timeLeft(secondsLeft * open),
  ];
  const dim = (lines: readonly string[]): string[] => lines.map((line) => style.dim(line));
  return {
    lines: dim(flowed(pieces, width)),
    shorter: [{ rank: rank.headerToLine, lines: dim(flowed([oneLine(place, width), progress], width).slice(0, 1)) }],
  };
}

export function scoreRange({ low, high }: { readonly low: number | null; readonly high: number | null }): string {
  if (low === null || high === null) return '';
  return low === high
    ? phrase('interview', 'score-exact', { score: showScore(low) })
    : phrase('interview', 'score-range', { low: showScore(low), high: showScore(high) });
}

/** A duration in minutes, rounded up. */
function timeLeft(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return phrase('interview', 'time-left', { n: minutes });
  return phrase('interview', 'time-left-hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** Going through all features, one is still in one of them. */
function homeOf(item: Item, part: Part, features: readonly Part[]): Part {
  if (item.kind !== 'question') return part;
  return features.find((feature) => feature.items.some((each) => each.id === item.id)) ?? part;
}
