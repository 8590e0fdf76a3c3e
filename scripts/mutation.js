// `npm run mutation [AREA ...]`: changes the code in thousands of small ways, one at a time, and counts the changes that no test notices.
//   npm run mutation -- source draft --survivors
// Ends with 1 where fewer than `least` percent are noticed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { areas } from './mutation-areas.js';

const least = 85;
const args = process.argv.slice(2);
const names = args.filter((arg) => Object.hasOwn(areas, arg));
const showsSurvivors = args.includes('--survivors');

let [noticed, all] = [0, 0];
for (const name of names.length > 0 ? names : Object.keys(areas)) {
  const { status } = spawnSync('npx', ['stryker', 'run'], {
    env: { ...process.env, MUTATION_AREA: name },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(2);
  for (const [file, { killed, total, survivors }] of Object.entries(filesOf(name))) {
    noticed += killed;
    all += total;
    console.log(line(file, killed, total));
    if (showsSurvivors) for (const survivor of survivors) console.log(`  ${survivor}`);
  }
}
console.log(line('all', noticed, all));
process.exitCode = noticed < (all * least) / 100 ? 1 : 0;

/** Of each file how many changes there were, how many of them were noticed, and the others. */
function filesOf(name) {
  const { files } = JSON.parse(readFileSync(`coverage/mutation/${name}.json`, 'utf8'));
  return Object.fromEntries(
    Object.entries(files).map(([file, { mutants, source }]) => {
      const counted = mutants.filter(({ status }) => status !== 'Ignored' && status !== 'CompileError');
      const left = counted.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
      const survivors = left.map(({ location, mutatorName, replacement = '' }) => {
        const { line: number, column } = location.start;
        const code = source.split('\n')[number - 1]?.trim() ?? '';
        return `${number}:${column} ${mutatorName} ${replacement.replace(/\s+/g, ' ').slice(0, 60)}   in   ${code}`;
      });
      return [file, { killed: counted.length - left.length, total: counted.length, survivors }];
    }),
  );
}

function line(what, killed, total) {
  return `${what.padEnd(40)} ${String(killed).padStart(5)} of ${String(total).padStart(5)}  ${((100 * killed) / total).toFixed(1)} %`;
}
