import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { root } from '../fixtures/bundled.ts';

it('docs/validity.md has the tables that `node scripts/validity-page.js` makes from the readings', async () => {
  const script = join(root, 'scripts', 'validity-page.js');
  const { stderr } = await promisify(execFile)(process.execPath, [script, '--check']).catch((error: { stderr: string }) => error);
  expect(stderr).toBe('');
}, 120_000);
