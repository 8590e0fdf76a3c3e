import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compass } from '../cli/run.ts';
import { temporaryFolder } from '../fixtures/bundled.ts';
import { markedFolder } from '../fixtures/marked.ts';

/** What a stranger may send as an export, and the first line of what compass says to it. */
const cases: readonly (readonly [what: string, name: string, content: () => string | Uint8Array, says: string | RegExp])[] = [
  [
    'JSON nested 100,000 deep',
    'a.json',
    () => `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
    /not a filled workbook|no answers/,
  ],
  [
    'a submission nested deep',
    'a.json',
    () => `[${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}]`,
    'a.json: has no answers to this questionnaire',
  ],
  [
    'a property that every object has',
    'a.json',
    () => '[{"__proto__": {"remedy__hotline": "1"}, "constructor": 1}]',
    /^a\.json: column "constructor" is not part/,
  ],
  [
    'a heading of a million slashes',
    'a.csv',
    () => `remedy__hotline,${'/'.repeat(1_000_000)}\n1,2\n`,
    /^a\.csv: column "\/+…" is not part/,
  ],
  [
    '100,000 columns',
    'a.csv',
    () => `remedy__hotline,${Array.from({ length: 100_000 }, (_, at) => `c${at}`).join(',')}\n1\n`,
    /^Written to /,
  ],
  ['100,000 rows of nothing', 'a.csv', () => `remedy__hotline,x\n${',\n'.repeat(100_000)}1,\n`, /^Written to /],
  ['a cell of 10 MB', 'a.csv', () => `remedy__hotline,remedy__hotline__why\n1,${'x'.repeat(10_000_000)}\n`, /^Written to /],
  [
    'a level of 1 MB',
    'a.csv',
    () => `remedy__hotline\n${'1 - '.repeat(250_000)}\n`,
    /^a\.csv:2: column "remedy__hotline": level 1 was imported/,
  ],
  ['a NUL character', 'a.csv', () => 'remedy__hotline,remedy__hotline__why\n1,a\0b\n', /^Written to |NUL/],
  ['half a surrogate pair', 'a.json', () => '[{"remedy__hotline": "1", "remedy__hotline__why": "\\ud800"}]', /^Written to /],
  [
    'a name that leads out of the folder',
    'a.csv',
    () => 'reviewer__name,remedy__hotline\n../../../etc/passwd,1\n',
    'Written to out/etc-passwd.answers.yaml: 1 answer by ../../../etc/passwd',
  ],
  [
    'a name that a terminal obeys',
    'a.csv',
    () => 'reviewer__name,remedy__hotline\n\u001b[31mAna\u0007,1\n',
    /^Written to out\/31mana\.answers\.yaml: 1 answer by (?!.*\u001b)/,
  ],
  ['a name of a device', 'a.csv', () => 'reviewer__name,remedy__hotline\nCON,1\n', /^Written to out\/con-draft\.answers\.yaml/],
  [
    'names that differ in their case only',
    'a.csv',
    () => 'reviewer__name,remedy__hotline\nAna,1\nANA,2\n',
    /^ANA has different answers in two copies: out\/ana\.answers\.yaml and out\/ana-2\.answers\.yaml /,
  ],
  [
    'formulas',
    'a.csv',
    () => 'reviewer__name,remedy__hotline,remedy__hotline__why\nAna,1,"=HYPERLINK(""http://example.invalid"")"\n',
    /^Written to /,
  ],
  [
    'YAML in a text',
    'a.csv',
    () => 'reviewer__name,remedy__hotline,remedy__hotline__why\nAna,1,"x\nanswers: { remedy.hotline: 3 }"\n',
    /^Written to /,
  ],
  ['a zip archive that is none', 'a.xlsx', () => new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), /^a\.xlsx: /],
];

describe('compass import of hostile files', () => {
  it.each(cases)('survives %s', async (_, name, content, says) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, name), content());
    const started = performance.now();
    const { code, stderr } = await compass(['import', name, '--output', 'out', '--rubric', join(markedFolder, 'rubric')], {
      cwd: folder,
    });
    expect(code === 0 || code === 2).toBe(true);
    const [first = ''] = stderr.split('\n');
    if (typeof says === 'string') expect(first).toBe(says);
    else expect(first).toMatch(says);
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('writes a text as it is, whatever it looks like', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.csv'), 'remedy__hotline,remedy__hotline__why\n1,"x\nanswers: { remedy.hotline: 3 }"\n');
    await compass(['import', 'a.csv', '--output', 'a.answers.json', '--rubric', join(markedFolder, 'rubric')], { cwd: folder });
    expect(JSON.parse(await readFile(join(folder, 'a.answers.json'), 'utf8'))).toMatchObject({
      answers: { 'remedy.hotline': { level: 1, rationale: 'x\nanswers: { remedy.hotline: 3 }' } },
    });
  });
});
