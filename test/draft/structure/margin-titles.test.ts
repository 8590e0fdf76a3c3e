import { describe, expect, it } from 'vitest';
import { outlineOf } from './outline.ts';

describe('a title in the margin', () => {
  it('is that of the section whose first paragraph it ends', async () => {
    expect(
      await outlineOf(
        'DATA ACT',
        '1. A provider shall assess the risks of its service every year. Duty to assess.',
        '2.—(1) A person may complain to the Commission. Complaints.',
        '(2) The Commission shall decide.',
        '3. In this Act— Interpretation.',
        '"provider" means a person.',
        '4. This Act may be cited as the Data Act.          Short title.',
      ),
    ).toEqual([
      'preamble DATA ACT',
      'sec. 1 «Duty to assess» A provider shall assess the risks of its service every year.',
      'sec. 2 «Complaints»',
      'sec. 2(1) A person may complain to the Commission.',
      'sec. 2(2) The Commission shall decide.',
      'sec. 3 «Interpretation» In this Act— "provider" means a person.',
      'sec. 4 «Short title» This Act may be cited as the Data Act.',
    ]);
  });

  it('is a sentence without a verb if few sections have one', async () => {
    const found = await outlineOf(
      'DATA ACT',
      '1. A provider shall assess risks.',
      '2. A person may complain. No fee.',
      '3. The Commission shall decide.',
      '4. This Act is in force.',
    );
    expect(found[2]).toBe('sec. 2 A person may complain. No fee.');
  });

  it('is not found in a language whose verbs are not known', async () => {
    const found = await outlineOf(
      'SHERIA',
      '1. Lengo ni hili. Pango ni thabiti.',
      '2. Ada ni hii. Ada hulipwa.',
      '3. Kodi ipo. Kodi hutozwa.',
    );
    expect(found.slice(1).every((each) => !each.includes('«Pango') && !each.includes('«Ada hulipwa'))).toBe(true);
  });
});
