import { describe, expect, it } from 'vitest';
import { isVerified } from '../../../src/core/evidence.ts';
import type { Reading } from '../../../src/core/reading.ts';
import { checkOf } from '../../../src/draft/quotes/check.ts';
import { quoteFinder } from '../../../src/draft/quotes/quotes.ts';
import type { Provision } from '../../../src/draft/structure/provision.ts';
import { plainReading } from '../../fixtures/plain-reading.ts';

const provision = (kind: Provision['kind'], label: string, text: string): Provision => ({
  kind,
  label,
  text,
  place: { line: 3 },
  children: [],
});
const provisions = [
  provision('unit', 'art. 1', 'A provider shall report every year.'),
  provision('note', 'note 3', 'Small providers are exempt.'),
  provision('contents', 'contents', 'Duties of every provider'),
  provision('closing', 'closing formula', 'Done at Examplia.'),
];
const struck = [
  { text: 'Complaints are decided by the provider alone.', label: 'art. 1', place: { line: 9 } },
  { text: 'They cannot be appealed.', label: 'art. 2', place: { line: 12 } },
];

function check(quote: string, at?: string, reading: Reading = plainReading) {
  const finder = quoteFinder({ source: 'law.txt', format: 'text', sha256: '', provisions, struck, reading });
  const checked = checkOf(finder.find(quote), at);
  return { ...checked, verified: isVerified(checked) };
}

describe('a quote of words that are not the law', () => {
  it.each([
    ['Complaints are decided by the provider alone.', ['art. 1'], 9],
    ['decided by the provider alone. They cannot be appealed.', ['art. 1'], 9],
    ['They cannot be', ['art. 2'], 12],
  ])('is struck: %s', (quote, foundAt, line) => {
    expect(check(quote)).toMatchObject({ status: 'struck', foundAt, line, verified: false });
  });

  it('is exact if the law has the same words elsewhere', () => {
    expect(check('by the provider')).toMatchObject({ status: 'struck' });
    expect(check('provider')).toMatchObject({ status: 'exact', verified: true });
  });
});

describe('a quote from what is not the body of the law', () => {
  it('is verified in the note that it names, not in an article', () => {
    expect(check('Small providers are exempt.', 'note 3')).toMatchObject({ foundAt: ['note 3'], verified: true });
    expect(check('Small providers are exempt.', 'footnote 3').verified).toBe(true);
    expect(check('Small providers are exempt.', 'art. 1')).toMatchObject({ placed: false, verified: false });
  });

  it.each([undefined, 'contents', 'art. 1'])('fails if only a table of contents has it, cited as %s', (at) => {
    expect(check('Duties of every provider', at)).toMatchObject({ status: 'exact', foundAt: ['contents'], verified: false });
  });

  it('can be cited by the label of the closing formula', () => {
    expect(check('Done at Examplia.', 'closing formula')).toMatchObject({ placed: true, verified: true });
  });
});

describe('a place that cannot be read as a citation', () => {
  it.each(['see below', 'the duties'])('is null, and the quote fails: %s', (at) => {
    expect(check('A provider shall report', at)).toMatchObject({ status: 'exact', placed: null, verified: false });
  });

  it.each([undefined, '', '  '])('is none if it is %j', (at) => {
    expect(check('A provider shall report', at)).toMatchObject({ placed: true, verified: true });
  });
});

describe('a missing quote', () => {
  const warned: Reading = { ...plainReading, warnings: [{ code: 'image-pages', n: 1, pages: 4 }] };

  it('may be in what could not be read, if the draft was read with warnings', () => {
    expect(check('Nobody wrote this sentence here')).not.toHaveProperty('incomplete');
    expect(check('Nobody wrote this sentence here', 'art. 1', warned)).toMatchObject({ status: 'missing', incomplete: true });
  });
});
