import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withLock } from '../../src/answers/lock.ts';
import { hiddenStem, writeWhole } from '../../src/source/write.ts';
import { temporaryFolder } from '../fixtures/bundled.ts';

const names = [
  `${'x'.repeat(60)}.yaml`,
  `${'x'.repeat(250)}.yaml`,
  `${'é'.repeat(125)}.yaml`,
  `${'法'.repeat(83)}.yaml`,
  '😀'.repeat(63),
];

describe('a file whose name is as long as the disk allows', () => {
  it.each(names)('can be written under a lock, and leaves nothing beside it: %s', async (name) => {
    const folder = await temporaryFolder();
    const path = join(folder, name);
    let during: string[] = [];
    await withLock(path, async () => {
      during = await readdir(folder);
      await writeWhole(path, 'first');
      await writeWhole(path, 'second');
    });
    expect(during).toHaveLength(1);
    expect(await readFile(path, 'utf8')).toBe('second');
    expect(await readdir(folder)).toEqual([name]);
  });

  it('has temporary files whose names fit into 143 bytes, and differ where the names differ at the end', () => {
    const stems = [...names, `${names[1]}a`, `${names[1]}b`].map((name) => hiddenStem(join('/folder', name)));
    for (const stem of stems) expect(Buffer.byteLength(`${stem}.4194304-100.tmp`)).toBeLessThanOrEqual(143);
    expect(new Set(stems).size).toBe(stems.length);
    expect(hiddenStem('/folder/bill.answers.yaml')).toBe('.bill.answers.yaml');
  });

  it('one that is longer is refused with the reason in words', async () => {
    const path = join(await temporaryFolder(), 'x'.repeat(300));
    await expect(writeWhole(path, '')).rejects.toMatchObject({ code: 'ENAMETOOLONG' });
    await expect(writeFile(path, '')).rejects.toThrow();
  });
});
