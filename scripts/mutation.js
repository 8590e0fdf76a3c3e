// `npm run mutation [AREA ...]`: changes the code in thousands of small ways, one at a time, and counts the changes that no test notices.
//   npm run mutation -- source draft --survivors
// Ends with 1 where fewer than `least` percent are noticed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseAst } from 'rolldown/parseAst';
import { areas } from './mutation-areas.js';

const least = 85;
const args = process.argv.slice(2);
const names = args.filter((arg) => Object.hasOwn(areas, arg));
const showsSurvivors = args.includes('--survivors');

let [noticed, all] = [0, 0];
for (const name of names.length > 0 ? names : Object.keys(areas)) {
  run(name, {});
  const files = filesOf(name);
  const unseen = atLoading(files);
  if (unseen.length > 0) {
    run(name, { MUTATION_AT_LOADING: '1' }, ['--mutate', unseen.join()]);
    addNoticed(files, filesOf(`${name}.at-loading`));
  }
  for (const [file, { mutants, source }] of Object.entries(files)) {
    const left = mutants.filter(isLeft);
    noticed += mutants.length - left.length;
    all += mutants.length;
    console.log(line(file, mutants.length - left.length, mutants.length));
    if (showsSurvivors) for (const mutant of left) console.log(`  ${inWords(mutant, source)}`);
  }
}
console.log(line('all', noticed, all));
process.exitCode = noticed < (all * least) / 100 ? 1 : 0;

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

function isLeft({ status }) {
  return status === 'Survived' || status === 'NoCoverage';
}

/** Lines with what is left and is computed when its module is loaded: where modules are kept for all mutants, nobody has seen the change. */
function atLoading(files) {
  return Object.entries(files).flatMap(([file, { mutants, source }]) => {
    const functions = functionsOf(source);
    const starts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
    const isWithin = ({ line: number, column }) => {
      const at = starts[number - 1] + column - 1;
      return functions.some(([start, end]) => start <= at && at < end);
    };
    const lines = mutants.filter((mutant) => isLeft(mutant) && !isWithin(mutant.location.start)).map(({ location }) => location);
    return [...new Set(lines.map(({ start, end }) => `${file}:${start.line}-${end.line}`))];
  });
}

/** Where functions begin and end in a source. */
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

/** What was noticed once modules were loaded anew for each change. */
function addNoticed(files, again) {
  const identity = ({ location, mutatorName, replacement }) => JSON.stringify([location, mutatorName, replacement]);
  for (const [file, { mutants }] of Object.entries(again)) {
    const noticedNow = new Set(mutants.filter((mutant) => !isLeft(mutant)).map(identity));
    for (const mutant of files[file].mutants) if (isLeft(mutant) && noticedNow.has(identity(mutant))) mutant.status = 'Killed';
  }
}

function inWords({ location, mutatorName, replacement = '' }, source) {
  const { line: number, column } = location.start;
  const code = source.split('\n')[number - 1]?.trim() ?? '';
  return `${number}:${column} ${mutatorName} ${replacement.replace(/\s+/g, ' ').slice(0, 60)}   in   ${code}`;
}

function line(what, killed, total) {
  return `${what.padEnd(40)} ${String(killed).padStart(5)} of ${String(total).padStart(5)}  ${((100 * killed) / total).toFixed(1)} %`;
}
