import { describe, expect, it } from 'vitest';
import { readAnswersText } from '../../src/answers/answers-text.ts';
import { mergeImported, type Replacing } from '../../src/answers/merge-imported.ts';
import { feature, flag, question, rubricOf } from '../fixtures/small-rubric.ts';

const prepared = rubricOf([feature('f', [question('f.a'), question('f.b')]), feature('h', [question('h.a')])], {
  flags: [flag('bad')],
});

const head = 'format: compass-answers/1\nrubric: { id: small, version: 1.0.0 }\n';

/** The file with what was imported, without its head; or the ids of the clashes. */
function merged(file: string, imported: string, replacing?: Replacing): { text: string; replaced: string[] } | string[] {
  const there = readAnswersText(`${head}${file}`, 'x.answers.yaml', prepared);
  const { assessment } = readAnswersText(`${head}${imported}`, 'y.answers.yaml', prepared);
  const result = mergeImported(there, assessment, prepared, replacing);
  if ('clashes' in result) return result.clashes.map(({ id }) => id);
  return { text: result.next.text.replace(head, ''), replaced: result.replaced.map(({ id }) => id) };
}

describe('an imported answer that takes the place of another', () => {
  const full = 'answers:\n  f.a: { level: 2, rationale: Mine, evidence: [{ at: art. 1, quote: words }], owner: Ann }\n';

  it.each(['differing', 'all'] as const)('leaves the level that is there, if it gives none itself (%s)', (replacing) => {
    expect(merged(full, 'answers:\n  f.a: { rationale: Other }\n', replacing)).toEqual({
      text: full.replace('Mine', 'Other'),
      replaced: ['f.a'],
    });
  });

  it('leaves whether a flag is present, if it does not say so itself', () => {
    const flags = 'flags:\n  bad: { present: true, rationale: Mine }\n';
    expect(merged(flags, 'flags:\n  bad: { rationale: Other }\n', 'differing')).toEqual({
      text: flags.replace('Mine', 'Other'),
      replaced: ['bad'],
    });
  });

  it('is taken as a whole if it gives a level', () => {
    expect(merged(full, 'answers:\n  f.a: { level: 1, rationale: Other }\n', 'differing')).toEqual({
      text: 'answers:\n  f.a: { level: 1, rationale: Other }\n',
      replaced: ['f.a'],
    });
  });

  it('withdraws what it leaves blank, if its file shows every field', () => {
    const imported = 'answers:\n  f.a: { level: 2, owner: Ann }\n';
    expect(merged(full, imported, 'differing')).toEqual({ text: full, replaced: [] });
    expect(merged(full, imported, 'all')).toEqual({ text: imported, replaced: ['f.a'] });
    expect(merged(full, full, 'all')).toEqual({ text: full, replaced: [] });
  });
});

describe('an imported feature that does not apply', () => {
  const imported = 'features:\n  h: { notApplicable: No such firms }\n';

  it('is written into a file whose list of features is blank', () => {
    expect(merged('features:\nanswers:\n  f.a: 2\n', imported)).toEqual({
      text: 'features:\n  h:\n    notApplicable: No such firms\nanswers:\n  f.a: 2\n',
      replaced: [],
    });
  });

  it('clashes with another reason, unless it takes its place', () => {
    const there = 'features:\n  h: { notApplicable: Other }\n';
    expect(merged(there, imported)).toEqual(['h']);
    expect(merged(there, imported, 'differing')).toEqual({ text: imported, replaced: ['h'] });
  });
});
