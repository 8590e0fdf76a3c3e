import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/draft/block.ts';
import { walk } from '../../../src/draft/structure/provision.ts';
import { structureOf } from '../../../src/draft/structure/structure.ts';

const blocks = (...parts: readonly (string | Partial<Block>)[]): Block[] =>
  parts.map((part, index) => ({ text: '', place: { line: index + 1 }, ...(typeof part === 'string' ? { text: part } : part) }));
const law = ['Article 1', 'Scope', '1. It applies.', '2. It binds providers.', 'Article 2', 'Duties', '1. They report.'];

function read(...parts: readonly (string | Partial<Block>)[]) {
  const { provisions, struck } = structureOf(blocks(...parts));
  return {
    provisions: [...walk(provisions)].map(({ provision }) => `${provision.label} | ${provision.text}`),
    struck: struck.map(({ label, text }) => `${label} | ${text}`),
  };
}

describe('words that are not the law', () => {
  it('are in no provision, and have the label of the provision in which they stood', () => {
    const plain = read(...law);
    const { provisions, struck } = read(
      { role: 'struck', text: 'before everything' },
      ...law.slice(0, 3),
      { role: 'struck', text: 'in the first paragraph' },
      { role: 'struck', text: 'and once more' },
      ...law.slice(3, 6),
      { role: 'struck', text: 'below the title' },
      ...law.slice(6),
      { role: 'struck', text: 'at the end' },
    );
    expect(provisions).toEqual(plain.provisions);
    expect(struck).toEqual([
      ' | before everything',
      'art. 1(1) | in the first paragraph',
      'art. 1(1) | and once more',
      'art. 2 | below the title',
      'art. 2(1) | at the end',
    ]);
  });

  it('do not make a provision, whatever they say', () => {
    expect(read(...law, { role: 'struck', text: 'Article 3' }, { role: 'struck', text: '1. They hide.' }).provisions).toEqual(
      read(...law).provisions,
    );
  });
});

describe('what is not the body of the law', () => {
  it('comes after it: notes by number, contents as one provision', () => {
    const { provisions } = read(
      { role: 'contents', text: '1 Scope' },
      { role: 'contents', text: '2 Duties' },
      ...law.slice(0, 3),
      { role: 'note', text: 'See the old Act.', number: '7' },
      ...law.slice(3),
      { role: 'note', text: 'Without a number.' },
      { role: 'caption', text: 'Table of fees' },
      { role: 'alt', text: 'A map' },
    );
    expect(provisions).toEqual([
      ...read(...law).provisions,
      'note 7 | See the old Act.',
      'note 2 | Without a number.',
      'contents | 1 Scope\n2 Duties',
      'caption | Table of fees',
      'alternative text | A map',
    ]);
  });
});
