import { questionStates } from '../../../../core/applicability.ts';
import type { Convention, Flag, GuidingQuestion, Mark, Question } from '../../../../core/rubric.ts';
import { scoreAssessment } from '../../../../core/score.ts';
import { type Item, isOpen, type Part, partsOf } from '../../../../interview/plan.ts';
import { listed } from '../../../../messages/lists.ts';
import { phrase } from '../../../../messages/phrases.ts';
import { showScore } from '../../../../text/number.ts';
import { visible, wrapped } from '../../../../text/plain-text.ts';
import type { Interview } from '../interview.ts';

/**
 * The position in the interview: the part, the number of the question in it, how much is answered, and the score so far as a
 * range.
 */
export function header({ store, prepared, prompter }: Interview, item: Item, part: Part): string {
  const assessment = store.assessment();
  const states = questionStates(prepared, assessment);
  const home = homeOf(item, part, prepared.rubric.features.length === 0 ? [] : partsOf(prepared).features);
  const result = scoreAssessment(prepared, assessment, store.name);
  const { low, high } = result;
  const score =
    low === high
      ? phrase('interview', 'score-exact', { score: showScore(low) })
      : phrase('interview', 'score-range', { low: showScore(low), high: showScore(high) });
  const isScored = item.kind === 'question';
  const place = phrase('interview', 'header', {
    part: visible(home.title),
    number: home.items.findIndex((each) => each.id === item.id) + 1,
    n: home.items.length,
  });
  const progress = phrase('interview', 'header-progress', {
    answered: isScored ? result.answered : home.items.filter((each) => !isOpen(each, assessment, states)).length,
    all: isScored ? result.applicable : home.items.length,
    score: isScored ? score : '',
  }).trimEnd();
  const rule = '-'.repeat(Math.min(prompter.width(), 72));
  return `\n${rule}\n${wrapped(place, prompter.width())}\n${wrapped(progress, prompter.width())}\n\n`;
}

/** Going through all features, one is still in one of them. */
function homeOf(item: Item, part: Part, features: readonly Part[]): Part {
  if (item.kind !== 'question') return part;
  return features.find((feature) => feature.items.some((each) => each.id === item.id)) ?? part;
}

/** The question with its levels, each in full. */
export function questionScreen(question: Question, width: number): string {
  const lines = [wrapped(visible(question.text), width), ''];
  if (question.critical) lines.splice(1, 0, wrapped(phrase('interview', 'critical'), width));
  for (const [level, text] of question.levels.entries()) lines.push(labelled(String(level), visible(text), width));
  if (question.marks) {
    lines.push('', wrapped(phrase('interview', 'marks'), width));
    for (const [index, mark] of question.marks.entries()) lines.push(labelled(String(index + 1), visible(markText(mark)), width));
  }
  return `${lines.join('\n')}\n\n`;
}

function markText({ text, from }: Mark): string {
  return from === undefined ? text : phrase('interview', 'mark-from', { text, from });
}

/** The rules for every question, in a list. */
export function conventionsScreen(conventions: readonly Convention[], width: number): string {
  const lines = conventions.map(({ text }) => labelled('-', visible(text), width));
  return `\n${[phrase('interview', 'conventions'), ...lines].join('\n')}\n\n`;
}

export function plainScreen({ text }: GuidingQuestion | Flag, width: number): string {
  return `${wrapped(visible(text), width)}\n\n`;
}

/** Help, the principles in a line each, and the words to search the draft for. */
export function helpScreen(
  entry: { readonly help: string; readonly principles: readonly number[]; readonly terms?: readonly string[] },
  principles: Readonly<Record<string, string>>,
  width: number,
): string {
  const blocks = [wrapped(visible(entry.help || phrase('interview', 'no-help')), width)];
  if (entry.principles.length > 0) {
    const lines = entry.principles.map((number) => labelled(`GP ${number}`, visible(principles[number] ?? ''), width));
    blocks.push([phrase('interview', 'principles'), ...lines].join('\n'));
  }
  if (entry.terms && entry.terms.length > 0)
    blocks.push(wrapped(visible(phrase('interview', 'terms', { terms: listed(entry.terms) })), width));
  return `\n${blocks.join('\n\n')}\n\n`;
}

/** A label with text beside it, wrapped. */
function labelled(label: string, text: string, width: number): string {
  const indent = label.length + 4;
  return `  ${label}  ${wrapped(text, width, indent).trimStart()}`;
}
