import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCitations } from '../../../src/draft/citations/citation.ts';
import { standsIn } from '../../../src/draft/citations/within.ts';
import { parseDraft } from '../../../src/draft/read.ts';
import { type Provision, walk } from '../../../src/draft/structure/provision.ts';

interface Place {
  readonly provision: Provision;
  readonly path: readonly Provision[];
}

/** The labels that are not read back as exactly their own provisions and what these hold. */
function misread(provisions: readonly Provision[]): string[] {
  const places = [...walk(provisions)].map(({ provision, above }): Place => ({ provision, path: [...above, provision] }));
  const labels = new Set(places.map(({ provision }) => provision.label).filter((label) => label !== ''));
  return [...labels].filter((label) => {
    const [cited, ...others] = readCitations(label);
    if (!cited || others.length > 0) return true;
    const isOwn = ({ path }: Place): boolean => path.some((provision) => provision.label === label);
    return places.some((place) => standsIn(place.path, cited) !== isOwn(place));
  });
}

const root = join(import.meta.dirname, '../../..');

describe('every label is a citation that is read back to the same provision', () => {
  it.each(['examples/bill.md', 'test/fixtures/drafts/bill.akn.xml', 'test/fixtures/drafts/bill.docx'])('of %s', async (file) => {
    const { provisions } = await parseDraft(readFileSync(join(root, file)), file);
    expect(misread(provisions)).toEqual([]);
  });

  const units = fc.constantFrom(
    (n: number) => `Article ${n}. Rents are fixed.`,
    (n: number) => `Section ${n}. Rents are fixed.`,
    (n: number) => `§ ${n}. Mieten sind fest.`,
    (n: number) => `${n} Rents\n\nRents are fixed.`,
    (n: number) => `Artículo ${n} bis. Las rentas son fijas.`,
    (n: number) => `Article L. 12-${n}\n\nLes loyers sont fixés.`,
    (n: number) => `99-12-${n}. Rents. Rents are fixed.`,
    (n: number) => `Art. ${n}º-A. Os aluguéis são fixos.`,
    (n: number) => `MADDE ${n}- (1) Kira sabittir.`,
  );
  const points = fc.constantFrom(
    ['1. One.', '2. Two.', '2a. Two a.'],
    ['(1) One:', '(a) a;', '(b) b:', '(i) i;', '(ii) ii.', '(2) Two.'],
    ['I - One:', 'a) a;', 'b) b.', 'II - Two.'],
    ['1) One;', '2) Two.', 'Stk. 2. Second.'],
    ['Parágrafo 1º. One.', 'Parágrafo 2º. Two.'],
    ['(1) One.', '(1A) One A.', '(2) Two.'],
    ['It is amended—', '“7A Register', '(1) One.', '(2) Two.”'],
    ['The following paragraph is added:', '‘3a. Added.’'],
    ['а) one;', 'б) two.'],
    [],
  );
  const groups = fc.constantFrom('PART', 'CHAPTER', 'TITLE', 'Book', 'TÍTULO');
  const numerals = fc.constantFrom(['I', 'II', 'III'], ['1', '2', '3'], ['A', 'B', 'C']);
  const annex = fc.constantFrom(
    [],
    ['ANNEX I\nFORMS', '1. One.', '2. Two.'],
    ['SCHEDULE\nFORMS', '1. One.', '(a) a.'],
    ['ANEXO\nFORMAS', 'Artículo 1\nUno.', 'Artículo 2\nDos.'],
  );

  it('of generated laws', async () => {
    const shape = fc.record({
      unit: units,
      lists: fc.array(points, { minLength: 4, maxLength: 4 }),
      group: groups,
      numeral: numerals,
      annex,
      restarts: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(shape, async ({ unit, lists, group, numeral, annex: forms, restarts }) => {
        const lines = lists.flatMap((list, index) => [
          ...(index % 2 === 0 ? [`${group} ${numeral[index / 2]}\nRENTS`] : []),
          unit(restarts ? (index % 2) + 1 : index + 1),
          ...list,
        ]);
        const { provisions } = await parseDraft(Buffer.from([...lines, ...forms].join('\n\n')), 'law.txt');
        expect(misread(provisions)).toEqual([]);
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});
