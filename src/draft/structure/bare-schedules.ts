import type { MarkedBlock } from './headings.ts';
import numbering from './numbering.json' with { type: 'json' };

/** The section that a British schedule belongs to, alone on its line. */
const source = /^(?:Sections?|Clauses?|Regulations?|Articles?)\s\d+[A-Z]*(?:\(\w+\))*$/;

/**
 * Marks schedules whose word and number were lost when a British act was copied: a title, the section that the schedule belongs to,
 * and its first paragraph, 1. A number alone on its line is joined with the paragraph below it.
 */
export function withBareSchedules(blocks: readonly MarkedBlock[]): readonly MarkedBlock[] {
  const start = blocks.findIndex((_, index) => index > 0 && isBareSchedule(blocks, index));
  if (start === -1) return blocks;
  const [title, { text: written }] = [blocks[start - 1] as MarkedBlock, blocks[start] as MarkedBlock];
  const heading: MarkedBlock = {
    ...title,
    heading: true,
    markers: [
      {
        type: 'annex',
        kind: 'schedule',
        word: numbering.annexes.schedule.label,
        number: '',
        written,
        rest: title.text,
        separated: true,
      },
    ],
  };
  return [...blocks.slice(0, start - 1), heading, ...withBareSchedules(joinedNumbers(blocks.slice(start + 1)))];
}

function isBareSchedule(blocks: readonly MarkedBlock[], index: number): boolean {
  const [title, block, next] = [blocks[index - 1], blocks[index], blocks[index + 1]];
  if (!title || !block || !next || !source.test(block.text) || block.heading) return false;
  return title.markers.length === 0 && /^\p{Lu}[^\n]{2,120}(?<![.;:,])$/u.test(title.text) && /^1(?:\s|$)/.test(next.text);
}

function joinedNumbers(blocks: readonly MarkedBlock[]): MarkedBlock[] {
  const joined: MarkedBlock[] = [];
  let number = 1;
  for (let index = 0; index < blocks.length; index++) {
    const [block, next] = [blocks[index] as MarkedBlock, blocks[index + 1]];
    if (block.text === String(number) && next) {
      joined.push({ ...block, text: `${number} ${next.text}` });
      number += 1;
      index += 1;
    } else joined.push(block);
  }
  return joined;
}
