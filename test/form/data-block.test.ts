import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromDataBlock, toDataBlock } from '../../src/form/data-block.ts';

it('any data comes back from a data block as it was, and no text in it is markup', () => {
  const hostile = fc.constantFrom('</script>', '<!--', ']]>', '\u2028', '\ud800', '\u0000', '<script>alert(1)</script>');
  const text = fc.oneof(hostile, fc.string({ unit: 'binary' }), fc.string());
  fc.assert(
    fc.property(fc.array(text), fc.dictionary(fc.string(), text), (list, entries) => {
      const block = toDataBlock([list, { ...entries }]);
      expect(block).toMatch(/^[A-Za-z0-9+/]*=*$/);
      expect(fromDataBlock(block)).toEqual([list, { ...entries }]);
    }),
  );
});

it('a data block of a hundred thousand words is no more than a third of them', () => {
  const words = Array.from({ length: 100_000 }, (_, index) => `word${index % 3000}`).join(' ');
  expect(toDataBlock(words).length).toBeLessThan(words.length / 3);
});

it('a damaged data block is an error, not other data', () => {
  const block = toDataBlock({ questions: ['a', 'b', 'c'] });
  expect(() => fromDataBlock(block.slice(0, -8))).toThrow();
});
