// `npm run nodes [-- VERSION... FILE...]`: runs the tests on every Node.js version that compass supports, from the lowest in `engines`.
// Without a VERSION, also checks that older versions print that they are too old. The Node.js programs come from the npm registry and
// are installed into a temporary folder only.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('..', import.meta.url));
const lowest = packageJson.engines.node.replace('>=', '');
const given = process.argv.slice(2);
const versions = given.filter((argument) => /^\d/.test(argument));
const filters = given.filter((argument) => !/^\d/.test(argument));
/** The npm package with the Node.js program for this platform. */
const packageName = {
  darwin: `node-bin-darwin-${process.arch}`,
  linux: `node-linux-${process.arch}`,
  win32: `node-win-${process.arch}`,
}[process.platform];
if (!packageName) throw new Error(`no Node for ${process.platform} in the registry`);

const temporary = mkdtempSync(join(tmpdir(), 'compass-nodes-'));
// Some tests start this Node.js as another user.
chmodSync(temporary, 0o755);
const tooOld = ['10', '12', '14', '16', '18'];
const rows = [];
const withoutMessage = [];
try {
  if (versions.length === 0) withoutMessage.push(...tooOld.map(fetchNode).filter((node) => !printsTooOld(node)));
  for (const version of versions.length > 0 ? versions : [lowest, '20', '22', '24', '26']) {
    const node = fetchNode(version);
    process.stderr.write(`\nnodes: ${node.version}\n`);
    rows.push(await test(node));
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
print(rows);
for (const { version } of withoutMessage)
  process.stderr.write(`nodes: on ${version}, compass does not print that it is too old\n`);
process.exitCode = rows.every(({ ok }) => ok) && withoutMessage.length === 0 ? 0 : 1;

/** Installs the newest Node.js of a range, such as 22. Returns its program and version. */
function fetchNode(range) {
  const folder = join(temporary, range);
  mkdirSync(folder);
  const options = ['--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
  execFileSync('npm', ['install', ...options, `${packageName}@${range}`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const program = join(folder, 'node_modules', packageName, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return { range, program, version: execFileSync(program, ['--version']).toString().trim() };
}

function printsTooOld({ program, version }) {
  const { status, stderr } = spawnSync(program, [join(root, 'bin', 'compass.js'), '--version'], { encoding: 'utf8' });
  return status === 2 && stderr.startsWith(`compass needs Node.js ${lowest} or later`) && stderr.includes(version.slice(1));
}

/** Builds and runs the tests with this Node.js. It is first on the PATH, so that processes started by the tests use it too. */
async function test({ range, program, version }) {
  const env = { ...process.env, PATH: `${dirname(program)}${delimiter}${process.env.PATH}` };
  const report = join(temporary, `${range}.json`);
  const started = performance.now();
  await run(program, ['scripts/generate.js'], env);
  await run(program, ['scripts/build.js'], env);
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(program, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...filters], env);
  const seconds = Math.round((performance.now() - started) / 1000);
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  return { version, ok: code === 0, passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests, seconds };
}

/** @returns the exit code; the program's output goes to stderr, so that stdout has only the table */
function run(program, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', process.stderr.fd, process.stderr.fd] });
    child.on('error', reject);
    child.on('close', resolve);
  });
}

function print(rows) {
  process.stdout.write('| Node | passed | failed | skipped | seconds |\n| --- | ---: | ---: | ---: | ---: |\n');
  for (const { version, passed, failed, skipped, seconds } of rows) {
    process.stdout.write(`| ${version} | ${passed} | ${failed} | ${skipped} | ${seconds} |\n`);
  }
}
