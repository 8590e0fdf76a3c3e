import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read.ts';
import { bundledRubric } from '../fixtures/bundled.ts';

const head = 'format: compass-answers/1\nrubric: { id: ungps-compass, version: 2.0.0 }\n';

describe('the version of a draft', () => {
  const versionOf = async (text: string) => readAnswers(text, 'x', await bundledRubric()).assessment.draft.version;

  it.each(['1.10', '2.0', '1e3', '007', '0x1F', '2', '-1', '+3', '.50', '1.', '10', '1.2.3', 'second reading', '2026-03-02'])(
    'is read as it is written: %s',
    async (version) => {
      expect(await versionOf(`${head}draft:\n  version: ${version}   # why\n`)).toBe(version);
      expect(await versionOf(`${head}draft: { version: ${version}, title: T }\n`)).toBe(version);
    },
  );

  it('is read as it is written in JSON, behind an anchor, and where other versions are in the file', async () => {
    const rubric = '"rubric": { "id": "ungps-compass", "version": "2.0.0" }';
    expect(await versionOf(`{ "format": "compass-answers/1", ${rubric}, "draft": { "version": 1.10 } }`)).toBe('1.10');
    expect(await versionOf(`${head}draft: { version: &v 1.10, note: *v }\n`).catch(() => 'refused')).not.toBe('1.1');
    expect(await versionOf(`${head}draft: { note: "version: 2", version: 2.0 }\n`)).toBe('2.0');
    expect(await versionOf(`${head}draft: { version: '1.10' }\n`)).toBe('1.10');
  });

  it('keeps its place among the keys', async () => {
    const { assessment } = readAnswers(`${head}draft: { version: 1.10, title: T }\n`, 'x', await bundledRubric());
    expect(Object.entries(assessment.draft)).toEqual([
      ['version', '1.10'],
      ['title', 'T'],
    ]);
  });
});
