import { describe, expect, it } from 'vitest';
import { collect, type Filled } from '../../src/filled/collect.ts';
import type { FilledCell, Part } from '../../src/filled/field.ts';
import { feature, question, rubricOf } from '../fixtures/small-rubric.ts';

const prepared = rubricOf([feature('f', [question('f.a'), question('f.b')])]);

function answer(id: string, parts: Partial<Record<Part, string>>): FilledCell[] {
  return Object.entries(parts).map(([part, value]) => ({
    key: { section: 'answers', id, part: part as Part },
    value,
    place: { at: `${id} ${part}` },
  }));
}

function faultsOf({ faults }: Filled): string[] {
  return faults.map(({ code, place }) => `${code} at ${place.at}`);
}

describe('a question that does not apply', () => {
  it.each([
    [{ level: 'na', notApplicable: 'n/a' }, 'notApplicable'],
    [{ notApplicable: 'N/A' }, 'notApplicable'],
    [{ level: '2', notApplicable: 'not applicable' }, 'notApplicable'],
    [{ level: 'na' }, 'level'],
  ])('needs a reason: %j', (parts, at) => {
    expect(faultsOf(collect(answer('f.a', parts), prepared))).toEqual([`reason-missing at f.a ${at}`]);
  });

  it('has its reason, with or without saying so in place of the level', () => {
    const cells = [
      ...answer('f.a', { level: 'n/a', notApplicable: 'No such firms' }),
      ...answer('f.b', { notApplicable: 'None' }),
    ];
    const filled = collect(cells, prepared);
    expect(filled.faults).toEqual([]);
    expect(filled.sections.answers).toEqual({ 'f.a': { notApplicable: 'No such firms' }, 'f.b': { notApplicable: 'None' } });
  });
});

describe('words beside a level', () => {
  it('are named, also beside the level that other law in force gives', () => {
    const parts = { level: '1 - see art. 4', 'elsewhere-level': '2 - because the Data Act says so' };
    const { sections, leftovers } = collect(answer('f.a', parts), prepared);
    expect(sections.answers).toEqual({ 'f.a': { level: 1, elsewhere: { level: 2 } } });
    expect(leftovers.map(({ text, level }) => [level, text])).toEqual([
      [1, 'see art. 4'],
      [2, 'because the Data Act says so'],
    ]);
  });
});
