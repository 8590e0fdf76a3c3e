import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { root, temporaryFolder } from './fixtures/bundled.ts';

const run = promisify(execFile);

it('the packed tarball can be installed in an empty folder, and works there with its rubrics and schemas', async () => {
  const folder = await temporaryFolder();
  // `npm test` has already built dist/.
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
  const [tarball] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  await run('npm', ['init', '--yes'], { cwd: folder });
  await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', `./${tarball}`], {
    cwd: folder,
  });
  const compass = join(folder, 'node_modules', '.bin', 'compass');
  const example = join('node_modules', 'ungps-compass', 'examples', 'bill.answers.yaml');
  const { stdout } = await run(compass, ['score', example], { cwd: folder });
  expect(stdout).toContain('Online Platforms Accountability Bill');
  expect((await run(compass, ['form'], { cwd: folder })).stdout).toContain('<!doctype html>');
  expect((await run(compass, ['rubric', 'lint'], { cwd: folder })).stdout).toContain('no errors');
  expect(await readdir(join(folder, 'node_modules', 'ungps-compass', 'schemas'))).toContain('answers.schema.json');
  // No API is promised, so no file of the package can be imported.
  const imported = run(process.execPath, ['-e', "import('ungps-compass/dist/cli.js')"], { cwd: folder });
  await expect(imported).rejects.toThrow('ERR_PACKAGE_PATH_NOT_EXPORTED');
}, 60_000);
