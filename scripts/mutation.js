// `npm run mutation [-- AREA... --survivors]`: mutation tests of areas (default: all), with Stryker.
//   npm run mutation -- source draft --survivors      also prints each mutant that no test kills
// Exits with 1 if fewer than `least` percent of the mutants are killed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseAst } from 'rolldown/parseAst';
import { areas } from './mutation-areas.js';

const least = 85;
const args = process.argv.slice(2);
const names = args.filter((arg) => Object.hasOwn(areas, arg));
const showsSurvivors = args.includes('--survivors');

let [killed, all] = [0, 0];
for (const name of names.length > 0 ? names : Object.keys(areas)) {
  run(name, {});
  const files = filesOf(name);
  const untested = survivorsAtLoading(files);
  if (untested.length > 0) {
    run(name, { MUTATION_AT_LOADING: '1' }, ['--mutate', untested.join()]);
    addKilled(files, filesOf(`${name}.at-loading`));
  }
  for (const [file, { mutants, source }] of Object.entries(files)) {
    const survivors = mutants.filter(survived);
    killed += mutants.length - survivors.length;
    all += mutants.length;
    console.log(line(file, mutants.length - survivors.length, mutants.length));
    if (showsSurvivors) for (const mutant of survivors) console.log(`  ${describe(mutant, source)}`);
  }
}
console.log(line('all', killed, all));
process.exitCode = killed < (all * least) / 100 ? 1 : 0;

function run(name, env, more = []) {
  const { status } = spawnSync('npx', ['stryker', 'run', ...more], {
    env: { ...process.env, MUTATION_AREA: name, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(2);
}

function filesOf(report) {
  const { files } = JSON.parse(readFileSync(`coverage/mutation/${report}.json`, 'utf8'));
  for (const file of Object.values(files))
    file.mutants = file.mutants.filter(({ status }) => status !== 'Ignored' && status !== 'CompileError');
  return files;
}

function survived({ status }) {
  return status === 'Survived' || status === 'NoCoverage';
}

/**
 * The lines with surviving mutants of code that runs when its module is loaded. The first run loads each module once for all
 * mutants, so it cannot kill these; a second run loads modules again for each mutant.
 */
function survivorsAtLoading(files) {
  return Object.entries(files).flatMap(([file, { mutants, source }]) => {
    const functions = functionsOf(source);
    const starts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
    const isWithin = ({ line: number, column }) => {
      const at = starts[number - 1] + column - 1;
      return functions.some(([start, end]) => start <= at && at < end);
    };
    const lines = mutants
      .filter((mutant) => survived(mutant) && !isWithin(mutant.location.start))
      .map(({ location }) => location);
    return [...new Set(lines.map(({ start, end }) => `${file}:${start.line}-${end.line}`))];
  });
}

/** The offsets [start, end) of the functions in a source. */
function functionsOf(source) {
  const found = [];
  const visit = (node) => {
    if (!node || typeof node !== 'object') return;
    if (/Function/.test(node.type ?? '')) found.push([node.start, node.end]);
    else for (const value of Object.values(node)) visit(value);
  };
  visit(parseAst(source, { lang: 'ts' }));
  return found;
}

/** Marks the mutants that the second run has killed. */
function addKilled(files, secondRun) {
  const identity = ({ location, mutatorName, replacement }) => JSON.stringify([location, mutatorName, replacement]);
  for (const [file, { mutants }] of Object.entries(secondRun)) {
    const killedNow = new Set(mutants.filter((mutant) => !survived(mutant)).map(identity));
    for (const mutant of files[file].mutants) if (survived(mutant) && killedNow.has(identity(mutant))) mutant.status = 'Killed';
  }
}

function describe({ location, mutatorName, replacement = '' }, source) {
  const { line: number, column } = location.start;
  const code = source.split('\n')[number - 1]?.trim() ?? '';
  return `${number}:${column} ${mutatorName} ${replacement.replace(/\s+/g, ' ').slice(0, 60)}   in   ${code}`;
}

function line(name, count, total) {
  return `${name.padEnd(40)} ${String(count).padStart(5)} of ${String(total).padStart(5)}  ${((100 * count) / total).toFixed(1)} %`;
}
