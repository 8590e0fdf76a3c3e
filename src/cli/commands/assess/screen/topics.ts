import { answerOf, entryOf, evidenceOf } from '../../../../interview/entries.ts';
import { sceneOf } from '../../../../interview/machine.ts';
import { untraced } from '../../../../interview/overview.ts';
import { type Item, textOf } from '../../../../interview/plan.ts';
import type { Scene, Topic } from '../../../../interview/state.ts';
import { listed } from '../../../../messages/lists.ts';
import { phrase } from '../../../../messages/phrases.ts';
import { answerSection, evidenceSection, marksSection, reviewSection } from './item/answer.ts';
import { levelTexts } from './item/item.ts';
import { fileName, passageBar, passageList, wholeProvision } from './item/passages.ts';
import { flowed, labelled, paragraph } from './lines.ts';
import type { View } from './view.ts';

/** The line that a pager begins with: a little above the passage of a provision. */
export function topicStart(view: View, topic: Topic, width: number): number {
  if (topic.is !== 'provision') return 0;
  const first = topicLines(view, topic, width).findIndex((line) => line.startsWith(passageBar));
  return Math.max(0, first - 3);
}

/** A long text as lines, for the pager. */
export function topicLines(view: View, topic: Topic, width: number): string[] {
  switch (topic.is) {
    case 'help':
      return helpLines(view, topic.item, width);
    case 'conventions':
      return conventionLines(view, width);
    case 'item':
      return wholeItem(view, topic.item, width);
    case 'provision':
      return view.guide ? wholeProvision(view.guide, topic.hit, width) : [];
    case 'report':
      return [...view.report(width)];
  }
}

function conventionLines({ prepared: { rubric }, style }: View, width: number): string[] {
  const rules = (rubric.conventions ?? []).flatMap(({ text }) => ['', ...labelled('-', text, width)]);
  return [style.bold(phrase('interview', 'conventions')), ...rules];
}

/** Help, the principles, the words to search the draft for, and the keys. */
function helpLines({ prepared, style }: View, { id }: Item, width: number): string[] {
  const entry = prepared.questions.get(id)?.question ?? prepared.guidingQuestions.get(id) ?? prepared.flags.get(id);
  if (!entry) return [];
  const { principles } = prepared.rubric;
  const blocks = [paragraph(entry.help || phrase('interview', 'no-help'), width)];
  if (entry.principles.length > 0)
    blocks.push([
      style.bold(phrase('interview', 'principles')),
      ...entry.principles.flatMap((number) =>
        labelled(phrase('report', 'principles', { list: number }), principles[number] ?? '', width),
      ),
    ]);
  if ('terms' in entry && entry.terms.length > 0)
    blocks.push(paragraph(phrase('interview', 'terms', { terms: listed(entry.terms) }), width));
  blocks.push([style.bold(phrase('interview', 'keys-title')), ...flowed(phrase('interview', 'keys-help').split('   '), width)]);
  return joined(blocks);
}

/** An item with everything that a screen may have to shorten. */
function wholeItem(view: View, item: Item, width: number): string[] {
  const part = { id: '', title: '', items: [item] };
  const scene = sceneOf(view, view.assessment, { part, index: 0, trail: [], through: 'all' });
  if (!scene) return [];
  const question = view.prepared.questions.get(item.id)?.question;
  const { marks } = answerOf(view.assessment, item.id);
  const { guide, style } = view;
  return joined([
    paragraph(textOf(view.prepared, item), width).map((line) => style.bold(line)),
    question?.critical ? paragraph(phrase('interview', 'critical'), width) : [],
    levelTexts(scene).flatMap((text, level) => labelled(String(level), text, width)),
    question ? [...marksSection(question, marks, width, view.ask).lines] : [],
    ...answerBlocks(view, scene, width),
    guide && item.kind !== 'guiding'
      ? [
          phrase('interview', 'passages-preview', { draft: fileName(guide) }),
          ...passageList(guide, guide.suggest(item.id), width).lines,
        ]
      : [],
  ]);
}

function answerBlocks({ ask }: View, scene: Scene, width: number): string[][] {
  const hasAny =
    entryOf(scene.assessment, scene.item).review !== undefined || evidenceOf(scene.assessment, scene.item).length > 0;
  const lacks = untraced(scene.assessment, scene.item).map((each) =>
    phrase('interview', each === 'no-reason' ? 'reason-none' : 'evidence-none'),
  );
  const answer = [...answerSection(scene, width).lines, ...lacks];
  return hasAny ? [answer, [...evidenceSection(scene, ask, width).lines], [...reviewSection(scene, width).lines]] : [answer];
}

/** Blocks with a blank line between them. */
function joined(blocks: readonly (readonly string[])[]): string[] {
  return blocks.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? [...lines] : ['', ...lines]));
}
