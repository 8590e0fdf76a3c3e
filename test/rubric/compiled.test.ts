import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileRubric } from '../../src/rubric/compile.ts';
import { compiledRubric } from '../../src/rubric/compiled.ts';
import { loadRubric } from '../../src/rubric/load.ts';
import { bundledFolder, changedRubric, root, temporaryFolder } from '../fixtures/bundled.ts';

describe('a compiled rubric', () => {
  it('equals the one that is loaded from YAML, including the digest', async () => {
    const built = await compiledRubric(bundledFolder, join(root, 'dist', 'rubrics', 'ungps-compass.json'));
    expect(built).toEqual(await loadRubric(bundledFolder));
  });

  it('is not used if any file has changed since, or the build’s output is missing', async () => {
    const path = join(await temporaryFolder(), 'rubric.json');
    await writeFile(path, await compileRubric(bundledFolder));
    const edited = await changedRubric(bundledFolder, ['flags.yaml', 'help:', 'help: ']);
    expect(await compiledRubric(bundledFolder, path)).toBeDefined();
    expect(await compiledRubric(edited, path)).toBeUndefined();
    expect(await compiledRubric(bundledFolder, join(path, 'none'))).toBeUndefined();
  });
});
