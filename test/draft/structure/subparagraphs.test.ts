import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../../src/draft/read.ts';
import { walk } from '../../../src/draft/structure/provision.ts';
import { outlineOf } from './outline.ts';

const definitions = [
  'Article 1',
  'In this Act:',
  '(a) "data" means recorded information.',
  'Information on paper is included.',
  '(i) letters;',
  '(ii) diaries;',
  '(b) "person" includes a company.',
  'Article 2',
  'It is in force.',
];

const outline = [
  'art. 1 In this Act:',
  'art. 1(a) "data" means recorded information. Information on paper is included.',
  'art. 1(a)(i) letters;',
  'art. 1(a)(ii) diaries;',
  'art. 1(b) "person" includes a company.',
  'art. 2 It is in force.',
];

describe('a list after an unnumbered paragraph of a point', () => {
  it('is inside the point if the next point comes after it', async () => {
    expect(await outlineOf(...definitions)).toEqual(outline);
  });

  it.each([
    ['law.md', definitions.join('\n\n').replace(/^Article/gm, '## Article')],
    ['law.html', definitions.map((text) => (text.startsWith('Article') ? `<h2>${text}</h2>` : `<p>${text}</p>`)).join('')],
  ])('is inside the point in %s', async (name, source) => {
    const { provisions } = await parseDraft(Buffer.from(source), name);
    const found = [...walk(provisions)].map(({ provision: { label, text } }) => `${label} ${text.replace(/\s+/g, ' ')}`);
    expect(found).toEqual(outline);
  });

  it('is inside the last point if a point before it has such a list', async () => {
    const found = await outlineOf(
      ...definitions.slice(0, 7),
      'A branch is included.',
      '(i) at home;',
      '(ii) abroad.',
      ...definitions.slice(7),
    );
    expect(found).toEqual([
      ...outline.slice(0, 4),
      'art. 1(b) "person" includes a company. A branch is included.',
      'art. 1(b)(i) at home;',
      'art. 1(b)(ii) abroad.',
      'art. 2 It is in force.',
    ]);
  });

  it('belongs to the article if no point comes after it there', async () => {
    const found = await outlineOf(
      'Article 1',
      'Providers shall:',
      '(a) report;',
      '(b) publish.',
      'The report has two parts.',
      '(i) the cause;',
      '(ii) the harm.',
      'Article 2',
      'The authority may:',
      '(a) enter;',
      '(b) seize;',
      '(c) ask.',
    );
    expect(found.slice(3, 6)).toEqual(['art. 1 The report has two parts.', 'art. 1(i) the cause;', 'art. 1(ii) the harm.']);
  });

  it('does not take a lettered list for one of Roman numerals', async () => {
    const found = await outlineOf(
      'Article 1',
      'Fines are due:',
      ...[...'abcdefgh'].map((letter) => `(${letter}) for case ${letter}.`),
      'The fine is doubled if it is late.',
      '(i) for silence;',
      '(j) for delay.',
      'Article 2',
      'It is in force.',
    );
    expect(found.slice(-3)).toEqual(['art. 1(i) for silence;', 'art. 1(j) for delay.', 'art. 2 It is in force.']);
  });
});
