import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AnswersStore, openAnswers } from '../../src/answers/store.ts';
import { bundledRubric, temporaryFolder } from '../fixtures/bundled.ts';
import { feature, question, rubricOf } from '../fixtures/small-rubric.ts';

async function storeWith(
  text: string | undefined,
  name = 'x.answers.yaml',
): Promise<{ store: AnswersStore; path: string; text: () => Promise<string> }> {
  const path = join(await temporaryFolder(), name);
  if (text !== undefined) await writeFile(path, text);
  return { store: await openAnswers(path, name, await bundledRubric()), path, text: () => readFile(path, 'utf8') };
}

const one = { notApplicable: null, evidence: [] };

describe('saving answers', () => {
  it('writes nothing before the first answer', async () => {
    const { text } = await storeWith(undefined);
    await expect(text()).rejects.toThrow('ENOENT');
  });

  it('starts a new file with its format line, and writes answers in the rubric’s order', async () => {
    const { store, text } = await storeWith(undefined);
    await store.setDraft({ title: 'A bill' });
    await store.setAnswer('value-chain.scope', { ...one, level: 2 });
    await store.setAnswer('broad-rights.all-rights', { ...one, level: 1, rationale: 'Because: a colon' });
    expect(await text()).toBe(`format: compass-answers/1
rubric: { id: ungps-compass, version: 2.0.0 }
draft:
  title: A bill
answers:
  broad-rights.all-rights:
    level: 1
    rationale: "Because: a colon"
  value-chain.scope: 2
`);
  });

  it('preserves comments, order and unknown keys', async () => {
    const before = `# my notes
format: compass-answers/1
rubric: {id: ungps-compass, version: 2.0.0}
answers:
  value-chain.scope: 1 # think again
  broad-rights.all-rights:
    # from the hearing
    level: 0
    rationale: a very long rationale that goes on and on, far beyond the width at which other programs would fold it into two
    was: {level: 3}
`;
    const { store, text } = await storeWith(before);
    const current = store.assessment().answers.get('broad-rights.all-rights');
    await store.setAnswer('broad-rights.all-rights', { ...one, ...current, level: 2 });
    expect(await text()).toBe(before.replace('level: 0', 'level: 2'));
  });

  describe('comments in a list of evidence', () => {
    const before = `format: compass-answers/1
rubric: { id: ungps-compass, version: 2.0.0 }
answers:
  value-chain.scope:
    level: 1
    evidence:
      - at: art. 1 # the main one
        quote: shall
      # from the hearing
      - at: art. 2
        # not the whole sentence
        quote: must
        note: a note # of ours
    # how sure
    confidence: high
`;
    const pieces = [
      { at: 'art. 1', quote: 'shall' },
      { at: 'art. 2', quote: 'must', note: 'a note' },
    ];

    /** The file after its evidence was changed. */
    async function changed(evidence: readonly { at: string; quote?: string; note?: string }[]): Promise<string> {
      const { store, text } = await storeWith(before);
      const current = store.assessment().answers.get('value-chain.scope');
      await store.setAnswer('value-chain.scope', { ...one, level: null, ...current, evidence });
      return text();
    }

    it('survive an added piece', async () => {
      const added = '        note: a note # of ours\n      - at: art. 3\n        quote: may\n';
      expect(await changed([...pieces, { at: 'art. 3', quote: 'may' }])).toBe(
        before.replace('        note: a note # of ours\n', added),
      );
    });

    it('survive a changed piece, also those of the piece itself', async () => {
      expect(await changed([pieces[0] ?? { at: '' }, { at: 'art. 2(1)', quote: 'must not', note: 'a note' }])).toBe(
        before.replace('at: art. 2\n', 'at: art. 2(1)\n').replace('quote: must\n', 'quote: must not\n'),
      );
    });

    it('survive the removal of another piece', async () => {
      expect(await changed([pieces[1] ?? { at: '' }])).toBe(
        before.replace('      - at: art. 1 # the main one\n        quote: shall\n', ''),
      );
      expect(await changed([pieces[0] ?? { at: '' }])).toContain('- at: art. 1 # the main one\n        quote: shall\n');
    });
  });

  it('preserves the style and the comments of a list that changes', async () => {
    const fileWith = (marks: string, listed: string): string => `format: compass-answers/1
rubric: { id: ungps-compass, version: 2.0.0 }
answers:
  access-to-remedy.burden:
    level: 1
    marks: ${marks} # seen in Part 4
  access-to-remedy.judicial:
    level: 1
    marks:
      - costs # only in section 9
${listed}`;
    const { store, text } = await storeWith(fileWith('[disclosure]', '      - time\n'));
    for (const [id, marks] of [
      ['access-to-remedy.burden', ['disclosure', 'secrets']],
      ['access-to-remedy.judicial', ['representation', 'costs']],
    ] as const)
      await store.setAnswer(id, { ...one, level: 1, marks });
    const after = fileWith('[disclosure, secrets]', '').replace('      - costs', '      - representation\n      - costs');
    expect(await text()).toBe(after);
  });

  const full = `format: compass-answers/1
rubric: { id: ungps-compass, version: 2.0.0 }
draft: { title: T, jurisdiction: J, version: V, date: D, text: ./t.md, sha256: S, note: N, was: { text: ./old.md } }
reviewer: { name: N, organisation: O }
answers:
  value-chain.scope:
    level: 1
    rationale: R
    evidence: [ { at: art. 1 } ] # or art. 2
    confidence: low
    owner: O
    due: 2026-03-31
    review: V
    was: { level: 2 }
steps:
  scoping.problem: { status: partly, notes: N, review: V }
flags:
  general-monitoring: { present: true, rationale: R, evidence: [ { at: art. 1 } ], review: V }
`;

  it.each(['rationale', 'evidence', 'confidence', 'owner', 'due', 'review'])(
    'deletes %s from an answer that no longer has it, and nothing else',
    async (key) => {
      const { store, text } = await storeWith(full);
      const { [key]: _, ...rest } = { ...store.assessment().answers.get('value-chain.scope') } as Record<string, unknown>;
      await store.setAnswer('value-chain.scope', { level: 1, ...one, ...rest });
      const line = full.split('\n').find((each) => each.startsWith(`    ${key}:`));
      expect(await text()).toBe(full.replace(`${line}\n`, ''));
    },
  );

  it('deletes the keys that the draft, the reviewer, a guiding question or a red flag no longer has', async () => {
    const { store, text } = await storeWith(full);
    await store.setDraft({ title: 'T' });
    await store.setReviewer({ name: 'N' });
    await store.setStep('scoping.problem', { status: 'partly' });
    await store.setFlag('general-monitoring', { present: true, evidence: [] });
    expect(await text()).toBe(
      full
        .replace(/^draft: .*$/m, 'draft: { title: T, was: { text: ./old.md } }')
        .replace('reviewer: { name: N, organisation: O }', 'reviewer: { name: N }')
        .replace('{ status: partly, notes: N, review: V }', '{ status: partly }')
        .replace(/general-monitoring: .*$/m, 'general-monitoring: { present: true }'),
    );
  });

  it('keeps the keys that are still blank', async () => {
    const { store, text } = await storeWith(`${full.slice(0, full.indexOf('draft:'))}draft:\n  title: T\n  version:\n`);
    await store.setDraft({ ...store.assessment().draft, title: 'U' });
    expect(await text()).toContain('draft:\n  title: U\n  version:\n');
  });

  it('preserves the line ends of the file', async () => {
    const { store, text } = await storeWith('format: compass-answers/1\r\nrubric: { id: ungps-compass, version: 2.0.0 }\r\n');
    await store.setAnswer('value-chain.scope', { ...one, level: 2 });
    expect((await text()).replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('renames the former id of an answer to the current one', async () => {
    const prepared = rubricOf([feature('f', [question('f.new-name', { was: ['f.old-name'] })])]);
    const path = join(await temporaryFolder(), 'x.answers.yaml');
    await writeFile(path, 'format: compass-answers/1\nrubric: { id: small, version: 1.0.1 }\nanswers:\n  f.old-name: 1 # mine\n');
    await (await openAnswers(path, 'x', prepared)).setAnswer('f.new-name', { ...one, level: 3 });
    expect(await readFile(path, 'utf8')).toContain('answers:\n  f.new-name: 3 # mine\n');
  });

  it('saves JSON as JSON', async () => {
    const { store, text } = await storeWith(
      '{ "format": "compass-answers/1", "rubric": { "id": "ungps-compass", "version": "2.0.0" } }',
      'x.answers.json',
    );
    await store.setAnswer('value-chain.scope', { ...one, level: 2 });
    expect(JSON.parse(await text()).answers).toEqual({ 'value-chain.scope': 2 });
  });
});
