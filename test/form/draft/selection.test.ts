import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOf } from '../../../src/draft/quotes/check.ts';
import { quoteFinder } from '../../../src/draft/quotes/quotes.ts';
import { parseDraft } from '../../../src/draft/read.ts';
import { lineOfHit, linesOf, outlineOf, unitOf } from '../../../src/form/draft/lines.ts';
import { quotesOf } from '../../../src/form/draft/selection.ts';
import { root } from '../../fixtures/bundled.ts';

const act = `CHAPTER I
General

Article 13
Scope
This Act binds non-EU operators
of platforms.

Article 14
Register
1. Operators keep a register. It is public.
2. The register lists
(a) users; and
(b) complaints.

Article 15
Claims
Users may sue.
`;
const lines = linesOf((await parseDraft(Buffer.from(act), 'act.txt')).provisions);
const at = (words: string, end = false): { line: number; offset: number } => {
  const line = lines.findIndex(({ provision }) => provision.text.includes(words));
  return { line, offset: (lines[line]?.provision.text.indexOf(words) ?? 0) + (end ? words.length : 0) };
};

describe('a selection in the draft becomes evidence', () => {
  it('with the words of the selection, on one line, and the label of their provision', () => {
    expect(quotesOf(lines, at('binds'), at('platforms', true))).toEqual([
      { at: 'art. 13', quote: 'binds non-EU operators of platforms' },
    ]);
  });

  it('with whole words where it begins or ends within one, hyphens included', () => {
    expect(quotesOf(lines, at('U operators'), at('operat', true))).toEqual([{ at: 'art. 13', quote: 'non-EU operators' }]);
  });

  it('with the numbers between, where it goes over points of one article', () => {
    expect(quotesOf(lines, at('lists'), at('complaints', true))).toEqual([
      { at: 'art. 14(2)', quote: 'lists (a) users; and (b) complaints' },
    ]);
  });

  it('in one piece for each article that it goes over', () => {
    expect(quotesOf(lines, at('complaints'), at('Users may', true))).toEqual([
      { at: 'art. 14(2)(b)', quote: 'complaints.' },
      { at: 'art. 15', quote: 'Users may' },
    ]);
  });

  it('not where it has no word', () => {
    expect(quotesOf(lines, at('. It'), { ...at('. It'), offset: at('. It').offset + 1 })).toEqual([]);
  });

  it('does not reach into a line before whose first word it ends', () => {
    const next = { line: at('complaints').line, offset: 0 };
    expect(quotesOf(lines, at('users'), next)).toEqual([{ at: 'art. 14(2)(a)', quote: 'users; and' }]);
  });

  it('that the check finds in its provision, whatever is selected', async () => {
    const draft = await parseDraft(readFileSync(join(root, 'examples', 'bill.md')), 'bill.md');
    const all = linesOf(draft.provisions);
    const finder = quoteFinder(draft);
    const selection = fc.constantFrom(...all).chain((line) => {
      const unit = all.flatMap((each, index) => (unitOf(each) === unitOf(line) ? [index] : []));
      const end = fc.record({ line: fc.constantFrom(...unit), share: fc.double({ min: 0, max: 1, noNaN: true }) });
      return fc.tuple(end, end);
    });
    fc.assert(
      fc.property(selection, (ends) => {
        const [from, to] = ends
          .map(({ line, share }) => ({ line, offset: Math.floor(share * (all[line]?.provision.text.length ?? 0)) }))
          .sort((a, b) => a.line - b.line || a.offset - b.offset);
        if (!from || !to) return;
        for (const { at: label, quote } of quotesOf(all, from, to)) {
          const { status, placed } = checkOf(finder.find(quote), label, finder);
          expect([quote, label, ['exact', 'layout'].includes(status), placed]).toEqual([quote, label, true, true]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the lines of the draft', () => {
  it('have an outline of chapters and articles', () => {
    expect(outlineOf(lines).map(({ label, heading, depth }) => [depth, label, heading])).toEqual([
      [0, 'chap. I', 'General'],
      [1, 'art. 13', 'Scope'],
      [1, 'art. 14', 'Register'],
      [1, 'art. 15', 'Claims'],
    ]);
  });

  it('are found by the place of a passage', () => {
    const index = lineOfHit(lines, { label: 'art. 14(2)(b)', line: 13 });
    expect(lines[index ?? -1]?.provision.text).toBe('complaints.');
    expect(lineOfHit(lines, { label: 'art. 99', line: 13 })).toBeUndefined();
  });
});
