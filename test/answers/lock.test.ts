import { readdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withLock } from '../../src/answers/lock.ts';
import { temporaryFolder } from '../fixtures/bundled.ts';

it('leaves a lock alone that another program took over meanwhile, also where the file system gives it the same inode', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'a.answers.yaml');
  await writeFile(file, '');
  await withLock(file, async () => {
    const [lock = ''] = (await readdir(folder)).filter((name) => name.endsWith('.lock'));
    await unlink(join(folder, lock));
    await writeFile(join(folder, lock), 'of another program');
  });
  expect((await readdir(folder)).filter((name) => name.endsWith('.lock'))).toHaveLength(1);
});

it('is gone after the save', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'a.answers.yaml');
  expect(await withLock(file, async () => (await readdir(folder)).length)).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});
