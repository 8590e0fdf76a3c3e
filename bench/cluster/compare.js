// What the benchmarks of several machines share: the input, the run on this machine alone, and the comparison.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const compass = `${process.execPath} ${join(root, 'bin', 'compass.js')}`;

/** The first of these programs that is not installed. */
export function missing(programs) {
  // Servers are often in folders that only an administrator's path has.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return programs.find((program) => !folders.some((folder) => existsSync(join(folder, program))));
}

/** Runs a command to its end. @throws Error with what it printed, if it fails */
export function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 30, ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? `${stdout ?? ''}${stderr ?? ''}`}`);
  return stdout;
}

/** Writes an input with this many assessments, one a line. */
export function makeLines(path, lines) {
  const file = openSync(path, 'w');
  run(process.execPath, [join(root, 'bench', 'load.js'), '--ndjson', String(lines)], { stdio: ['ignore', file, 'pipe'] });
  closeSync(file);
}

/** Scores the input on this machine alone. @returns seconds */
export function scoreHere(input, output) {
  const start = performance.now();
  run(process.execPath, [
    join(root, 'bin', 'compass.js'),
    'score',
    input,
    '--no-config',
    '--format',
    'ndjson',
    '--output',
    output,
  ]);
  return (performance.now() - start) / 1000;
}

/**
 * Compares results line by line. A part of the input counts its own lines, so the place of a line is left out.
 * @throws Error with the number of the first line that differs
 */
export function expectEqual(expected, found) {
  const [here, there] = [expected, found].map((path) => readFileSync(path, 'utf8').trimEnd().split('\n'));
  if (here.length !== there.length) throw new Error(`${here.length} results on one machine, ${there.length} on several`);
  for (const [index, line] of here.entries())
    if (withoutPlace(line) !== withoutPlace(there[index])) throw new Error(`line ${index + 1} differs`);
  return here.length;
}

function withoutPlace(line) {
  const { source: _, ...result } = JSON.parse(line);
  return JSON.stringify(result);
}

/** The lines of a report: what it took, and what a million would take at this rate. */
export function report(name, { lines, here, there }) {
  const million = (seconds) => ((seconds / lines) * 1e6) / 60;
  console.log(`${name}: ${lines} results, equal to those of one process on this machine`);
  console.log(`  one process: ${here.toFixed(1)} s, a million at this rate in ${million(here).toFixed(1)} minutes`);
  console.log(`  ${name}: ${there.toFixed(1)} s, a million at this rate in ${million(there).toFixed(1)} minutes`);
}
