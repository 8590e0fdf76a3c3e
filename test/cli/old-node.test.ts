import { spawnSync } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, temporaryFolder } from '../fixtures/bundled.ts';

/** Runs the entry point as if Node were of another version, in a folder if there is nothing else to import. */
async function onNode(version: string, args: readonly string[]) {
  const folder = await temporaryFolder();
  await cp(join(root, 'bin'), join(folder, 'bin'), { recursive: true });
  await cp(join(root, 'package.json'), join(folder, 'package.json'));
  const disguise = join(folder, 'disguise.cjs');
  const versions = `{ ...process.versions, node: ${JSON.stringify(version)} }`;
  await writeFile(disguise, `Object.defineProperty(process, 'versions', { value: ${versions} });\n`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', disguise, join(folder, 'bin', 'compass.js'), ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

describe('a Node that is too old', () => {
  it.each(['12.22.12', '20.9.0', '20.18.3'])('%s is told so in one sentence, with exit code 2', async (version) => {
    const sentence = `compass needs Node.js 20.19.0 or later, but this is Node.js ${version}: install a newer one from https://nodejs.org.\n`;
    for (const args of [[], ['--version'], ['score', 'bill.answers.yaml']])
      expect(await onNode(version, args)).toEqual({ status: 2, stdout: '', stderr: sentence });
  });

  it.each(['20.19.0', '20.19.1', '21.0.0', '100.0.0'])('%s is new enough', async (version) => {
    const { version: compass } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(await onNode(version, ['--version'])).toEqual({ status: 0, stdout: `${compass}\n`, stderr: '' });
  });
});
