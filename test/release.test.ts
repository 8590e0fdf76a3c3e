import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { root, temporaryFolder } from './fixtures/bundled.ts';

const run = promisify(execFile);
const files = ['package.json', 'package-lock.json', 'docs/ci.md', 'scripts/release.js', 'scripts/release/version-files.js'];
const changelog = '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A thing (#12).\n\n## [0.1.0] - 2026-01-01\n\n- The first.\n';

/** A new repository with the files that a release changes, committed on main. */
async function repository() {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'docs'));
  for (const file of files) await cp(join(root, file), join(folder, file));
  await writeFile(join(folder, 'CHANGELOG.md'), changelog);
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    GIT_AUTHOR_NAME: 'A. Maintainer',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A. Maintainer',
    GIT_COMMITTER_EMAIL: 'a@example.org',
  };
  const git = async (...args: string[]) => (await run('git', args, { cwd: folder, env })).stdout.trim();
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '.');
  await git('commit', '--quiet', '--message', 'start');
  const release = (...args: string[]) =>
    run(process.execPath, [join(folder, 'scripts/release.js'), '--no-checks', '--date', '2026-03-02', ...args], { env });
  const read = (file: string) => readFile(join(folder, file), 'utf8');
  return { folder, git, release, read };
}

describe('npm run release', () => {
  it('moves the Unreleased section under the version, raises the version everywhere, commits and tags', async () => {
    const { git, release, read } = await repository();
    const { stdout } = await release('7.8.9');
    expect(stdout).toBe('Released 7.8.9 here. To publish it:\n  git push --follow-tags\n');
    expect(await read('CHANGELOG.md')).toBe(
      '# Changelog\n\n## [Unreleased]\n\n## [7.8.9] - 2026-03-02\n\n### Added\n\n- A thing (#12).\n\n## [0.1.0] - 2026-01-01\n\n- The first.\n',
    );
    for (const file of ['package.json', 'package-lock.json', 'docs/ci.md']) {
      const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
      const before = await readFile(join(root, file), 'utf8');
      const after = before
        .replace(`"version": "${version}"`, '"version": "7.8.9"')
        .replace(/("": \{\n\s+"name": "ungps-compass",\n\s+"version": )"[^"]+"/, '$1"7.8.9"')
        .replace(`rev: v${version}`, 'rev: v7.8.9');
      expect(await read(file), file).toBe(after);
      expect(after, file).toContain('7.8.9');
    }
    expect(await git('status', '--porcelain')).toBe('');
    expect(await git('log', '-1', '--format=%s')).toBe('chore(release): 7.8.9');
    expect(await git('cat-file', '-t', 'v7.8.9')).toBe('tag');
    expect(await git('tag', '--list', '--format=%(contents)', 'v7.8.9')).toBe('compass 7.8.9\n\n### Added\n\n- A thing (#12).');
    expect(await git('rev-parse', 'v7.8.9^{commit}')).toBe(await git('rev-parse', 'HEAD'));
  });

  it('--dry-run says what it would do and does nothing', async () => {
    const { git, release, read } = await repository();
    const { stdout } = await release('7.8.9', '--dry-run');
    expect(stdout).toContain('Would change CHANGELOG.md, package.json, package-lock.json, docs/ci.md\n');
    expect(stdout).toContain('Would commit "chore(release): 7.8.9" and tag it v7.8.9\n');
    expect(stdout).toContain('- A thing (#12).');
    expect(await read('CHANGELOG.md')).toBe(changelog);
    expect([await git('status', '--porcelain'), await git('tag')]).toEqual(['', '']);
  });

  it.each([
    ['another branch', ['switch', '--quiet', '--create', 'other'], '7.8.9', 'the branch is other: a release is made on main'],
    ['a tag that exists', ['tag', 'v7.8.9'], '7.8.9', 'the tag v7.8.9 exists already'],
    ['a lower version', ['status'], '0.0.9', /^release: 0\.0\.9 is lower than /],
    ['no version', ['status'], 'next', 'which version? For instance: npm run release -- 1.2.0'],
    [
      'changes that are not committed',
      ['rm', '--quiet', '--cached', 'CHANGELOG.md'],
      '7.8.9',
      'there are changes that are not committed',
    ],
  ])('is refused for %s', async (_, prepare, version, reason) => {
    const { git, release } = await repository();
    await git(...prepare);
    const head = await git('rev-parse', 'HEAD');
    const refused = (await release(version).catch((error: unknown) => error)) as { code: number; stderr: string };
    expect(refused.code).toBe(1);
    if (typeof reason === 'string') expect(refused.stderr).toBe(`release: ${reason}\n`);
    else expect(refused.stderr).toMatch(reason);
    expect(await git('rev-parse', 'HEAD')).toBe(head);
  });

  it('is refused if the Unreleased section is empty', async () => {
    const { git, release, folder } = await repository();
    await writeFile(join(folder, 'CHANGELOG.md'), '# Changelog\n\n## [Unreleased]\n\n## [0.1.0] - 2026-01-01\n\n- The first.\n');
    await git('commit', '--quiet', '--all', '--message', 'nothing new');
    await expect(release('7.8.9')).rejects.toThrow('CHANGELOG.md has nothing under Unreleased');
  });

  it('restores the files if a check fails', async () => {
    const { git, folder } = await repository();
    const script = join(folder, 'scripts/release.js');
    // `npm test` fails, because this repository has no sources to build.
    await expect(run(process.execPath, [script, '7.8.9'], { cwd: folder })).rejects.toThrow('npm test');
    expect(await git('status', '--porcelain', '--untracked-files=no')).toBe('');
    expect(await git('tag')).toBe('');
  });
});
