// `npm run release -- X.Y.Z [--dry-run] [--date YYYY-MM-DD] [--no-checks]`: makes a release in the local repository. Publishes
// and pushes nothing. Updates CHANGELOG.md and the version, runs the tests, writes the package and its bill of materials to
// release/, commits, and tags vX.Y.Z. With --no-checks, it skips the tests, the package and the bill of materials.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { releaseFiles } from './release/version-files.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const paths = ['CHANGELOG.md', 'package.json', 'package-lock.json', 'docs/ci.md'];

try {
  release(readArguments());
} catch (error) {
  process.stderr.write(`release: ${error.message}\n`);
  process.exitCode = 1;
}

function release({ version, date, dryRun, checks }) {
  const texts = Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  refuseUnready(version, JSON.parse(texts['package.json']).version);
  const { files, notes } = releaseFiles(texts, version, date);
  if (dryRun) {
    process.stdout.write(
      `${planOf(version, files, checks).join('\n')}\n\nThe message of the tag:\n\n${messageOf(version, notes)}`,
    );
    return;
  }
  try {
    for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
    if (checks) check(version);
    git('add', '--', ...paths);
    git('commit', '--quiet', '--message', `chore(release): ${version}`);
  } catch (error) {
    git('checkout', '--quiet', 'HEAD', '--', ...paths);
    throw error;
  }
  git('tag', '--annotate', '--cleanup=verbatim', '--message', messageOf(version, notes), `v${version}`);
  process.stdout.write(`Released ${version} here. To publish it:\n  git push --follow-tags\n`);
  if (checks) process.stdout.write(`  npm publish release/ungps-compass-${version}.tgz\n`);
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean' }, 'no-checks': { type: 'boolean' }, date: { type: 'string' } },
  });
  const [version, ...others] = positionals;
  if (!/^\d+\.\d+\.\d+$/.test(version ?? '') || others.length > 0)
    throw new Error('which version? For instance: npm run release -- 1.2.0');
  const date = values.date ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new Error(`${date} is not a date such as 2026-03-02`);
  return { version, date, dryRun: values['dry-run'] === true, checks: values['no-checks'] !== true };
}

/** @throws Error if the repository is not ready for a release */
function refuseUnready(version, present) {
  const branch = git('rev-parse', '--abbrev-ref', 'HEAD');
  if (branch !== 'main') throw new Error(`the branch is ${branch}: a release is made on main`);
  if (git('status', '--porcelain') !== '') throw new Error('there are changes that are not committed');
  if (git('tag', '--list', `v${version}`) !== '') throw new Error(`the tag v${version} exists already`);
  if (version.localeCompare(present, 'en', { numeric: true }) < 0)
    throw new Error(`${version} is lower than ${present}, the present version`);
}

function planOf(version, files, checks) {
  return [
    `Would change ${Object.keys(files).join(', ')}`,
    ...(checks
      ? [`Would run npm test and npm run pack:check, and write release/ungps-compass-${version}.tgz and .cdx.json`]
      : []),
    `Would commit "chore(release): ${version}" and tag it v${version}`,
  ];
}

function check(version) {
  const folder = join(root, 'release');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  run('npm', ['test']);
  run(process.execPath, ['scripts/pack-check.js']);
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]);
  run(process.execPath, ['scripts/sbom.js', join(folder, `ungps-compass-${version}.cdx.json`)]);
}

function messageOf(version, notes) {
  return `compass ${version}\n\n${notes}\n`;
}

function run(program, args) {
  execFileSync(program, args, { cwd: root, stdio: ['ignore', process.stderr.fd, process.stderr.fd] });
}

function git(...args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
}
