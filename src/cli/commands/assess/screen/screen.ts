import { scoreAssessment } from '../../../../core/score.ts';
import { phrase } from '../../../../messages/phrases.ts';
import { visible } from '../../../../text/plain-text.ts';
import type { Screen } from './frame.ts';
import { scoreRange } from './item/header.ts';
import { itemSections } from './item/item.ts';
import { flowed } from './lines.ts';
import type { Section } from './sections.ts';
import { topicLines, topicStart } from './topics.ts';
import type { View } from './view.ts';

/** The screen for a position in the interview. */
export function screenFor(view: View): Screen {
  const { ask, remarks, style } = view;
  return {
    ask,
    remarks,
    style,
    body: (width) => bodySections(view, width),
    text: (width) => (ask.kind === 'read' ? topicLines(view, ask.topic, width) : []),
    start: (width) => (ask.kind === 'read' ? topicStart(view, ask.topic, width) : 0),
  };
}

function bodySections(view: View, width: number): Section[] {
  const { state } = view;
  if (state.at === 'item') return itemSections(view, state, width);
  return [{ lines: headLines(view, width) }];
}

/** What a screen without a question begins with: the draft, how much is answered, and the score. */
function headLines({ prepared, assessment, name, state, style }: View, width: number): string[] {
  if (state.at === 'draft') return [style.bold(phrase('interview', 'about-draft'))];
  const result = scoreAssessment(prepared, assessment, name);
  const progress = phrase('interview', 'header-progress', { answered: result.answered, all: result.applicable });
  return flowed([visible(assessment.draft.title ?? name), progress, scoreRange(result)], width).map((line) => style.dim(line));
}
