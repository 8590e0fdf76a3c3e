import { describe, expect, it } from 'vitest';
import { withoutFalseHeadings } from '../../../src/draft/readers/titles.ts';

const isHeading = (text: string): boolean =>
  withoutFalseHeadings([{ text, place: { line: 1 }, heading: true }])[0]?.heading === true;

describe('a paragraph in the style of a heading is one if it is a title', () => {
  it.each([
    'Definitions',
    'Article 1. Object.',
    '4. Powers of entry, inspection, etc.',
    'Section 3. Short title and commencement.',
    'Whereas:',
    'CHAPTER II — DUTIES OF PROVIDERS',
    '3 "Park" and "warden"',
    'PROPOSAL FOR A REGULATION OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL on a single market for digital services and amending Directive 2000/31/EC',
  ])('%s', (text) => {
    expect(isHeading(text)).toBe(true);
  });

  it.each([
    '“Provider” means a person who offers a service to users in the territory;',
    '"platform" means a service that stores words of others.',
    'In this Act, unless the context otherwise requires, the words below have this meaning—',
    'Article 4. A provider shall assess the risks of its service every year.',
    '(1) A provider shall assess risks. The assessment shall be published on its website within thirty days of completion',
    'a person who suffers harm from the service;',
    `A provider shall ${'and shall '.repeat(50)}`,
  ])('but not %s', (text) => {
    expect(isHeading(text)).toBe(false);
  });

  it('other blocks stay as they are', () => {
    const blocks = [{ text: 'Words.', place: { line: 1 } }];
    expect(withoutFalseHeadings(blocks)).toBe(blocks);
  });
});
