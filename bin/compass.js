#!/usr/bin/env node
// CommonJS and ES2017 syntax, so that an old Node gets as far as saying that it is too old. It cannot read dist/.
const { engines, version } = require('../package.json');

const needed = engines.node.replace('>=', '');
const [first, ...others] = process.argv.slice(2);

if (isOlder(process.versions.node, needed)) {
  process.stderr.write(
    `compass needs Node.js ${needed} or later, but this is Node.js ${process.versions.node}: install a newer one from https://nodejs.org.\n`,
  );
  process.exitCode = 2;
} else if (first === '--version' && others.length === 0) {
  // Scripts use this to test whether compass is installed, so it loads nothing else.
  printVersion();
} else {
  start();
}

function printVersion() {
  const fail = (error) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`standard output can't be written: ${error.code}\n`);
    process.exitCode = 2;
  };
  process.stdout.on('error', () => {});
  try {
    process.stdout.write(`${version}\n`, (error) => error && fail(error));
  } catch (error) {
    fail(error);
  }
}

async function start() {
  const { enableCompileCache } = require('node:module');
  // Caches compiled code between runs. Node 20 does not have it.
  if (enableCompileCache) enableCompileCache();
  // The exit code if the process ends before main has returned, which is a bug.
  process.exitCode = 70;
  const { main } = await import('../dist/cli.js');
  process.exitCode = await main(process, process.argv.slice(2), require('node:path').join(__dirname, '../'));
}

function isOlder(version, than) {
  const [numbers, bounds] = [version, than].map((text) => text.split('.').map(Number));
  const index = numbers.findIndex((number, place) => number !== bounds[place]);
  return index !== -1 && numbers[index] < bounds[index];
}
