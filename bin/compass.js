#!/usr/bin/env node
import module from 'node:module';
import { fileURLToPath } from 'node:url';

// Keeps compiled code between runs; Node 20 does not have it.
module.enableCompileCache?.();
const { main } = await import('../dist/cli.js');
process.exitCode = await main(process, process.argv.slice(2), fileURLToPath(new URL('..', import.meta.url)));
