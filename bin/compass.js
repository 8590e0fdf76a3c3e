#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [first, ...others] = process.argv.slice(2);
if (first === '--version' && others.length === 0) {
  // Scripts ask for it over and over, to learn whether compass is there: nothing else is loaded.
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  process.stdout.write(`${version}\n`);
} else {
  // Keeps compiled code between runs; Node 20 does not have it.
  module.enableCompileCache?.();
  const { main } = await import('../dist/cli.js');
  process.exitCode = await main(process, process.argv.slice(2), root);
}
