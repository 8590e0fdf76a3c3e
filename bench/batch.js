// Measures how long a batch takes compared with a lower bound, the "floor": a single-threaded program that only reads and parses the
// same files, with the fastest correct YAML parser (js-yaml 4), or with JSON.parse. With --peers, compares with ajv-cli and Spectral
// instead, which only validate. These tools and js-yaml are installed into a temporary folder.
//   npm run build && node bench/batch.js [files] [--peers]
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeLoad } from './load.js';

const script = fileURLToPath(import.meta.url);
const root = fileURLToPath(new URL('..', import.meta.url));
const [floorOf, floorFolder] = process.argv[2] === '--floor' ? process.argv.slice(3) : [];
if (floorOf) floor(floorOf, floorFolder);
else await bench();

/** Runs in a process of its own. */
function floor(parser, folder) {
  const parse =
    parser === 'json'
      ? JSON.parse
      : (
          (yaml) => (text) =>
            yaml.load(text, { schema: yaml.CORE_SCHEMA })
        )(createRequire(`${process.cwd()}/`)('js-yaml'));
  let read = 0;
  for (const part of readdirSync(folder))
    for (const name of readdirSync(join(folder, part)))
      if (parse(readFileSync(join(folder, part, name), 'utf8')).format) read += 1;
  console.log(read);
}

async function bench() {
  const count = Number(process.argv.slice(2).find((argument) => /^\d+$/.test(argument)) ?? 10_000);
  const withPeers = process.argv.includes('--peers');
  const folder = mkdtempSync(join(tmpdir(), 'compass-batch-'));
  try {
    for (const kind of ['yaml', 'json']) {
      mkdirSync(join(folder, kind));
      await makeLoad(join(folder, kind), count, kind === 'json');
    }
    mkdirSync(join(folder, 'peers'));
    writeFileSync(join(folder, 'peers', 'package.json'), '{}');
    const packages = ['js-yaml@4', ...(withPeers ? ['ajv-cli@5', '@stoplight/spectral-cli@6'] : [])];
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], {
      cwd: join(folder, 'peers'),
      stdio: 'ignore',
    });
    console.log(`Node ${process.version}, ${count} files, the best of three\n`);
    if (withPeers) peers(folder, count);
    else for (const kind of ['yaml', 'json']) compare(folder, kind, count);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compare(folder, kind, count) {
  const bounds = kind === 'yaml' ? [1.3, 0.65] : [3];
  const compass = join(root, 'bin', 'compass.js');
  const score = (...options) => [compass, 'score', join(folder, kind), '--quiet', '--no-config', ...options];
  const rows = [
    [`${kind}: read and parsed, nothing else`, [script, '--floor', kind, join(folder, kind)]],
    ['  scored to ndjson, one thread', score('--format', 'ndjson', '--jobs', '1'), bounds[0]],
    ['  scored to ndjson', score('--format', 'ndjson'), bounds[1]],
    ['  scored to a table, one thread', score('--jobs', '1'), bounds[0]],
    ['  scored to a table', score(), bounds[1]],
    ['  scored to json, one thread', score('--format', 'json', '--jobs', '1')],
  ];
  const least = rows.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < 3; round++)
    for (const [index, [, args]] of rows.entries())
      least[index] = Math.min(least[index], timed(process.execPath, args, join(folder, 'peers')));
  for (const [index, [name, , bound]] of rows.entries())
    print({ name, time: least[index], ratio: least[index] / least[0], files: count, bound });
  console.log();
}

/** Compares with tools that only validate, each with the schema of answers files, on at most 1,000 files. */
function peers(folder, count) {
  const some = Math.min(count, 1000);
  const cwd = join(folder, 'peers');
  cpSync(join(folder, 'yaml', '0000'), join(cwd, 'files'), { recursive: true });
  for (const name of ['answers', 'common'])
    cpSync(join(root, 'schemas', `${name}.schema.json`), join(cwd, `${name}.schema.json`));
  writeFileSync(join(cwd, 'ruleset.json'), JSON.stringify(ruleset()));
  const bin = (name) => join(cwd, 'node_modules', '.bin', name);
  const ajv = [
    'validate',
    '--spec=draft2020',
    '--strict=false',
    '-s',
    'answers.schema.json',
    '-r',
    'common.schema.json',
    '-d',
    'files/*.yaml',
  ];
  const rows = [
    [
      `compass: ${some} files scored`,
      process.execPath,
      [join(root, 'bin', 'compass.js'), 'score', 'files', '--quiet', '--no-config'],
    ],
    [
      '  the same, one thread',
      process.execPath,
      [join(root, 'bin', 'compass.js'), 'score', 'files', '--quiet', '--no-config', '--jobs', '1'],
    ],
    ['ajv-cli: the same files validated', bin('ajv'), ajv],
    ['Spectral: the same files validated', bin('spectral'), ['lint', 'files/*.yaml', '--ruleset', 'ruleset.json', '--quiet']],
  ];
  const least = rows.map(([, command, args]) => Math.min(...[1, 2].map(() => timed(command, args, cwd))));
  for (const [index, [name]] of rows.entries()) print({ name, time: least[index], ratio: least[index] / least[0], files: some });
}

/** The schema as a Spectral rule. Spectral does not resolve references to other files, so they are inlined. */
function ruleset() {
  const read = (name) => JSON.parse(readFileSync(join(root, 'schemas', `${name}.schema.json`), 'utf8'));
  const { $id: _, ...answers } = read('answers');
  const text = JSON.stringify({ ...answers, $defs: { ...read('common').$defs, ...answers.$defs } });
  const schema = JSON.parse(text.replaceAll('common.schema.json#', '#'));
  const then = { function: 'schema', functionOptions: { dialect: 'draft2020-12', schema } };
  return { rules: { answers: { given: '$', severity: 'error', then } } };
}

function timed(command, args, cwd) {
  const start = performance.now();
  const { status, stderr } = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${stderr}`);
  return performance.now() - start;
}

function print({ name, time, ratio, files, bound }) {
  const each = ((time / files) * 1000).toFixed(0);
  console.log(
    `${name.padEnd(40)} ${(time / 1000).toFixed(2).padStart(7)} s ${each.padStart(6)} µs a file   x ${ratio.toFixed(2)}${bound ? `  (at most ${bound})` : ''}`,
  );
}
